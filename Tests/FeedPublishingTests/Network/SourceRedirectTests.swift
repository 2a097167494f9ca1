import FeedFetching
import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// Where a source has moved.
@Suite("Redirected sources")
struct SourceRedirectTests {
  private static let feed = ScriptedResponse.answer(200, [], SampleFeed.rss(["a"]))

  @Test(
    "a permanent redirect is taken for the new address after seven days",
    arguments: [301, 308]
  )
  func permanent(_ status: Int) async throws {
    let server = try ScriptedServer([
      "/old": [.redirect(status, to: "/new")], "/new": [Self.feed],
    ])
    let site = try SourceSite(addresses: [server.url("/old")])
    for seconds in [0, 7 * day - 1, 7 * day, 8 * day] { try await site.build(after: seconds) }
    #expect(
      server.requests.map(\.target) == ["/old", "/new", "/old", "/new", "/old", "/new", "/new"]
    )
    #expect(try site.record(server.url("/old")).current == server.url("/new"))
    #expect(try site.titles() == ["a"])
  }

  @Test("the move is told of once, with the address to write")
  func told() async throws {
    let server = try ScriptedServer(["/old": [.redirect(301, to: "/new")], "/new": [Self.feed]])
    let site = try SourceSite(addresses: [server.url("/old")])
    #expect(try await site.build().sources?.warnings == [])
    let report = try await site.build(after: 7 * day)
    #expect(report.sources?.warnings.first?.help == "write \(server.url("/new")) in its place")
    #expect(try await site.build(after: 8 * day).sources?.warnings == [])
  }

  @Test("a temporary redirect never is", arguments: [302, 303, 307])
  func temporary(_ status: Int) async throws {
    let server = try ScriptedServer([
      "/old": [.redirect(status, to: "/new")], "/new": [Self.feed],
    ])
    let site = try SourceSite(addresses: [server.url("/old")])
    for seconds in [0, 30 * day] { try await site.build(after: seconds) }
    let record = try site.record(server.url("/old"))
    #expect(record.current == server.url("/old") && record.movedTo == nil)
    #expect(try site.titles() == ["a"])
  }

  @Test("what comes after a temporary redirect in a chain is not taken")
  func chain() async throws {
    let server = try ScriptedServer([
      "/old": [.redirect(301, to: "/middle")], "/middle": [.redirect(302, to: "/new")],
      "/new": [.redirect(301, to: "/last")], "/last": [Self.feed],
    ])
    let site = try SourceSite(addresses: [server.url("/old")])
    for seconds in [0, 7 * day] { try await site.build(after: seconds) }
    #expect(try site.record(server.url("/old")).current == server.url("/middle"))
  }

  @Test("a redirect that leads elsewhere every time proves nothing")
  func flipFlop() async throws {
    let server = try ScriptedServer([
      "/old": [.redirect(301, to: "/a"), .redirect(301, to: "/b"), .redirect(301, to: "/a")],
      "/a": [Self.feed], "/b": [Self.feed],
    ])
    let site = try SourceSite(addresses: [server.url("/old")])
    for seconds in [0, 7 * day, 14 * day] { try await site.build(after: seconds) }
    #expect(try site.record(server.url("/old")).current == server.url("/old"))
  }

  @Test("a redirect to what is no feed changes nothing")
  func noFeed() async throws {
    let server = try ScriptedServer([
      "/old": [Self.feed, .redirect(301, to: "/parked")],
      "/parked": [.answer(200, [("Content-Type", "text/html")], "<html><p>For sale</p></html>")],
    ])
    let site = try SourceSite(addresses: [server.url("/old")])
    for seconds in [0, day, 30 * day] { try await site.build(after: seconds) }
    let record = try site.record(server.url("/old"))
    #expect(record.current == server.url("/old") && record.movedTo == nil)
    #expect(try site.titles() == ["a"])
  }

  @Test("more than five redirects are too many")
  func tooMany() async throws {
    var script = ["/6": [Self.feed]]
    for number in 0..<6 { script["/\(number)"] = [.redirect(301, to: "/\(number + 1)")] }
    let server = try ScriptedServer(script)
    let site = try SourceSite(addresses: [server.url("/0"), server.url("/1")])
    let report = try await site.build()
    #expect(report.sources?.warnings.map(\.source) == [server.url("/0")])
    #expect(report.sources?.warnings.first?.message.contains("more than 5") == true)
  }

  @Test("the same host over TLS is taken at once, another host over TLS is not")
  func upgrade() {
    let rules = SourceRules(now: SourceSite.start)
    var record = SourceRecord(address: "http://weir.example/feed.xml")
    rules.succeed(&record, permanentURL: "https://weir.example/feed.xml")
    #expect(record.current == "https://weir.example/feed.xml")
    var other = SourceRecord(address: "http://weir.example/feed.xml")
    rules.succeed(&other, permanentURL: "https://other.example/feed.xml")
    #expect(other.current == "http://weir.example/feed.xml")
    #expect(other.movedTo == "https://other.example/feed.xml")
  }

  @Test("a new address that fails three times, or is gone, gives way to the old one")
  func back() {
    var record = SourceRecord(address: "http://weir.example/feed.xml")
    let rules = SourceRules(now: SourceSite.start)
    let target = "https://weir.example/feed.xml"
    for failure in [SourceFailure(message: ""), SourceFailure(message: "", isGone: true)] {
      rules.succeed(&record, permanentURL: target)
      let attempts = failure.isGone ? 1 : 3
      for attempt in 1...attempts {
        #expect(record.current == target, "attempt \(attempt)")
        rules.fail(&record, failure)
      }
      #expect(record.current == record.address && !record.isGone)
    }
    rules.fail(&record, SourceFailure(message: "", isGone: true))
    #expect(record.isGone, "what the old address says counts")
  }

  @Test("an address with a password stays: the new one would be without it")
  func password() {
    var record = SourceRecord(address: "https://ada:secret@weir.example/feed.xml")
    var rules = SourceRules(now: SourceSite.start)
    rules.succeed(&record, permanentURL: "https://weir.example/new.xml")
    rules.now = SourceSite.moment("2026-04-01T00:00:00Z")
    rules.succeed(&record, permanentURL: "https://weir.example/new.xml")
    #expect(record.current == record.address)
  }
}
