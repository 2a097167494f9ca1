import FeedDiff
import Foundation
import TestSupport
import Testing

@Suite("tidings ids adopt", .timeLimit(.minutes(15)))
struct AdoptCommandTests {
  private func blog() throws -> Blog {
    let blog = try Blog()
    for (number, name) in ["alders", "flood", "gauge", "moorhens"].enumerated() {
      try blog.site.post(
        "\(name).md",
        "title: The \(name)\ndate: 2024-01-0\(number + 1)",
        body: "Words of \(name). " + String(repeating: "Water finds its way, \(name). ", count: 12)
      )
    }
    try blog.configure()
    return blog
  }

  /// A feed as another program made it.
  private func feed(_ items: [(title: String, link: String, guid: String, day: Int)]) -> String {
    let items = items.map { item in
      """
      <item><title>\(item.title)</title><link>\(item.link)</link>
      <guid isPermaLink="false">\(item.guid)</guid>
      <pubDate>0\(item.day) Jan 2024 00:00:00 +0000</pubDate>
      <description>Short.</description></item>

      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0"><channel><title>Weir</title><link>http://old.example/</link>
      <description>Rivers</description>
      \(items.joined())</channel></rss>

      """
  }

  private var ordinary: String {
    feed([
      ("The moorhens", "http://old.example/blog/moorhens/", "http://old.example/?p=4", 4),
      ("The gauge", "http://old.example/?p=3", "http://old.example/?p=3", 3),
      ("The flood", "http://old.example/blog/flood", "tag:old.example,2024:flood", 2),
    ])
  }

  @Test("takes the ids of the entries that are posts, and says by what it knows them")
  func adopts() throws {
    let blog = try blog()
    try blog.site.write("old.xml", ordinary)
    let dry = try blog.tidings("ids", "adopt", "old.xml", "--dry-run")
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.output.contains("3 ids would be adopted"))
    #expect(blog.site.text("tidings.ids") == nil)

    let run = try blog.tidings("ids", "adopt", "old.xml")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        posts/moorhens.md  http://old.example/?p=4     certain: its link
        posts/gauge.md     http://old.example/?p=3     likely: title and day
        posts/flood.md     tag:old.example,2024:flood  certain: its link
        tidings.ids: 3 ids adopted (2 certain, 1 likely), of 3 entries

        1 post is not in the feed:
          posts/alders.md

        """
    )
    let again = try blog.tidings("ids", "adopt", "old.xml")
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("tidings.ids: nothing to adopt, 3 known already, of 3 entries"))

    let build = try blog.site.build("--verbose")
    #expect(build.output.contains("tidings.ids: 3 posts keep the ids that subscribers know"))
    #expect(
      build.output.contains(
        "posts/flood.md: tag:old.example,2024:flood, which today would be https://weir.example/blog/flood"
      )
    )
    #expect(build.output.contains("tidings.ids: 1 line added"))
    let difference = try FeedDifference(
      old: FeedSnapshotReader.read(Array(ordinary.utf8)),
      new: try #require(blog.feeds()["feed.xml"])
    )
    #expect(difference.summary.reidentified == 0)
    #expect(difference.summary.backfilled + difference.summary.added == 1)
    #expect(
      blog.site.text("public/atom.xml")?.contains("<id>tag:old.example,2024:flood</id>") == true
    )
  }

  @Test("ids that the ledger has are replaced by --force only")
  func force() throws {
    let blog = try blog()
    try blog.site.write("tidings.ids", "")
    #expect(try blog.site.build().status == 0)
    let before = try #require(blog.site.text("tidings.ids"))
    try blog.site.write("old.xml", ordinary)
    let refused = try blog.tidings("ids", "adopt", "old.xml")
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "posts/gauge.md: error: cannot take the id http://old.example/?p=3 of “The gauge”: "
          + "tidings.ids:3 has another id for it: https://weir.example/blog/gauge"
      ),
      "\(refused.errors)"
    )
    #expect(refused.errors.contains("--force takes the feed's"))
    #expect(blog.site.text("tidings.ids") == before)
    #expect(try blog.tidings("ids", "adopt", "old.xml", "--force").status == 0)
    let after = try #require(blog.site.text("tidings.ids"))
    #expect(after.hasPrefix(before))
    #expect(after.split(separator: "\n").count == 7)
    let list = try blog.tidings("ids", "list")
    let gauge = list.output.split(separator: "\n").first { $0.hasPrefix("posts/gauge.md ") }
    let values = gauge?.split(separator: " ").dropFirst().joined(separator: " ")
    #expect(values == "http://old.example/?p=3 2024-01-03T00:00:00Z")
    #expect(list.output.split(separator: "\n").count == 4)
  }

  @Test("entries without a post are told of, and so are ids that two posts would have")
  func strangers() throws {
    let blog = try blog()
    try blog.site.write(
      "old.xml",
      feed([
        ("Something else", "http://old.example/else/", "http://old.example/?p=9", 9),
        ("The gauge", "http://old.example/blog/gauge/", "twice", 3),
        ("The flood", "http://old.example/blog/flood/", "twice", 2),
        ("The alders", "http://old.example/blog/alders/", "https://weir.example/blog/moorhens", 1),
      ])
    )
    let run = try blog.tidings("ids", "adopt", "old.xml", "--verbose")
    #expect(run.status == 1)
    #expect(
      run.output.contains("1 entry has no post here:\n  http://old.example/?p=9  Something else")
    )
    #expect(run.errors.contains("the feed has the id several times"), "\(run.errors)")
    #expect(!(blog.site.text("tidings.ids") ?? "").contains("twice"))
    // The build goes on with what was adopted.
    #expect(try blog.site.build().status == 0)
  }

  @Test("an id that is another post's own is not taken")
  func taken() throws {
    let blog = try blog()
    // The first is recognized by its link; its id is what the other post has today.
    try blog.site.write(
      "old.json",
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [
        {"id": "https://weir.example/blog/flood", "url": "https://weir.example/blog/flood",
          "content_text": "a"},
        {"id": "17", "url": "https://weir.example/blog/gauge", "content_text": "b"},
        {"id": "17", "url": "https://weir.example/blog/alders", "content_text": "c"}]}
      """
    )
    let run = try blog.tidings("ids", "adopt", "old.json")
    #expect(run.status == 1)
    #expect(
      run.output.contains("tidings.ids: 1 id adopted (1 certain), of 3 entries"),
      "\(run.output)"
    )
    #expect(run.errors.components(separatedBy: "several times").count == 3)
  }

  @Test("another site's feed is not taken without --force")
  func anotherSite() throws {
    let blog = try blog()
    try blog.site.write(
      "old.xml",
      feed((1...6).map { ("Else \($0)", "http://e.example/\($0)", "e\($0)", 9) })
    )
    let run = try blog.tidings("ids", "adopt", "old.xml")
    #expect(run.status == 1)
    #expect(run.errors.contains("seems to be another site's"))
    #expect(blog.site.text("tidings.ids") == nil)
  }

  @Test("guesses are taken on demand")
  func guesses() throws {
    let blog = try blog()
    let body = (1...60).map { "Word \($0) of the long alder story." }.joined(separator: " ")
    try blog.site.post(
      "alders.md",
      "title: The old alders by the weir\ndate: 2024-01-01",
      body: body
    )
    try blog.site.write(
      "old.json",
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [
        {"id": "17", "title": "The alders by the weir", "date_published": "2024-01-02T09:00:00Z",
         "content_html": "<p>\(body) Once.</p>"}]}
      """
    )
    let without = try blog.tidings("ids", "adopt", "old.json")
    #expect(without.status == 1)
    #expect(without.output.contains("nothing to adopt"))
    let with = try blog.tidings("ids", "adopt", "old.json", "--guess")
    #expect(with.status == 0, "\(with.output)\(with.errors)")
    #expect(with.output.contains("1 id adopted (1 guess)"), "\(with.output)")
  }

  @Test("fetches the feed, and takes it from standard input")
  func inputs() throws {
    let blog = try blog()
    let server = try ScriptedServer([
      "/feed.xml": [.answer(200, [("Content-Type", "application/rss+xml")], ordinary)]
    ])
    let run = try blog.tidings("ids", "adopt", server.url("/feed.xml"), "--allow-private")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("3 ids adopted"))
    let refused = try blog.tidings("ids", "adopt", server.url("/feed.xml"))
    #expect(refused.status == 2)
    let empty = try blog.tidings("ids", "adopt", "-")
    #expect(empty.status == 2)
    #expect(empty.errors.contains("it is no feed"))
  }

  @Test("trouble has its status and its place")
  func trouble() throws {
    let blog = try blog()
    try blog.site.write("old.xml", ordinary)
    #expect(try blog.tidings("ids", "list").errors.contains("there is no ledger of ids yet"))
    #expect(try blog.tidings("ids", "list").status == 2)
    #expect(try blog.tidings("ids", "adopt", "missing.xml").status == 2)
    #expect(try blog.tidings("ids", "adopt", "old.xml", "--config", "x.yml").status == 2)
    #expect(try blog.tidings("ids", "adopt").status == 2)
    try blog.site.write("tidings.ids", "<<<<<<< HEAD\n")
    for command in [["adopt", "old.xml"], ["list"]] {
      let run = try Tool.run("tidings", ["ids"] + command, in: blog.site.folder)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("tidings.ids:1:1: error: a merge left its mark here"))
    }
    let build = try blog.site.build()
    #expect(build.status == 2)
    #expect(build.errors.hasPrefix("tidings.ids:1:1: error: a merge left its mark here"))
    try blog.remove("tidings.ids")
    try blog.configure(more: "ids: false")
    let off = try blog.tidings("ids", "adopt", "old.xml")
    #expect(off.status == 2)
    #expect(off.errors.contains("take `ids: false` out of it"))
  }

  @Test("the list is a table, or JSON")
  func list() throws {
    let blog = try blog()
    try blog.site.write(
      "tidings.ids",
      """
      {"source": "a\\u001b.md", "id": "1", "published": "2024-01-01T01:00:00+01:00"}
      {"source": "b.md", "id": "22"}

      """
    )
    let table = try blog.tidings("ids", "list").output
    #expect(table.hasSuffix("22\n"))
    #expect(!table.contains("\u{1B}"))
    let json = try blog.tidings("ids", "list", "--format", "json").output
    let items = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]]
    #expect(
      items?.first == ["source": "a\u{1B}.md", "id": "1", "published": "2024-01-01T00:00:00Z"]
    )
    #expect(items?.last == ["source": "b.md", "id": "22"])
  }
}
