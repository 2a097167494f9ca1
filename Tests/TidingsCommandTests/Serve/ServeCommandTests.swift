import Foundation
import TestSupport
import Testing

@Suite("tidings serve", .timeLimit(.minutes(5)))
struct ServeCommandTests {
  private func blog() throws -> PublishedSite { try PublishedSite() }

  private func serve(_ blog: PublishedSite, _ arguments: [String] = []) throws -> ServeProcess {
    try ServeProcess(arguments, of: blog.site)
  }

  @Test("prints its address, and serves feeds with their types")
  func types() throws {
    let server = try serve(try blog(), ["--as-of", "2024-07-01"])
    #expect(server.address == "http://127.0.0.1:\(server.port)/")
    let types = [
      "/feed.xml": "application/rss+xml; charset=utf-8",
      "/atom.xml": "application/atom+xml; charset=utf-8",
      "/feed.json": "application/feed+json",
      "/_tidings/": "text/html; charset=utf-8",
      "/_tidings/style.css": "text/css; charset=utf-8",
    ]
    for (path, type) in types {
      let answer = try #require(try server.get(path))
      #expect(answer.status == 200)
      #expect(answer.fields["content-type"] == type)
      #expect(answer.fields["content-length"] == "\(answer.body.count)")
      #expect(answer.fields["date"]?.hasSuffix("GMT") == true)
      let head = try #require(try server.get(path, method: "HEAD"))
      #expect(head.status == 200 && head.body.isEmpty)
      #expect(head.fields["content-length"] == answer.fields["content-length"])
      let tag = try #require(answer.fields["etag"])
      let known = try #require(try server.get(path, ["If-None-Match: \(tag)"]))
      #expect(known.status == 304 && known.body.isEmpty && known.fields["etag"] == tag)
    }
    #expect(try server.get("/")?.fields["location"] == "/_tidings/")
    #expect(try server.get("/feed.xml", method: "DELETE")?.status == 405)
    #expect(try server.get("/feed.xml", method: "POST")?.fields["allow"] == "GET, HEAD")
  }

