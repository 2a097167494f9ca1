import FeedFormats
import Testing

@Suite struct FeedFormatTests {
  @Test(arguments: [
    ("feed.xml", FeedFormat.rss), ("index.rss", .rss), ("atom.xml", .atom),
    ("blog/ATOM.XML", .atom),
    ("x.atom", .atom), ("feed.json", .json), ("atom/feed.xml", .rss), ("feed", nil), ("", nil),
    ("feed.html", nil),
  ]) func fromFileName(name: String, expected: FeedFormat?) {
    #expect(FeedFormat(fileName: name) == expected)
  }
}
