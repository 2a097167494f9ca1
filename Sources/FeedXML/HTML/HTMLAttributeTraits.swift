/// What the cleaner does with an attribute.
struct HTMLAttributeTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// Holds one URL.
  static let url = Self(rawValue: 1 << 0)
  /// Leads to a document that could run scripts, unlike the source of an image.
  static let navigation = Self(rawValue: 1 << 1)
  /// Holds image candidates (section 4.8.4.2.2 of the HTML standard).
  static let sourceSet = Self(rawValue: 1 << 2)
  /// Never kept.
  static let removed = Self(rawValue: 1 << 3)
  /// Kept by policy only.
  static let style = Self(rawValue: 1 << 4)
  /// Names the element, for links to it.
  static let identifier = Self(rawValue: 1 << 5)

  /// The attributes by trait; one that is not here is kept when its name is
  /// plain, and those without trait are here so that the common ones need no look at their names.
  private static let rows: [(traits: Self, names: String)] = [
    (.url, "href xlink:href src cite longdesc background action poster data dynsrc lowsrc"),
    (.navigation, "href xlink:href action data"),
    (.sourceSet, "srcset imagesrcset"),
    (.removed, "srcdoc contenteditable autofocus ping nonce integrity crossorigin"),
    (.removed, "fetchpriority formaction attributionsrc http-equiv"),
    (.style, "style"),
    (
      [], "class alt title align lang dir width height type datetime controls start colspan rowspan"
    ),
    (.identifier, "id name"),
  ]

  static let table: HTMLNameTable<HTMLAttributeTraits> = {
    var merged: [String: HTMLAttributeTraits] = [:]
    for row in rows {
      for name in row.names.split(separator: " ") {
        merged[String(name), default: []].formUnion(row.traits)
      }
    }
    return HTMLNameTable(
      merged.sorted { $0.key < $1.key }.map { (HTMLNameKey($0.key.utf8), $0.value) }
    )
  }()
}

extension HTMLAttribute {
  /// `onclick` and its like: whatever starts with `on`.
  var isEventHandler: Bool { key.low & 0xFFFF == 0x6E6F }

  /// `data-…`.
  var isDataAttribute: Bool { key.low & 0xFF_FFFF_FFFF == 0x2D_6174_6164 }
}
