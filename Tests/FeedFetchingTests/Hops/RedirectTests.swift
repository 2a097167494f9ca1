import TestSupport
import Testing

@testable import FeedFetching

@Suite struct RedirectTests {
  @Test func followsAllKindsAndTellsThem() throws {
    let server = try ScriptedServer([
      "/e": [.redirect(307, to: "f")],
      "/f": [.answer(200, [], Samples.feed)],
    ])
    let second = try ScriptedServer(["/d": [.redirect(303, to: server.url("/e"))]])
    let first = try ScriptedServer { [port = second.port] request in
      switch request.target {
      case "/a": .redirect(301, to: "/b")
      case "/b": .redirect(308, to: "c?x=1#y")
      default: .redirect(302, to: "//127.0.0.1:\(port)/d")
      }
    }
    let fetched = try fetch(first.url("/a"))
    #expect(fetched.text == Samples.feed)
    #expect(fetched.head.url == server.url("/f"))
    #expect(
      fetched.head.redirects == [
        Redirect(source: first.url("/a"), status: 301, target: first.url("/b")),
        Redirect(source: first.url("/b"), status: 308, target: first.url("/c?x=1")),
        Redirect(source: first.url("/c?x=1"), status: 302, target: second.url("/d")),
        Redirect(source: second.url("/d"), status: 303, target: server.url("/e")),
        Redirect(source: server.url("/e"), status: 307, target: server.url("/f")),
      ]
    )
    #expect(fetched.head.redirects.map(\.isPermanent) == [true, true, false, false, false])
    #expect(fetched.head.permanentURL == first.url("/c?x=1"))
    // Hops to one server share a connection.
    #expect(first.connectionCount == 1)
  }

  @Test func aTemporaryRedirectMovesNothing() throws {
    let server = try ScriptedServer([
      "/a": [.redirect(302, to: "/b")], "/b": [.redirect(301, to: "/c")],
      "/c": [.answer(200, [], "x")],
    ])
    #expect(try fetch(server.url("/a")).head.permanentURL == nil)
    #expect(try fetch(server.url("/b")).head.permanentURL == server.url("/c"))
    #expect(try fetch(server.url("/c")).head.permanentURL == nil)
  }

  @Test func countsRedirects() throws {
    let server = try ScriptedServer { request in
      let number = Int(request.target.dropFirst()) ?? 0
      return number == 0
        ? .answer(200, [], Samples.feed) : .redirect(302, to: "/\(number - 1)")
    }
    #expect(try fetch(server.url("/10")).head.redirects.count == 10)
    let error = try #require(failure(server.url("/11")))
    #expect(error.reason == .tooManyRedirects(limit: 10))
    #expect(error.redirects.count == 11)
    #expect(error.message == "there are more than 10 redirects")
    #expect(failure(server.url("/1"), loopback { $0.maxRedirects = 0 })?.redirects.count == 1)
  }

  @Test func seesCircles() throws {
    let server = try ScriptedServer([
      "/a": [.redirect(301, to: "/b")], "/b": [.redirect(301, to: "/a")],
      "/self": [.redirect(302, to: "/self#again")],
    ])
    let error = try #require(failure(server.url("/a")))
    #expect(error.reason == .redirectLoop)
    #expect(error.help == "the last leads from \(server.url("/b")) to \(server.url("/a"))")
    #expect(server.requests.count == 2)
    #expect(failure(server.url("/self"))?.reason == .redirectLoop)
  }

  @Test(arguments: [
    ("file:///etc/passwd", FetchError.Reason.unsupportedScheme("file")),
    ("gopher://127.0.0.1/", .unsupportedScheme("gopher")),
    ("ftp://127.0.0.1/feed", .unsupportedScheme("ftp")),
  ])
  func leavesTheWebForNothing(location: String, reason: FetchError.Reason) throws {
    let server = try ScriptedServer(["/": [.redirect(302, to: location)]])
    #expect(failure(server.url())?.reason == reason)
  }

  @Test(arguments: ["http://", "http://a b/", "http://[::1", "http://a:99999999/"])
  func refusesWhatIsNoAddress(location: String) throws {
    let server = try ScriptedServer(["/": [.redirect(302, to: location)]])
    guard case .malformedURL = failure(server.url())?.reason else {
      Issue.record("\(String(describing: failure(server.url())))")
      return
    }
  }

  @Test func aRedirectWithoutATargetIsAFailure() throws {
    let server = try ScriptedServer(["/": [.answer(302)], "/choices": [.answer(300)]])
    #expect(failure(server.url())?.reason == .status(302, retryAfter: nil))
    #expect(failure(server.url("/choices"))?.reason == .status(300, retryAfter: nil))
  }

  @Test func readsNoLongBodiesOfRedirects() throws {
    let page = [UInt8](repeating: 0x20, count: 1 << 20)
    let server = try ScriptedServer([
      "/long": [.answer(302, [("Location", "/feed")], body: page)],
      "/endless": [
        ScriptedResponse([
          .send(ScriptedResponse.head(302, [("Location", "/feed")])), .wait(.seconds(20)),
        ])
      ],
      "/broken": [
        .answer(302, [("Location", "/feed"), ("Content-Encoding", "gzip")], "this is not gzip")
      ],
      "/feed": [.answer(200, [], Samples.feed)],
    ])
    let start = ContinuousClock.now
    for path in ["/long", "/endless", "/broken"] {
      #expect(try fetch(server.url(path)).text == Samples.feed, "\(path)")
    }
    #expect(start.duration(to: .now) < .seconds(10))
  }
}
