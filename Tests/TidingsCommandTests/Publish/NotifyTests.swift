import Foundation
import Synchronization
import TestSupport
import Testing

/// Who is told of what is published, by real servers on the loopback.
@Suite("tidings publish, telling", .timeLimit(.minutes(15)))
struct NotifyTests {
  /// A hub, a cloud, a webhook and search engines in one, whose answers can be changed.
  final class World: Sendable {
    private let statuses = Mutex<[String: [(Int, [(String, String)])]]>([:])
    private let documents = Mutex<[String: Data]>([:])
    private let box = Mutex<ScriptedServer?>(nil)

    init() throws {
      let server = try ScriptedServer(answer: { [unowned self] in respond(to: $0) })
      box.withLock { $0 = server }
    }

    private func respond(to request: ScriptedServer.Request) -> ScriptedResponse {
      if request.method == "GET", let document = documents.withLock({ $0[request.target] }) {
        return .answer(200, [], body: Array(document))
      }
      let (status, fields) = statuses.withLock { statuses in
        guard var list = statuses[request.target], let first = list.first else {
          return (request.method == "GET" ? 200 : 204, [(String, String)]())
        }
        if list.count > 1 { list.removeFirst() }
        statuses[request.target] = list
        return first
      }
      return .answer(status, fields)
    }

    func url(_ path: String) -> String { box.withLock { $0?.url(path) ?? "" } }

    /// What a path answers, one after the other; the last for ever.
    func answer(_ path: String, _ list: [(Int, [(String, String)])]) {
      statuses.withLock { $0[path] = list }
    }

    func serve(_ path: String, _ document: Data?) {
      documents.withLock { $0[path] = document }
    }

    /// The requests to a path.
    func requests(_ path: String) -> [ScriptedServer.Request] {
      box.withLock { $0?.requests.filter { $0.target == path } ?? [] }
    }

    /// The bodies of the requests to a path.
    func bodies(_ path: String) -> [String] {
      requests(path).map { String(decoding: $0.body, as: UTF8.self) }
    }
  }

  private func blog(_ notify: String, more: String = "") throws -> PublishedSite {
    try PublishedSite(
      more: "publish: {notify: {\(notify), allow_private: true}\(more)}"
    )
  }

