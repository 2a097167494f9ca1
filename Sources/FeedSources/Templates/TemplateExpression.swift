/// What stands in `{{ … }}`: a value and the filters that it passes.
struct TemplateExpression: Equatable {
  /// A value, or a filter's argument.
  enum Operand: Equatable {
    /// A text in quotes.
    case text(String)
    /// A name, with dots into what it names.
    case name(String)
  }

  /// A filter with at most one argument.
  struct Filter: Equatable {
    var name: String
    var argument: Operand?
  }

  var operand: Operand
  var filters: [Filter] = []

  /// Reads an expression; nil for anything beyond names, texts and filters with one argument.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var reader = Reader(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    guard let operand = reader.operand() else { return nil }
    self.operand = operand
    while !reader.isAtEnd {
      guard reader.take(UInt8(ascii: "|")), let name = reader.name() else { return nil }
      var filter = Filter(name: name)
      if reader.take(UInt8(ascii: ":")) {
        guard let argument = reader.operand() else { return nil }
        filter.argument = argument
      } else if reader.take(UInt8(ascii: "(")) {
        if !reader.take(UInt8(ascii: ")")) {
          filter.argument = reader.operand()
          guard filter.argument != nil, reader.take(UInt8(ascii: ")")) else { return nil }
        }
      }
      filters.append(filter)
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int
    let end: Int

    var isAtEnd: Bool {
      mutating get {
        skipSpace()
        return index >= end
      }
    }

    mutating func skipSpace() {
      while index < end, TemplateBytes.isSpace(bytes[index]) { index += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      skipSpace()
      guard index < end, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func name() -> String? {
      skipSpace()
      let start = index
      while index < end, TemplateBytes.isName(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
        index += 1
      }
      return index > start ? bytes.text(start..<index) : nil
    }

    mutating func operand() -> Operand? {
      skipSpace()
      guard index < end else { return nil }
      let quote = bytes[index]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return name().map(Operand.name)
      }
      let start = index + 1
      guard let close = bytes[start..<end].firstIndex(of: quote) else { return nil }
      index = close + 1
      return .text(bytes.text(start..<close))
    }
  }
}
