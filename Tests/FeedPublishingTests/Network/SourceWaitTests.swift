import FeedFetching
import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// When a source is asked again.
@Suite("Waiting for sources")
struct SourceWaitTests {
  @Test(
    "Retry-After of 429 and 503 is kept for the next runs, between a minute and a week",
    arguments: [
      Wait(429, "7200", seconds: 7200),
      Wait(503, "7200", seconds: 7200),
      // The site is built at 12:00.
      Wait(429, "Sun, 01 Mar 2026 15:00:00 GMT", seconds: 3 * hour),
      Wait(503, "Sun, 01 Mar 2026 15:00:00 GMT", seconds: 3 * hour),
      Wait(429, "0", seconds: minute),
      Wait(503, "Sun, 01 Mar 2020 15:00:00 GMT", seconds: minute),
      Wait(429, "99999999999999999999", seconds: 7 * day),
      Wait(503, "Fri, 01 Mar 2126 15:00:00 GMT", seconds: 7 * day),
      // Without it the source is as any that fails.
      Wait(429, nil, seconds: 5 * minute),
      Wait(503, "soon", seconds: 5 * minute),
      // No other status has a say.
      Wait(403, "7200", seconds: 5 * minute),
    ]
  )
  func retryAfter(_ wait: Wait) async throws {
    let fields = wait.retryAfter.map { [("Retry-After", $0)] } ?? []
    let server = try ScriptedServer(["/": [.answer(wait.status, fields)]])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    try await site.build(after: wait.seconds - 1)
    #expect(server.requests.count == 1, "no request before the time")
    try await site.build(after: wait.seconds)
    #expect(server.requests.count == 2)
  }

  @Test("without it the time doubles up to a day, a quarter more or less")
  func backOff() {
    var record = SourceRecord(address: "https://weir.example/")
    let failure = SourceFailure(message: "")
    func waits(_ jitter: Double) -> [Int64] {
      record.failures = 0
      return (0..<12).map { _ in
        var rules = SourceRules(now: SourceSite.start)
        rules.jitter = { jitter }
        rules.fail(&record, failure)
        return (record.notBefore?.secondsSince1970 ?? 0) - SourceSite.start.secondsSince1970
      }
    }
    #expect(
      waits(0.5).map { $0 / minute } == [
        5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440,
      ]
    )
    #expect(waits(0).first == 225)
    #expect(waits(1).first == 375)
    #expect(waits(1).max() == day)
  }

  @Test("a wait from a time when the clock was wrong is none")
  func clock() async throws {
    let server = try ScriptedServer([
      "/": [.answer(503, [("Retry-After", "600")]), .answer(200, [], SampleFeed.rss(["a"]))]
    ])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build(after: 3_650 * day)
    try await site.build()
    #expect(server.requests.count == 2)
    #expect(try site.titles() == ["a"])
  }

  @Test("offline, no server is asked and the last good entries are there")
  func offline() async throws {
    let server = try ScriptedServer(["/": [.answer(200, [], SampleFeed.rss(["a"]))]])
    let site = try SourceSite(addresses: [server.url()])
    let never = try await site.build(isOffline: true)
    #expect(never.posts == 0 && never.sources?.sources.first?.hasDocument == false)
    #expect(!FileManager.default.fileExists(atPath: site.site.path + "/.tidings/sources.sqlite"))
    try await site.build()
    let report = try await site.build(after: hour, isOffline: true)
    #expect(report.sources?.sources.map(\.state) == [.notAsked])
    #expect(try site.titles() == ["a"])
    #expect(server.requests.count == 1)
  }
}

struct Wait: Sendable, CustomTestStringConvertible {
  var status: Int
  var retryAfter: String?
  var seconds: Int64
  var testDescription: String { "\(status) \(retryAfter ?? "without")" }

  init(_ status: Int, _ retryAfter: String?, seconds: Int64) {
    self.status = status
    self.retryAfter = retryAfter
    self.seconds = seconds
  }
}
