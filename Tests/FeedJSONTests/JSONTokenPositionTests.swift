import TestSupport
import Testing

@testable import FeedJSON

struct JSONTokenPositionTests {
  private func columns(_ text: String) throws -> [Int] {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      guard let token = try reader.next() else { return [] }
      return (0...token.text.utf8.count).map { token.position(ofTextAt: $0).column }
    }
  }

  @Test(arguments: [
    (#"  "abc""#, [4, 5, 6, 7]),
    (#""aé€b""#, [2, 3, 3, 4, 4, 4, 5, 6]),
    (#""\n\/x""#, [2, 4, 6, 7]),
    (#""a\u00e9\u20acb""#, [2, 3, 3, 9, 9, 9, 15, 16]),
    (#""é\uD83D\uDE00b""#, [2, 2, 3, 3, 3, 3, 15, 16]),
    (#""""#, [2]), ("12", [1, 1, 1]),
  ])
  func findsTheSource(text: String, expected: [Int]) throws {
    #expect(try columns(text) == expected)
  }

  @Test func staysInTheTokenForAnyOffset() throws {
    try Array(#"{"k\u00e9y": "a\\"}"#.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      while let token = try reader.next() {
        for offset in [Int.min, -1, 0, 7, 100, Int.max] {
          let position = token.position(ofTextAt: offset)
          #expect((0..<bytes.count).contains(position.offset))
        }
      }
    }
  }

  /// Each scalar of a text that was written with random escapes is found where it was written.
  @Test func findsEveryScalar() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededGenerator(seed: seed)
    let scalars: [Unicode.Scalar] = ["a", "\"", "\\", "\n", "/", "é", "€", "😀", " "]
    for _ in 0..<500 {
      var source = "\""
      var expected: [Int] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        guard let scalar = scalars.randomElement(using: &random) else { break }
        let column = source.unicodeScalars.count + 1
        expected += Array(repeating: column, count: UTF8.width(scalar))
        let mustEscape = "\"\\\n".unicodeScalars.contains(scalar)
        if mustEscape || Bool.random(using: &random) {
          for unit in UTF16.encode(scalar) ?? .init() {
            let hex = String(unit, radix: 16)
            source += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
          }
        } else {
          source.unicodeScalars.append(scalar)
        }
      }
      expected.append(source.unicodeScalars.count + 1)
      #expect(try columns(source + "\"") == expected, "seed \(seed): \(source)")
    }
  }
}
