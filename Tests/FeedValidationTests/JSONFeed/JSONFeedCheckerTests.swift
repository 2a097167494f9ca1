import FeedJSON
import Foundation
import Testing

@testable import FeedValidation

struct JSONFeedCheckerTests {
  /// Taking items out and reading the parts must not change what is JSON and what is not.
  @Test func agreesWithTheReaderOnTheWholeText() throws {
    let fixtures = try GateFixture.all().filter { $0.kind == .jsonFeed }
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\"items\":[", "1", "null", "\"a\"", "\n", " ",
      "{}", "\u{1}",
    ]
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    for round in 0..<4_000 {
      guard let fixture = fixtures.randomElement(using: &random) else { break }
      var bytes = fixture.bytes
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let piece = Array((pieces.randomElement(using: &random) ?? "").utf8)
        let end = Bool.random(using: &random) ? index : index + 1
        bytes.replaceSubrange(index..<end, with: piece)
      }
      let chunk = Int.random(in: 1...200, using: &random)
      let diagnostics = FeedGate.check(bytes, as: .jsonFeed, chunk: chunk)
      #expect(
        diagnostics.contains { $0.rule == "json-syntax" } == !isJSON(bytes),
        "seed \(seed) round \(round) chunk \(chunk): \(String(decoding: bytes, as: UTF8.self))"
      )
    }
  }

  private func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes, skipsByteOrderMark: true)
      do {
        while try reader.next() != nil {}
        return true
      } catch {
        return false
      }
    }
  }

  @Test func gateStopsAtAHundredDiagnostics() {
    let items = Array(repeating: "{}", count: 1_000).joined(separator: ",")
    let text =
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"x\", \"items\": [\(items)]}"
    #expect(
      FeedGate.check(Array(text.utf8), as: .jsonFeed).count == JSONFeedChecker.mostAtGate
    )
  }
}
