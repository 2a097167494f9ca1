import FeedFormats
import FeedModel
import Foundation
import TestSupport
import Testing

/// Whatever the bytes are, reading ends, and what is read can be written.
@Suite(.timeLimit(.minutes(15))) struct MutatedFeedsTests {
  @Test(arguments: ReadingFixturesTests.names) func mutationsAreRead(name: String) throws {
    let file = ReadingFixturesTests.folder.appending(path: name)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let alphabet = Array("<>&;/\"'=:[]{},\\ \u{0}x0".utf8)
    for seed in 0..<100 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = random.mutated(text, alphabet: alphabet)
      let (result, posts) = FeedReader.read(bytes)
      #expect(result.entryCount == posts.count, "seed \(seed)")
      #expect(posts.allSatisfy { !$0.id.isEmpty }, "seed \(seed)")
      _ = OPMLReader.read(bytes)
      let example = Case(feed: result.feed, posts: posts)
      for format in FeedFormat.allCases {
        let again = FeedReader.read(example.output(format).bytes)
        #expect(again.posts.count == posts.count, "\(format) seed \(seed)")
      }
    }
  }

  @Test func randomBytesAreNoFeeds() {
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(!FeedReader.read(bytes).result.isFeed, "seed \(seed)")
    }
  }

  @Test(arguments: ["", " ", "{", "{}", "[]", "null", "<", "{\"items\":", "\u{FEFF}", "&"])
  func stumpsAreRead(text: String) {
    let (result, posts) = FeedReader.read(Array(text.utf8))
    #expect(posts.isEmpty)
    #expect(!result.isFeed)
  }

  /// Elements without end stay within memory, and deep ones within the stack.
  @Test func extremesAreRead() {
    let deep = "<rss version='2.0'><channel><item>" + String(repeating: "<a>", count: 100_000)
    #expect(FeedReader.read(Array(deep.utf8)).posts.count == 1)
    let deepJSON =
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"x\":"
      + String(repeating: "[", count: 100_000)
    #expect(FeedReader.read(Array(deepJSON.utf8)).posts.isEmpty)
    let wide =
      "<rss version='2.0'><channel><item><media:group>"
      + String(repeating: "<a/>", count: 300_000) + "</media:group></item></channel></rss>"
    #expect(FeedReader.read(Array(wide.utf8)).posts.count == 1)
    let many =
      "<rss version='2.0'><channel>" + String(repeating: "<item/>", count: 20_000)
      + "</channel></rss>"
    let (result, posts) = FeedReader.read(Array(many.utf8))
    #expect(posts.count == 20_000)
    #expect(result.notes.count == 1_000)
    #expect(result.noteCount == 20_000)
  }
}
