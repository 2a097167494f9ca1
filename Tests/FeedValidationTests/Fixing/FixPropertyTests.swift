import Foundation
import TestSupport
import Testing

@testable import FeedValidation

/// The promises of `--fix`, on documents that nobody wrote.
@Suite("--fix, promises", .timeLimit(.minutes(15)))
struct FixPropertyTests {
  private static let faults = [
    "&", "&nbsp;", "&foo;", "&eacute", " < ", "<", ">", "]]>", "\u{1}", "\u{B}", "\"", "'", "&#0;",
    "&amp;amp;", "<![CDATA[", "<!-- -->", "<b>", "</b>", " isPermaLink='TRUE'", "é", "😀", "\r",
    "\n", "\t", "<pubDate>2024-05-07T10:00:00+02:00</pubDate>",
    "<pubDate>Mon, 7 May 2024 10:00:00 +0200</pubDate>", "<guid>x y</guid>",
    "<updated> 2024-05-07 10:00:00Z </updated>", "<link>https://example.org/ä b</link>",
    "<item>", "</item>", "<description>D</description>",
    " xmlns=\"http://backend.userland.com/rss2\"",
    " xmlns:media='http://search.yahoo.com/mrss'", "<?xml version='1.0'?>", "<!DOCTYPE rss [",
    "<content:encoded>&copy;</content:encoded>", "<itunes:explicit>yes</itunes:explicit>",
  ]

  private static let documents: [String] = {
    let names = FixFixturesTests.names.filter { !$0.hasPrefix("encoding-") }
    let files = names.compactMap {
      try? String(contentsOf: FixFixturesTests.folder.appendingPathComponent($0), encoding: .utf8)
    }
    let rules = Rule.all.filter(\.isFixable).flatMap(\.examples.failing).map {
      ExampleDocument($0).text
    }
    return files + rules
  }()

  private func mutated(_ random: inout SeededGenerator) -> [UInt8] {
    let text = Self.documents[Int.random(in: 0..<Self.documents.count, using: &random)]
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let fault = Self.faults[Int.random(in: 0..<Self.faults.count, using: &random)]
      bytes.insert(contentsOf: fault.utf8, at: Int.random(in: 0...bytes.count, using: &random))
    }
    guard Int.random(in: 0..<3, using: &random) == 0 else { return bytes }
    return random.mutated(
      String(decoding: bytes, as: UTF8.self),
      alphabet: Array("<>&;/\"'=:[]{},\\ x0\n".utf8)
    )
  }

  private func encoded(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case 1:
      let labelled = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"ISO-8859-1\"")
      return labelled.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
    case 2: return [0xEF, 0xBB, 0xBF] + bytes
    default: return bytes
    }
  }

  @Test("hold for mutated documents", arguments: 0..<8 as Range<UInt64>)
  func mutations(_ part: UInt64) async {
    var changed = 0
    var rejected: [String: Int] = [:]
    for number in 0..<120 as Range<UInt64> {
      // Others have their turn: what takes long would hold their time up.
      await Task.yield()
      let seed = part * 1_000 + number
      var random = SeededGenerator(seed: seed)
      let plain = mutated(&random)
      let document = encoded(plain, &random)
      let (fixed, broken) = FixGuarantee.broken(document)
      #expect(
        broken.isEmpty,
        "seed \(seed): \(broken)\n\(String(decoding: plain, as: UTF8.self))"
      )
      if fixed.isChanged { changed += 1 }
      for rule in fixed.rejected { rejected[rule, default: 0] += 1 }
    }
    #expect(changed > 40)
    // The validator's veto is a last resort.
    #expect(rejected.values.reduce(0, +) < 40, "\(rejected)")
  }

  @Test("hold for bytes of no meaning")
  func random() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let document = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let (fixed, broken) = FixGuarantee.broken(document)
      #expect(broken.isEmpty, "seed \(seed): \(broken)")
      #expect(!fixed.isChanged, "seed \(seed)")
    }
  }

  @Test("Thousands of ampersands are mended at once")
  func many() {
    let text = String(repeating: "a & b &nbsp; 1 < 2\n", count: 3_000)
    let document =
      "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link>"
      + "<description>\(text)</description></channel></rss>"
    let (fixed, broken) = FixGuarantee.broken(Array(document.utf8))
    #expect(broken.isEmpty)
    #expect(fixed.passes <= 2)
    #expect(fixed.report.isValid)
  }
}
