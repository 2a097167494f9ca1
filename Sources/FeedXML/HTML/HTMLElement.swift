/// What the cleaner and the text extractor need to know of an element.
struct HTMLElementTraits: OptionSet, Sendable {
  let rawValue: UInt32

  /// Kept. Elements with neither this nor `removed` lose their tags and keep their content.
  static let allowed = Self(rawValue: 1 << 0)
  /// Removed with its content.
  static let removed = Self(rawValue: 1 << 1)
  /// Has no content and no end tag.
  static let void = Self(rawValue: 1 << 2)
  /// Its content is text up to its end tag (raw text and escapable raw text alike).
  static let rawText = Self(rawValue: 1 << 3)
  /// `script`, whose raw text has escaped states.
  static let script = Self(rawValue: 1 << 4)
  /// Its raw text is shown as it stands.
  static let literal = Self(rawValue: 1 << 5)
  /// Its start tag closes an open `p`.
  static let closesParagraph = Self(rawValue: 1 << 6)
  /// Separates words where it starts and ends.
  static let boundary = Self(rawValue: 1 << 7)
  static let paragraph = Self(rawValue: 1 << 8)
  static let heading = Self(rawValue: 1 << 9)
  static let anchor = Self(rawValue: 1 << 10)
  static let frame = Self(rawValue: 1 << 11)
  /// `object` and its like: becomes a link when it names a resource.
  static let embed = Self(rawValue: 1 << 12)
  static let input = Self(rawValue: 1 << 13)
  /// `svg` and `math`, in which `/>` closes an element.
  static let foreignRoot = Self(rawValue: 1 << 14)
  /// Its end tag may be left out.
  static let optionalEnd = Self(rawValue: 1 << 15)
  static let image = Self(rawValue: 1 << 16)
  static let phrasing = Self(rawValue: 1 << 17)
  /// Its content is no visible text.
  static let hidden = Self(rawValue: 1 << 18)
  /// Only in SVG, where a reference `#id` names a part of the drawing.
  static let svg = Self(rawValue: 1 << 19)
  /// Loads a medium: `data:` of a document type cannot run there.
  static let media = Self(rawValue: 1 << 20)

  /// Elements whose start tag needs more than a look at its attributes.
  static let special: Self = [.anchor, .frame, .embed, .input, .literal, .removed]
}

/// A row of the element table.
struct HTMLElement: Sendable {
  /// Counts from 1 in the order of the rows; 0 for names outside the table.
  var id: UInt8
  var traits: HTMLElementTraits

  static let unknown = HTMLElement(id: 0, traits: [])
}

/// The elements by trait. Sources: the HTML standard's element index and syntax (section 13.1.2),
/// SVG 2 and MathML Core for the drawing and formula elements, feedparser's and WordPress's
/// allow-lists for what readers take.
enum HTMLElements {
  private static let rows: [(traits: HTMLElementTraits, names: StaticString)] = [
    (.allowed, "a abbr acronym address area article aside audio b bdi bdo big blockquote br"),
    (.allowed, "caption center cite code col colgroup data dd del details dfn dir div dl dt em"),
    (.allowed, "figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd"),
    (.allowed, "li main map mark menu nav nobr ol p picture pre q rb rp rt rtc ruby s samp"),
    (.allowed, "section small source span strike strong sub summary sup table tbody td tfoot th"),
    (.allowed, "thead time tr track tt u ul var video wbr"),
    (.allowed, "svg circle clippath defs desc ellipse g image line lineargradient marker mask"),
    (.allowed, "path pattern polygon polyline radialgradient rect stop switch symbol text"),
    (.allowed, "textpath tspan use view"),
    (.allowed, "math annotation maction menclose merror mfenced mfrac mi mmultiscripts mn mo"),
    (.allowed, "mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub"),
    (.allowed, "msubsup msup mtable mtd mtext mtr munder munderover none semantics"),

    (.removed, "script style title textarea button select option optgroup datalist"),
    (.removed, "noembed noframes foreignobject annotation-xml animate animatemotion"),
    (.removed, "animatetransform set handler listener"),

    (.void, "area base basefont bgsound br col embed frame hr img input keygen link meta param"),
    (.void, "source track wbr"),
    (.rawText, "script style title textarea xmp iframe noembed noframes"),
    (.script, "script"),
    (.literal, "xmp"),
    (.frame, "iframe"),
    (.embed, "object embed applet"),
    (.input, "input"),
    (.foreignRoot, "svg math"),
    (.anchor, "a"),
    (.paragraph, "p"),
    (.heading, "h1 h2 h3 h4 h5 h6"),
    (.image, "img image"),
    (.media, "img image source audio video track"),
    (.optionalEnd, "li dt dd p rb rp rt rtc optgroup option colgroup caption thead tbody tfoot"),
    (.optionalEnd, "tr td th"),
    (.closesParagraph, "address article aside blockquote center details dialog dir div dl dt dd"),
    (.closesParagraph, "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup"),
    (.closesParagraph, "hr li main menu nav ol p pre search section summary table ul xmp"),
    (.boundary, "address article aside blockquote body br caption center dd details dialog dir"),
    (.boundary, "div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header"),
    (.boundary, "hgroup hr html legend li main menu nav ol option p pre search section summary"),
    (.boundary, "table tbody td tfoot th thead tr ul video audio iframe object xmp"),
    (.phrasing, "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label"),
    (.phrasing, "mark nobr q ruby s samp small span strike strong sub sup time tt u var"),
    (.phrasing, "h1 h2 h3 h4 h5 h6 summary"),
    (.hidden, "script style title textarea noembed noframes iframe button select datalist"),
    (.hidden, "template annotation annotation-xml svg"),
    (.svg, "circle clippath defs ellipse g line lineargradient marker mask path pattern polygon"),
    (.svg, "polyline radialgradient rect stop symbol text textpath tspan use"),

    // Known, so that their tags are dropped whatever the policy says of unlisted elements.
    ([], "html head body base link meta form fieldset legend label output progress meter"),
    ([], "noscript template dialog canvas slot param frame frameset plaintext listing marquee"),
    ([], "blink keygen isindex basefont bgsound layer ilayer portal fencedframe search"),
  ]

