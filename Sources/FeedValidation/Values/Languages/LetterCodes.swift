/// A set of codes of two or three ASCII letters, one bit each.
struct LetterCodes: Sendable {
  private let length: Int
  private var bits: [UInt64]

  /// Two letters each, lower case, separated by spaces.
  init(pairs: StaticString) {
    length = 2
    bits = [UInt64](repeating: 0, count: (26 * 26 + 63) / 64)
    Self.words(of: pairs) { insert($0) }
  }

  /// Words of two letters and then more: each of those makes a code with the first two.
  init(triples: StaticString) {
    length = 3
    bits = [UInt64](repeating: 0, count: (26 * 26 * 26 + 63) / 64)
    Self.words(of: triples) { word in
      for third in word.dropFirst(2) {
        insert([word[word.startIndex], word[word.startIndex + 1], third])
      }
    }
  }

  /// Whether the code is in the set, in any letter case.
  func contains(_ code: some Collection<UInt8>) -> Bool {
    guard let index = index(of: code) else { return false }
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  private mutating func insert(_ code: some Collection<UInt8>) {
    guard let index = index(of: code) else { return }
    bits[index >> 6] |= 1 << UInt64(index & 63)
  }

  private func index(of code: some Collection<UInt8>) -> Int? {
    guard code.count == length else { return nil }
    var index = 0
    for byte in code {
      guard ASCII.isLetter(byte) else { return nil }
      index = index * 26 + Int(byte & 0x1F) - 1
    }
    return index
  }

  private static func words(of text: StaticString, _ body: (ArraySlice<UInt8>) -> Void) {
    for word in text.withUTF8Buffer({ Array($0) }).split(separator: 0x20) { body(word) }
  }
}
