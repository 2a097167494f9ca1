import Foundation
import TestSupport
import Testing

@testable import FeedFetching

@Suite struct FailureTests {
  @Test func statusesAreFailures() throws {
    let server = try ScriptedServer([
      "/403": [.answer(403, [], "<html/>")],
      "/410": [.answer(410)],
      "/429": [.answer(429, [("Retry-After", "120")])],
      "/503": [.answer(503, [("Retry-After", "Thu, 13 Jun 2019 00:00:00 GMT")])],
      "/206": [.answer(206, [("Content-Range", "bytes 0-1/3")], "ab")],
      "/599": [.answer(599)],
      "/endless": [
        ScriptedResponse([.send(ScriptedResponse.head(500, [])), .wait(.seconds(20))])
      ],
    ])
    let date = try #require(RetryAfter("Thu, 13 Jun 2019 00:00:00 GMT"))
    let expected: [(String, FetchError.Reason, String, String?)] = [
      ("/403", .status(403, retryAfter: nil), "the server answered 403 Forbidden", "turn away"),
      ("/404", .status(404, retryAfter: nil), "the server answered 404 Not Found", "path"),
      ("/410", .status(410, retryAfter: nil), "the server answered 410 Gone", "for good"),
      (
        "/429", .status(429, retryAfter: .seconds(120)),
        "the server answered 429 Too Many Requests", "after 120 s"
      ),
      (
        "/503", .status(503, retryAfter: date),
        "the server answered 503 Service Unavailable", "after 2019-06-13T00:00:00Z"
      ),
      ("/206", .status(206, retryAfter: nil), "the server answered 206 Partial Content", nil),
      ("/599", .status(599, retryAfter: nil), "the server answered 599", "later"),
      (
        "/endless", .status(500, retryAfter: nil),
        "the server answered 500 Internal Server Error", "later"
      ),
    ]
    let start = ContinuousClock.now
    for (path, reason, message, help) in expected {
      let error = try #require(failure(server.url(path)), "\(path)")
      #expect(error.url == server.url(path))
      #expect(error.reason == reason)
      #expect(error.message == message)
      if let help { #expect(error.help?.contains(help) == true, "\(path)") }
    }
    #expect(start.duration(to: .now) < .seconds(10))
  }

  @Test func bodiesThatEndEarlyAreFailures() throws {
    let compressed = Array(Samples.gzip.dropLast(20))
    let server = try ScriptedServer([
      "/length": [.answer(200, [("Content-Length", "50")], Samples.feed)],
      "/chunks": [.chunked([], [Array(Samples.feed.utf8)], end: "")],
      "/gzip": [
        .answer(
          200,
          [("Content-Encoding", "gzip"), ("Content-Length", "56")],
          body: compressed
        )
      ],
    ])
    let error = try #require(failure(server.url("/length")))
    #expect(error.reason == .partial(received: 35, expected: 50))
    #expect(error.message == "the answer ended after 35 bytes of 50")
    #expect(failure(server.url("/chunks"))?.reason == .partial(received: 35, expected: nil))
    guard case .partial = failure(server.url("/gzip"))?.reason else {
      Issue.record("\(String(describing: failure(server.url("/gzip"))))")
      return
    }
  }

  @Test func whatCannotBeDecompressedIsAFailure() throws {
    let server = try ScriptedServer([
      "/text": [.answer(200, [("Content-Encoding", "gzip")], Samples.feed)],
      "/unknown": [.answer(200, [("Content-Encoding", "rot13")], Samples.feed)],
    ])
    for path in ["/text", "/unknown"] {
      guard case .undecodable = failure(server.url(path))?.reason else {
        Issue.record("\(path): \(String(describing: failure(server.url(path))))")
        return
      }
    }
  }

  @Test func whatIsNotHTTPIsAFailure() throws {
    let server = try ScriptedServer([
      "/text": [.raw("SSH-2.0-OpenSSH\r\n")],
      "/nothing": [.raw("")],
    ])
    #expect(failure(server.url("/text"))?.reason == .notHTTP)
    #expect(failure(server.url("/nothing"))?.reason == .emptyAnswer)
    guard case .tls = failure(server.url("/text", scheme: "https"))?.reason else {
      Issue.record("\(String(describing: failure(server.url("/text", scheme: "https"))))")
      return
    }
  }

  @Test func portsThatNobodyListensOnRefuse() throws {
    var server: ScriptedServer? = try ScriptedServer([:])
    let address = try #require(server?.url("/feed.xml"))
    server = nil
    // The listening socket ends with its thread.
    var error: FetchError?
    for _ in 0..<100 {
      error = failure(address)
      if case .noConnection = error?.reason { break }
      usleep(10_000)
    }
    guard case .noConnection = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.message.hasPrefix("the server cannot be reached: ") == true)
  }

  @Test func namesThatDoNotExistAreTold() {
    // Too long a label, which no resolver asks the network for.
    let host = String(repeating: "a", count: 64) + ".example"
    let error = failure("http://\(host)/feed.xml")
    #expect(error?.reason == .unknownHost(host))
    #expect(error?.message == "there is no host “\(host)”")
  }

  @Test(arguments: ["", "feed.xml", "/feed.xml", "http://", "http://a b/", "a\0b"])
  func whatIsNoAddressIsAFailure(_ address: String) {
    let error = failure(address)
    guard case .malformedURL = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.url == address)
  }

  @Test(arguments: ["file:///etc/passwd", "feed://weir.example/", "FTP://weir.example/"])
  func onlyTheWebIsFetched(_ address: String) {
    guard case .unsupportedScheme = failure(address)?.reason else {
      Issue.record("\(String(describing: failure(address)))")
      return
    }
  }
}
