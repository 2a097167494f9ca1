import Foundation
import Synchronization
import TestSupport
import Testing

/// Publishing from other sites' feeds, served on the loopback.
@Suite("tidings publish, from feeds", .timeLimit(.minutes(15)))
struct PublishSourcesTests {
  private func feed(_ count: Int) -> String {
    let items = (1...count).map { number in
      "<item><title>Entry \(number)</title><link>https://heron.example/\(number)</link>"
        + "<guid>https://heron.example/\(number)</guid>"
        + "<pubDate>0\(number) Jan 2024 10:00:00 GMT</pubDate></item>"
    }
    return "<rss version=\"2.0\"><channel><title>Heron</title><link>https://heron.example/</link>"
      + "<description>Birds</description>\(items.joined())</channel></rss>"
  }

  private func blog(_ server: ScriptedServer) throws -> PublishedSite {
    // The server of this test is no public one.
    let blog = try PublishedSite(posts: 2, more: "validate: {rules: {host-private: off}}")
    let text = try #require(blog.site.text("tidings.yml"))
    try blog.site.write(
      "tidings.yml",
      text.replacing(
        "posts:\n  from: posts\n  url: /{slug}/\n",
        with: """
          posts:
            - {from: posts, url: "/{slug}/"}
            - {from: "\(server.url("/feed.xml"))", allow_private: true}

          """
      )
    )
    blog.settle()
    return blog
  }

  @Test("new entries are published, a source that fails keeps what it had, and is told of once")
  func failing() throws {
    let server = try ScriptedServer([
      "/feed.xml": [
        .answer(200, [("ETag", "\"a\"")], feed(2)), .answer(304), .answer(500), .answer(500),
        .answer(200, [], feed(3)),
      ]
    ])
    let blog = try blog(server)
    let first = try blog.publish(at: "2024-07-01T00:00:00Z")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("new, with 4 entries"))
    let published = blog.set()

    let same = try blog.publish(at: "2024-07-01T01:00:00Z")
    #expect(same.status == 0 && same.output.isEmpty && same.errors.isEmpty, "\(same.errors)")
    #expect(server.requests.last?["If-None-Match"] == "\"a\"")

    let failing = try blog.publish(at: "2024-07-01T02:00:00Z")
    #expect(failing.status == 0 && failing.output.isEmpty)
    #expect(failing.errors.contains("500"), "\(failing.errors)")
    let again = try blog.publish(at: "2024-07-01T08:00:00Z")
    #expect(again.status == 0 && again.errors.isEmpty, "\(again.errors)")
    #expect(blog.set() == published)
    #expect(try blog.run("status").output.contains("failing since 2024-07-01T02:00:00Z"))

    let back = try blog.publish(at: "2024-07-03T00:00:00Z")
    #expect(back.output.contains("1 added"), "\(back.output)\(back.errors)")
  }

  @Test("a source that fails for three days is told of once more, with status 69")
  func stale() throws {
    let server = try ScriptedServer(["/feed.xml": [.answer(200, [], feed(2)), .answer(500)]])
    let blog = try blog(server)
    #expect(try blog.publish(at: "2024-07-01T00:00:00Z").status == 0)
    var told: [String] = []
    for hour in stride(from: 1, to: 24 * 7, by: 5) {
      let day = 1 + hour / 24
      let moment = "2024-07-0\(day)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):00:00Z"
      let run = try blog.publish(at: moment)
      if run.status != 0 || !run.errors.isEmpty { told.append("\(run.status) \(run.errors)") }
    }
    #expect(told.count == 2, "\(told)")
    #expect(told.first?.hasPrefix("0 ") == true && told.first?.contains("500") == true, "\(told)")
    #expect(told.last?.hasPrefix("69 ") == true, "\(told)")
    #expect(told.last?.contains("it has failed since 2024-07-01T01:00:00Z") == true, "\(told)")
  }

  @Test("while a run waits for a server others stay out; once it is killed the next begins at once")
  func overlapping() throws {
    let isSlow = Mutex(false)
    let server = try ScriptedServer { [feed = feed(2)] _ in
      isSlow.withLock { $0 }
        ? ScriptedResponse([.wait(.seconds(60))]) : .answer(200, [], feed)
    }
    let blog = try blog(server)
    #expect(try blog.publish(at: "2024-07-01T00:00:00Z").status == 0)
    let published = blog.set()
    isSlow.withLock { $0 = true }

    let first = Process()
    first.executableURL = Tool.product("tidings")
    first.arguments = ["publish", "--as-of", "2024-07-01T02:00:00Z"]
    first.currentDirectoryURL = blog.site.folder
    try first.run()
    while server.requests.count < 2, first.isRunning { usleep(10_000) }
    let second = try blog.publish("--offline", at: "2024-07-01T03:00:00Z")
    #expect(second.status == 75, "\(second.errors)")
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    let third = try blog.publish("--offline", at: "2024-07-01T03:00:00Z")
    #expect(third.status == 0 && third.errors.isEmpty, "\(third.errors)")
    #expect(blog.set() == published)
  }

  @Test("what was fetched just now need not grow older")
  func minimumAge() throws {
    let server = try ScriptedServer(["/feed.xml": [.answer(200, [], feed(2))]])
    let blog = try blog(server)
    let text = try #require(blog.site.text("tidings.yml"))
    try blog.site.write("tidings.yml", text + "\npublish: {min_age: 2s}\n")
    sleep(3)
    let date = ISO8601DateFormatter().string(from: Date())
    let run = try blog.publish("-v", at: date)
    #expect(run.output.hasPrefix("published 3 files"), "\(run.output)\(run.errors)")
  }

  @Test("a rehearsal asks nobody")
  func rehearsal() throws {
    let server = try ScriptedServer(["/feed.xml": [.answer(200, [], feed(2))]])
    let blog = try blog(server)
    #expect(try blog.publish("--dry-run").status == 0)
    #expect(try blog.publish("--offline").status == 0)
    #expect(server.requests.isEmpty)
  }
}
