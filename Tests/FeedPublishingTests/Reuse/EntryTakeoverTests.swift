import FeedDiff
import FeedModel
import FeedSources
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// What is published by taking entries over is what a build from nothing would write, whatever changed.
@Suite("Entries that are taken over")
struct EntryTakeoverTests {
  private static let configuration = """
    site:
      title: A site
      url: https://example.org/
      authors: [Ada]
    posts:
      from: content
      preset: hugo
      files: static
    feeds:
      - feed.xml
      - atom.xml
      - path: feed.json
        content: both
      - path: small.xml
        max_bytes: 6000
      - path: newest.xml
        limit: 12
      - path: tags/{tag}.xml
        for: tag
      - path: all.xml
        limit: 8
        archive: 10
    publish:
      max_removed: 100%
      max_reidentified: 100%
      min_entries: 1
    """

  @Test("are what a build from nothing writes, after any edits", arguments: 1...8)
  func edits(seed: Int) async throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    let site = try Site()
    try site.write(Self.configuration, to: "tidings.yml")
    var blog = EditedBlog(site: site)
    for _ in 0..<40 { try blog.add(using: &numbers) }
    var takenOver = 0
    for step in 0..<16 {
      let edits = step == 0 ? ["nothing"] : try blog.edit(using: &numbers)
      // Files that were written a moment ago are not believed to stay.
      usleep(70_000)
      let published = site.path + "/public"
      let before = try Self.feeds(in: published)
      let report = try await Self.publish(site)
      let context: Comment = "seed \(seed), step \(step): \(edits)"
      #expect(report.outcome == .published || report.outcome == .unchanged, context)
      try await Self.build(site, into: "fresh-\(step)", after: before)
      let fresh = try Self.feeds(in: site.path + "/fresh-\(step)")
      let now = try Self.feeds(in: published)
      for (name, bytes) in fresh {
        #expect(now[name] == bytes, "\(context), \(name)")
      }
      for change in report.changes {
        let name = String(change.path.dropFirst(published.count + 1))
        let new = FeedSnapshotReader.read(Array(fresh[name] ?? Data()))
        let old = before[name].map { FeedSnapshotReader.read(Array($0)) } ?? .empty(new.kind)
        let difference = try FeedDifference(old: old, new: new)
        #expect(change.difference.summary == difference.summary, "\(context), \(name)")
        #expect(change.difference.entries == difference.entries, "\(context), \(name)")
        #expect(change.difference.feedFields == difference.feedFields, "\(context), \(name)")
      }
      #expect(
        try Self.records(site, "public/../.tidings/history.sqlite")
          == Self.records(site, "fresh-\(step).sqlite"),
        context
      )
      let documents = report.build?.documents ?? []
      takenOver += documents.reduce(0) { $0 + $1.takenOver }
    }
    // A test in which nothing is taken over shows nothing.
    #expect(takenOver > 500, "seed \(seed): \(takenOver)")
  }

  @Test("are not used when the file that keeps them is torn, or the feed is another")
  func torn() async throws {
    var numbers = SeededGenerator(seed: 99)
    let site = try Site()
    try site.write(Self.configuration, to: "tidings.yml")
    var blog = EditedBlog(site: site)
    for _ in 0..<20 { try blog.add(using: &numbers) }
    usleep(70_000)
    _ = try await Self.publish(site)
    let folder = site.path + "/.tidings/entries"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count >= 4)
    for name in names {
      let url = URL(fileURLWithPath: folder + "/" + name)
      var bytes = try Data(contentsOf: url)
      switch Int.random(in: 0...2, using: &numbers) {
      case 0: bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &numbers))
      case 1: bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^= 0x10
      default: bytes = Data("nothing of the kind".utf8)
      }
      try bytes.write(to: url)
    }
    try blog.write(0, body: "Other words")
    usleep(70_000)
    let report = try await Self.publish(site)
    #expect(report.outcome == .published)
    #expect(report.build?.documents.allSatisfy { $0.takenOver == 0 } == true)
    // And they are kept again.
    try blog.write(1, body: "Other words")
    usleep(70_000)
    let next = try await Self.publish(site)
    #expect(next.build?.documents.contains { $0.takenOver > 0 } == true)
  }

  @Test("go with the inputs that they were made under: heads of another configuration are not used")
  func configurations() async throws {
    var numbers = SeededGenerator(seed: 7)
    let site = try Site()
    try site.write(Self.configuration, to: "tidings.yml")
    var blog = EditedBlog(site: site)
    for _ in 0..<20 { try blog.add(using: &numbers) }
    usleep(70_000)
    _ = try await Self.publish(site)
    let heads = site.path + "/.tidings/publish.heads"
    #expect(FileManager.default.fileExists(atPath: heads))
    // A feed of the newest alone needs no heads, and who reads them has another address now.
    try site.write(
      """
      site: {title: A site, url: "https://elsewhere.example/", authors: [Ada]}
      posts: {from: content, preset: hugo}
      feeds: [{path: feed.xml, limit: 15}]
      publish: {max_removed: 100%, max_reidentified: 100%}
      """,
      to: "tidings.yml"
    )
    usleep(70_000)
    _ = try await Self.publish(site)
    #expect(!FileManager.default.fileExists(atPath: heads))
    try blog.write(0, body: "Other words")
    usleep(70_000)
    _ = try await Self.publish(site)
    #expect(try !site.text("public/feed.xml").contains("https://example.org/"))
    // Where nothing can be kept, nothing from before is believed, and all is published.
    try site.write(Self.configuration, to: "tidings.yml")
    try FileManager.default.createDirectory(atPath: heads, withIntermediateDirectories: false)
    try site.write("x", to: ".tidings/publish.heads/x")
    for number in 0..<3 {
      try blog.write(number, body: "Words \(number)")
      usleep(70_000)
      let report = try await Self.publish(site)
      #expect(report.outcome == .published)
      #expect(try site.text("public/feed.xml").contains("Words \(number)"))
    }
  }

  private static func publish(_ site: Site) async throws -> PublishReport {
    var options = Publisher.Options(now: try RFC3339.parse("2026-01-01T00:00:00Z"))
    options.output = site.path + "/public"
    options.leastEntries = 3
    return try await Publisher(site.path + "/tidings.yml", options: options).run()
  }

  /// - Parameter before: What was published: feeds never say that they changed earlier than they said.
  private static func build(
    _ site: Site,
    into folder: String,
    after before: [String: Data]
  ) async throws {
    var configuration = try ConfigurationReader.read(site.path + "/tidings.yml")
    configuration.history = .file("\(site.path)/\(folder).sqlite")
    var options = SiteBuilder.Options(
      now: try RFC3339.parse("2026-01-01T00:00:00Z"),
      output: site.path + "/" + folder
    )
    options.earliestUpdates = before.compactMapValues {
      FeedSnapshotReader.read(Array($0)).feed.updated
    }
    let report = try await SiteBuilder(configuration, options: options).build()
    #expect(report.problems.isEmpty && report.refusals.isEmpty && report.conflicts.isEmpty)
  }

  /// What a history has of each feed.
  private static func records(_ site: Site, _ path: String) throws -> [String: [String]] {
    let history = try BuildHistory(reading: site.path + "/" + path)
    let last = try #require(try history.last())
    var records: [String: [String]] = [:]
    for (path, feed) in try history.feeds(after: last.id) {
      let name = path.split(separator: "/").drop { $0 == "public" || $0.hasPrefix("fresh-") }
      records[name.joined(separator: "/")] = feed.records.map { "\($0)" }.sorted()
    }
    #expect(records.count >= 7)
    return records
  }

  private static func feeds(in folder: String) throws -> [String: Data] {
    var feeds: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder)
      ?? FileManager.DirectoryEnumerator()
    where name.hasSuffix(".xml") || name.hasSuffix(".json") {
      feeds[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return feeds
  }
}

