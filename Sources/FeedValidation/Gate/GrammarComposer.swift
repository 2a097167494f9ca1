/// Makes one grammar out of a document's grammar and those of the namespaces in it.
///
/// RELAX NG's own means, `include` and `combine="interleave"`, will not do: libxml2 would read files,
/// and its interleaves fail inside each other (see ``FeedXML/Grammar``). So definitions whose names
/// end in `.once` are macros here: all that the files give under one name is put where a `ref` to it
/// stands, among the branches of one flat interleave. Everything else is kept as it is, but for what
/// the start does not lead to: libxml2 would compile that too, at twice the time for a grammar of
/// entries and one of what is around them.
struct GrammarComposer {
  private var definitions: [String: [(text: ArraySlice<UInt8>, namespace: String)]] = [:]
  private var macros: [String: [(text: ArraySlice<UInt8>, namespace: String)]] = [:]
  private var root: ArraySlice<UInt8> = []

  private static let define = Array("<define name=\"".utf8)
  private static let endDefine = Array("</define>".utf8)
  private static let element = Array("<element name=".utf8)
  private static let ref = Array("<ref name=\"".utf8)
  private static let grammar = Array("<grammar".utf8)
  private static let once = ".once"

  /// The grammar whose start is `start`, with `foreign` for the elements of all other namespaces
  /// than those of `document` and `extensions`.
  static func compose(
    _ document: KnownGrammar,
    _ extensions: [KnownGrammar],
    start: String
  ) -> [UInt8] {
    var composer = GrammarComposer()
    composer.add(document, isDocument: true)
    composer.add(KnownGrammars.common, isDocument: false)
    for grammar in extensions {
      composer.add(grammar, isDocument: false)
    }
    var text = Array(composer.root)
    text.reserveCapacity(64 * 1024)
    let described = [document.namespace] + extensions.map(\.namespace)
    let exceptions = described.map { "<nsName ns=\"\($0)\"/>" }.joined()
    text += Array(
      """
      <define name="foreign"><element><anyName><except>\(exceptions)</except></anyName>\
      <ref name="any"/></element></define>
      """.utf8
    )
    // `any` is what the definition above refers to.
    var names = [start, "any"]
    var taken = Set(names)
    while let name = names.popLast() {
      for (definition, namespace) in composer.definitions[name] ?? [] {
        composer.append(definition, namespace, to: &text, depth: 0) { reference in
          if taken.insert(reference).inserted { names.append(reference) }
        }
      }
    }
    text += Array("<start><ref name=\"\(start)\"/></start></grammar>".utf8)
    return text
  }

  private mutating func add(_ grammar: KnownGrammar, isDocument: Bool) {
    let text = grammar.text()
    // The document's namespace is inherited from the root that it gives.
    let namespace = isDocument ? "" : grammar.namespace
    if isDocument, let start = GrammarComposer.find(GrammarComposer.grammar, in: text[...]),
      let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      root = text[start...end]
    }
    var rest = text[...]
    while let start = GrammarComposer.find(GrammarComposer.define, in: rest),
      let end = GrammarComposer.find(GrammarComposer.endDefine, in: rest[start...]),
      let close = rest[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      let name = GrammarComposer.name(rest, after: start + GrammarComposer.define.count)
      let stop = end + GrammarComposer.endDefine.count
      if name.hasSuffix(GrammarComposer.once) {
        macros[name, default: []].append((rest[(close + 1)..<end], namespace))
      } else {
        definitions[name, default: []].append((rest[start..<stop], namespace))
      }
      rest = rest[stop...]
    }
  }

  /// Copies a definition, or the branches of a macro, and tells the names that it refers to.
  private func append(
    _ source: ArraySlice<UInt8>,
    _ namespace: String,
    to text: inout [UInt8],
    depth: Int,
    onReference: (String) -> Void
  ) {
    var copied = source.startIndex
    var i = source.startIndex
    while let tag = source[i...].firstIndex(of: UInt8(ascii: "<")) {
      i = tag + 1
      if !namespace.isEmpty, source[tag...].starts(with: GrammarComposer.element) {
        text += source[copied..<tag]
        text += Array("<element ns=\"\(namespace)\" name=".utf8)
        copied = tag + GrammarComposer.element.count
      } else if source[tag...].starts(with: GrammarComposer.ref) {
        let name = GrammarComposer.name(source, after: tag + GrammarComposer.ref.count)
        guard name.hasSuffix(GrammarComposer.once) else {
          onReference(name)
          continue
        }
        guard depth < 8, let end = source[tag...].firstIndex(of: UInt8(ascii: ">")) else {
          continue
        }
        text += source[copied..<tag]
        for (branches, namespace) in macros[name] ?? [] {
          append(branches, namespace, to: &text, depth: depth + 1, onReference: onReference)
        }
        copied = end + 1
      }
    }
    text += source[copied...]
  }

  private static func name(_ text: ArraySlice<UInt8>, after index: Int) -> String {
    String(decoding: text[index...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  private static func find(_ wanted: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    var i = text.startIndex
    while let hit = text[i...].firstIndex(of: wanted[0]) {
      if text[hit...].starts(with: wanted) { return hit }
      i = hit + 1
    }
    return nil
  }
}
