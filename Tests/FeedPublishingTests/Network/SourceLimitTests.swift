import FeedFetching
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import FeedPublishing

/// How much at once, and for how long.
@Suite("Many sources", .serialized)
struct SourceLimitTests {
  @Test("a host is asked two things at once at most, and all of them are asked")
  func perHost() async throws {
    let gauge = Gauge()
    let server = try ScriptedServer { request in
      gauge.enter()
      usleep(30_000)
      gauge.leave()
      return .answer(200, [], SampleFeed.rss([String(request.target.dropFirst())]))
    }
    let site = try SourceSite(addresses: (0..<12).map { server.url("/p\($0)") })
    let report = try await site.build()
    #expect(report.posts == 12)
    #expect(gauge.most <= 2)
  }

  @Test("no more than sixteen are asked at once")
  func total() async throws {
    let gauge = Gauge()
    let servers = try (1...40).map { number in
      try ScriptedServer(host: "127.0.1.\(number)") { _ in
        gauge.enter()
        usleep(30_000)
        gauge.leave()
        return .answer(200, [], SampleFeed.rss(["p\(number)"]))
      }
    }
    let site = try SourceSite(addresses: servers.map { $0.url() })
    let report = try await site.build()
    #expect(report.posts == 40)
    #expect(gauge.most <= 16)
    #expect(gauge.most > 2, "hosts do not wait for each other")
  }

  @Test(
    "fifty sources of which half hang are done in about one limit, and the others are all there"
  )
  func hanging() async throws {
    let servers = try (1...50).map { number in
      try ScriptedServer(host: "127.0.2.\(number)") { _ in
        number % 2 == 0
          ? ScriptedResponse([.wait(.seconds(60))])
          : .answer(200, [], SampleFeed.rss(["p\(number)"]))
      }
    }
    var site = try SourceSite(addresses: servers.map { $0.url() })
    site.fetching.timeLimit = .seconds(6)
    site.limits.time = .seconds(6)
    site.limits.leastShare = .milliseconds(500)
    let start = ContinuousClock.now
    let report = try await site.build()
    let duration = start.duration(to: .now)
    #expect(report.posts == 25)
    #expect(duration < .seconds(20), "one after the other they would take \(25 * 6) s: \(duration)")
    let sources = try #require(report.sources?.sources)
    #expect(sources.filter { $0.hasDocument }.count == 25)
    #expect(sources.allSatisfy { !$0.lackedTime })
  }

  @Test("who there was no time for is asked first the next time")
  func lackOfTime() async throws {
    let server = try ScriptedServer { request in
      request.target == "/a" || request.target == "/b"
        ? ScriptedResponse([.wait(.seconds(60))]) : .answer(200, [], SampleFeed.rss(["c"]))
    }
    var site = try SourceSite(addresses: ["/a", "/b", "/c"].map { server.url($0) })
    site.fetching.timeLimit = .milliseconds(600)
    site.limits.time = .milliseconds(600)
    site.limits.leastShare = .milliseconds(400)
    let first = try await site.build()
    #expect(first.sources?.sources.map(\.lackedTime) == [false, false, true])
    #expect(first.sources?.warnings.count == 2, "that is no failure of the third")
    let second = try await site.build(after: hour)
    #expect(second.sources?.sources[2].state == .changed(newEntries: 1))
  }

  @Test("a source that the site has no more is forgotten after three months")
  func forgotten() async throws {
    let server = try ScriptedServer { request in
      .answer(200, [], SampleFeed.rss([String(request.target.dropFirst())]))
    }
    let site = try SourceSite(addresses: [server.url("/a"), server.url("/b")])
    try await site.build()
    try site.configure("  - {from: \"\(server.url("/a"))\", allow_private: true}")
    let folder = site.site.path + "/.tidings/sources"
    try await site.build(after: 89 * day)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    try await site.build(after: 91 * day)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    #expect(try site.record(server.url("/b")).lastGood == nil)
  }

  @Test("ten thousand entries of a source are read, and its newest taken")
  func entries() async throws {
    let titles = (0..<10_050).map { "t\($0)" }
    let server = try ScriptedServer(["/": [.answer(200, [], SampleFeed.rss(titles))]])
    let site = try SourceSite(
      "  - {from: \"\(server.url())\", allow_private: true, limit: 3}",
      feeds: "[feed.json]"
    )
    let report = try await site.build()
    #expect(report.posts == 3)
    #expect(try site.titles() == ["t0", "t28", "t56"])
    let all = try SourceSite(addresses: [server.url()], feeds: "[feed.json]")
    #expect(try await all.build().posts == 10_000)
  }
}

/// How many are in at once.
private final class Gauge: Sendable {
  private let state = Mutex((now: 0, most: 0))

  func enter() {
    state.withLock { state in
      state.now += 1
      state.most = max(state.most, state.now)
    }
  }

  func leave() { state.withLock { $0.now -= 1 } }

  var most: Int { state.withLock { $0.most } }
}
