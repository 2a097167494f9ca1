import FeedXML
import Synchronization

/// The compiled grammars of each kind of XML document, by the namespaces that a document declares:
/// most feeds declare three, and a grammar of all costs two milliseconds and a fifth of the speed.
enum FeedGrammars {
  private struct Key: Hashable {
    var document: String
    var isEntry: Bool
    var declared: UInt64
  }

  private static let compiled = Mutex<[Key: Grammar]>([:])

  static let rss = plan(
    KnownGrammars.rss,
    [KnownGrammars.atomInRSS] + KnownGrammars.extensions,
    path: [.init("rss"), .init("channel"), .init("item")],
    missing: [
      "item/title": "item has neither title nor description",
      "item/description": "item has neither title nor description",
    ]
  )

  static let atom = plan(
    KnownGrammars.atom,
    KnownGrammars.extensions,
    path: [
      .init("feed", in: KnownGrammars.atom.namespace),
      .init("entry", in: KnownGrammars.atom.namespace),
    ],
    missing: [
      "entry/content": "entry has neither content nor a link with rel=\"alternate\"",
      "entry/link": "entry has neither content nor a link with rel=\"alternate\"",
    ]
  )

  static let opml = plan(
    KnownGrammars.opml,
    [],
    path: [.init("opml"), .init("body"), .init("outline")],
    fewestEntries: 1,
    elementsOnly: [.init("head")]
  )

  private static func plan(
    _ document: KnownGrammar,
    _ extensions: [KnownGrammar],
    path: [GrammarPlan.Name],
    fewestEntries: Int = 0,
    elementsOnly: [GrammarPlan.Name] = [],
    missing: [String: String] = [:]
  ) -> GrammarPlan {
    GrammarPlan(
      entryPath: path,
      fewestEntries: fewestEntries,
      elementsOnly: elementsOnly,
      missing: missing,
      namespaces: extensions.map(\.namespace)
    ) { part, declared throws(GrammarError) in
      try grammar(document, extensions, part, declared)
    }
  }

  private static func grammar(
    _ document: KnownGrammar,
    _ extensions: [KnownGrammar],
    _ part: GrammarPlan.Part,
    _ declared: UInt64
  ) throws(GrammarError) -> Grammar {
    let key = Key(document: document.name, isEntry: part == .entry, declared: declared)
    if let grammar = compiled.withLock({ $0[key] }) { return grammar }
    let used = extensions.enumerated().filter { declared & 1 << UInt64($0.offset) != 0 }
    let text = GrammarComposer.compose(
      document,
      used.map(\.element),
      start: part == .entry ? "entry" : "document"
    )
    // Outside of the lock: compiled twice at worst.
    let grammar = try Grammar(text: text)
    compiled.withLock { $0[key] = grammar }
    return grammar
  }
}
