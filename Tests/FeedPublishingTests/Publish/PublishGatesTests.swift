import FeedDiff
import Testing

@testable import FeedPublishing

@Suite("Gates of publishing")
struct PublishGatesTests {
  private func feed(_ ids: some Sequence<Int>, prefix: String = "") -> FeedSnapshot {
    let items = ids.map { number in
      "<item><title>Post \(number)</title><guid isPermaLink=\"false\">\(prefix)\(number)</guid>"
        + "<pubDate>Mon, 0\(number) Jan 2024 00:00:00 GMT</pubDate></item>"
    }
    let text = "<rss version=\"2.0\"><channel><title>T</title>\(items.joined())</channel></rss>"
    return FeedSnapshotReader.read(Array(text.utf8))
  }

  private func refusals(
    _ old: FeedSnapshot,
    _ new: FeedSnapshot,
    _ change: (inout PublishGates) -> Void = { _ in }
  ) throws -> [String] {
    var gates = PublishGates()
    change(&gates)
    let difference = try FeedDifference(old: old, new: new)
    return gates.refusals(of: difference, size: 1_000).map(\.gate)
  }

  @Test("what subscribers never had is not gated")
  func first() throws {
    #expect(try refusals(feed([]), feed(1...9)) { $0.maxNew = .count(0) } == [])
  }

  @Test("each gate closes beyond its limit, and not at it")
  func limits() throws {
    let old = feed(1...6)
    #expect(try refusals(old, feed(1...8)) == [])
    #expect(try refusals(old, feed(1...8)) { $0.maxNew = .count(2) } == [])
    #expect(try refusals(old, feed(1...8)) { $0.maxNew = .count(1) } == ["max_new"])
    #expect(try refusals(old, feed(1...8)) { $0.maxNew = .percent(33) } == ["max_new"])
    #expect(try refusals(old, feed(1...6, prefix: "x")) == ["max_reidentified"])
    #expect(try refusals(old, feed(1...6, prefix: "x")) { $0.maxReidentified = nil } == [])
    #expect(try refusals(old, feed([1, 2, 6])) == [])
    #expect(try refusals(old, feed([1, 6])) == ["max_removed"])
    #expect(try refusals(old, feed([])) == ["max_removed", "min_entries"])
    #expect(try refusals(old, feed([1, 2, 6])) { $0.minEntries = 4 } == ["min_entries"])
    #expect(try refusals(old, old) { $0.maxBytes = 1_000 } == [])
    #expect(try refusals(old, old) { $0.maxBytes = 999 } == ["max_bytes"])
  }

  @Test("limits are read as they are written", arguments: ["0", "7", "0%", "100%"])
  func written(_ text: String) { #expect(ChangeLimit(text)?.text == text) }

  @Test("what is no limit is none", arguments: ["", "%", "-1", "101%", "1.5", "a", "9e9", " 1"])
  func wrong(_ text: String) { #expect(ChangeLimit(text) == nil) }

  @Test("shares of numbers beyond all bounds do not overflow")
  func overflow() {
    #expect(ChangeLimit.percent(100).isExceeded(by: .max, of: 1))
  }
}
