/// Tells the `import` and `export` statements of MDX from text that begins with these words.
enum MDXStatement {
  /// What may follow `export`.
  private static let declarations: [StaticString] = [
    "default", "const", "let", "var", "function", "class", "async", "type", "interface", "enum",
  ]
  /// What binary operators and the like begin or end with: a line that ends or begins so is not the
  /// statement's last or first.
  private static let joints = Set("=,+-*/?:|&.<(".utf8)

  /// Whether a statement begins there.
  static func begins(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let isImport = starts("import", bytes, start)
    guard isImport || starts("export", bytes, start) else { return false }
    let next = skipBlank(bytes, start + 6)
    guard next < bytes.count else { return false }
    switch bytes[next] {
    case UInt8(ascii: "{"), UInt8(ascii: "*"): return true
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return isImport
    default: break
    }
    guard next > start + 6 else { return false }
    let end = endOfWord(bytes, next)
    if !isImport {
      return declarations.contains { starts($0, bytes, next) && end == next + $0.utf8CodeUnitCount }
    }
    // `import duties from the EU` is text: a comma, or `from` and a quote, come after the name.
    guard end > next else { return false }
    let after = skipToNextLine(bytes, end)
    guard after < bytes.count else { return false }
    if bytes[after] == UInt8(ascii: ",") {
      let list = skipToNextLine(bytes, after + 1)
      return list < bytes.count && (bytes[list] == UInt8(ascii: "{") || bytes[list] == 0x2A)
    }
    if starts("type", bytes, next), end == next + 4, bytes[after] == UInt8(ascii: "{") {
      return true
    }
    guard starts("from", bytes, after) else { return false }
    let quote = skipBlank(bytes, after + 4)
    return quote < bytes.count && (bytes[quote] == 0x22 || bytes[quote] == 0x27)
  }

  /// Whether a statement goes on with the line there, whose predecessor ends with a sign.
  static func goesOn(
    in bytes: UnsafeBufferPointer<UInt8>,
    at line: Int,
    after sign: UInt8
  ) -> Bool {
    let next = skipBlank(bytes, line)
    guard next < bytes.count, bytes[next] != UInt8(ascii: "\n") else { return false }
    if sign == UInt8(ascii: ";") { return false }
    return joints.contains(sign) || isContinuation(bytes, next)
  }

  private static func isContinuation(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    // Not those that begin lists, headings, tags and tables of Markdown.
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "&"),
      UInt8(ascii: "="):
      true
    default: starts("from", bytes, index) && skipBlank(bytes, index + 4) > index + 4
    }
  }

  private static func starts(
    _ word: StaticString,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int
  ) -> Bool {
    guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<word.utf8CodeUnitCount
    where bytes[start + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  private static func skipBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, MDXReader.isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// Over white space with one line break at most.
  private static func skipToNextLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let index = skipBlank(bytes, start)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\n") else { return index }
    return skipBlank(bytes, index + 1)
  }

  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count,
      MDXReader.isDigit(bytes[index]) || (bytes[index] | 0x20) &- 0x61 < 26
        || bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: "$")
        || bytes[index] >= 0x80
    {
      index += 1
    }
    return index
  }
}
