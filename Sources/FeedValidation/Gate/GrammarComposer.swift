/// Makes one grammar out of a document's grammar and those of the namespaces in it.
///
/// RELAX NG's own means, `include` and `combine="interleave"`, will not do: libxml2 would read files,
/// and its interleaves fail inside each other (see ``FeedXML/Grammar``). So definitions whose names
/// end in `.once` are macros here: all that the files give under one name is put where a `ref` to it
/// stands, among the branches of one flat interleave. Everything else is kept as it is, but for what
/// the start does not lead to: libxml2 would compile that too, at twice the time for a grammar of
/// entries and one of what is around them.
struct GrammarComposer {
  /// A piece of a file, whose elements are in a namespace, or in that of the root.
  private struct Piece {
    var file: Int
    var text: Range<Int>
    var namespace: String
  }

  private var files: [GrammarFile] = []
  private var definitions: [String: [Piece]] = [:]
  private var names: [String] = []
  private var taken: Set<String> = []
  private var output: [UInt8] = []

  /// The grammar whose start is `start`, with `foreign` for the elements of all other namespaces
  /// than those of `document` and `extensions`, and `version` for the version of the format.
  static func compose(
    _ document: KnownGrammar,
    _ extensions: [KnownGrammar],
    start: String,
    version: String = ""
  ) -> [UInt8] {
    var composer = GrammarComposer()
    composer.output.reserveCapacity(64 * 1024)
    composer.add(document, isDocument: true)
    composer.add(KnownGrammars.common, isDocument: false)
    for grammar in extensions {
      composer.add(grammar, isDocument: false)
      if let base = grammar.base() {
        composer.add(base, isDocument: false, except: KnownGrammars.notShared)
      }
    }
    composer.write("<define name=\"foreign\"><element><anyName><except>")
    composer.write("<nsName ns=\"\(document.namespace)\"/>")
    for grammar in extensions { composer.write("<nsName ns=\"\(grammar.namespace)\"/>") }
    composer.write("</except></anyName><ref name=\"any\"/></element></define>")
    composer.write("<define name=\"version\"><value>\(version)</value></define>")
    composer.refer(to: start)
    // What the definition above refers to.
    composer.refer(to: "any")
    while let name = composer.names.popLast() {
      for piece in composer.definitions[name] ?? [] { composer.append(piece, depth: 0) }
    }
    composer.write("<start><ref name=\"\(start)\"/></start></grammar>")
    return composer.output
  }

  private mutating func write(_ text: String) {
    output += text.utf8
  }

  private mutating func refer(to name: String) {
    if taken.insert(name).inserted { names.append(name) }
  }

  private mutating func add(
    _ grammar: KnownGrammar,
    isDocument: Bool,
    except: Set<String> = []
  ) {
    let file = GrammarFile(grammar.text())
    let isCommon = grammar.name == KnownGrammars.common.name
    // The document's namespace is inherited from the root that it gives.
    if isDocument { output += file.text[file.root] }
    for definition in file.definitions where !except.contains(definition.name) {
      // What a document's grammar says itself outweighs what is common to all.
      if isCommon, definitions[definition.name] != nil { continue }
      definitions[definition.name, default: []].append(
        Piece(
          file: files.count,
          text: definition.text,
          namespace: isDocument ? "" : grammar.namespace
        )
      )
    }
    files.append(file)
  }

  /// Copies a definition, or the branches of a macro, and notes the names that it refers to.
  private mutating func append(_ piece: Piece, depth: Int) {
    let source = files[piece.file].text
    source.withUnsafeBufferPointer { source in
      let text = UnsafeBufferPointer(rebasing: source[piece.text])
      var copied = 0
      var i = 0
      var endOfAttributes: Int?
      while let tag = text.index(of: UInt8(ascii: "<"), from: i) {
        i = tag + 1
        if let end = endOfAttributes, tag >= end {
          output += text[copied..<end]
          write("</interleave>")
          copied = end
          endOfAttributes = nil
        }
        if endOfAttributes == nil, let end = text.endOfAttributes(from: tag) {
          output += text[copied..<tag]
          write("<interleave>")
          copied = tag
          endOfAttributes = end
        }
        if !piece.namespace.isEmpty, text.has("<element name=", at: tag) {
          output += text[copied..<tag]
          write("<element ns=\"\(piece.namespace)\" name=")
          copied = tag + 14
        } else if text.has("<ref name=\"", at: tag) {
          let name = text.string(until: UInt8(ascii: "\""), from: tag + 11)
          guard name.hasSuffix(GrammarFile.macroSuffix) else {
            refer(to: name)
            continue
          }
          guard depth < 8, let end = text.index(of: UInt8(ascii: ">"), from: tag) else { continue }
          output += text[copied..<tag]
          for branches in definitions[name] ?? [] { append(branches, depth: depth + 1) }
          copied = end + 1
        }
      }
      output += text[copied...]
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where several optional attributes end that begin at a place.
  ///
  /// Of a group of optional attributes libxml2 goes on with every subset of those that are there,
  /// and holds what follows against the grammar for each: Media RSS has 14 of them, and an element
  /// took a second. In an interleave, which means the same for attributes, it goes on with the one
  /// that leaves the fewest.
  fileprivate func endOfAttributes(from start: Int) -> Int? {
    guard has("<optional><attribute", at: start) else { return nil }
    var members = 0
    var end = start
    var i = start
    while i < count {
      if self[i] <= 0x20 {
        i += 1
        continue
      }
      if has("<optional><attribute", at: i) {
        while let tag = index(of: UInt8(ascii: "<"), from: i + 1) {
          i = tag
          if has("</optional>", at: tag) { break }
        }
        i += 11
      } else if has("<ref name=\"common\"/>", at: i) {
        i += 20
      } else {
        break
      }
      members += 1
      end = Swift.min(i, count)
    }
    return members > 2 ? end : nil
  }
}
