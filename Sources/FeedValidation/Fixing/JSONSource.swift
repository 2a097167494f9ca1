/// A JSON document's strings and numbers as written, and where they stand.
struct JSONSource {
  let text: [UInt8]

  /// The strings, with their quotes.
  private let strings: [Range<Int>]

  init(_ text: [UInt8]) {
    self.text = text
    var strings: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < text.count, text[index] != UInt8(ascii: "\"") {
        index += text[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard index < text.count else { break }
      index += 1
      strings.append(start..<index)
    }
    self.strings = strings
  }

  /// The inside of the string that a byte is in.
  func string(at offset: Int) -> Range<Int>? {
    var low = 0
    var high = strings.count
    while low < high {
      let middle = (low + high) / 2
      if strings[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < strings.count, strings[low].contains(offset) else { return nil }
    return (strings[low].lowerBound + 1)..<(strings[low].upperBound - 1)
  }

  /// The whole number that begins at a byte; `nil` for fractions and exponents.
  func wholeNumber(at offset: Int) -> Range<Int>? {
    var end = offset
    if end < text.count, text[end] == UInt8(ascii: "-") { end += 1 }
    let digits = end
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    guard end > digits, end < text.count,
      ![UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(text[end])
    else { return nil }
    return offset..<end
  }
}
