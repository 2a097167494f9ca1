import FeedFetching
import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// A source that fails keeps what it had, and the others are as they were.
@Suite("Failing sources")
struct SourceFailureTests {
  private static let feed = SampleFeed.rss(["new"])

  @Test("keep their last good entries, are told of once, and end no build", arguments: Trouble.all)
  func keeps(_ trouble: Trouble) async throws {
    let good = ScriptedResponse.answer(200, [("ETag", "\"1\"")], SampleFeed.rss(["a"]))
    let server = try ScriptedServer([
      "/": [good, trouble.answer, trouble.answer, .answer(200, [], SampleFeed.rss(["b", "a"]))],
      "/loop": [.redirect(302, to: "/")],
    ])
    let other = try ScriptedServer([
      "/": [.answer(200, [], SampleFeed.rss(["c"], host: "c.example"))]
    ])
    var site = try SourceSite(addresses: [server.url(), other.url()])
    try await site.build()
    #expect(Set(try site.titles()) == ["a", "c"])
    trouble.limit(&site.fetching)

    let failed = try await site.build(after: hour)
    #expect(failed.refusals.isEmpty && failed.problems.isEmpty && failed.conflicts.isEmpty)
    #expect(Set(try site.titles()) == ["a", "c"], "\(trouble)")
    let warning = try #require(failed.sources?.warnings.first)
    #expect(failed.sources?.warnings.count == 1)
    #expect(warning.source == server.url())
    #expect(warning.message.contains(trouble.says), "\(warning.message)")
    #expect(warning.message.hasSuffix("what it had stays"))
    #expect(try site.record(server.url()).entityTag == "\"1\"")

    let folder = site.site.path + "/.tidings/sources"
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2, "no remains")

    let still = try await site.build(after: day)
    #expect(still.sources?.warnings == [], "it is told of once")
    let record = try site.record(server.url())
    #expect(record.failures == 2 && record.failingSince == failed.sources?.sources[0].since)

    site.fetching = .forSources
    let works = try await site.build(after: 3 * day)
    #expect(works.sources?.warnings.map { $0.message.prefix(14) } == ["it works again"])
    #expect(Set(try site.titles()) == ["a", "b", "c"])
    #expect(try site.record(server.url()).failures == 0)
  }

  @Test("a closed port keeps the last good entries")
  func closed() async throws {
    var server: ScriptedServer? = try ScriptedServer([
      "/": [.answer(200, [], SampleFeed.rss(["a"]))]
    ])
    let address = try #require(server?.url())
    let site = try SourceSite(addresses: [address])
    try await site.build()
    server = nil
    // The port closes a moment after.
    var report = try await site.build(after: hour)
    for attempt in 2..<20 where report.sources?.warnings.isEmpty == true {
      try await Task.sleep(for: .milliseconds(50))
      report = try await site.build(after: Int64(attempt) * hour)
    }
    #expect(report.sources?.warnings.count == 1)
    #expect(try site.titles() == ["a"])
  }

  @Test("a source that never worked has no entries and a warning, once")
  func neverGood() async throws {
    let server = try ScriptedServer(["/": [.answer(404)]])
    let site = try SourceSite(addresses: [server.url()])
    let first = try await site.build()
    #expect(first.posts == 0 && first.problems.isEmpty)
    #expect(first.sources?.warnings.first?.message.hasSuffix("there is nothing of it yet") == true)
    #expect(try await site.build(after: day).sources?.warnings == [])
    #expect(server.requests.count == 2)
  }

  @Test("410 ends the asking, keeps the entries, and is told of once")
  func gone() async throws {
    let server = try ScriptedServer([
      "/": [.answer(200, [], SampleFeed.rss(["a"])), .answer(410)]
    ])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    let report = try await site.build(after: hour)
    #expect(report.sources?.sources.map(\.state) == [.gone])
    #expect(report.sources?.warnings.first?.help?.contains("take it out") == true)
    let later = try await site.build(after: 30 * day)
    #expect(later.sources?.warnings == [])
    #expect(server.requests.count == 2, "nobody asks again")
    #expect(try site.titles() == ["a"])
  }

  @Test("a damaged database of sources is told of, and the entries stay")
  func damagedDatabase() async throws {
    let server = try ScriptedServer(["/": [.answer(200, [], SampleFeed.rss(["a"]))]])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    let path = site.site.path + "/.tidings/sources.sqlite"
    try Data(repeating: 7, count: 5_000).write(to: URL(fileURLWithPath: path))
    let report = try await site.build(after: hour)
    #expect(report.sources?.warnings.first?.help?.contains("new one") == true)
    #expect(try site.titles() == ["a"])
    #expect(server.requests.count == 1, "what the server has said is not known")
  }
}