  @Test("a large file comes whole, and two requests on one connection are two answers")
  func large() throws {
    let blog = try blog()
    let bytes = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) })
    try blog.site.write("public/large.bin", bytes)
    let server = try serve(blog)
    let answer = try #require(try server.get("/large.bin"))
    #expect(answer.body == bytes)
    let part = try #require(try server.get("/large.bin", ["Range: bytes=1000000-"]))
    #expect(part.status == 206 && part.body == bytes[1_000_000...])
    let one = "GET /feed.json HTTP/1.1\r\nHost: localhost\r\n"
    let both = try server.send(Data("\(one)\r\n\(one)Connection: close\r\n\r\n".utf8))
    let text = String(decoding: both, as: UTF8.self)
    #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
  }

  @Test("tidings validate has nothing against what it serves, and unpacks it")
  func validated() throws {
    let server = try serve(try blog(), ["--as-of", "2024-07-01"])
    let addresses = PublishedSite.feeds.map { "http://127.0.0.1:\(server.port)/\($0)" }
    let run = try Tool.run("tidings", ["validate", "-v", "--allow-private"] + addresses)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(!run.output.contains("[served") && !run.output.contains("[redirect"), "\(run.output)")
  }

  @Test("what is edited shows, with the difference, and nothing of the site is touched")
  func edited() throws {
    let blog = try blog()
    #expect(try blog.publish().status == 0)
    try blog.post(2, title: "Other words")
    let before = try blog.state()
    let server = try serve(blog, ["--as-of", "2024-07-01"])
    #expect(try server.get("/feed.xml")?.text.contains("Other words") == true)
    let page = try #require(try server.get("/_tidings/feeds/feed.xml"))
    #expect(page.text.contains("<ins>Other words</ins>"), "\(page.text)")
    let after = try blog.state().filter { !$0.key.hasPrefix(".serve-") }
    #expect(after == before)
    try blog.post(3, title: "More words")
    #expect(try server.get("/atom.xml")?.text.contains("More words") == true)
    try blog.site.post("p3.md", "title: More words\ndate: 2024-13-03")
    let broken = try #require(try server.get("/feed.xml"))
    #expect(broken.status == 500 && broken.text.contains("posts/p3.md:3:7"))
    try blog.post(3)
    #expect(try server.get("/feed.xml")?.status == 200)
    #expect(server.complaints.isEmpty)
  }

  @Test("a scheduled post comes out by itself")
  func scheduled() throws {
    let blog = try blog()
    let date = Date().addingTimeInterval(3)
    let text = date.formatted(.iso8601)
    try blog.site.post("later.md", "title: Later\ndate: \(text)")
    let server = try serve(blog)
    let deadline = Date().addingTimeInterval(60)
    var isOut = false
    while !isOut, Date() < deadline {
      isOut = try server.get("/feed.xml")?.text.contains("Later") == true
      if !isOut { usleep(100_000) }
    }
    #expect(isOut)
    #expect(Date() >= date.addingTimeInterval(-1))
  }

  @Test(
    "ends with status 0 when it is told to, and leaves nothing behind",
    arguments: [SIGTERM, SIGINT, SIGHUP]
  )
  func ended(signal: Int32) throws {
    let server = try serve(try blog())
    #expect(try server.get("/feed.xml", ["Accept-Encoding: gzip"])?.status == 200)
    #expect(server.leftovers.count == 1)
    #expect(server.end(signal) == 0)
    #expect(server.leftovers.isEmpty)
  }

  @Test("ends at once while it is still building")
  func endedEarly() throws {
    let blog = try PublishedSite(posts: 9)
    for number in 10..<400 {
      try blog.site.post("q\(number).md", "title: Q\ndate: 2024-01-01")
    }
    let server = try serve(blog)
    #expect(server.end() == 0)
    #expect(server.leftovers.isEmpty)
  }

  @Test("names of other machines are refused, and so are pages of others that pretend")
  func rebinding() throws {
    let server = try serve(try blog())
    func ask(_ host: String) throws -> Int? {
      let request = "GET /feed.xml HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"
      return ServeProcess.Answer(try server.send(Data(request.utf8)))?.status
    }
    #expect(try ask("Host: localhost:\(server.port)\r\n") == 200)
    #expect(try ask("Host: evil.example:\(server.port)\r\n") == 421)
    #expect(try ask("Host: 127.0.0.1.evil.example\r\n") == 421)
    #expect(try ask("") == 400)
  }

  @Test(
    "paths that lead out of the folder lead nowhere, whoever writes them",
    arguments: [
      "/../tidings.yml", "/../../../../etc/passwd", "/%2e%2e/tidings.yml", "/..%2ftidings.yml",
      "/%2e%2e%2ftidings.yml", "//etc/passwd", "/public/../../tidings.yml", "/%00",
      "/..\\tidings.yml",
      "/a/%2e%2e/%2e%2e/tidings.yml", "/_tidings/feeds/../../../tidings.yml", "/%ff%fe", "/?/../..",
      "/_tidings/feeds/%2e%2e/tidings.yml", "../tidings.yml", "http://127.0.0.1/../tidings.yml",
      "*",
    ]
  )
  func traversal(target: String) throws {
    let server = try serve(try blog())
    let answer = try #require(try server.get(target))
    #expect([302, 404].contains(answer.status), "\(answer.status)")
    #expect(!answer.text.contains("A site") && !answer.text.contains("root:"))
  }

  @Test("whatever is sent, the next request is answered")
  func malformed() throws {
    let server = try serve(try blog())
    var generator = SeededGenerator(seed: 7)
    var garbage: [Data] = [
      Data(), Data("\r\n\r\n".utf8), Data("GET\r\n\r\n".utf8), Data("GET / HTTP/9.9\r\n\r\n".utf8),
      Data("GET  /feed.xml  HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8),
      Data("GET / HTTP/1.1\r\nHost\r\n: x\r\n\r\n".utf8),
      Data("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n".utf8),
      Data("GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n".utf8),
      Data("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".utf8),
      Data(
        "GET /\(String(repeating: "a", count: 200_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8
      ),
      Data("GET / HTTP/1.1\r\nX: \(String(repeating: "b", count: 500_000))\r\n\r\n".utf8),
      Data("GET / HTTP/1.1\r\n\(String(repeating: "Y: c\r\n", count: 20_000))\r\n".utf8),
      Data([0xFF, 0xFE, 0x00, 0x0A, 0x16, 0x03, 0x01]),
      Data("GET /%F0%9F HTTP/1.1\r\nHost: [\r\nRange: bytes=\u{1F600}\r\n\r\n".utf8),
    ]
    for _ in 0..<20 {
      garbage.append(Data((0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) }))
    }
    for bytes in garbage {
      _ = try server.send(bytes, patience: 1)
      #expect(server.isRunning)
    }
    #expect(try server.get("/feed.xml")?.status == 200)
    func status(_ text: String) throws -> Int? {
      ServeProcess.Answer(try server.send(Data(text.utf8)))?.status
    }
    #expect(try status("GET /feed.xml\r\n\r\n") == 400)
    #expect(try status("GET / HTTP/3\r\n\r\n") == 505)
    let long = String(repeating: "a", count: 2_000_000)
    #expect(try status("GET /\(long) HTTP/1.1\r\n\r\n") == 414)
    #expect(try status("GET / HTTP/1.1\r\nX: \(long)\r\n\r\n") == 431)
  }

  @Test("slow clients hold up nobody")
  func slow() throws {
    let server = try serve(try blog())
    var waiting: [LoopbackConnection] = []
    for _ in 0..<50 {
      let connection = try LoopbackConnection(server.port)
      connection.write(Data("GET /feed.xml HTTP/1.1\r\nHost: local".utf8))
      waiting.append(connection)
    }
    #expect(try server.get("/feed.xml")?.status == 200)
    let slow = try #require(waiting.first)
    slow.write(Data("host\r\nConnection: close\r\n\r\n".utf8))
    #expect(ServeProcess.Answer(slow.readToEnd(patience: 20))?.status == 200)
  }

  @Test("a port that is taken, and an address that others reach, are errors")
  func listening() throws {
    let blog = try blog()
    let server = try serve(blog)
    let taken = try blog.run("serve", "--port", "\(server.port)")
    #expect(taken.status == 69)
    #expect(taken.errors.contains("cannot listen on 127.0.0.1:\(server.port)"), "\(taken.errors)")
    #expect(taken.errors.contains("--port 0"))
    for host in ["0.0.0.0", "192.168.0.1", "example.org", "::"] {
      let run = try blog.run("serve", "--host", host, "--port", "0")
      #expect(run.status == 64 && run.errors.contains(host), "\(run.errors)")
    }
    #expect(try blog.run("serve", "--port", "70000").status == 64)
    #expect(try blog.run("serve", "--config", "none.yml").status == 78)
    #expect(try blog.run("serve", "--as-of", "someday").status == 78)
    let other = try ServeProcess(["--host", "127.0.0.2"], of: blog.site)
    #expect(other.address == "http://127.0.0.2:\(other.port)/")
  }

  @Test("help is there, also where the server is not")
  func missing() throws {
    let blog = try blog()
    #expect(try blog.run("--help").output.contains("serve"))
    let help = try blog.run("serve", "--help")
    #expect(
      help.status == 0 && help.output.contains("--port") && help.output.contains("/_tidings/")
    )

    let alone = blog.site.folder.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
    let tidings = alone.appendingPathComponent("tidings")
    try FileManager.default.copyItem(at: Tool.product("tidings"), to: tidings)
    func run() throws -> Tool.Run {
      let script = "PATH=/usr/bin:/bin exec '\(tidings.path)' serve --host 0.0.0.0"
      return try Tool.run("", [], in: blog.site.folder, prefix: ["sh", "-c", script, "--"])
    }
    let missing = try run()
    #expect(missing.status == 69)
    #expect(missing.errors.contains("swift build -c release --product tidings-serve"))
    try FileManager.default.copyItem(
      at: Tool.product("tidings-serve"),
      to: alone.appendingPathComponent("tidings-serve")
    )
    #expect(try run().status == 64, "the one beside it is started")
  }
}
