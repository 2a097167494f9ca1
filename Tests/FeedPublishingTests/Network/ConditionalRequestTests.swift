import FeedFetching
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// Asking only for what is new.
@Suite("Conditional requests")
struct ConditionalRequestTests {
  /// With a byte beyond ASCII, which is no UTF-8 by itself.
  private static let entityTag = "W/\"a \u{E9}, b\""
  private static let lastModified = "Saturday, 28-Feb-26 10:00:00 GMT"

  /// The head of an answer in ISO 8859-1: a byte for each character.
  private static func feed(_ titles: [String], _ fields: [(String, String)]) -> ScriptedResponse {
    let body = SampleFeed.rss(titles)
    let lines =
      ["HTTP/1.1 200 OK", "Content-Length: \(body.utf8.count)"]
      + fields.map { "\($0.0): \($0.1)" }
    let head = (lines.joined(separator: "\r\n") + "\r\n\r\n").unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    return ScriptedResponse([.send(head + Array(body.utf8))])
  }

  private static let fields = [("ETag", entityTag), ("Last-Modified", lastModified)]

  @Test("validators go back byte for byte, and 304 keeps everything")
  func notModified() async throws {
    let server = try ScriptedServer(["/": [Self.feed(["a"], Self.fields), .answer(304)]])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    let first = try site.record(server.url())
    let before = try site.site.text("feeds/atom.xml")
    let report = try await site.build(after: hour)
    #expect(report.sources?.sources.map(\.state) == [.unchanged])
    #expect(report.sources?.warnings == [])
    #expect(report.documents.allSatisfy { $0.outcome == .unchanged })
    #expect(try site.site.text("feeds/atom.xml") == before)
    try #require(server.requests.count == 2)
    #expect(server.requests[0]["If-None-Match"] == nil)
    #expect(server.requests[1]["If-None-Match"] == Self.entityTag)
    #expect(server.requests[1]["If-Modified-Since"] == Self.lastModified)
    let second = try site.record(server.url())
    #expect(second.entityTag == first.entityTag && second.digest == first.digest)
    #expect(second.lastWhole == first.lastWhole && second.lastGood != first.lastGood)
  }

  @Test("a server that says 304 for eight days is asked for everything once")
  func unproved() async throws {
    let server = try ScriptedServer([
      "/": [
        Self.feed(["a"], Self.fields), .answer(304), Self.feed(["b", "a"], Self.fields),
        .answer(304),
      ]
    ])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    try await site.build(after: 8 * day - 1)
    try await site.build(after: 8 * day)
    try await site.build(after: 9 * day)
    #expect(server.requests.map { $0["If-None-Match"] != nil } == [false, true, false, true])
    #expect(try site.titles() == ["b", "a"])
  }

  @Test("the validators of a page in the feed's place are not kept, those of the feed are")
  func page() async throws {
    let page = "<!DOCTYPE html><html><title>Are you human?</title><p>Prove it</p></html>"
    let server = try ScriptedServer([
      "/": [
        Self.feed(["a"], Self.fields),
        .answer(200, [("ETag", "\"captcha\""), ("Content-Type", "text/html")], page),
        .answer(304),
      ]
    ])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    let report = try await site.build(after: hour)
    #expect(try site.titles() == ["a"])
    #expect(report.sources?.warnings.count == 1)
    #expect(report.sources?.warnings.first?.message.contains("is a page, and not a feed") == true)
    try await site.build(after: day)
    #expect(server.requests.map { $0["If-None-Match"] } == [nil, Self.entityTag, Self.entityTag])
  }

  @Test("a document that was damaged on the disk is asked for without conditions")
  func damaged() async throws {
    let server = try ScriptedServer(["/": [Self.feed(["a"], Self.fields)]])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    let folder = site.site.path + "/.tidings/sources"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    try Data("<rss".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    try await site.build(after: hour)
    #expect(server.requests.map { $0["If-None-Match"] } == [nil, nil])
    #expect(try site.titles() == ["a"])
  }

  @Test("a feed without entries replaces one with entries only if it is valid")
  func empty() async throws {
    let half = "<rss version=\"2.0\"><channel></channel></rss>"
    let server = try ScriptedServer([
      "/": [
        .answer(200, [], SampleFeed.rss(["a"])), .answer(200, [("ETag", "\"half\"")], half),
        .answer(200, [], SampleFeed.rss([])),
      ]
    ])
    let site = try SourceSite(addresses: [server.url()])
    try await site.build()
    try await site.build(after: hour)
    #expect(try site.titles() == ["a"])
    #expect(try site.record(server.url()).entityTag == nil)
    try await site.build(after: day)
    #expect(try site.titles() == [])
  }

  @Test("an answer of 304 to a question without conditions is a failure")
  func unasked() async throws {
    let server = try ScriptedServer(["/": [.answer(304)]])
    let site = try SourceSite(addresses: [server.url()])
    let report = try await site.build()
    #expect(report.sources?.warnings.first?.message.contains("was not asked that") == true)
  }
}
