/// The attributes that run code: the event handler content attributes of HTML, of its relatives and
/// of browsers. Others that begin with `on` are somebody's own, and do nothing.
enum EventHandlers {
  /// What an attribute is whose name begins with `on`.
  enum Likeness {
    case handler
    /// Letters only, as handlers have: who removes those by their beginning removes it.
    case similar
    case none
  }

  /// Looks at the name that stands in the range, in any letter case.
  static func likeness(_ name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Likeness {
    if names.contains(name, in: bytes) { return .handler }
    return bytes[name].allSatisfy(ASCII.isLetter) ? .similar : .none
  }

  private static let names = WordTable(
    ignoringCase: true,
    [
      // https://html.spec.whatwg.org/multipage/webappapis.html#event-handlers-on-elements,-document-objects,-and-window-objects
      (
        0,
        """
        onabort onafterprint onauxclick onbeforeinput onbeforematch onbeforeprint onbeforetoggle \
        onbeforeunload onblur oncancel oncanplay oncanplaythrough onchange onclick onclose oncommand \
        oncontextlost oncontextmenu oncontextrestored oncopy oncuechange oncut ondblclick ondrag \
        ondragend ondragenter ondragleave ondragover ondragstart ondrop ondurationchange onemptied \
        onended onerror onfocus onformdata onhashchange oninput oninvalid onkeydown onkeypress \
        onkeyup onlanguagechange onload onloadeddata onloadedmetadata onloadstart onmessage \
        onmessageerror onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover \
        onmouseup onoffline ononline onpagehide onpagereveal onpageshow onpageswap onpaste onpause \
        onplay onplaying onpopstate onprogress onratechange onreadystatechange onrejectionhandled \
        onreset onresize onscroll onscrollend onsecuritypolicyviolation onseeked onseeking onselect \
        onslotchange onstalled onstorage onsubmit onsuspend ontimeupdate ontoggle \
        onunhandledrejection onunload onvisibilitychange onvolumechange onwaiting onwheel
        """
      ),
      // CSS, pointers, touch, full screen, selection; SVG and SMIL.
      (
        0,
        """
        onanimationcancel onanimationend onanimationiteration onanimationstart ontransitioncancel \
        ontransitionend ontransitionrun ontransitionstart ongotpointercapture onlostpointercapture \
        onpointercancel onpointerdown onpointerenter onpointerleave onpointermove onpointerout \
        onpointerover onpointerrawupdate onpointerup ontouchcancel ontouchend ontouchmove \
        ontouchstart onfullscreenchange onfullscreenerror onselectionchange onselectstart onsearch \
        onshow onactivate onbegin onend onfocusin onfocusout onrepeat onzoom
        """
      ),
      // Of one browser or the other.
      (
        0,
        """
        onafterscriptexecute onafterupdate onbeforeactivate onbeforecopy onbeforecut \
        onbeforedeactivate onbeforeeditfocus onbeforepaste onbeforescriptexecute onbeforeupdate \
        onbounce oncellchange oncontrolselect ondataavailable ondatasetchanged ondatasetcomplete \
        ondeactivate ondragdrop ondragexit onerrorupdate onfilterchange onfinish ongesturechange \
        ongestureend ongesturestart onhelp onlayoutcomplete onlosecapture onmousewheel onmove \
        onmoveend onmovestart onpropertychange onresizeend onresizestart onrowenter onrowexit \
        onrowsdelete onrowsinserted onstart onstop ontimeerror onwebkitanimationend \
        onwebkitanimationiteration onwebkitanimationstart onwebkitfullscreenchange \
        onwebkitfullscreenerror onwebkitmouseforcechanged onwebkitmouseforcedown \
        onwebkitmouseforceup onwebkitmouseforcewillbegin onwebkittransitionend
        """
      ),
    ]
  )
}