  /// Which start tags end an element whose end tag was left out (section 13.1.2.4); `p` is ended by
  /// those that close paragraphs.
  private static let endedBySiblingNames: [(String, String)] = [
    ("li", "li"), ("dt", "dt dd"), ("dd", "dt dd"), ("rb", "rb rt rtc rp"), ("rt", "rb rt rtc rp"),
    ("rtc", "rb rtc rp"), ("rp", "rb rt rtc rp"), ("option", "option optgroup"),
    ("optgroup", "optgroup"), ("colgroup", "colgroup thead tbody tfoot tr"),
    ("caption", "colgroup thead tbody tfoot tr"), ("thead", "tbody tfoot"),
    ("tbody", "tbody tfoot"), ("tfoot", "tbody"), ("tr", "tr tbody tfoot"),
    ("td", "td th tr tbody tfoot"), ("th", "td th tr tbody tfoot"),
  ]

  /// Every name once, in the order of the rows. Every process that looks at HTML needs them, so
  /// they are no strings on the way.
  private static let merged: [(key: HTMLNameKey, traits: HTMLElementTraits)] = {
    var merged: [(key: HTMLNameKey, traits: HTMLElementTraits)] = []
    var places: [HTMLNameKey: Int] = [:]
    merged.reserveCapacity(256)
    places.reserveCapacity(256)
    for row in rows {
      row.names.forEachWord { name in
        let key = HTMLNameKey(name)
        if let place = places[key] {
          merged[place].traits.formUnion(row.traits)
        } else {
          places[key] = merged.count
          merged.append((key, row.traits))
        }
      }
    }
    return merged
  }()

  // 255 names at most: an id is one byte.
  static let table = HTMLNameTable(zip(merged.map(\.key), all).map { ($0, $1) })

  static var count: Int { merged.count }

  /// All rows of the table.
  static let all: [HTMLElement] = merged.enumerated().map { offset, row in
    HTMLElement(id: UInt8(truncatingIfNeeded: offset + 1), traits: row.traits)
  }

  static let phrasingIDs: [Int] = all.filter { $0.traits.contains(.phrasing) }.map { Int($0.id) }

  private static let endedBySibling: [HTMLNameKey: Set<HTMLNameKey>] = {
    var sets: [HTMLNameKey: Set<HTMLNameKey>] = [:]
    for (name, enders) in endedBySiblingNames {
      sets[HTMLNameKey(name.utf8)] = Set(
        enders.split(separator: " ").map { HTMLNameKey($0.utf8) }
      )
    }
    return sets
  }()

  static func startTag(_ sibling: HTMLToken, endsElement token: HTMLToken) -> Bool {
    if token.element.traits.contains(.paragraph) {
      return sibling.element.traits.contains(.closesParagraph)
    }
    return endedBySibling[token.key]?.contains(sibling.key) ?? false
  }
}
