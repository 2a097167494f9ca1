import FeedDiff
import FeedFormats
import FeedModel
import FeedPublishing
import FeedSources
import Foundation
import TestSupport
import Testing

@Suite("builds with a ledger")
struct LedgerBuildTests {
  /// A site of five posts with a ledger.
  private func site(_ more: String = "", url: String = "/{slug}/") throws -> Site {
    let site = try Site()
    try configure(site, url: url, more: more)
    for number in 1...5 { try post(site, "p\(number).md", number) }
    try site.write("", to: "tidings.ids")
    return site
  }

  private func configure(
    _ site: Site,
    host: String = "https://weir.example",
    url: String = "/{slug}/",
    more: String = ""
  ) throws {
    try site.write(
      """
      site: {title: A, url: '\(host)/', description: B}
      posts: {from: [posts], url: '\(url)'}
      feeds: [feed.json]
      history: false
      \(more)

      """,
      to: "tidings.yml"
    )
  }

  private func post(_ site: Site, _ name: String, _ day: Int, _ more: String = "") throws {
    try site.write(
      "---\ntitle: Post \(day)\ndate: 2024-01-0\(day)\n\(more)\n---\n\nWords \(day).\n",
      to: "posts/\(name)"
    )
  }

  /// The ids in the feed, by title.
  private func ids(_ site: Site) throws -> [String: String] {
    let snapshot = FeedSnapshotReader.read(Array(try site.text("feeds/feed.json").utf8))
    return Dictionary(
      snapshot.records.map { ($0.title ?? "", $0.id) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func ledger(_ site: Site) throws -> [String] {
    try site.text("tidings.ids").split(separator: "\n").map(String.init)
  }

  @Test("the first adds a line a post, others what is new, and a rebuild nothing")
  func lines() async throws {
    let site = try site()
    let first = try await site.build()
    #expect(first.ledger?.addedLines == 5)
    #expect(first.ledger?.kept == [])
    #expect(
      try ledger(site).first
        == #"{"source": "posts/p1.md", "id": "https://weir.example/p1/", "published": "2024-01-01T00:00:00Z"}"#
    )
    let before = try site.text("tidings.ids")
    #expect(try await site.build().ledger?.addedLines == 0)
    #expect(try site.text("tidings.ids") == before)
    try post(site, "p0.md", 6)
    try FileManager.default.removeItem(atPath: site.path + "/posts/p3.md")
    try await site.build()
    #expect(try site.text("tidings.ids").hasPrefix(before))
    #expect(try ledger(site).count == 6)
  }

  @Test("ids outlive the domain, the scheme, the slash, the slug, the date and the text")
  func outlive() async throws {
    let site = try site()
    try post(site, "own.md", 6, "guid: flood")
    try await site.build()
    let before = try ids(site)
    #expect(before["Post 6"] == "tag:weir.example,2024-01-06:flood")
    for (host, url) in [
      ("http://weir.example", "/{slug}/"), ("https://weir.test", "/{slug}/"),
      ("https://weir.example", "/{slug}"), ("https://weir.example", "/{year}/{slug}.html"),
    ] {
      try configure(site, host: host, url: url)
      let report = try await site.build()
      #expect(try ids(site) == before)
      #expect(report.ledger?.addedLines == 0)
      #expect((report.ledger?.kept.count ?? 0) >= 5, "\(host)\(url)")
    }
    try site.write(
      "---\ntitle: Post 6\ndate: 2024-02-02\nguid: flood\n---\n\nOther words.\n",
      to: "posts/own.md"
    )
    try await site.build()
    #expect(try ids(site) == before)
    // Without the ledger they would all be others.
    try configure(site, host: "https://weir.test", more: "ids: false")
    #expect(try await site.build().ledger == nil)
    #expect(Set(try ids(site).values).isDisjoint(with: before.values))
  }

  @Test("a file that moved keeps its id, and says so")
  func moved() async throws {
    let site = try site(url: "/{folder}/{name}/")
    try await site.build()
    let before = try ids(site)
    try FileManager.default.moveItem(
      atPath: site.path + "/posts/p1.md",
      toPath: site.path + "/posts/renamed.md"
    )
    try FileManager.default.createDirectory(
      atPath: site.path + "/posts/2024/p2",
      withIntermediateDirectories: true
    )
    try FileManager.default.moveItem(
      atPath: site.path + "/posts/p2.md",
      toPath: site.path + "/posts/2024/p2/index.md"
    )
    let report = try await site.build()
    #expect(try ids(site) == before)
    #expect(
      report.notes.map(\.message) == [
        "is what posts/p2.md was (by name and date), and keeps its id",
        "is what posts/p1.md was (by date), and keeps its id",
      ]
    )
    #expect(report.ledger?.addedLines == 2)
    // From now on the files are known, whatever their dates are.
    try post(site, "renamed.md", 9)
    let again = try await site.build()
    #expect(again.notes.isEmpty && again.ledger?.addedLines == 1)
    #expect(
      try ledger(site).last?.hasSuffix(
        #""published": "2024-01-01T00:00:00Z", "dated": "2024-01-09T00:00:00Z"}"#
      ) == true
    )
    #expect(try await site.build().ledger?.addedLines == 0)
    #expect(try ids(site)["Post 9"] == before["Post 1"])
    // Back again: the line that was is still true.
    try FileManager.default.moveItem(
      atPath: site.path + "/posts/2024/p2/index.md",
      toPath: site.path + "/posts/p2.md"
    )
    #expect(try await site.build().conflicts.isEmpty)
    #expect(try ids(site)["Post 2"] == before["Post 2"])
  }

