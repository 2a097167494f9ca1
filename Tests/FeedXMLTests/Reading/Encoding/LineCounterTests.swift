import FeedXML
import TestSupport
import Testing

@Suite struct LineCounterTests {
  @Test(arguments: [
    ("", 1, 1), ("a", 1, 2), ("\n", 2, 1), ("\r", 2, 1), ("\r\n", 2, 1), ("\n\r", 3, 1),
    ("\r\r\n\n", 4, 1), ("é", 1, 2), ("a\n日本", 2, 3), ("𝄞\r𝄞", 2, 2), ("0123456789abcdef\n", 2, 1),
    ("\u{2028}\u{85}", 1, 3), ("\t", 1, 2),
  ])
  func endsLinesAtTheirEnds(_ text: String, _ line: Int, _ column: Int) {
    var counter = LineCounter()
    Array(text.utf8).withUnsafeBufferPointer { counter.advance(over: $0) }
    #expect(
      counter.position == SourcePosition(offset: text.utf8.count, line: line, column: column)
    )
  }

  @Test func countsLikeOneWhoReadsCharacterByCharacter() {
    var generator = SeededGenerator(seed: 0x11E5)
    let alphabets = ["\r\n", "a\n", "ab\r\n日", "éa𝄞\n", "abcdefgh", "\r", "\r\nabcdefghijklmnop"]
    for round in 0..<400 {
      let alphabet = Array(alphabets[round % alphabets.count].unicodeScalars)
      let length = Int.random(in: 0...(round % 10 == 0 ? 9000 : 120), using: &generator)
      var text = ""
      for _ in 0..<length {
        text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
      }
      let bytes = Array(text.utf8)
      let start = SourcePosition(offset: 3, line: 7, column: 5)
      var counter = LineCounter(at: start)
      var naive = NaiveCounter(start)
      bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          let end = Int.random(in: index...min(bytes.count, index + 3000), using: &generator)
          let part = UnsafeBufferPointer(rebasing: bytes[index..<end])
          let ahead = counter.position(after: part)
          counter.advance(over: part)
          naive.advance(over: part)
          #expect(
            counter.position == naive.position && ahead == naive.position,
            "seed \(generator.seed), round \(round), bytes \(index)..<\(end)"
          )
          index = end
        }
      }
    }
  }
}

/// Byte by byte.
private struct NaiveCounter {
  var position: SourcePosition
  var last: UInt8 = 0

  init(_ position: SourcePosition) { self.position = position }

  mutating func advance(over text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      position.offset += 1
      if byte == 0x0D || byte == 0x0A && last != 0x0D {
        position.line += 1
        position.column = 1
      } else if byte != 0x0A, byte & 0xC0 != 0x80 {
        position.column += 1
      }
      last = byte
    }
  }
}