/// A blog that somebody is at work on.
private struct EditedBlog {
  let site: Site
  private var posts: [Post] = []
  private var files = 0

  init(site: Site) { self.site = site }

  private struct Post {
    var name: String
    var title: String
    var day: Int
    var tag: String
    var slug: String?
    var isDraft = false
    var hasSound: Bool
    var body: String
  }

  mutating func add(using numbers: inout SeededGenerator) throws {
    files += 1
    posts.append(
      Post(
        name: "p\(files)",
        title: "Post \(files)",
        day: Int.random(in: 1...900, using: &numbers),
        tag: ["swift", "feeds", "cats"].randomElement(using: &numbers) ?? "",
        hasSound: Int.random(in: 0..<8, using: &numbers) == 0,
        body: body(using: &numbers)
      )
    )
    try write(posts.count - 1)
  }

  private func body(using numbers: inout SeededGenerator) -> String {
    let other = posts.randomElement(using: &numbers)?.name ?? "p1"
    return [
      "Words & more words, \(Int.random(in: 0...999, using: &numbers)).",
      "See [another]({{< ref \"\(other).md\" >}}).",
      "A picture: ![cat](/cat.png)",
      "日本語 <b>bold</b> ]]> &amp;",
      String(repeating: "A long text. ", count: 60),
    ].randomElement(using: &numbers) ?? ""
  }

