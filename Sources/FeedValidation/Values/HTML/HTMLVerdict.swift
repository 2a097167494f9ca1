import FeedXML

/// What is to be said of an element of HTML in a feed.
struct HTMLVerdict: OptionSet, Sendable {
  let rawValue: UInt8

  /// Runs code, loads a program or changes the page around it: all readers remove it.
  static let active = Self(rawValue: 1 << 0)
  /// Many readers remove it, or show something else.
  static let stripped = Self(rawValue: 1 << 1)
  /// Does without an end tag.
  static let unpaired = Self(rawValue: 1 << 2)
  /// Shows or plays what its URL names.
  static let media = Self(rawValue: 1 << 3)
  /// An element of HTML, rather than of SVG or MathML.
  static let isHTML = Self(rawValue: 1 << 4)

  /// Elements that run code: the HTML standard's `script`, plug-ins, and what acts on the document.
  private static let activeNames: StaticString = "script object embed applet base link meta"

  /// What the allow-lists of feedparser, WordPress, SimplePie and NetNewsWire do not have in common.
  private static let strippedNames: StaticString = """
    iframe frame frameset noframes noembed style form input button select textarea option optgroup \
    datalist fieldset legend label output keygen isindex canvas dialog template slot portal \
    fencedframe plaintext title xmp listing marquee blink basefont bgsound layer ilayer
    """

  private static let mediaNames: StaticString = "img image source audio video track"

  /// Elements that no allow-list needs to name to be HTML: the standard's, and its obsolete ones.
  private static let htmlNames: StaticString = """
    a abbr acronym address area article aside audio b bdi bdo big blockquote body br caption center \
    cite code col colgroup data dd del details dfn dir div dl dt em figcaption figure font footer \
    h1 h2 h3 h4 h5 h6 head header hgroup hr html i img ins kbd li main map mark menu meter nav nobr \
    noscript ol p param picture pre progress q rb rp rt rtc ruby s samp search section small source \
    span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var \
    video wbr
    """

  /// By the number of the element; the verdict of number 0, the unknown names, is empty.
  static let byNumber: [HTMLVerdict] = {
    var verdicts = [HTMLVerdict](repeating: [], count: 256)
    let groups: [(HTMLVerdict, StaticString)] = [
      ([.active, .isHTML], activeNames), ([.stripped, .isHTML], strippedNames),
      (.media, mediaNames), (.isHTML, htmlNames),
    ]
    for (verdict, names) in groups {
      names.forEachWord { name in
        verdicts[Int(HTMLElementNumbers.number(of: name))].formUnion(verdict)
      }
    }
    for number in HTMLElementNumbers.void() + HTMLElementNumbers.optionalEnd() {
      verdicts[Int(number)].formUnion(.unpaired)
    }
    // Browsers make them up and leave them out as they like.
    ("html head body" as StaticString).forEachWord { name in
      verdicts[Int(HTMLElementNumbers.number(of: name))].formUnion(.unpaired)
    }
    verdicts[0] = []
    return verdicts
  }()

  /// The verdict on a name.
  static func of(_ name: some Sequence<UInt8>) -> HTMLVerdict {
    byNumber[Int(HTMLElementNumbers.number(of: name))]
  }
}
