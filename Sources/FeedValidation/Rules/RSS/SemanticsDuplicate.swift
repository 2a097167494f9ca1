import FeedXML

extension Rule {
  static let semanticsDuplicate = Rule(
    id: "semantics-duplicate",
    severity: .warning,
    formats: .rss,
    summary: "A channel says each thing with one element",
    why: """
      Where an element of an extension says the same as one of RSS, readers differ in \
      which they believe.
      """,
    help: "Keep the element of RSS.",
    spec: "https://www.rssboard.org/rss-profile#namespace-elements",
    w3c: ["DuplicateSemantics"],
    examples: Examples(
      passing: [
        .rssChannel("<language>en</language>")
      ],
      failing: [
        .rssChannel(
          "<language>en</language>↓<dc:language xmlns:dc=\"http://purl.org/dc/elements/1.1/\">en</dc:language>"
        )
      ]
    )
  )
}

extension Rule {
  static let itemSemanticsDuplicate = Rule(
    id: "item-semantics-duplicate",
    severity: .warning,
    formats: .rss,
    summary: "An item says each thing with one element",
    why: """
      Where an element of an extension says the same as one of RSS, readers differ in \
      which they believe.
      """,
    help: """
      Keep the element of RSS; for the name of an author without an address, \
      dc:creator.
      """,
    spec: "https://www.rssboard.org/rss-profile#namespace-elements",
    w3c: ["DuplicateItemSemantics", "DuplicateSemantics"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>")
      ],
      failing: [
        .rssItem(
          "<title>One</title><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>↓<dc:date xmlns:dc=\"http://purl.org/dc/elements/1.1/\">2024-01-01T00:00:00Z</dc:date>"
        )
      ]
    )
  )
}

/// Looks for elements that say what another has said.
final class SemanticsDuplicateCheck: Check {
  let interests: [Interest] = [
    .role(.channel), .role(.item), .namespace(""), .namespace(dc), .namespace(dcterms),
    .namespace(admin), .namespace(cc), .namespace(creativeCommons),
    .element(Vocabularies.atom, "id"), .element(Vocabularies.atom, "published"),
  ]

  private static let dc = "http://purl.org/dc/elements/1.1/"
  private static let dcterms = "http://purl.org/dc/terms/"
  private static let admin = "http://webns.net/mvcb/"
  private static let cc = "http://web.resource.org/cc/"
  private static let creativeCommons = "http://backend.userland.com/creativeCommonsRssModule"

  private struct Name: Hashable, ExpressibleByStringLiteral {
    var namespace: String
    var name: String

    init(namespace: String, name: String) {
      self.namespace = namespace
      self.name = name
    }

    /// An element of RSS.
    init(stringLiteral name: String) {
      self.init(namespace: "", name: name)
    }
  }

  /// What says the same: RSS first.
  private static let channel: [(Name, Name)] = [
    ("managingEditor", Name(namespace: dc, name: "creator")),
    ("language", Name(namespace: dc, name: "language")),
    ("lastBuildDate", Name(namespace: dcterms, name: "modified")),
    ("webMaster", Name(namespace: dc, name: "publisher")),
    ("copyright", Name(namespace: dc, name: "rights")),
    ("pubDate", Name(namespace: dc, name: "date")),
    ("title", Name(namespace: dc, name: "title")),
    ("description", Name(namespace: dc, name: "description")),
    ("category", Name(namespace: dc, name: "subject")),
    ("generator", Name(namespace: admin, name: "generatorAgent")),
    (Name(namespace: creativeCommons, name: "license"), Name(namespace: cc, name: "license")),
  ]
  private static let item: [(Name, Name)] = [
    ("author", Name(namespace: dc, name: "creator")),
    ("category", Name(namespace: dc, name: "subject")),
    ("pubDate", Name(namespace: dc, name: "date")),
    ("source", Name(namespace: dc, name: "source")),
    ("title", Name(namespace: dc, name: "title")),
    ("description", Name(namespace: dc, name: "description")),
    ("guid", Name(namespace: Vocabularies.atom, name: "id")),
    ("pubDate", Name(namespace: Vocabularies.atom, name: "published")),
    (Name(namespace: creativeCommons, name: "license"), Name(namespace: cc, name: "license")),
  ]

  /// The name with the prefix that is customary.
  private static func written(_ name: Name) -> String {
    guard !name.namespace.isEmpty else { return name.name }
    return "\(KnownNamespaces.shared.entry(of: name.namespace)?.prefix ?? "…"):\(name.name)"
  }

  /// A bit for each pair and side that was seen.
  private var inChannel: UInt32 = 0
  private var inItem: UInt32 = 0

  func start(_ element: ElementRecord, _ context: CheckContext) {
    switch (element.role, element.parentRole) {
    case (.item, _):
      inItem = 0
    case (_, .channel):
      compare(element, &inChannel, Self.channel, .semanticsDuplicate, context)
    case (_, .item):
      compare(element, &inItem, Self.item, .itemSemanticsDuplicate, context)
    default: break
    }
  }

  private func compare(
    _ element: ElementRecord,
    _ seen: inout UInt32,
    _ pairs: [(Name, Name)],
    _ rule: Rule,
    _ context: CheckContext
  ) {
    for (index, (core, other)) in pairs.enumerated() {
      let isCore = element.name == core.name && element.namespace == core.namespace
      let isOther = element.name == other.name && element.namespace == other.namespace
      guard isCore || isOther else { continue }
      let own: UInt32 = 1 << UInt32(2 * index + (isCore ? 0 : 1))
      let opposite: UInt32 = 1 << UInt32(2 * index + (isCore ? 1 : 0))
      if seen & opposite != 0, seen & own == 0 {
        let (kept, spare) = (Self.written(core), Self.written(other))
        context.report(
          rule,
          "\(element.parentName) has \(kept) and \(spare), which say the same",
          at: element,
          help: core.name == "author" ? nil : "Keep \(kept), and remove \(spare)."
        )
      }
      seen |= own
    }
  }
}
