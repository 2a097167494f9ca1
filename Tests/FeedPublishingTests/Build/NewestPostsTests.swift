import FeedPublishing
import TestSupport
import Testing

/// Where every feed has the newest posts only, the others are let go early, and nothing shows it.
@Suite("feeds of the newest posts")
struct NewestPostsTests {
  private static let feeds = [
    "[{path: a.xml, limit: 3}, {path: b.json, limit: 20}]",
    // One feed may have any post, so all are kept.
    "[{path: a.xml, limit: 3}, {path: b.json, limit: 20}, all.json]",
    "[{path: a.xml, limit: 3}, {path: b.json, limit: 20}, {path: 't/{tag}.json', for: tag}]",
  ]

  /// Posts for several threads, many of one moment.
  private func site(seed: UInt64) throws -> Site {
    let site = try Site()
    var numbers = SeededGenerator(seed: seed)
    for index in 0..<400 {
      let date = "2020-01-\(10 + Int.random(in: 0...9, using: &numbers))"
      let draft = Int.random(in: 0..<20, using: &numbers) == 0
      try site.write(
        "---\ntitle: Post \(index)\ndate: \(date)\ntags: [t\(index % 2)]\ndraft: \(draft)\n---\nText\n",
        to: "posts/\(Int.random(in: 0...2, using: &numbers))/post-\(index).md"
      )
    }
    return site
  }

  private func configure(_ site: Site, feeds: String) throws {
    try site.write(
      "site: {title: A, url: 'https://example.org/', description: B}\nposts: {from: posts}\n"
        + "feeds: \(feeds)\n",
      to: "tidings.yml"
    )
  }

  @Test("have the same posts as beside feeds of all", arguments: 1...2 as ClosedRange<UInt64>)
  func areTheSame(seed: UInt64) async throws {
    let site = try site(seed: seed)
    var results: [[String]] = []
    for feeds in Self.feeds {
      try configure(site, feeds: feeds)
      let report = try await site.build()
      #expect(report.problems.isEmpty && report.conflicts.isEmpty && report.refusals.isEmpty)
      let leftOut = report.leftOut.map { "\($0.path): \($0.reason)" }
      #expect(!leftOut.isEmpty, "seed \(seed)")
      results.append(try [site.text("feeds/a.xml"), site.text("feeds/b.json")] + leftOut)
    }
    #expect(results[0] == results[1] && results[0] == results[2], "seed \(seed)")
  }

  @Test("tell of mistakes in posts that no feed has")
  func tellsOfMistakes() async throws {
    let site = try site(seed: 5)
    try site.write("---\ntitle: A\ndate: 2001-01-01\nslug: same\n---\n", to: "posts/old.md")
    try site.write("---\ntitle: A\ndate: 2001-01-02\nslug: same\n---\n", to: "posts/older.md")
    try configure(site, feeds: Self.feeds[0])
    let conflicts = try await site.build().conflicts
    try configure(site, feeds: Self.feeds[1])
    #expect(try await site.build().conflicts == conflicts)
    #expect(conflicts.map(\.path) == [site.path + "/posts/old.md"])

    try site.write("---\ntitle: A\ndate: 2001-13-01\n---\n", to: "posts/broken.md")
    try configure(site, feeds: Self.feeds[0])
    #expect(try await site.build().problems.map(\.path) == [site.path + "/posts/broken.md"])
  }
}