  @Test("two posts with one id are refused with both places, and the ledger stays")
  func conflicts() async throws {
    let site = try site()
    try await site.build()
    try configure(site, url: "/{year}/{slug}")
    try post(site, "other.md", 7, "permalink: https://weir.example/p3/")
    let before = try site.text("tidings.ids")
    var report = try await site.build()
    #expect(report.conflicts.count == 1)
    #expect(report.conflicts.first?.path.hasSuffix("posts/other.md") == true)
    let message = report.conflicts.first?.message ?? ""
    #expect(message.contains("tidings.ids:3 keeps for "), "\(message)")
    #expect(message.contains("posts/p3.md: https://weir.example/p3/"), "\(message)")
    #expect(try site.text("tidings.ids") == before)

    // The other is there, but in no feed.
    try post(site, "p3.md", 3, "draft: true")
    report = try await site.build()
    #expect(report.conflicts.first?.message.contains("which is there but in no feed") == true)
    #expect(try site.text("tidings.ids") == before)
    // It is gone: then the other is what it was.
    try FileManager.default.removeItem(atPath: site.path + "/posts/p3.md")
    report = try await site.build()
    #expect(report.conflicts.isEmpty)
    #expect(report.notes.map(\.message).contains { $0.contains("by its address") })

    try site.write(
      try site.text("tidings.ids")
        + #"{"source": "posts/p1.md", "id": "https://weir.example/p2/"}"# + "\n",
      to: "tidings.ids"
    )
    report = try await site.build()
    #expect(
      report.conflicts.first?.message.contains("tidings.ids:2 and 7") == true
        || report.conflicts.first?.message.contains("tidings.ids:7 and 2") == true
    )
    #expect(report.conflicts.first?.help?.contains("take one of the lines out") == true)
  }

  @Test("a refused build and a dry one add no line")
  func refused() async throws {
    let site = try site()
    try post(site, "p1.md", 1, "guid: 'http://[broken'\nlanguage: '\u{1}'")
    try site.write("---\ntitle: [\n---\n", to: "posts/broken.md")
    let report = try await site.build()
    #expect(!report.problems.isEmpty)
    #expect(try ledger(site).isEmpty)
    try FileManager.default.removeItem(atPath: site.path + "/posts/broken.md")
    try post(site, "p1.md", 1)
    let dry = SiteBuilder.Options(
      now: try RFC3339.parse("2025-01-01T00:00:00Z"),
      output: site.path + "/feeds",
      isDry: true
    )
    let configuration = try ConfigurationReader.read(site.path + "/tidings.yml")
    let dryReport = try await SiteBuilder(configuration, options: dry).build()
    #expect(dryReport.ledger?.addedLines == 5)
    #expect(try ledger(site).isEmpty)
  }

  @Test("a build without a ledger makes none, and `ids` names or forbids one")
  func configured() async throws {
    let site = try site()
    try FileManager.default.removeItem(atPath: site.path + "/tidings.ids")
    #expect(try await site.build().ledger == nil)
    #expect(FileSystem.kind(of: site.path + "/tidings.ids") == nil)
    try configure(site, more: "ids: true")
    #expect(try await site.build().ledger?.addedLines == 5)
    #expect(try ledger(site).count == 5)
    try configure(site, more: "ids: data/known.ids")
    #expect(try await site.build().ledger?.path == site.path + "/data/known.ids")
    #expect(try site.text("data/known.ids") == site.text("tidings.ids"))
    try configure(site, more: "ids: [a]")
    await #expect(throws: SourceProblem.self) { try await site.build() }
  }

  @Test("posts of one file are known by what they are called there")
  func jsonLines() async throws {
    let site = try site()
    try configure(site)
    func write(_ lines: [String]) throws {
      try site.write(lines.map { "{\($0)}\n" }.joined(), to: "posts/more.jsonl")
    }
    let flood = #""slug": "flood", "title": "Flood", "date": "2023-01-01""#
    let gauge = #""id": "17", "title": "Gauge", "date": "2023-01-02", "url": "/g/""#
    let alder =
      #""title": "Alder", "date": "2023-01-02", "url": "https://weir.example/alder/?a=1""#
    try write([flood, gauge, alder])
    try await site.build()
    let before = try ids(site)
    for name in ["#flood", "#17", "#/alder/?a=1"] {
      #expect(try site.text("tidings.ids").contains(#""posts/more.jsonl\#(name)""#))
    }
    try write([alder, flood.replacing("Flood", with: "Floods").replacing("2023", with: "2022")])
    try site.write(
      try site.text("tidings.yml").replacing("weir.example", with: "weir.test")
        .replacing("{slug}/", with: "{year}/{slug}/"),
      to: "tidings.yml"
    )
    // The flood was dated anew.
    #expect(try await site.build().ledger?.addedLines == 1)
    #expect(try ids(site)["Floods"] == before["Flood"])
    #expect(try ids(site)["Alder"] == before["Alder"])
  }

  @Test("limits and the number of threads change no line")
  func limits() async throws {
    let site = try site()
    for index in 0..<400 {
      try site.write(
        "---\ntitle: T \(index)\ndate: 2023-01-0\(index % 9 + 1)\n---\nText\n",
        to: "posts/t/\(index).md"
      )
    }
    try await site.build()
    let all = try site.text("tidings.ids")
    #expect(try ledger(site).count == 405)
    try site.write("", to: "tidings.ids")
    try site.write(
      try site.text("tidings.yml").replacing("[feed.json]", with: "[{path: feed.json, limit: 2}]"),
      to: "tidings.yml"
    )
    try await site.build()
    #expect(try site.text("tidings.ids") == all)
    #expect(try ids(site).count == 2)
  }

  @Test(
    "no id changes in a site's life, whatever its owner does",
    arguments: 1...3 as ClosedRange<UInt64>
  )
  func life(seed: UInt64) async throws {
    var numbers = SeededGenerator(seed: seed)
    let site = try site()
    struct Living {
      var file: String
      var day: Int
    }
    var posts: [Int: Living] = [:]
    var known: [String: String] = [:]
    var next = 0
    func write(_ number: Int, _ text: String) throws {
      guard let post = posts[number] else { return }
      let minute = post.day % 60
      let hour = post.day / 60 % 24
      try site.write(
        "---\ntitle: Life \(number)\ndate: 2023-01-01T\(hour / 10)\(hour % 10):\(minute / 10)"
          + "\(minute % 10):00Z\n---\n\n\(text)\n",
        to: "posts/" + post.file
      )
    }
    for step in 0..<40 {
      let any = posts.keys.sorted().randomElement(using: &numbers)
      switch Int.random(in: 0..<7, using: &numbers) {
      case 0, 1:
        posts[next] = Living(file: "life-\(next).md", day: next)
        try write(next, "New")
        next += 1
      case 2:
        guard let any, let old = posts[any] else { continue }
        posts[any]?.file = "moved/m\(step)-\(any).md"
        try FileManager.default.removeItem(atPath: site.path + "/posts/" + old.file)
        try write(any, "Moved")
      case 3:
        guard let any else { continue }
        posts[any]?.day = 500 + step
        try write(any, "Dated anew")
      case 4:
        guard let any else { continue }
        try write(any, "Edited \(step)")
      case 5:
        guard let any, let old = posts.removeValue(forKey: any) else { continue }
        try FileManager.default.removeItem(atPath: site.path + "/posts/" + old.file)
        known["Life \(any)"] = nil
      default:
        let host = ["https://a.example", "http://a.example", "https://b.example"]
          .randomElement(using: &numbers)
        let url = ["/{slug}", "/{slug}/", "/x/{year}/{slug}.html"].randomElement(using: &numbers)
        try configure(site, host: host ?? "", url: url ?? "")
      }
      let report = try await site.build()
      #expect(report.problems.isEmpty && report.conflicts.isEmpty, "seed \(seed), step \(step)")
      let now = try ids(site)
      for (title, id) in known {
        #expect(now[title] == id, "seed \(seed), step \(step): \(title)")
      }
      known = now
    }
  }
}
