import Testing

@testable import FeedJSON

@Suite struct JSONTextTests {
  private func json(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("a\"b\\c/", #""a\"b\\c/""#),
    ("\n\t\r\u{8}\u{C}\0\u{1F}", #""\n\t\r\b\f\u0000\u001F""#),
    ("<é>&'\u{2028}🚀\u{7F}", "\"<é>&'\u{2028}🚀\u{7F}\""),
    ("12345678\n12345678", #""12345678\n12345678""#),
  ])
  func escapes(_ text: String, _ expected: String) { #expect(json(text) == expected) }

  /// Every scalar up to U+00FF at every place of a word, so that no lane of the scan is missed.
  @Test func everyByteAtEveryPlaceComesBack() throws {
    for code in 0...0x17F as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(code) else { continue }
      for place in 0..<17 {
        let text =
          String(repeating: "a", count: place) + String(scalar)
          + String(repeating: "\u{1}\"é", count: 2)
        #expect(try tokens(json(text)) == ["s:" + text], "U+\(code) after \(place)")
      }
    }
  }
}
