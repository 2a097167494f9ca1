import FeedDiff
import FeedFormats
import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

@Suite("History of builds")
struct BuildHistoryTests {
  /// A database in a folder of its own, which goes with it.
  private final class Place {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tidings-history-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("history.sqlite").path }

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  private func post(_ number: Int, title: String? = nil) -> Post {
    var post = Post(id: "https://weir.example/\(number)/")
    post.permalink = post.id
    post.title = title ?? "Note \(number)"
    post.published = Timestamp(secondsSince1970: 1_700_000_000 + Int64(number) * 86_400)
    post.content = Content(html: "<p>\(number)</p>")
    return post
  }

  private func feed(_ posts: [Post], path: String = "public/feed.xml") -> BuiltFeed {
    var entries = SnapshotEntries()
    for post in posts { entries.add(post, content: .both) }
    return BuiltFeed(
      path: path,
      format: .rss,
      snapshot: FeedSnapshot(
        kind: .rss(version: "2.0"),
        feed: Feed(title: "Weir"),
        posts: entries
      )
    )
  }

  private func moment(_ number: Int) -> Timestamp {
    Timestamp(secondsSince1970: 1_750_000_000 + Int64(number) * 3_600)
  }

  private func ids(_ records: [EntryRecord]) -> [String] {
    records.map { "\($0.id) \($0.title ?? "") \($0.fields)" }.sorted()
  }

  @Test("every build can be looked at again, whatever happened since")
  func versions() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let place = try Place()
    let history = try BuildHistory.open(place.path)
    var posts: [Post] = []
    var recorded: [[String]] = []
    for number in 0..<40 {
      let before = posts
      if Bool.random(using: &random) { posts.insert(post(number), at: 0) }
      if let index = posts.indices.randomElement(using: &random),
        Int.random(in: 0..<3, using: &random) == 0
      {
        posts[index].title = "Edited \(number)"
      }
      if posts.count > 3, Int.random(in: 0..<4, using: &random) == 0 { posts.removeLast() }
      let built = feed(posts)
      let differences = try history.record([built], made: moment(number))
      #expect(differences.isEmpty == (posts == before && number > 0), "seed \(seed)")
      if !differences.isEmpty { recorded.append(ids(built.snapshot.records)) }
    }
    let reading = try BuildHistory(reading: place.path)
    let builds = try reading.builds()
    #expect(builds.count == recorded.count, "seed \(seed)")
    for (build, expected) in zip(builds.reversed(), recorded) {
      let found = try reading.feeds(after: build.id)["public/feed.xml"]
      #expect(found.map { ids($0.records) } == expected, "seed \(seed), build \(build.id)")
    }
  }

  @Test("a build that changes nothing leaves the file as it was")
  func unchanged() throws {
    let place = try Place()
    let posts = (0..<5).map { post($0) }
    _ = try BuildHistory.open(place.path).record([feed(posts)], made: moment(0))
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
    #expect(try BuildHistory.open(place.path).record([feed(posts)], made: moment(1)).isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
  }

  @Test("what changed is counted, feed by feed")
  func counts() throws {
    let place = try Place()
    let history = try BuildHistory.open(place.path)
    let posts = (0..<5).map { post($0) }
    _ = try history.record([feed(posts), feed(posts, path: "public/atom.xml")], made: moment(0))
    var edited = posts
    edited[2].title = "Corrected"
    edited.removeFirst()
    edited.append(post(9))
    let differences = try history.record(
      [feed(edited), feed(posts, path: "public/atom.xml")],
      made: moment(1)
    )
    #expect(Set(differences.keys) == ["public/feed.xml"])
    let summary = try #require(differences["public/feed.xml"]).summary
    #expect(summary.added == 1 && summary.changed == 1)
    #expect(summary.removed + summary.agedOut == 1)
    let builds = try history.builds()
    #expect(builds.map(\.id) == [2, 1])
    #expect(builds[0].made == moment(1))
    #expect(builds[0].changes.map(\.feed) == ["public/feed.xml"])
    #expect(builds[0].changes.first?.summary == summary)
    // A feed that the site has no more.
    _ = try history.record([feed(edited)], made: moment(2))
    #expect(Set(try history.feeds(after: 3).keys) == ["public/feed.xml"])
    #expect(try history.feeds(after: 2).count == 2)
  }

  @Test("old builds are forgotten, the others are not")
  func bounds() throws {
    let place = try Place()
    let history = try BuildHistory.open(place.path)
    var snapshots: [[String]] = []
    for number in 0..<30 {
      let built = feed((0...number).map { post($0, title: "Note \($0) of \(number / 7)") })
      snapshots.append(ids(built.snapshot.records))
      _ = try history.record([built], made: moment(number), keeping: 10)
    }
    let builds = try history.builds()
    #expect(builds.map(\.id) == Array((21...30).reversed()).map(Int64.init))
    for build in builds {
      let found = try history.feeds(after: build.id)["public/feed.xml"]
      #expect(found.map { ids($0.records) } == snapshots[Int(build.id) - 1])
    }
    // No row is left that no build has.
    #expect(try history.database.integer("SELECT count(*) FROM entries WHERE until <= 21") == 0)
    #expect(try history.database.integer("SELECT count(*) FROM changes WHERE build < 21") == 0)
  }

  @Test("fifty-three builds of a growing blog need little room")
  func room() throws {
    let place = try Place()
    let history = try BuildHistory.open(place.path)
    for week in 0..<53 {
      var posts = (0..<(200 + week)).map { post($0) }
      posts[week].title = "Corrected in week \(week)"
      _ = try history.record([feed(posts)], made: moment(week * 168))
    }
    let size = try FileManager.default.attributesOfItem(atPath: place.path)[.size] as? Int ?? 0
    // Each entry once, and each correction: not 53 times all of them, which were 4 MB.
    #expect(size < 300_000, "\(size) bytes")
  }

  @Test("what is no history is refused, and stays as it is")
  func refused() throws {
    let place = try Place()
    let url = URL(fileURLWithPath: place.path)
    try Data("no database at all, but long enough for SQLite to look at".utf8).write(to: url)
    #expect { try BuildHistory.open(place.path) } throws: { error in
      (error as? DatabaseError)?.isDamaged == true
    }
    #expect(try String(contentsOf: url, encoding: .utf8).hasPrefix("no database"))

    try FileManager.default.removeItem(at: url)
    do {
      let other = try Database(place.path, isReadOnly: false)
      try other.execute("CREATE TABLE songs (title TEXT); PRAGMA user_version = 3")
    }
    #expect { try BuildHistory.open(place.path) } throws: { error in
      (error as? DatabaseError)?.message.contains("another program") == true
    }

    try FileManager.default.removeItem(at: url)
    do {
      let later = try BuildHistory.open(place.path)
      try later.database.execute("PRAGMA user_version = 99")
    }
    #expect { try BuildHistory.open(place.path) } throws: { error in
      (error as? DatabaseError)?.message.contains("later version") == true
    }
  }

  @Test("two builds at once wait for each other")
  func concurrent() async throws {
    let place = try Place()
    let path = place.path
    _ = try BuildHistory.open(path).record([feed([post(0)])], made: moment(0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...8 {
        let built = feed([post(number)], path: "public/\(number).xml")
        let made = moment(number)
        group.addTask { _ = try BuildHistory.open(path).record([built], made: made) }
      }
      try await group.waitForAll()
    }
    let history = try BuildHistory(reading: path)
    #expect(try history.builds().count == 9)
    let check = try history.database.prepare("PRAGMA integrity_check")
    #expect(try check.step())
    #expect(check.text(0) == "ok")
  }
}
