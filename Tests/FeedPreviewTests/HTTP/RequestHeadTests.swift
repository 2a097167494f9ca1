import TestSupport
import Testing

@testable import FeedPreview

@Suite("Heads of requests")
struct RequestHeadTests {
  /// What is read of some text, however it is cut.
  private func read(_ text: String, step: Int = .max) throws -> [RequestHead] {
    var reader = RequestHeadReader()
    var heads: [RequestHead] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      reader.take(Array(rest.prefix(step)))
      rest = rest.dropFirst(step)
      while let head = try reader.next() { heads.append(head) }
    }
    return heads
  }

  @Test("are found one after the other, wherever they are cut")
  func cut() throws {
    let text =
      "\r\nGET /a?b HTTP/1.1\r\nHost: localhost\r\nAccept:  x, y \r\naccept: z\r\n\r\n"
      + "HEAD /b HTTP/1.0\nHost:\n\nGET /c HTTP/1.1\r\nConnection: Keep-Alive, CLOSE\r\n\r\nGET"
    let whole = try read(text)
    #expect(whole.map(\.request.target) == ["/a?b", "/b", "/c"])
    #expect(whole.map(\.request.method) == ["GET", "HEAD", "GET"])
    #expect(whole.map(\.keepsConnection) == [true, false, false])
    #expect(whole[0].request["accept"] == "x, y, z")
    #expect(whole[1].request["host"] == "")
    for step in 1...9 { #expect(try read(text, step: step) == whole) }
  }

  @Test("with a body are the last of their connection")
  func body() throws {
    let heads = try read(
      "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n"
        + "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    #expect(heads.map(\.keepsConnection) == [false, true, false])
  }

  @Test(
    "that are none are refused",
    arguments: [
      ("GET", 400), ("GET /", 400), ("GET / FTP/1", 400), ("GET / HTTP/2.0", 505),
      ("GET  / HTTP/1.1", 400), (" GET / HTTP/1.1", 400), ("G(T / HTTP/1.1", 400),
      ("GET / HTTP/1.1\r\nHost localhost", 400), ("GET / HTTP/1.1\r\nHost : a", 400),
      ("GET / HTTP/1.1\r\n folded", 400), ("GET / HTTP/1.1\r\n: a", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nHost: b", 400), ("GET / HTTP/1.1\r\nX: a\u{0}b", 400),
      ("GET /\u{7F} HTTP/1.1", 400), ("GET / HTTP/1.1\r\nX: a\rb", 400),
    ]
  )
  func malformed(text: String, status: Int) {
    let failure = #expect(throws: RequestHead.Failure.self) { try read(text + "\r\n\r\n") }
    #expect(failure?.rawValue == status)
  }

  @Test("have limits, which are noticed before the end")
  func limits() {
    let address = "GET /" + String(repeating: "a", count: 100_000)
    #expect(throws: RequestHead.Failure.targetTooLong) { try read(address, step: 1000) }
    let field = "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 100_000)
    #expect(throws: RequestHead.Failure.tooLarge) { try read(field, step: 1000) }
    let fields = "GET / HTTP/1.1\r\n" + String(repeating: "X: a\r\n", count: 20_000) + "\r\n"
    #expect(throws: RequestHead.Failure.tooLarge) { try read(fields) }
  }

  @Test("of random bytes end in something")
  func random() {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["GET", " ", "/", "HTTP/1.1", "\r\n", "\n", ":", "Host", "\r", "a", "\u{0}", "é"]
    for _ in 0..<2_000 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let whole = try? read(text)
      #expect((try? read(text, step: 1)) == whole)
    }
  }
}
