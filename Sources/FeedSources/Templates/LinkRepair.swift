/// Takes a link apart whose address is not known, since what is left of the address would lead
/// somewhere else: of a link its text stays, of a picture nothing.
enum LinkRepair {
  /// How far back an address begins at most.
  private static let longestAddress = 256
  /// How far a link's ends are looked for.
  private static let reach = 1_024

  private static let attributes: Set<String> = [
    "href", "src", "srcset", "poster", "cite", "data", "action", "data-src",
  ]

  /// Repairs the link in whose address the output ends, if it does.
  ///
  /// - Parameters:
  ///   - output: The text so far, up to the part of the address that is not known.
  ///   - body: The text that is read.
  ///   - position: Where the rest of the address stands in it; behind the link afterwards.
  static func repair(
    _ output: inout [UInt8],
    _ body: UnsafeBufferPointer<UInt8>,
    from position: inout Int
  ) {
    var start = output.count
    let limit = max(0, start - longestAddress)
    while start > limit, !isBeforeAddress(output[start - 1]) { start -= 1 }
    guard start > limit + 1 else { return }
    switch output[start - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      repairAttribute(&output, valueStart: start, body, from: &position)
    case UInt8(ascii: "<") where output[start - 2] == UInt8(ascii: "("):
      repairMarkdown(&output, parenthesis: start - 2, body, from: &position)
    case UInt8(ascii: "("):
      repairMarkdown(&output, parenthesis: start - 1, body, from: &position)
    case UInt8(ascii: " ") where output[..<(start - 1)].suffix(2).elementsEqual("]:".utf8):
      // `[name]: address`: without any, the name would be text wherever it is used.
      output.removeSubrange(start...)
      output.append(contentsOf: "<>".utf8)
      position = endOfWord(in: body, from: position)
    default: break
    }
  }

  private static func isBeforeAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"),
      UInt8(ascii: ">"):
      true
    default: TemplateBytes.isSpace(byte)
    }
  }

  // MARK: Markdown

  /// `[text](address "title")`.
  private static func repairMarkdown(
    _ output: inout [UInt8],
    parenthesis: Int,
    _ body: UnsafeBufferPointer<UInt8>,
    from position: inout Int
  ) {
    guard parenthesis > 0, output[parenthesis - 1] == UInt8(ascii: "]"),
      let open = openingBracket(of: output, closedAt: parenthesis - 1),
      let end = end(of: UInt8(ascii: ")"), in: body, from: position)
    else { return }
    if open > 0, output[open - 1] == UInt8(ascii: "!") {
      output.removeSubrange((open - 1)...)
    } else {
      output.removeSubrange((parenthesis - 1)...)
      output.remove(at: open)
    }
    position = end + 1
  }

  private static func openingBracket(of output: [UInt8], closedAt close: Int) -> Int? {
    var depth = 0
    var index = close
    let limit = max(0, close - reach)
    while index >= limit {
      switch output[index] {
      case UInt8(ascii: "]"): depth += 1
      case UInt8(ascii: "["):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index -= 1
    }
    return nil
  }

  /// The index of what ends an address on its line, behind tags in it.
  private static func end(
    of mark: UInt8,
    in body: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    var depth = 0
    var index = start
    let limit = min(body.count, start + reach)
    while index < limit, body[index] != UInt8(ascii: "\n") {
      if body[index] == UInt8(ascii: "{") { depth += 1 }
      if body[index] == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      if depth == 0, body[index] == mark { return index }
      index += 1
    }
    return nil
  }

  /// The index of the white space that ends an address, behind tags in it.
  private static func endOfWord(in body: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < body.count, body[index] != UInt8(ascii: "\n"),
      depth > 0 || !TemplateBytes.isSpace(body[index])
    {
      if body[index] == UInt8(ascii: "{") { depth += 1 }
      if body[index] == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      index += 1
    }
    return index
  }

  // MARK: HTML

  /// ` href="address"`.
  private static func repairAttribute(
    _ output: inout [UInt8],
    valueStart: Int,
    _ body: UnsafeBufferPointer<UInt8>,
    from position: inout Int
  ) {
    guard valueStart >= 2, output[valueStart - 2] == UInt8(ascii: "=") else { return }
    var start = valueStart - 2
    while start > 0, TemplateBytes.isName(output[start - 1]) { start -= 1 }
    let name = String(decoding: output[start..<(valueStart - 2)], as: UTF8.self).lowercased()
    guard attributes.contains(name), start > 0, TemplateBytes.isSpace(output[start - 1]),
      let end = end(of: output[valueStart - 1], in: body, from: position)
    else { return }
    output.removeSubrange((start - 1)...)
    position = end + 1
  }
}