  mutating func write(_ index: Int, body: String) throws {
    posts[index].body = body
    try write(index)
  }

  private func write(_ index: Int) throws {
    let post = posts[index]
    let date = RFC3339.string(
      Timestamp(secondsSince1970: 1_600_000_000 + Int64(post.day) * 86_400)
    )
    try site.write(
      """
      ---
      title: "\(post.title)"
      date: \(date)
      tags: [\(post.tag)]
      draft: \(post.isDraft)
      \(post.slug.map { "slug: \($0)" } ?? "")
      \(post.hasSound ? "audio: /cat.mp3" : "")
      ---

      \(post.body)
      """,
      to: "content/posts/\(post.name).md"
    )
  }

  /// Changes something; says what.
  mutating func edit(using numbers: inout SeededGenerator) throws -> [String] {
    var edits: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      edits.append(try editOnce(using: &numbers))
    }
    return edits
  }

  private mutating func editOnce(using numbers: inout SeededGenerator) throws -> String {
    let index = Int.random(in: posts.indices, using: &numbers)
    let name = posts[index].name
    switch Int.random(in: 0...13, using: &numbers) {
    case 0:
      try add(using: &numbers)
      return "added"
    case 1 where posts.count > 30:
      posts.remove(at: index)
      try FileManager.default.removeItem(atPath: site.path + "/content/posts/\(name).md")
      return "removed \(name)"
    case 2:
      posts[index].title += "!"
      try write(index)
      return "titled \(name)"
    case 3:
      posts[index].day = Int.random(in: 1...900, using: &numbers)
      try write(index)
      return "dated \(name)"
    case 4:
      posts[index].tag = ["swift", "feeds", "dogs"].randomElement(using: &numbers) ?? ""
      try write(index)
      return "tagged \(name)"
    case 5:
      posts[index].slug = "s\(Int.random(in: 1...99_999, using: &numbers))"
      try write(index)
      return "moved \(name)"
    case 6:
      posts[index].isDraft.toggle()
      try write(index)
      return "drafted \(name)"
    case 7:
      try write(index)
      return "touched \(name)"
    case 8:
      try site.write(String(repeating: "x", count: index + 1), to: "static/cat.mp3")
      return "the sound"
    case 9:
      let text = try site.text("tidings.yml")
      try site.write(
        text.replacing("title: A site", with: "title: A site\(index)"),
        to: "tidings.yml"
      )
      return "configured"
    default:
      posts[index].body = body(using: &numbers)
      try write(index)
      return "rewrote \(name)"
    }
  }
}