  @Test("hubs and clouds hear of the feeds whose entries changed, and of no others")
  func topics() throws {
    let world = try World()
    let blog = try blog(
      "hubs: [\"\(world.url("/hub"))\"], cloud: \"\(world.url("/ping"))\""
    )
    let first = try blog.publish()
    #expect(first.status == 0, "\(first.errors)")
    let topics = ["atom.xml", "feed.json", "feed.xml"].map {
      "https%3A%2F%2Fexample.org%2F\($0)"
    }
    #expect(
      world.bodies("/hub").sorted()
        == topics.map { "hub.mode=publish&hub.url=\($0)&hub.topic=\($0)" }
    )
    #expect(world.bodies("/ping").sorted() == topics.map { "url=\($0)" })
    #expect(
      world.requests("/hub").first?["Content-Type"] == "application/x-www-form-urlencoded"
    )

    #expect(try blog.publish().status == 0)
    // The feeds' bytes change, their entries do not.
    let configuration = try #require(blog.site.text("tidings.yml"))
    try blog.site.write(
      "tidings.yml",
      configuration.replacing("title: A site", with: "title: The site")
    )
    blog.settle()
    #expect(try blog.publish().output.contains("no entry changed"))
    #expect(world.bodies("/hub").count == 3)
    try blog.post(6)
    #expect(try blog.publish().status == 0)
    #expect(world.bodies("/hub").count == 6)
  }

  @Test("a hub that is down hears of it in a later run, with pauses that grow, once")
  func hubDown() throws {
    let world = try World()
    world.answer("/hub", [(500, []), (500, []), (500, []), (202, [])])
    let blog = try PublishedSite(
      more: "publish: {notify: {hubs: [\"\(world.url("/hub"))\"], allow_private: true}}"
    )
    try blog.site.configure(
      feeds: "[feed.xml]",
      more: "publish: {notify: {hubs: [\"\(world.url("/hub"))\"], allow_private: true}}"
    )
    blog.settle()
    let first = try blog.publish(at: "2024-07-01T00:00:00Z")
    #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
    #expect(world.bodies("/hub").count == 1)
    // Not yet due.
    #expect(try blog.publish(at: "2024-07-01T00:00:10Z").status == 0)
    #expect(world.bodies("/hub").count == 1)
    let second = try blog.publish("-v", at: "2024-07-01T00:01:01Z")
    #expect(second.output.contains("waiting to be told: 1"), "\(second.output)")
    #expect(world.bodies("/hub").count == 2)
    // News in between are told with the first.
    try blog.post(6)
    #expect(try blog.publish(at: "2024-07-01T00:01:30Z").status == 0)
    #expect(world.bodies("/hub").count == 3)
    #expect(try blog.publish("-v", at: "2024-07-01T00:03:40Z").output.contains("told: 1"))
    #expect(world.bodies("/hub").count == 4)
    #expect(try blog.publish(at: "2024-07-02T00:00:00Z").status == 0)
    #expect(world.bodies("/hub").count == 4)
  }

  @Test("Retry-After is kept, over runs")
  func retryAfter() throws {
    let world = try World()
    world.answer("/hub", [(503, [("Retry-After", "7200")]), (204, [])])
    let blog = try PublishedSite(posts: 1)
    try blog.site.configure(
      more: "publish: {notify: {hubs: [\"\(world.url("/hub"))\"], allow_private: true}}"
    )
    blog.settle()
    #expect(try blog.publish(at: "2024-07-01T00:00:00Z").status == 0)
    #expect(try blog.publish(at: "2024-07-01T01:59:00Z").status == 0)
    #expect(world.bodies("/hub").count == 1)
    #expect(try blog.publish(at: "2024-07-01T02:00:01Z").status == 0)
    #expect(world.bodies("/hub").count == 2)
  }

  @Test("after a day nobody is bothered any more, and the owner is told once")
  func dead() throws {
    let world = try World()
    world.answer("/hub", [(500, [])])
    let blog = try PublishedSite(posts: 1)
    try blog.site.configure(
      more: "publish: {notify: {hubs: [\"\(world.url("/hub"))\"], allow_private: true}}"
    )
    blog.settle()
    #expect(try blog.publish(at: "2024-07-01").status == 0)
    let last = try blog.publish(at: "2024-07-02T00:00:01Z")
    #expect(last.errors.contains("could not be told for a day"), "\(last.errors)")
    let after = try blog.publish(at: "2024-07-03")
    #expect(after.errors.isEmpty)
    #expect(world.bodies("/hub").count == 2)
  }

  @Test("a refusal is told once, and not repeated")
  func refused() throws {
    let world = try World()
    world.answer("/hub", [(403, [])])
    let blog = try PublishedSite(posts: 1)
    try blog.site.configure(
      more: "publish: {notify: {hubs: [\"\(world.url("/hub"))\"], allow_private: true}}"
    )
    blog.settle()
    #expect(try blog.publish().errors.contains("refused to be told: the server answered 403"))
    #expect(try blog.publish(at: "2024-07-02").errors.isEmpty)
    #expect(world.bodies("/hub").count == 1)
  }

  @Test("webhooks get the changes as JSON, with a token that stands in no file and no message")
  func webhooks() throws {
    let world = try World()
    world.answer("/hook", [(500, []), (204, [])])
    let blog = try blog(
      "webhooks: [{url: \"\(world.url("/hook"))\", token: {env: HOOK_TOKEN}}]"
    )
    let environment = ["HOOK_TOKEN=s3cret-token"]
    let first = try blog.publish("-v", prefix: environment)
    #expect(first.status == 0, "\(first.errors)")
    #expect(world.requests("/hook").first?["Authorization"] == "Bearer s3cret-token")
    let again = try blog.publish("-v", at: "2024-07-01T00:01:01Z", prefix: environment)
    #expect(again.status == 0)
    let bodies = world.bodies("/hook")
    #expect(bodies.count == 2 && bodies[0] == bodies[1])
    let json = try JSONSerialization.jsonObject(with: Data(bodies[0].utf8)) as? [String: Any]
    let feeds = json?["feeds"] as? [[String: Any]]
    #expect(feeds?.count == 3)
    #expect((feeds?.first?["summary"] as? [String: Any])?["added"] as? Int == 5)
    for run in [first, again] {
      #expect(!(run.output + run.errors).contains("s3cret"))
    }
    let database = try #require(blog.site.data(".tidings/history.sqlite"))
    #expect(!String(decoding: database, as: UTF8.self).contains("s3cret"))

    // Without its token nothing is sent, and the reason is told when it is given up.
    try blog.post(6)
    #expect(try blog.publish(at: "2024-07-01T01:00:00Z").status == 0)
    #expect(world.bodies("/hook").count == 2)
    let given = try blog.publish(at: "2024-07-02T01:00:01Z")
    #expect(given.errors.contains("the environment variable HOOK_TOKEN has no token"))

    let configuration = try #require(blog.site.text("tidings.yml"))
    try blog.site.write(
      "tidings.yml",
      configuration.replacing("{env: HOOK_TOKEN}", with: "s3cret-token")
    )
    let open = try blog.publish()
    #expect(open.status == 78)
    #expect(open.errors.contains("token must say where the secret is, and not what it is"))
  }

  @Test("a command gets the changes on standard input, and is tried again when it fails")
  func command() throws {
    let blog = try PublishedSite(posts: 1)
    try blog.site.write(
      "hook.sh",
      "#!/bin/sh\ncat > changes.json\necho told\ntest -e ready\n"
    )
    chmod(blog.site.folder.appendingPathComponent("hook.sh").path, 0o755)
    try blog.site.configure(more: "publish: {notify: {exec: [./hook.sh]}}")
    blog.settle()
    let first = try blog.publish()
    #expect(first.status == 0)
    #expect(first.errors == "told\n")
    #expect(blog.site.text("changes.json")?.contains("\"added\": 1") == true)
    try blog.site.write("ready", "")
    #expect(try blog.publish("-v", at: "2024-07-01T00:01:01Z").output.contains("told: 1"))
    #expect(try blog.publish("-v", at: "2024-07-01T01:00:00Z").errors.isEmpty)
  }

  @Test("search engines get the pages that changed, with the key")
  func indexNow() throws {
    let world = try World()
    let blog = try blog("index_now: {endpoint: \"\(world.url("/now"))\", key: {file: key.txt}}")
    try blog.site.write("key.txt", "abc123\n")
    #expect(try blog.publish().status == 0)
    #expect(
      world.bodies("/now") == [
        "{\"key\": \"abc123\", \"host\": \"example.org\", \"urlList\": ["
          + (1...5).reversed().map { "\"https://example.org/p\($0)/\"" }
          .joined(separator: ", ") + "]}"
      ]
    )
  }

  @Test("nobody is told before the public address serves the new bytes")
  func tooEarly() throws {
    let world = try World()
    let blog = try PublishedSite(posts: 2)
    try blog.site.configure(
      feeds: "[{path: feed.xml, url: \"\(world.url("/feed.xml"))\"}]",
      more: """
        publish:
          notify: {hubs: ["\(world.url("/hub"))"], wait_for_public: true, allow_private: true}
        # The server of this test is no public one.
        validate: {rules: {host-private: off}}
        """
    )
    blog.settle()
    world.serve("/feed.xml", Data("<rss/>".utf8))
    let begin = try blog.publish(at: "2024-07-01T00:00:00Z")
    #expect(begin.status == 0, "\(begin.errors)")
    for minute in [2, 5] {
      #expect(try blog.publish(at: "2024-07-01T00:0\(minute):00Z").status == 0)
    }
    #expect(world.bodies("/hub").isEmpty)
    #expect(world.requests("/feed.xml").count >= 3)
    world.serve("/feed.xml", blog.site.data("public/feed.xml"))
    #expect(try blog.publish("-v", at: "2024-07-01T00:30:00Z").output.contains("told: 1"))
    #expect(world.bodies("/hub").count == 1)
  }

  @Test("killed at any step, everybody is told at least once, and of the same thing")
  func killed() throws {
    var step = 0
    while true {
      step += 1
      let world = try World()
      let blog = try PublishedSite(posts: 2)
      try blog.site.configure(
        more: """
          publish:
            notify: {hubs: ["\(world.url("/hub"))"], webhooks: ["\(world.url("/hook"))"], \
          allow_private: true}
          """
      )
      blog.settle()
      let run = try blog.publish(prefix: ["TIDINGS_CRASH_AT=\(step)"])
      if run.status == 0 { break }
      #expect(run.status == SIGKILL)
      blog.settle()
      #expect(try blog.publish(at: "2024-07-01T00:05:00Z").status == 0)
      let (hub, hook) = (world.bodies("/hub"), world.bodies("/hook"))
      #expect(Set(hub).count == 1 && hub.count <= 2, "step \(step): \(hub)")
      #expect(Set(hook).count == 1 && hook.count <= 2, "step \(step): \(hook.count)")
      #expect(try blog.publish(at: "2024-07-03").status == 0)
      #expect(world.bodies("/hub").count == hub.count, "step \(step)")
    }
    #expect(step > 10)
  }

  @Test("private addresses are refused unless the site allows them")
  func privateAddresses() throws {
    let world = try World()
    let blog = try PublishedSite(
      posts: 1,
      more: "publish: {notify: {hubs: [\"\(world.url("/hub"))\"]}}"
    )
    #expect(try blog.publish().status == 0)
    #expect(world.requests("/hub").isEmpty)
  }

  @Test("signs of life: an address that is asked for, and metrics")
  func signals() throws {
    let world = try World()
    let blog = try blog(
      "exec: []",
      more: ", healthcheck: \"\(world.url("/beat"))\", metrics: tidings.prom"
    )
    #expect(try blog.publish().status == 0)
    #expect(try blog.publish().status == 0)
    #expect(world.requests("/beat").count == 2)
    let metrics = try #require(blog.site.text("tidings.prom"))
    #expect(
      metrics.contains(
        "tidings_publish_outcome{site=\"https://example.org/\",outcome=\"unchanged\"} 1"
      )
    )
    #expect(metrics.contains("feed=\"public/feed.xml\"} 5"))
    try blog.site.write("posts/p1.md", "---\ntitle: [\n---\n")
    #expect(try blog.publish().status == 65)
    #expect(world.requests("/beat/fail").count == 1)
    #expect(blog.site.text("tidings.prom")?.contains("outcome=\"invalid\"} 1") == true)
  }
}
