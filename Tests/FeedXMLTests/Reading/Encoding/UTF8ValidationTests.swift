import TestSupport
import Testing

@testable import FeedXML

@Suite struct UTF8ValidationTests {
  @Test func knowsEveryLeadAndBoundary() {
    let cases: [([UInt8], Int, UTF8Validation.End)] = [
      ([], 0, .complete), ([0x41], 1, .complete), ([0xC3, 0xA9], 2, .complete),
      ([0xC3], 0, .truncated), ([0x80], 0, .invalid), ([0xC0, 0x80], 0, .invalid),
      ([0xC1, 0xBF], 0, .invalid), ([0xC2, 0x41], 0, .invalid),
      ([0xE0, 0x9F, 0xBF], 0, .invalid), ([0xE0, 0xA0, 0x80], 3, .complete),
      ([0xED, 0x9F, 0xBF], 3, .complete), ([0xED, 0xA0, 0x80], 0, .invalid),
      ([0xEF, 0xBF, 0xBF], 3, .complete), ([0xF0, 0x8F, 0xBF, 0xBF], 0, .invalid),
      ([0xF0, 0x90, 0x80, 0x80], 4, .complete), ([0xF4, 0x8F, 0xBF, 0xBF], 4, .complete),
      ([0xF4, 0x90, 0x80, 0x80], 0, .invalid), ([0xF5, 0x80, 0x80, 0x80], 0, .invalid),
      ([0x41, 0xF0, 0x9F, 0x98], 1, .truncated), ([0x41, 0xE2, 0x82, 0x41], 1, .invalid),
    ]
    for (bytes, index, end) in cases {
      // The blocks of the fast path, and what begins in one and ends in the next.
      for padding in [0, 1, 29, 30, 31, 32, 33, 62, 63, 64] {
        let text = [UInt8](repeating: 0x61, count: padding) + bytes
        let found = text.withUnsafeBufferPointer { UTF8Validation.validEnd($0, from: 0) }
        #expect(found == (padding + index, end), "\(padding) and \(bytes)")
        guard end != .truncated else { continue }
        let longer = text + [UInt8](repeating: 0x61, count: 70)
        let other = longer.withUnsafeBufferPointer { UTF8Validation.validEnd($0, from: 0) }
        let whole = end == .complete
        #expect(other == (whole ? longer.count : padding + index, end), "\(padding), \(bytes)")
      }
    }
  }

  @Test func agreesWithTheStandardLibrary() {
    var generator = SeededGenerator(seed: 0x8)
    let characters = Array("aé日𝄞 xyz".unicodeScalars)
    for round in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        text.unicodeScalars.append(characters.randomElement(using: &generator) ?? "a")
      }
      let bytes =
        round % 3 == 0
        ? Array(text.utf8)
        : generator.mutated(text, alphabet: [0xE2, 0x80, 0xF0, 0xED, 0xC3, 0xFF])
      let found = bytes.withUnsafeBufferPointer { UTF8Validation.validEnd($0, from: 0) }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((found.end == .complete) == isValid, "seed \(generator.seed), round \(round)")
      #expect(String(validating: bytes[..<found.index], as: UTF8.self) != nil, "round \(round)")
    }
  }
}
