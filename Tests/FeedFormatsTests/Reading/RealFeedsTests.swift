import FeedFormats
import FeedModel
import Foundation
import Testing

/// The real feeds of ../shared, where they are.
private enum RealFeeds {
  struct Line: Sendable {
    var path: String
    var format: String
    var entries: Int
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/feeds")

  static let lines: [Line] = {
    guard
      let text = try? String(contentsOf: folder.appending(path: "manifest.tsv"), encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count > 7, let entries = Int(columns[7]) else { return nil }
      return Line(path: columns[0], format: columns[4], entries: entries)
    }
  }()
}

/// The manifest counts items in the namespaces that its author knew; these have others.
private let otherCounts = [
  "feeder-android/rss_ukrnet.xml": 20, "node-feedparser/iconv.xml": 10,
  "spec-samples/rdf-09.xml": 5,
]

@Suite(.enabled(if: !RealFeeds.lines.isEmpty), .timeLimit(.minutes(15)))
struct RealFeedsTests {
  @Test func everyEntryIsFound() throws {
    for line in RealFeeds.lines {
      let bytes = try [UInt8](Data(contentsOf: RealFeeds.folder.appending(path: line.path)))
      let (result, posts) = FeedReader.read(bytes)
      #expect(
        posts.count == otherCounts[line.path] ?? line.entries,
        "\(line.path) \(result.notes.prefix(3))"
      )
      #expect(result.entryCount == posts.count)
      #expect(result.isFeed == !line.format.contains("not-a-feed"), "\(line.path) \(result.kind)")
      #expect(posts.allSatisfy { !$0.id.isEmpty }, "\(line.path)")
    }
  }

  /// What was read of a feed is written in every format and read again: the same entries, in order.
  @Test func everyEntrySurvivesRepublishing() throws {
    let options = ReadingOptions(guessesMarkup: false)
    for line in RealFeeds.lines where !line.format.contains("not-a-feed") {
      let bytes = try [UInt8](Data(contentsOf: RealFeeds.folder.appending(path: line.path)))
      let (result, posts) = FeedReader.read(bytes)
      let example = Case(feed: result.feed, posts: posts)
      for format in FeedFormat.allCases {
        let again = FeedReader.read(example.output(format).bytes, options: options)
        let place = Comment(rawValue: "\(line.path) as \(format)")
        #expect(again.posts.map(\.id) == posts.map(\.id), place)
        #expect(again.posts.map(\.title) == posts.map(\.title), place)
        #expect(again.result.isComplete, place)
        #expect(again.result.feed.title == result.feed.title, place)
      }
    }
  }

  /// Entries without date, link or text are those that have none in the documents.
  @Test func fewThingsAreMissing() throws {
    var posts = 0
    var missing = ["date": 0, "permalink": 0, "text": 0]
    for line in RealFeeds.lines where !line.format.contains("not-a-feed") {
      let bytes = try [UInt8](Data(contentsOf: RealFeeds.folder.appending(path: line.path)))
      for post in FeedReader.read(bytes).posts {
        posts += 1
        if post.published == nil, post.updated == nil { missing["date", default: 0] += 1 }
        if post.permalink == nil { missing["permalink", default: 0] += 1 }
        if post.content == nil, post.summary == nil { missing["text", default: 0] += 1 }
      }
    }
    #expect(posts == 10_143)
    #expect(missing == ["date": 409, "permalink": 254, "text": 1_008])
  }
}
