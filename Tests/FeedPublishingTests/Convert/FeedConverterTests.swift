import FeedFormats
import FeedModel
import FeedValidation
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

@Suite(.timeLimit(.minutes(15))) struct FeedConverterTests {
  private static let pairs = FeedFormat.allCases.flatMap { first in
    FeedFormat.allCases.map { (first, $0) }
  }

  @Test("from one format to another and back, entries stay", arguments: pairs)
  func roundTrip(first: FeedFormat, second: FeedFormat) throws {
    for _ in 0..<60 {
      let seed = UInt64.random(in: 0...UInt64.max)
      var feeds = CarriedFeeds(seed: seed)
      let (feed, posts) = feeds.next()
      let place = Comment(rawValue: "\(first) to \(second), seed \(seed)")
      let there = try Conversion(first.document(feed, posts), to: second, pieces: 700)
      let back = try Conversion(there.bytes, to: first)
      #expect(there.errors.map(\.message) == [], place)
      #expect(back.errors.map(\.message) == [], place)
      let found = back.posts
      #expect(found.map(\.id) == posts.map(\.id), place)
      #expect(found.map(\.title) == posts.map(\.title), place)
      #expect(found.map(\.permalink) == posts.map(\.permalink), place)
      #expect(found.map(\.published) == posts.map(\.published), place)
      #expect(found.map(\.updated) == posts.map(\.updated), place)
      #expect(found.map(\.content) == posts.map(\.content), place)
      #expect(found.map(\.attachments) == posts.map(\.attachments), place)
    }
  }

  @Test("the result is what the writers make of what was read", arguments: FeedFormat.allCases)
  func writersBytes(format: FeedFormat) throws {
    for _ in 0..<60 {
      let seed = UInt64.random(in: 0...UInt64.max)
      var feeds = CarriedFeeds(seed: seed)
      var (feed, posts) = feeds.next()
      // Entries without date have the feed's, which is known only at the end.
      for index in posts.indices where Bool.random(using: &feeds.random) {
        posts[index].published = nil
        posts[index].updated = nil
      }
      feed.updated = nil
      let document = RSSWriter.document(feed, posts: posts).bytes
      let conversion = try Conversion(document, to: format)
      let (original, read) = FeedReader.read(document, options: .init(guessesMarkup: false))
      let head = ConvertedHead(original.feed, from: original.kind, to: format, url: nil)
      #expect(conversion.bytes == format.document(head.feed, read), "\(format), seed \(seed)")
    }
  }

  @Test("what the channel says behind its items stands in the head, however large the feed is")
  func lateChannel() throws {
    let text = String(repeating: "Water rises &amp; falls. ", count: 4_000)
    let items = (0..<40).map {
      "<item><guid isPermaLink=\"false\">\($0)</guid><description>\(text)</description></item>"
    }
    let document =
      "<rss version=\"2.0\"><channel>" + items.joined()
      + "<title>Late</title><link>https://weir.example/</link><description>D</description>"
      + "<lastBuildDate>Thu, 13 Jun 2019 10:30:00 +0200</lastBuildDate></channel></rss>"
    #expect(document.utf8.count > 3 << 20)
    let conversion = try Conversion(Array(document.utf8), to: .atom, pieces: 10_000)
    #expect(conversion.errors.isEmpty)
    #expect(conversion.text.contains("<title>Late</title>"))
    #expect(conversion.posts.map(\.id) == (0..<40).map(String.init))
    #expect(conversion.posts.allSatisfy { $0.updated?.offsetSeconds == 7_200 })
    #expect(
      conversion.omissions.contains(
        "updated: Atom requires a date, so it says when the feed last changed"
      )
    )
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try conversion.result.write(to: file.path) == .created)
    #expect(try [UInt8](Data(contentsOf: file)) == conversion.bytes)
    #expect(try conversion.result.write(to: file.path) == .unchanged)
    #expect(conversion.result.size == conversion.bytes.count)
  }

  @Test("whatever the bytes are, what is written has no error", arguments: FeedFormat.allCases)
  func mutations(format: FeedFormat) throws {
    let alphabet = Array("<>&;/\"'=:[]{},\\ \u{0}x0#?".utf8)
    for round in 0..<250 {
      let seed = UInt64.random(in: 0...UInt64.max)
      var feeds = CarriedFeeds(seed: seed)
      let (feed, posts) = feeds.next()
      let first = FeedFormat.allCases[round % 3]
      let text = String(decoding: first.document(feed, posts), as: UTF8.self)
      let conversion = try Conversion(
        feeds.random.mutated(text, alphabet: alphabet),
        to: format
      )
      guard conversion.result.original.isFeed else { continue }
      // Ids are kept, whatever they are, and so are addresses and words that can be meant.
      let errors = conversion.errors.filter { error in
        !["id", "guid"].contains(error.element)
          && !["url", "html", "language", "host"].contains { error.rule.hasPrefix($0) }
      }
      #expect(errors.isEmpty, "\(first) to \(format), seed \(seed), round \(round): \(errors)")
      #expect(conversion.result.refusals.isEmpty, "\(first) to \(format), seed \(seed)")
    }
  }
}

/// The real feeds of ../shared, where they are.
@Suite(.timeLimit(.minutes(15))) struct RealFeedConversionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/feeds")

  static let names: [String] = {
    let manifest = folder.appending(path: "manifest.tsv")
    guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: "\t").first.map(String.init)
    }
  }()

  @Test(
    "every real feed becomes one without errors in every format",
    .enabled(if: !names.isEmpty),
    arguments: FeedFormat.allCases
  ) func conversions(format: FeedFormat) throws {
    var repeated = 0
    let turn = FeedFormat.allCases.firstIndex(of: format) ?? 0
    for (index, name) in Self.names.enumerated() {
      let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
      // Large feeds take turns.
      guard bytes.count < 40_000 || index % 3 == turn else { continue }
      let conversion = try Conversion(bytes, to: format)
      let result = conversion.result
      guard result.original.isFeed else { continue }
      // Ids that are wrong in the original stay: readers know the entries by them.
      var errors = conversion.errors.filter {
        !["uuid-invalid", "podcast-guid-invalid"].contains($0.rule)
      }
      // RSS requires a page, and some feeds have no address in them at all.
      let hasNoAddress = result.omissions.all.contains {
        $0.omission.property == "homePage" && $0.omission.reason.contains("no address at all")
      }
      if hasNoAddress { errors.removeAll { $0.message == "link is empty" } }
      #expect(errors.isEmpty, "\(name): \(errors.map { "\($0.line): \($0.message)" })")
      #expect(result.refusals.isEmpty, "\(name)")
      let repeats = result.omissions.all.first { $0.omission == .repeatedPost }?.count ?? 0
      #expect(result.entryCount + repeats == result.original.entryCount, "\(name)")
      #expect(conversion.posts.count == result.entryCount, "\(name)")
      repeated += repeats
    }
    #expect(repeated < 20)
  }
}
