/// The relations of links that IANA has registered:
/// https://www.iana.org/assignments/link-relations/.
enum RegisteredRelations {
  static let table = WordTable(ignoringCase: false, [(0, names)])

  static let names = """
    about acl alternate amphtml api-catalog appendix apple-touch-icon apple-touch-startup-image \
    archives author blocked-by bookmark c2pa-manifest canonical chapter cite-as collection \
    compression-dictionary contents convertedFrom copyright create-form current deprecation \
    describedby describes disclosure dns-prefetch duplicate edit edit-form edit-media enclosure \
    external first geofeed glossary help hosts hub ice-server icon index intervalAfter \
    intervalBefore intervalContains intervalDisjoint intervalDuring intervalEquals \
    intervalFinishedBy intervalFinishes intervalIn intervalMeets intervalMetBy \
    intervalOverlappedBy intervalOverlaps intervalStartedBy intervalStarts item last latest- \
    version license linkset lrdd manifest mask-icon me media-feed memento micropub modulepreload \
    monitor monitor-group next next-archive nofollow noopener noreferrer opener openid2.local_id \
    openid2.provider original P3Pv1 payment pingback preconnect predecessor-version prefetch \
    preload prerender prev prev-archive preview previous privacy-policy profile publication \
    related replies restconf ruleinput search section self service service-desc service-doc \
    service-meta sip-trunking-capability sponsored start status stylesheet subsection successor- \
    version sunset tag terms-of-service timegate timemap type ugc up version-history via \
    webmention working-copy working-copy-of
    """
}
