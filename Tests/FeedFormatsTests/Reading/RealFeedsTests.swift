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

@Suite(.enabled(if: !RealFeeds.lines.isEmpty), .timeLimit(.minutes(5)))
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
}
