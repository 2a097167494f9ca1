import TestSupport
import Testing

@testable import FeedFetching

@Suite struct FeedFetcherTests {
  @Test func bringsBytesHeadAndNumbers() throws {
    let server = try ScriptedServer([
      "/feed.xml": [
        .answer(
          200,
          [
            ("Content-Type", "application/rss+xml; charset=ISO-8859-1"),
            ("ETag", #"W/"a-1""#), ("Last-Modified", "Thu, 13 Jun 2019 00:00:00 GMT"),
            ("Link", #"</feed.xml>; rel="self", <https://hub.example/>; rel=hub"#),
          ],
          Samples.feed
        )
      ]
    ])
    let fetched = try fetch(" " + server.url("/feed.xml#top") + "\n")
    #expect(fetched.text == Samples.feed)
    #expect(fetched.head.url == server.url("/feed.xml"))
    #expect(fetched.head.status == 200)
    #expect(fetched.head.redirects.isEmpty)
    #expect(fetched.head.contentType?.mediaType == "application/rss+xml")
    #expect(fetched.head.contentType?.charset == "ISO-8859-1")
    #expect(fetched.head.entityTag == #"W/"a-1""#)
    #expect(fetched.head.lastModified == "Thu, 13 Jun 2019 00:00:00 GMT")
    #expect(fetched.head.links.selfLink == server.url("/feed.xml"))
    #expect(fetched.head.links.hubs == ["https://hub.example/"])
    #expect(fetched.head.contentLength == 35)
    #expect(fetched.response.isComplete)
    #expect(fetched.response.bytes == 35)
    #expect(fetched.response.receivedBytes == 35)
    #expect(fetched.response.peerAddress == "127.0.0.1")
    #expect(fetched.response.timing.total > .zero)
    #expect(fetched.response.timing.firstByte > .zero)
  }

  @Test func saysWhoAsksAndForWhat() throws {
    let server = try ScriptedServer(["/feed.xml": [.answer(200, [], Samples.feed)]])
    _ = try fetch(server.url("/feed.xml"))
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request.target == "/feed.xml")
    #expect(request["User-Agent"] == "tidings/1.2.3")
    #expect(request["Accept"] == FetchOptions.feedTypes)
    #expect(request["Accept-Encoding"]?.contains("gzip") == true)
    #expect(request["If-None-Match"] == nil)
    #expect(request["If-Modified-Since"] == nil)

    var options = FetchOptions(version: "1.2.3", about: "https://weir.example/\r\nX: y")
    #expect(options.userAgent.hasPrefix("tidings/1.2.3 (+https://weir.example/"))
    options.allowsPrivateAddresses = true
    options.proxies = .none
    _ = try fetch(server.url("/feed.xml"), options)
    #expect(server.requests.last?["User-Agent"] == "tidings/1.2.3 (+https://weir.example/X: y)")
    #expect(server.requests.last?["X"] == nil)
  }

  @Test func handsOverBytesAsTheyArrive() throws {
    let chunks = ["<rss>", "<channel/>", "</rss>"].map { Array($0.utf8) }
    let server = try ScriptedServer([
      "/": [.chunked([("Content-Type", "text/xml")], chunks, pause: .milliseconds(60))]
    ])
    var events: [String] = []
    let response = try FeedFetcher.fetch(
      server.url(),
      options: loopback(),
      onHead: { events.append($0.contentType?.mediaType ?? "") },
      onBytes: {
        events.append(String(decoding: $0, as: UTF8.self))
        return .goOn
      }
    )
    #expect(events == ["text/xml", "<rss>", "<channel/>", "</rss>"])
    #expect(response.bytes == 21)
    #expect(response.head.contentLength == nil)
  }

  @Test func stopsWhenTheCallerHasSeenEnough() throws {
    let server = try ScriptedServer([
      "/": [.chunked([], [[1], [2], [3]], pause: .milliseconds(60))]
    ])
    var bytes: [UInt8] = []
    let response = try FeedFetcher.fetch(server.url(), options: loopback()) {
      bytes += $0
      return .stop
    }
    #expect(bytes == [1])
    #expect(!response.isComplete)
  }

  @Test(arguments: [
    ("gzip", Samples.gzip), ("deflate", Samples.deflate), ("br", Samples.brotli),
    ("identity", Array(Samples.feed.utf8)),
  ])
  func decompresses(encoding: String, body: [UInt8]) throws {
    let server = try ScriptedServer([
      "/": [.answer(200, [("Content-Encoding", encoding)], body: body)],
      "/chunked": [.chunked([("Content-Encoding", encoding)], body.map { [$0] })],
    ])
    for path in ["/", "/chunked"] {
      let fetched = try fetch(server.url(path))
      #expect(fetched.text == Samples.feed)
      #expect(fetched.head.contentEncoding == encoding)
      #expect(fetched.response.receivedBytes == Int64(body.count))
      #expect(fetched.response.bytes == 35)
    }
  }

  @Test func asksWhetherTheCopyIsStillGood() throws {
    let server = try ScriptedServer { request in
      request["If-None-Match"] == nil
        ? .answer(200, [("ETag", "\"\u{E9}, b\"")], Samples.feed)
        : .answer(304, [("ETag", "\"\u{E9}, b\"")])
    }
    // The field goes out as UTF-8 here, so a tag of four bytes comes back byte for byte.
    let tag = try #require(try fetch(server.url()).head.entityTag)
    #expect(tag == "\"\u{C3}\u{A9}, b\"")
    let options = loopback {
      $0.knownEntityTag = tag
      $0.knownLastModified = "yesterday, or so"
    }
    let second = try fetch(server.url(), options)
    #expect(second.head.isNotModified)
    #expect(second.head.status == 304)
    #expect(second.body.isEmpty)
    #expect(second.response.isComplete)
    #expect(server.requests.last?["If-None-Match"] == tag)
    #expect(server.requests.last?["If-Modified-Since"] == "yesterday, or so")
  }

  @Test(arguments: ["", " ", "a\r\nX: y", "\u{2019}", "a\0b"])
  func sendsNoConditionThatCannotBeAField(_ value: String) throws {
    let server = try ScriptedServer(["/": [.answer(200, [], Samples.feed)]])
    _ = try fetch(server.url(), loopback { $0.knownEntityTag = value })
    let names = server.requests.first?.fields.map { $0.name.lowercased() } ?? []
    #expect(!names.contains("if-none-match"))
    #expect(!names.contains("x"))
  }

  @Test func passesOverInterimAnswersAndTrailers() throws {
    let server = try ScriptedServer([
      "/": [
        .raw(
          "HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: a\r\n b\r\n\r\n"
            + "2\r\nhi\r\n0\r\nETag: \"late\"\r\n\r\n"
        )
      ]
    ])
    let fetched = try fetch(server.url())
    #expect(fetched.text == "hi")
    #expect(fetched.head.entityTag == nil)
    #expect(fetched.head.fields["x"] == "a b")
  }

  @Test func percentEncodesWhatPeopleWrite() throws {
    let server = try ScriptedServer { .answer(200, [], $0.target) }
    let fetched = try fetch(server.url("/føde/a b?q=ø"))
    // libcurl writes the digits in lower or upper case, depending on its version.
    #expect(fetched.text.uppercased() == "/F%C3%B8DE/A%20B?Q=%C3%B8".uppercased())
    #expect(fetched.head.url == server.url(fetched.text))
  }

  @Test func showsNoPasswords() throws {
    let server = try ScriptedServer(["/": [.answer(200, [], "x"), .answer(404)]])
    let address = "http://ada:secret@127.0.0.1:\(server.port)/"
    let fetched = try fetch(address)
    #expect(server.requests.first?["Authorization"] == "Basic YWRhOnNlY3JldA==")
    #expect(fetched.head.url == server.url())
    #expect(failure(address)?.url == server.url())
  }

  @Test func manyAtOnce() async throws {
    let server = try ScriptedServer {
      .answer(200, [], String(repeating: $0.target, count: 10_000))
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        let path = "/\(number)"
        group.addTask {
          let fetched = try fetch(server.url(path))
          #expect(fetched.text == String(repeating: path, count: 10_000))
        }
      }
      try await group.waitForAll()
    }
    #expect(server.connectionCount == 20)
  }
}
