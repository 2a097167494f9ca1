import FeedModel
import FeedXML
import Synchronization

/// The compiled grammars of each kind of XML document, by the namespaces that a document uses: most
/// feeds use three, and a grammar of all costs two milliseconds and a fifth of the speed.
enum FeedGrammars {
  private struct Key: Hashable {
    var document: String
    var version: String
    var isEntry: Bool
    var namespaces: UInt64
  }

  private static let compiled = Mutex<[Key: Grammar]>([:])
  /// Feeds mix a handful of namespaces; who checks documents that mix any must not keep a grammar of
  /// each mixture.
  private static let mostKept = 48

  static let rss = rss(version: "2.0")

  static let atom = plan(
    KnownGrammars.atom,
    KnownGrammars.extensions,
    path: [
      .init("feed", in: KnownGrammars.atom.namespace),
      .init("entry", in: KnownGrammars.atom.namespace),
    ],
    missing: missingInAtom
  )

  static let opml = opml(version: "2.0")

  /// What a kind of document is held against; `nil` if there is no grammar of it.
  static func plan(for kind: FeedKind) -> GrammarPlan? {
    switch kind {
    case .rss(let version): rss(version: version)
    case .rdf(let version): rdf(version == "0.90" ? KnownGrammars.rss090 : KnownGrammars.rss10)
    case .atom("0.3"): atom03(["feed", "entry"])
    case .atomEntry("0.3"): atom03(["entry"])
    case .atom: atom
    case .atomEntry: atomEntry
    case .opml(let version): opml(version: version)
    case .jsonFeed, .unknown: nil
    }
  }

  private static let missingInAtom = [
    "entry/content": "entry has neither content nor a link with rel=\"alternate\"",
    "entry/link": "entry has neither content nor a link with rel=\"alternate\"",
  ]

  private static func rss(version: String) -> GrammarPlan {
    plan(
      KnownGrammars.rss,
      [KnownGrammars.atomInRSS] + KnownGrammars.extensions,
      version: version,
      path: [.init("rss"), .init("channel"), .init("item")],
      missing: [
        "item/title": "item has neither title nor description",
        "item/description": "item has neither title nor description",
      ]
    )
  }

  private static func rdf(_ grammar: KnownGrammar) -> GrammarPlan {
    plan(
      grammar,
      [KnownGrammars.atomInRSS] + KnownGrammars.extensions,
      path: [.init("RDF", in: Vocabularies.rdf), .init("item", in: grammar.namespace)],
      attributeNamespaces: [Vocabularies.rdf]
    )
  }

  private static let atomEntry = plan(
    KnownGrammars.atom,
    KnownGrammars.extensions,
    path: [.init("entry", in: KnownGrammars.atom.namespace)],
    missing: missingInAtom
  )

  private static func atom03(_ path: [String]) -> GrammarPlan {
    plan(
      KnownGrammars.atom03,
      KnownGrammars.extensions,
      path: path.map { .init($0, in: KnownGrammars.atom03.namespace) }
    )
  }

  private static func opml(version: String) -> GrammarPlan {
    plan(
      KnownGrammars.opml,
      [],
      version: version,
      path: [.init("opml"), .init("body"), .init("outline")],
      fewestEntries: 1,
      elementsOnly: [.init("head")]
    )
  }

  private static func plan(
    _ document: KnownGrammar,
    _ extensions: [KnownGrammar],
    version: String = "",
    path: [GrammarPlan.Name],
    fewestEntries: Int = 0,
    elementsOnly: [GrammarPlan.Name] = [],
    missing: [String: String] = [:],
    attributeNamespaces: [String] = []
  ) -> GrammarPlan {
    GrammarPlan(
      entryPath: path,
      fewestEntries: fewestEntries,
      elementsOnly: elementsOnly,
      missing: missing,
      namespaces: extensions.map(\.namespace),
      attributeNamespaces: attributeNamespaces
    ) { part, used throws(GrammarError) in
      try grammar(document, extensions, version, part, used)
    }
  }

  private static func grammar(
    _ document: KnownGrammar,
    _ extensions: [KnownGrammar],
    _ version: String,
    _ part: GrammarPlan.Part,
    _ namespaces: UInt64
  ) throws(GrammarError) -> Grammar {
    let key = Key(
      document: document.name,
      version: part == .skeleton ? version : "",
      isEntry: part == .entry,
      namespaces: namespaces
    )
    if let grammar = compiled.withLock({ $0[key] }) { return grammar }
    let used = extensions.enumerated().filter { namespaces & 1 << UInt64($0.offset) != 0 }
    let text = GrammarComposer.compose(
      document,
      used.map(\.element),
      start: part == .entry ? "entry" : "document",
      version: version
    )
    // Outside of the lock: compiled twice at worst.
    let grammar = try Grammar(text: text)
    compiled.withLock {
      if $0.count >= mostKept { $0.removeAll() }
      $0[key] = grammar
    }
    return grammar
  }
}
