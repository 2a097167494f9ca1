import FeedJSON
import FeedSources

extension FuzzTarget {
  /// JSON as tokens, as a tree, and in parts.
  static let json = FuzzTarget(
    "json",
    longestInput: 4096,
    frames: [Frame("{\"items\":[", "]}"), Frame("[", "]"), Frame("\"", "\"")]
  ) { bytes throws(Violation) in
    let tokens = try JSONTokens(bytes)
    try checkTree(bytes, tokens)
    try checkParts(bytes)
    try checkText(bytes)
  }

  /// Tree and tokens agree on what JSON is.
  private static func checkTree(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ tokens: JSONTokens
  ) throws(Violation) {
    do {
      let tree = try JSONTree.parse(bytes)
      try expect(tokens.error == nil || tokens.isDeep, "the tree has no error, the tokens have one")
      try checkDepth(tree)
    } catch let error as DataError {
      try expect(
        tokens.error != nil || tokens.isDeep || error.message.contains("twice"),
        "the tree has an error, the tokens have none: \(error)"
      )
    } catch {
      throw error as? Violation ?? Violation("\(error)")
    }
  }

  /// Who walks a tree may recurse.
  static func checkDepth(_ node: DataNode, depth: Int = 0) throws(Violation) {
    try expect(depth <= 100, "the tree is deeper than 100")
    try expect(node.position.line >= 1 && node.position.column >= 1, "a node has no place")
    for child in node.asSequence ?? [] { try checkDepth(child, depth: depth + 1) }
    for entry in node.asMapping?.entries ?? [] { try checkDepth(entry.node, depth: depth + 1) }
  }

  /// How the bytes are cut does not show in the items.
  private static func checkParts(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let whole = JSONParts([bytes])
    try Chunks(bytes).forEachCut { name, chunks throws(Violation) in
      try expectSame(JSONParts(chunks), whole, "the items, \(name)")
    }
  }

  /// A text comes back as it was written.
  private static func checkText(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let text = String(decoding: bytes, as: UTF8.self)
    var written: [UInt8] = []
    JSONText.append(text, to: &written)
    let found = written.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      return (try? reader.next())?.text
    }
    try expect(found.map { $0.utf8.elementsEqual(text.utf8) } ?? false, "a text is written wrong")
  }
}

/// The tokens of a text, and what has to hold of them.
private struct JSONTokens {
  var error: JSONError?
  /// Deeper than trees are.
  var isDeep = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    var reader = JSONReader(bytes, skipsByteOrderMark: true)
    var offset = 0
    do throws(JSONError) {
      while let token = try reader.next() {
        if reader.depth >= 100 { isDeep = true }
        guard token.position.offset >= offset, token.position.offset <= bytes.count else {
          throw JSONError("misplaced token", at: token.position)
        }
        offset = token.position.offset
        guard isUTF8(token.text.utf8) else { throw JSONError("no UTF-8", at: token.position) }
        _ = (token.integer, token.double, token.position(ofTextAt: token.text.utf8.count / 2))
      }
    } catch {
      self.error = error
    }
    if let error {
      try expect(
        !["misplaced token", "no UTF-8"].contains(error.message),
        "\(error.message) at \(error.line):\(error.column)"
      )
      var lines = LineLengths()
      lines.append(bytes)
      // What is no UTF-8 has no columns.
      if isUTF8(bytes) {
        let mark = reader.hasByteOrderMark && error.line == 1 ? 1 : 0
        try expect(
          lines.contains(line: error.line, column: error.column - mark)
            || lines.contains(line: error.line, column: error.column),
          "\(error.line):\(error.column) is outside of the text: \(error.message)"
        )
      }
    } else {
      try expect(isUTF8(bytes), "what is not UTF-8 was taken")
      try expect(reader.depth == 0, "something is open at the end")
    }
  }
}

/// A document as the splitter hands it out.
private struct JSONParts: Equatable {
  var items: [[UInt8]] = []
  var places: [String] = []
  var rest: [UInt8]
  var ending = ""

  init(_ chunks: [UnsafeBufferPointer<UInt8>]) {
    var splitter = JSONItemSplitter()
    read: for chunk in chunks {
      var left = chunk
      while !left.isEmpty {
        let (count, event) = splitter.take(left)
        left = UnsafeBufferPointer(rebasing: left[count...])
        switch event {
        case nil: if count == 0 { break read }
        case .itemsBegin: items.append(Array("[".utf8))
        case .item:
          items.append(splitter.item)
          places.append("\(splitter.start)")
        case .syntaxError(let message):
          ending = message
          break read
        case .tooLarge:
          ending = "too large"
          break read
        }
      }
    }
    rest = splitter.rest
    ending += " \(splitter.isInItem) \(splitter.isInItems)"
  }
}
