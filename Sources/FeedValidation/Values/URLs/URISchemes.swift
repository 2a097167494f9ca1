/// The schemes of URIs that IANA has registered, permanent, provisional and historical ones, without
/// those of Microsoft's programs, which all begin with `ms-`.
enum URISchemes {
  static let registered = WordTable(
    ignoringCase: true,
    [
      (
        0,
        """
        aaa aaas about acap acct acd acr adiumxtra adt afp afs aim amss android appdata apt ar ark \
        at attachment aw barion bb beshare bitcoin bitcoincash blob bolo brid browserext cabal \
        calculator callto cap cast casts chrome chrome-extension cid coap coap+tcp coap+ws coaps \
        coaps+tcp coaps+ws com-eventbrite-attendee content content-type crid cstr cvs dab dat data \
        dav dhttp diaspora dict did dis dlna-playcontainer dlna-playsingle dns dntp doi dpp drm drop \
        dtmi dtn dvb dvx dweb ed2k eid elsi embedded ens esim ethereum example facetime fax feed \
        feedready fido file filesystem finger first-run-pen-experience fish fm ftp fuchsia-pkg \
        gemini geo gg git gitoid gizmoproject go gopher graph grd gtalk h323 ham hcap hcp http https \
        hxxp hxxps hydrazone hyper iax icap icon im imap info iotdisco ipfs ipn ipns ipp ipps irc \
        irc6 ircs iris iris.beep iris.lwz iris.xpc iris.xpcs isostore itms jabber jar jms keyparc \
        lastfm lbry ldap ldaps leaptofrogans lid lightning lorawan lpa lvlt magnet mailserver mailto \
        maps market matrix message mid mms modem mongodb moz msnim msrp msrps mss mt mtqp mumble \
        mupdate mvn mvrp mvrps news nfs ni nih nntp nostr notes num ocf oid onenote onenote-cmd \
        opaquelocktoken openid openpgp4fpr otpauth p1 pack palm paparazzi payment payto pkcs11 \
        platform pop pres prospero proxy psyc pttp pwid qb query quic-transport redis rediss reload \
        res resource rmi rsync rtmfp rtmp rtsp rtsps rtspu sarif secondlife secret-token service \
        session sftp sgn shc shttp sieve simpleledger simplex sip sips skype smb smp sms smtp snews \
        snmp soap.beep soap.beeps soldat spiffe spotify ssb ssh starknet steam stun stuns submit svn \
        swh swid swidpath tag taler teamspeak tel teliaeid telnet tftp things thismessage tip tn3270 \
        tool turn turns tv udp unreal upt urn ut2004 uuid-in-package v-event vemmi ventrilo ves \
        videotex view-source vnc vscode vscode-insiders vsls w3 wais wcr web+ap web3 webcal wifi \
        wpid ws wss wtai wyciwyg xcon xcon-userid xfire xftp xmlrpc.beep xmlrpc.beeps xmpp xrcp xri \
        ymsgr z39.50 z39.50r z39.50s
        """
      )
    ]
  )

  /// Whether the scheme that stands in the range is registered, in any letter case.
  static func isRegistered(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if ASCII.hasPrefix("http", in: bytes, at: range.lowerBound), range.count <= 5,
      range.count == 4 || ASCII.lowercased(bytes[range.lowerBound + 4]) == 0x73
    {
      return true
    }
    return registered.contains(range, in: bytes)
      || ASCII.hasPrefix("ms-", in: bytes, at: range.lowerBound)
  }
}
