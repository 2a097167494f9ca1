import FeedDiff
import Foundation
import Testing

/// What owners do to a blog, and what subscribers see of it with a ledger and without.
@Suite("migrations with a ledger", .timeLimit(.minutes(15)))
struct MigrationTests {
  struct Migration: Sendable, CustomStringConvertible {
    var description: String
    /// Why readers would show entries again without the ledger; nil if they would not.
    var cause: ReidentificationCause?
    /// How many posts are gone.
    var removed = 0
    var change: @Sendable (Blog) throws -> Void
  }

  static let migrations = [
    Migration(description: "http to https", cause: .scheme) { try $0.configure(scheme: "http") },
    Migration(description: "a new domain", cause: .host) { try $0.configure(host: "weir.test") },
    Migration(description: "slashes at the end", cause: .slash) {
      try $0.configure(url: "/blog/{slug}/")
    },
    Migration(description: "another address", cause: .slug) {
      try $0.configure(url: "/{year}/{slug}")
    },
    Migration(description: "another domain and another address", cause: .host) {
      try $0.configure(host: "weir.test", url: "/{year}/{slug}/")
    },
    Migration(description: "another generator", cause: .slug) { blog in
      for name in blog.files() {
        let stem = name.split(separator: "/").last?.dropLast(3) ?? ""
        try blog.move("posts/" + name, to: "content/posts/\(stem)/index.md")
      }
      try blog.configure(preset: "hugo", from: "content/posts", url: "/{year}/{month}/{slug}/")
    },
    Migration(description: "renamed files", cause: .slug) { blog in
      for (number, name) in blog.files().enumerated() where number % 4 == 0 {
        try blog.edit({ edited, text in if edited == name { Self.unslug(&text) } })
        try blog.move("posts/" + name, to: "posts/renamed-\(number).md")
      }
    },
    Migration(description: "ids of another kind", cause: .format) { blog in
      var number = 0
      try blog.edit({ _, text in
        number += 1
        Self.setFrontMatter("guid: entry-\(number)", &text)
      })
    },
    Migration(description: "posts dated anew", cause: nil) { blog in
      try blog.edit({ name, text in
        guard name.utf8.reduce(0, { ($0 + Int($1)) % 3 }) == 0 else { return }
        text.replace("2019-", with: "2018-")
      })
    },
    Migration(description: "posts edited", cause: nil) { blog in
      try blog.edit({ _, text in text += "\nOne more sentence.\n" })
    },
    Migration(description: "a post deleted", cause: nil, removed: 1) { blog in
      try blog.remove("posts/" + (blog.files().last ?? ""))
    },
  ]

  /// Takes away what the author says about the address, so that it follows the file.
  private static func unslug(_ text: inout String) {
    text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("slug:") && !$0.hasPrefix("templateKey") }.joined(separator: "\n")
  }

  private static func setFrontMatter(_ line: String, _ text: inout String) {
    guard let end = text.range(of: "---\n") else { return }
    text.replaceSubrange(end, with: "---\n\(line)\n")
  }

  /// A blog of twelve posts, some on one day.
  private func blog() throws -> Blog {
    let blog = try Blog()
    for number in 1...12 {
      try blog.site.post(
        "2019/post-\(number).md",
        "title: On \(["alders", "gauges", "floods", "weirs"][number % 4]), part \(number)\n"
          + "slug: post-\(number)\ndate: 2019-0\(number / 2 + 1)-03T10:\(number + 10):00Z",
        body: "Part \(number). " + String(repeating: "Water finds its way. ", count: number)
      )
    }
    return blog
  }

  private func portfolio() throws -> Blog {
    let blog = try Blog()
    try FileManager.default.copyItem(
      at: Blog.portfolio,
      to: blog.site.folder.appendingPathComponent("posts")
    )
    return blog
  }

  private func check(_ migration: Migration, _ make: () throws -> Blog) throws {
    for hasLedger in [true, false] {
      let blog = try make()
      try blog.configure(more: "ids: \(hasLedger)")
      let first = try blog.site.build()
      #expect(first.status == 0, "\(first.errors)")
      let before = blog.feeds()
      #expect(before.count == 3)
      let ledger = blog.site.text("tidings.ids")
      #expect((ledger != nil) == hasLedger)

      try migration.change(blog)
      let configuration = try #require(blog.site.text("tidings.yml"))
      if !configuration.contains("\nids:") {
        try blog.site.write("tidings.yml", configuration + "ids: \(hasLedger)\n")
      }
      let second = try blog.site.build()
      #expect(second.status == 0, "\(second.errors)")
      for (name, old) in before {
        let new = try #require(blog.feeds()[name])
        let difference = try FeedDifference(old: old, new: new)
        let summary = difference.summary
        let place = "\(migration), \(name), with a ledger: \(hasLedger)"
        #expect(summary.removed + summary.agedOut == migration.removed, "\(place)")
        #expect(summary.added + summary.backfilled == 0, "\(place)")
        let causes = Set(difference.entries.compactMap(\.cause))
        if hasLedger {
          #expect(summary.reidentified == 0, "\(place)")
        } else {
          #expect(causes == Set([migration.cause].compactMap { $0 }), "\(place)")
          #expect((summary.reidentified > 0) == (migration.cause != nil), "\(place)")
        }
      }
      guard hasLedger else { continue }
      #expect(
        blog.site.text("tidings.ids")?.hasPrefix(ledger ?? "") == true,
        "only lines are added"
      )
      let built = blog.site.text("public/feed.xml")
      let kept = blog.site.text("tidings.ids")
      #expect(try blog.site.build().status == 0)
      #expect(blog.site.text("public/feed.xml") == built)
      #expect(blog.site.text("tidings.ids") == kept)
    }
  }

  @Test("of a small blog", arguments: migrations)
  func small(migration: Migration) throws {
    try check(migration, blog)
  }

  @Test(
    "of the seed's blog",
    .enabled(if: Blog.hasPortfolio),
    arguments: migrations
  )
  func seed(migration: Migration) throws {
    try check(migration, portfolio)
  }

  @Test("one after the other, with all that was adopted at first", .enabled(if: Blog.hasPortfolio))
  func all() throws {
    let blog = try portfolio()
    // What subscribers know was made by another program, under another address.
    try blog.configure(scheme: "http", host: "old.example", url: "/?p={slug}")
    #expect(try blog.site.build().status == 0)
    let before = blog.feeds()
    try blog.move("public/feed.xml", to: "old.xml")
    try blog.configure()
    let adopted = try blog.tidings("ids", "adopt", "old.xml")
    #expect(adopted.status == 0, "\(adopted.errors)")
    #expect(adopted.output.contains("of 33 entries"), "\(adopted.output)")
    for migration in Self.migrations where migration.description != "another generator" {
      try migration.change(blog)
      let build = try blog.site.build()
      #expect(build.status == 0, "\(migration): \(build.errors)")
      let new = try #require(blog.feeds()["feed.xml"])
      let difference = try FeedDifference(old: try #require(before["feed.xml"]), new: new)
      #expect(difference.summary.reidentified == 0, "\(migration)")
      #expect(difference.summary.added + difference.summary.backfilled == 0, "\(migration)")
    }
  }
}
