import Foundation
import TestSupport
import Testing

@testable import FeedXML

@Suite struct XMLTextDecoderTests {
  @Test func passesUTF8WithoutACopy() {
    let bytes = Array("<?xml version='1.0' encoding='utf-8'?><a>日本 ünï</a>".utf8)
    let decoder = XMLTextDecoder()
    bytes.withUnsafeBufferPointer { bytes in
      var pieces: [UnsafeBufferPointer<UInt8>] = []
      decoder.decode(bytes, isLast: true) { piece, _ in pieces.append(piece) }
      #expect(pieces.count == 1)
      #expect(pieces.first?.baseAddress == bytes.baseAddress)
      #expect(pieces.first?.count == bytes.count)
    }
  }

  @Test func readsBadBytesAsTheWindowsCodePage() {
    let bytes = Array("<a>é\n".utf8) + [0x93, 0x68, 0xE9, 0x94, 0x20, 0x81, 0xE2, 0x80]
    let found = Decoding(bytes)
    #expect(found.text == "<a>é\n“hé” \u{FFFD}â€")
    #expect(
      found.report.problems == [
        .missingDeclaration,
        .invalidBytes(
          .init(
            count: 6,
            first: SourcePosition(offset: 6, line: 2, column: 1),
            byte: 0x93,
            reading: .windows1252
          )
        ),
      ]
    )
  }

  @Test func holdsASCIIToItsWord() {
    let head = "<?xml version='1.0' encoding='us-ascii'?>\n"
    let found = Decoding(Array("\(head)é日".utf8))
    #expect(found.text == "\(head)é日")
    let first = SourcePosition(offset: head.utf8.count, line: 2, column: 1)
    #expect(
      found.report.problems.last
        == .invalidBytes(.init(count: 5, first: first, byte: 0xC3, reading: .utf8))
    )
    let other = Decoding(Array("\(head)é".utf8) + [0xE9, 0x20])
    #expect(other.text == "\(head)éé ")
    #expect(
      other.report.problems.last
        == .invalidBytes(.init(count: 3, first: first, byte: 0xC3, reading: .windows1252))
    )
  }

  @Test func notesWindowsQuotationMarksInLatin1() {
    let head = "<?xml version='1.0' encoding='iso-8859-1'?>"
    let found = Decoding(Array(head.utf8) + [0xE9, 0x20, 0x93, 0x94])
    #expect(found.text == "\(head)é “”")
    #expect(
      found.report.problems.last
        == .windowsBytes(
          .init(
            count: 2,
            first: SourcePosition(offset: head.count + 2, line: 1, column: head.count + 3),
            byte: 0x93,
            reading: .windowsCodePage
          )
        )
    )
  }

  @Test func suspectsUTF8UnderAnotherName() {
    let head = "<?xml version='1.0' encoding='iso-8859-1'?>\n"
    for size in [1, 7, 1000] {
      let found = Decoding(Array("\(head)a é 日".utf8)) { _ in size }
      let first = SourcePosition(offset: head.count + 2, line: 2, column: 3)
      #expect(found.report.problems.contains(.looksLikeUTF8(characters: 2, first: first)))
      let other = Decoding(Array("\(head)a é 日".utf8) + [0xE9]) { _ in size }
      #expect(!other.report.problems.contains { "\($0)".hasPrefix("looksLike") })
    }
    #expect(Decoding(Array(head.utf8)).report.problems.count == 1)
  }

  @Test func findsForbiddenCharactersAnywhere() {
    var generator = SeededGenerator(seed: 0xF0)
    let characters = Array("a\u{1F}\t\r\n\u{0B}\u{0C}\u{0}\u{7F}\u{FFFE}\u{FFFD}日，é".unicodeScalars)
    for round in 0..<500 {
      var text = String(repeating: "b", count: Int.random(in: 0...40, using: &generator))
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        text.unicodeScalars.append(characters.randomElement(using: &generator) ?? "a")
        text += String(repeating: "c", count: Int.random(in: 0...33, using: &generator))
      }
      let found = Array(text.utf8).withUnsafeBufferPointer { bytes in
        var found: [Int] = []
        var index = ForbiddenCharacters.next(in: bytes, from: 0)
        while index < bytes.count {
          found.append(index)
          index = ForbiddenCharacters.next(in: bytes, from: index + 1)
        }
        return found
      }
      let expected = text.unicodeScalars.indices.filter { index in
        switch text.unicodeScalars[index].value {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
      }
      let offsets = expected.map { text.utf8.distance(from: text.startIndex, to: $0) }
      #expect(found == offsets, "seed \(generator.seed), round \(round)")
    }
  }

  @Test func findsAndDropsForbiddenCharacters() {
    let text = "<a>\u{8}é\r\u{1}\u{FFFF}b\n\u{0}</a>\u{FFFE}\u{FFFD}\u{7F}"
    let clean = "<a>é\rb\n</a>\u{FFFD}\u{7F}"
    for (encoding, width) in [("UTF-8", 1), ("UTF-16LE", 2), ("UTF-32BE", 4), ("GB18030", 1)] {
      let head = "<?xml version='1.0' encoding='\(encoding)'?>"
      guard let bytes = iconvEncoded(head + text, to: encoding) else {
        Issue.record("\(encoding)")
        continue
      }
      let first = SourcePosition(
        offset: (head.count + 3) * width,
        line: 1,
        column: head.count + 4
      )
      for drops in [true, false] {
        for size in [1, 5, 1000] {
          let found = Decoding(bytes, drops: drops) { _ in size }
          #expect(found.text == head + (drops ? clean : text), "\(encoding)")
          #expect(
            found.report.problems.last
              == .forbiddenCharacters(count: 5, first: first, character: "\u{8}")
          )
        }
      }
    }
  }

  @Test func tellsWhereTextGoesOnAfterADroppedCharacter() {
    let decoder = XMLTextDecoder(dropsForbiddenCharacters: true)
    var starts: [SourcePosition] = []
    let bytes = Array("<a>\u{1}é\n\u{2}".utf8) + [0xE9, 0x03, 0x62]
    bytes.withUnsafeBufferPointer { bytes in
      decoder.decode(bytes, isLast: true) { _, start in starts.append(start) }
    }
    #expect(
      starts == [
        SourcePosition(offset: 0, line: 1, column: 1),
        SourcePosition(offset: 4, line: 1, column: 5),
        SourcePosition(offset: 8, line: 2, column: 2),
        SourcePosition(offset: 10, line: 2, column: 4),
      ]
    )
  }

  @Test func replacesWhatWideEncodingsCannotHold() {
    let high: [UInt8] = [0x3D, 0xD8]
    let low: [UInt8] = [0x00, 0xDE]
    let cases: [([UInt8], String, Int)] = [
      (high + low, "😀", 0), (high, "\u{FFFD}", 1), (low, "\u{FFFD}", 1),
      (low + high, "\u{FFFD}\u{FFFD}", 2), (high + [0x61, 0x00], "\u{FFFD}a", 1),
      (high + high + low, "\u{FFFD}😀", 1), ([0x61], "\u{FFFD}", 1),
      (high + [0x00], "\u{FFFD}\u{FFFD}", 2),
    ]
    for (bytes, text, count) in cases {
      for size in [1, 3, 100] {
        let found = Decoding([0xFF, 0xFE, 0x3C, 0x00] + bytes) { _ in size }
        #expect(found.text == "<" + text, "\(bytes)")
        let faults = found.report.problems
        #expect(faults.count == (count > 0 ? 1 : 0))
        guard count > 0, case .invalidBytes(let invalid) = faults.first else { continue }
        #expect(invalid.count == count)
      }
    }
  }

  @Test func readsNewLinesOfEBCDIC() throws {
    let head = "<?xml version='1.0' encoding='ibm037'?>"
    let bytes = try #require(iconvEncoded(head, to: "IBM037")) + [0x15, 0x25, 0x4C]
    #expect(Decoding(bytes).text == "\(head)\n\n<")
  }

  @Test func doesNothingAfterTheEnd() {
    let decoder = XMLTextDecoder()
    var text: [UInt8] = []
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    decoder.decode(nothing, isLast: false, into: &text)
    #expect(!decoder.isEncodingKnown)
    Array("<a/>".utf8).withUnsafeBufferPointer { decoder.decode($0, isLast: false, into: &text) }
    decoder.decode(nothing, isLast: true, into: &text)
    Array("<b/>".utf8).withUnsafeBufferPointer { decoder.decode($0, isLast: true, into: &text) }
    #expect(String(decoding: text, as: UTF8.self) == "<a/>")
  }

  @Test func endsWithWhatTheSinkThrows() {
    struct Stop: Error {}
    let decoder = XMLTextDecoder()
    let bytes = Array("<a/>".utf8)
    _ = bytes.withUnsafeBufferPointer { bytes in
      #expect(throws: Stop.self) {
        try decoder.decode(bytes, isLast: true) { _, _ in throw Stop() }
      }
    }
  }
}
