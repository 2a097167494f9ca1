import FeedModel
import FeedSources
import TestSupport
import Testing

@Suite struct FileNameDateTests {
  @Test(arguments: [
    ("2019-06-13-title.md", "2019-6-13", "title"),
    ("2019-06-13_title.md", "2019-6-13", "title"),
    ("2019-06-13 title.md", "2019-6-13", "title"),
    ("2019-6-3-title.markdown", "2019-6-3", "title"),
    ("_posts/2019-06-13-a-long-title.md", "2019-6-13", "a-long-title"),
    ("content/2019-06-13-title/index.md", "2019-6-13", "title"),
    ("content/2019-06-13-title/_index.mdx", "2019-6-13", "title"),
    ("blog/2019/06/13/title.md", "2019-6-13", "title"),
    ("2019/06/13/title/index.md", "2019-6-13", "title"),
    ("blog/2019/06-13-title.md", "2019-6-13", "title"),
    ("blog/2019-06-13/title.md", "2019-6-13", "title"),
    ("blog/2019-06-13/index.md", "2019-6-13", ""),
    ("2019-06-13.md", "2019-6-13", ""),
    ("2019-06-13", "2019-6-13", ""),
    ("2018-01-01-old/2019-06-13-new.md", "2019-6-13", "new"),
    ("/a//2019-06-13-title.md", "2019-6-13", "title"),
    ("2019-06-13-version-1.2", "2019-6-13", "version-1.2"),
    ("2019-06-13-été-🎉.md", "2019-6-13", "été-🎉"),
  ])
  func finds(path: String, day: String, title: String) throws {
    let match = try #require(FileNameDate.parse(path))
    #expect("\(match.day.year)-\(match.day.month)-\(match.day.day)" == day)
    #expect(path[match.title] == title)
    let part = ("é/" + path).dropFirst(2)
    let partMatch = try #require(FileNameDate.parse(part))
    #expect(part[partMatch.title] == title)
  }

  @Test(arguments: [
    "", "/", "///", "title.md", "20190613-title.md", "2019-13-13-title.md", "2019-02-30-title.md",
    "2019-06-131-title.md", "12019-06-13-title.md", "a2019-06-13-title.md", "2019-06-title.md",
    "2019-06-13title.md", "19-06-13-title.md", "2019/title.md", "index.md", ".md", "2019-06-",
  ])
  func findsNone(path: String) {
    #expect(FileNameDate.parse(path) == nil)
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: 613)
    let alphabet = Array("0123456789-/_.é".utf8)
    for _ in 0..<10_000 {
      let bytes = generator.mutated("blog/2019-06-13-title/index.md", alphabet: alphabet)
      let path = String(decoding: bytes, as: UTF8.self)
      if let match = FileNameDate.parse(path) { _ = path[match.title] }
    }
  }
}
