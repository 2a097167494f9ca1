import Testing

@testable import FeedValidation

struct SeenValuesTests {
  @Test func tellsWhereAValueStoodFirst() {
    var seen = SeenValues()
    #expect(seen.line(of: "a", now: 3) == nil)
    #expect(seen.line(of: "b", now: 4) == nil)
    #expect(seen.line(of: "a", now: 5) == 3)
    #expect(seen.line(of: "a", now: 6) == 3)
    #expect(seen.line(of: "", now: 7) == nil)
    #expect(seen.line(of: "", now: 8) == 7)
    #expect(seen.line(of: "A", now: 9) == nil)
  }

  /// Through all sizes that the tables go through.
  @Test func knowsEachOfMany() {
    var seen = SeenValues()
    let count = 50_000
    let address: (Int) -> String = { "https://example.org/posts/\($0)" }
    let known = (0..<count).filter { seen.line(of: address($0), now: $0) != nil }
    #expect(known.isEmpty)
    let forgotten = (0..<count).filter { seen.line(of: address($0), now: 0) != $0 }
    #expect(forgotten.isEmpty)
  }

  @Test func standsLinesBeyondItsNumbers() {
    var seen = SeenValues()
    #expect(seen.line(of: "a", now: .max) == nil)
    #expect(seen.line(of: "a", now: 1) == Int(Int32.max))
  }
}
