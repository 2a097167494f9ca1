import FeedDiff
import Foundation
import Synchronization
import TestSupport
import Testing

/// A thousand runs against posts that change, with kills at random moments and a hub and a webhook that
/// fail as they like.
@Suite("tidings publish, a thousand runs", .timeLimit(.minutes(30)))
struct ThousandRunsTests {
  private static let runs =
    ProcessInfo.processInfo.environment["TIDINGS_RUNS"].flatMap { Int($0) } ?? 1_000

  @Test("no torn file, no lost notification, and ids never change")
  func runs() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let isWell = Mutex(true)
    let flaky = Mutex(SeededGenerator(seed: seed &+ 1))
    let server = try ScriptedServer(answer: { _ in
      let fails = flaky.withLock { Int.random(in: 0..<3, using: &$0) == 0 }
      return .answer(fails && !isWell.withLock(\.self) ? 500 : 204)
    })
    isWell.withLock { $0 = false }
    let blog = try PublishedSite(posts: 3)
    try blog.site.configure(
      feeds: "[feed.xml, feed.json]",
      more: """
        ids: true
        publish:
          max_removed: false
          max_new: false
          notify: {hubs: ["\(server.url("/hub"))"], webhooks: ["\(server.url("/hook"))"], \
        allow_private: true}
        """
    )
    var ids: [String: String] = [:]
    var moment = Date(timeIntervalSince1970: 1_720_000_000)
    var killed = 0
    for run in 1...Self.runs {
      if Int.random(in: 0..<3, using: &random) == 0 { try change(blog, run, &random) }
      moment.addTimeInterval(Double.random(in: 10...400, using: &random))
      let date = ISO8601DateFormatter().string(from: moment)
      let step =
        Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 1...14, using: &random) : 0
      let result = try blog.publish(at: date, prefix: ["TIDINGS_CRASH_AT=\(step)"])
      let place = "seed \(seed), run \(run), killed at \(step): \(result.errors)"
      #expect(result.status == 0 || step > 0 && result.status == SIGKILL, "\(place)")
      if result.status == SIGKILL { killed += 1 }
      #expect(!result.errors.contains("error:"), "\(place)")
      for name in ["feed.xml", "feed.json"] {
        guard let data = blog.site.data("public/" + name) else { continue }
        let feed = FeedSnapshotReader.read(Array(data))
        #expect(feed.isComplete && feed.breakage == nil, "\(place): \(name) is torn")
        for record in feed.records {
          let link = record.link ?? ""
          #expect(ids[link, default: record.id] == record.id, "\(place): another id")
          ids[link] = record.id
        }
      }
    }
    #expect(killed > Self.runs / 30)
    isWell.withLock { $0 = true }
    try settle(blog, after: moment)
    try checkNotifications(blog, server, "seed \(seed)")
    // What is published is what is built anew.
    let published = ["feed.xml", "feed.json"].map { blog.site.data("public/" + $0) }
    #expect(try blog.run("build", "--output", "fresh", "--as-of", "2025-01-01").status == 0)
    #expect(published[1] == blog.site.data("fresh/feed.json"), "seed \(seed)")
    #expect(blog.leftovers().isEmpty)
  }

  /// Adds, edits or removes a post.
  private func change(
    _ blog: PublishedSite,
    _ run: Int,
    _ random: inout SeededGenerator
  ) throws {
    let number = Int.random(in: 1...9, using: &random)
    let file = blog.site.folder.appendingPathComponent("posts/p\(number).md")
    // Two stay, so that no gate closes.
    if number > 2, Int.random(in: 0..<4, using: &random) == 0 {
      try? FileManager.default.removeItem(at: file)
    } else {
      try blog.post(number, title: "Title \(run)")
    }
  }

  /// Runs until there is nothing left to do.
  private func settle(_ blog: PublishedSite, after moment: Date) throws {
    for hour in 1...3 {
      blog.settle()
      let date = ISO8601DateFormatter().string(
        from: moment.addingTimeInterval(Double(hour) * 7_200)
      )
      let run = try blog.publish(at: date)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try !blog.run("status").output.contains("waiting to be told"))
  }

  /// Everybody was told of each build at least once, and of the same thing.
  private func checkNotifications(
    _ blog: PublishedSite,
    _ server: ScriptedServer,
    _ place: String
  ) throws {
    let history = try blog.run("history", "--format", "json", "--limit", "100000").output
    let builds = try JSONSerialization.jsonObject(with: Data(history.utf8)) as? [[String: Any]]
    let count = try #require(builds?.count)
    #expect(count > Self.runs / 10)
    let hooks = server.requests.filter { $0.target == "/hook" }.map(\.body)
    #expect(Set(hooks).count == count, "\(place): \(Set(hooks).count) told of \(count)")
    let hubs = server.requests.filter { $0.target == "/hub" }
    #expect(Set(hubs.map(\.body)).count == 2)
  }
}
