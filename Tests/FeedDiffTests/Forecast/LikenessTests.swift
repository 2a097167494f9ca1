import Testing

@testable import FeedDiff

@Suite("Likeness of texts")
struct LikenessTests {
  @Test("titles")
  func titles() {
    #expect(Likeness.ofTitles("", "") == 1)
    #expect(Likeness.ofTitles("abc", "") == 0)
    #expect(Likeness.ofTitles("Low water", "Low water") == 1)
    #expect(Likeness.ofTitles("Note 9", "Note nine") < 0.75)
    #expect(Likeness.ofTitles("Low water in May", "Low water in June") >= 0.75)
  }

  @Test("contents")
  func contents() {
    let text = String(repeating: "The water rose. ", count: 100)
    #expect(Likeness.ofContents("", "") == 1)
    #expect(Likeness.ofContents(text, text) == 1)
    #expect(Likeness.ofContents(text, text + "More.") > 0.98)
    #expect(Likeness.ofContents("<p>" + text, "<div>" + text + "end") > 0.98)
    #expect(Likeness.ofContents(text, String(repeating: "Nothing else. ", count: 100)) < 0.5)
  }
}