extension SourceReport.Source {
  var since: Timestamp? {
    if case .failing(let since, _) = state { return since }
    return nil
  }
}

/// A way in which a server can fail.
struct Trouble: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var answer: ScriptedResponse
  /// What the warning says.
  var says: String
  var limit: @Sendable (inout FetchOptions) -> Void = { _ in }

  private static let feed = SampleFeed.rss(["new"])

  static var all: [Trouble] {
    let bytes = Array(feed.utf8)
    return [
      Trouble(
        testDescription: "a body that ends early",
        answer: .answer(200, [("Content-Length", "100000"), ("ETag", "\"2\"")], feed),
        says: "the answer ended after"
      ),
      Trouble(
        testDescription: "chunks without an end",
        answer: .chunked([], [bytes], end: ""),
        says: "the answer ended after"
      ),
      Trouble(
        testDescription: "half of a feed in a whole answer",
        answer: .answer(200, [("ETag", "\"2\"")], body: Array(bytes.prefix(bytes.count / 2))),
        says: "the feed breaks off"
      ),
      Trouble(
        testDescription: "a connection that is cut before the answer",
        answer: ScriptedResponse([]),
        says: "closed the connection without an answer"
      ),
      Trouble(
        testDescription: "no answer at all",
        answer: ScriptedResponse([.wait(.seconds(30))]),
        says: "was not complete within",
        limit: { $0.timeLimit = .milliseconds(400) }
      ),
      Trouble(
        testDescription: "a byte now and then",
        answer: .drip([], feed, pause: .milliseconds(100)),
        says: "fewer than 100 bytes a second",
        limit: { $0.lowestSpeedTime = .seconds(1) }
      ),
      Trouble(
        testDescription: "more than is borne",
        answer: .answer(200, [], SampleFeed.rss((0..<100).map { "t\($0)" })),
        says: "it is larger than",
        limit: { $0.maxReceivedBytes = 10_000 }
      ),
      Trouble(
        testDescription: "a file that decompresses to a thousand times its size",
        answer: .answer(200, [("Content-Encoding", "gzip")], body: GzipBomb.bytes),
        says: "made to fill memory"
      ),
      Trouble(
        testDescription: "something that is not HTTP",
        answer: .raw("SSH-2.0-OpenSSH\r\n"),
        says: "is not HTTP"
      ),
      Trouble(
        testDescription: "redirects in a circle",
        answer: .redirect(302, to: "/loop"),
        says: "go in a circle"
      ),
      Trouble(testDescription: "500", answer: .answer(500), says: "500 Internal Server Error"),
      Trouble(
        testDescription: "JSON of something else",
        answer: .answer(200, [("Content-Type", "application/json")], "{\"error\": \"quota\"}"),
        says: "is not a feed"
      ),
    ]
  }
}

enum GzipBomb {
  /// 64 MiB of zeros, as deflate blocks of 64 KiB.
  static let bytes: [UInt8] =
    [31, 139, 8, 0, 0, 0, 0, 0, 2, 3] + repeatElement(zeroBlock, count: 1024).joined()

  private static let zeroBlock: [UInt8] =
    [236, 193, 1, 1, 0, 0, 0, 128, 144, 254, 175, 238, 8, 10]
    + [UInt8](repeating: 0, count: 63) + [106, 0, 0, 0, 255, 255]
}
