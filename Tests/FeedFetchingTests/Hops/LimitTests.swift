import TestSupport
import Testing

@testable import FeedFetching

@Suite struct LimitTests {
  @Test func aBombEndsWithItsRatio() throws {
    // 256 MiB of zeros.
    let bomb = Samples.gzipHead + Samples.zeros(blocks: 4096)
    let server = try ScriptedServer([
      "/": [.answer(200, [("Content-Encoding", "gzip")], body: bomb)],
      "/twice": [.answer(200, [("Content-Encoding", "gzip, identity")], body: bomb)],
    ])
    for path in ["/", "/twice"] {
      var bytes = 0
      do throws(FetchError) {
        _ = try FeedFetcher.fetch(server.url(path), options: loopback()) {
          bytes += $0.count
          return .goOn
        }
        Issue.record("no error")
      } catch {
        #expect(error.reason == .tooLarge(.ratio(100)))
        #expect(error.message.hasPrefix("it decompresses to more than 100 times its size"))
      }
      #expect(bytes < 16 << 20)
    }
  }

  @Test func smallFilesMayBeAsRepetitiveAsTheyLike() throws {
    let body = Samples.gzipHead + Samples.zeros(blocks: 16)
    // Ends with an empty final block and the checks, which are those of 1 MiB of zeros.
    let end: [UInt8] = [3, 0, 28, 234, 56, 167, 0, 0, 16, 0]
    let server = try ScriptedServer([
      "/": [.answer(200, [("Content-Encoding", "gzip")], body: body + end)]
    ])
    #expect(try fetch(server.url()).body.count == 1 << 20)
  }

  @Test func countsDecompressedBytes() throws {
    let server = try ScriptedServer([
      "/": [.answer(200, [("Content-Encoding", "gzip")], body: Samples.gzip)]
    ])
    let error = failure(server.url(), loopback { $0.maxBytes = 34 })
    #expect(error?.reason == .tooLarge(.decompressed(34)))
    #expect(try fetch(server.url(), loopback { $0.maxBytes = 35 }).text == Samples.feed)
  }

  @Test func countsTransferredBytes() throws {
    let body = [UInt8](repeating: 0x20, count: 100_000)
    let server = try ScriptedServer([
      "/length": [.answer(200, [], body: body)],
      "/chunks": [.chunked([], Array(repeating: body, count: 100))],
      // Nothing comes out of these, so only what goes in can be counted.
      "/empty": [
        .answer(
          200,
          [("Content-Encoding", "gzip"), ("Content-Length", "9000000")],
          body: Samples.gzipHead + Samples.emptyBlocks(200_000)
        )
      ],
    ])
    for path in ["/length", "/chunks"] {
      let error = failure(server.url(path), loopback { $0.maxReceivedBytes = 99_999 })
      #expect(error?.reason == .tooLarge(.received(99_999)), "\(path)")
    }
    #expect(
      failure(
        server.url("/empty"),
        loopback { $0.maxReceivedBytes = 9_000_001 }
      )?.reason == .partial(received: 1_000_010, expected: 9_000_000)
    )
    let unannounced = try ScriptedServer([
      "/": [
        .chunked(
          [("Content-Encoding", "gzip")],
          [Samples.gzipHead] + Array(repeating: Samples.emptyBlocks(2_000), count: 100)
        )
      ]
    ])
    #expect(
      failure(unannounced.url(), loopback { $0.maxReceivedBytes = 99_999 })?.reason
        == .tooLarge(.received(99_999))
    )
    #expect(
      try fetch(server.url("/length"), loopback { $0.maxReceivedBytes = 100_000 }).body == body
    )
  }

  @Test func headsEnd() throws {
    let lines = (0..<20_000).map { "X-\($0): \(String(repeating: "a", count: 40))\r\n" }
    let server = try ScriptedServer([
      "/long": [.raw("HTTP/1.1 200 OK\r\n" + lines.joined() + "\r\n")],
      "/interim": [
        .raw(String(repeating: "HTTP/1.1 103 Early Hints\r\n\r\n", count: 50_000))
      ],
    ])
    for path in ["/long", "/interim"] {
      let reason = failure(server.url(path))?.reason
      // Newer versions of libcurl count too, and put it their way.
      let isLimit = reason == .tooLarge(.head(HeadReader.maxSize))
      #expect(isLimit || reason.map { "\($0)".contains("eader") } ?? false, "\(path)")
    }
  }

  @Test func dripsAreTooSlow() throws {
    let server = try ScriptedServer([
      "/": [.drip([], String(repeating: "a", count: 1000), pause: .milliseconds(100))],
      // The second request is on the connection of the first.
      "/moved": [.redirect(302, to: "/")],
    ])
    let options = loopback {
      $0.lowestSpeed = 1000
      $0.lowestSpeedTime = .seconds(1)
    }
    for path in ["/", "/moved"] {
      let error = failure(server.url(path), options)
      #expect(error?.reason == .timeout(.tooSlow(bytesPerSecond: 1000, for: .seconds(1))))
      #expect(error?.message == "fewer than 1000 bytes a second came for 1 s")
    }
    #expect(server.connectionCount == 2)
  }

  @Test func everythingEnds() throws {
    let server = try ScriptedServer([
      "/": [.drip([], String(repeating: "a", count: 1000), pause: .milliseconds(50))],
      "/silent": [ScriptedResponse([.wait(.seconds(20))])],
      "/a": [
        ScriptedResponse([
          .wait(.milliseconds(200)),
          .send(ScriptedResponse.head(302, [("Location", "/b"), ("Content-Length", "0")])),
        ])
      ],
      "/b": [ScriptedResponse([.wait(.seconds(20))])],
    ])
    for path in ["/", "/silent", "/a"] {
      let start = ContinuousClock.now
      let error = failure(server.url(path), loopback { $0.timeLimit = .milliseconds(500) })
      #expect(error?.reason == .timeout(.total(.milliseconds(500))), "\(path)")
      #expect(error?.message == "it was not complete within 0.5 s")
      #expect(start.duration(to: .now) < .seconds(5))
    }
  }

  @Test func handshakesEnd() throws {
    let server = try ScriptedServer { _ in ScriptedResponse([.wait(.seconds(20))]) }
    let options = loopback { $0.connectTimeLimit = .milliseconds(300) }
    #expect(
      failure(server.url(scheme: "https"), options)?.reason
        == .timeout(.connecting(.milliseconds(300)))
    )
  }
}
