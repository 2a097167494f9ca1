import Foundation
import Testing

@testable import FeedPreview

@Suite("A preview is up to date", .timeLimit(.minutes(5)))
struct SitePreviewTests {
  @Test("an edited, a new and a deleted post show on the next request")
  func edits() async throws {
    let site = try PreviewedSite()
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    #expect(await site.get("/feed.xml").text.contains("<title>First</title>"))
    try site.post("a.md", "title: Other\ndate: 2024-01-01")
    #expect(await site.get("/feed.xml").text.contains("<title>Other</title>"))
    try site.post("b.md", "title: Second\ndate: 2024-01-02")
    #expect(await site.get("/atom.xml").text.contains("Second"))
    try FileManager.default.removeItem(
      at: site.folder.appendingPathComponent("site/posts/b.md")
    )
    #expect(await !site.get("/feed.json").text.contains("Second"))
  }

  @Test("nothing is rehearsed again while nothing changes")
  func steady() async throws {
    let site = try PreviewedSite()
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    // What was written just now may change again without another time.
    usleep(70_000)
    for _ in 0..<3 { _ = await site.get("/feed.xml") }
    _ = await site.get("/_tidings/")
    #expect(await site.preview.rehearsals == 1)
  }

  @Test("requests at once wait for one rehearsal")
  func concurrent() async throws {
    let site = try PreviewedSite()
    for number in 1...40 { try site.post("p\(number).md", "title: P\ndate: 2024-01-01") }
    usleep(70_000)
    let bodies = await withTaskGroup(of: [UInt8].self, returning: Set<[UInt8]>.self) { group in
      for _ in 0..<20 { group.addTask { await site.get("/feed.xml").bytes } }
      return await group.reduce(into: []) { $0.insert($1) }
    }
    #expect(bodies.count == 1)
    #expect(await site.preview.rehearsals == 1)
  }

  @Test("a scheduled post shows once it is due")
  func scheduled() async throws {
    let site = try PreviewedSite()
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    try site.post("b.md", "title: Later\ndate: 2024-07-02T08:00:00Z")
    #expect(await !site.get("/feed.xml").text.contains("Later"))
    #expect(await site.get("/_tidings/").text.contains("2 July 2024, 08:00 UTC"))
    try site.clock.set("2024-07-02T07:59:59Z")
    #expect(await !site.get("/feed.xml").text.contains("Later"))
    try site.clock.set("2024-07-02T08:00:00Z")
    #expect(await site.get("/feed.xml").text.contains("Later"))
  }

  @Test("publishing meanwhile is seen, too")
  func published() async throws {
    let site = try PreviewedSite()
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    #expect(await site.get("/_tidings/").text.contains("4 created"))
    try await site.publish()
    #expect(await site.get("/_tidings/").text.contains("Publishing now would change nothing"))
  }

  @Test("what is broken is told with its place, until it is mended")
  func broken() async throws {
    let site = try PreviewedSite(feeds: "[feed.xml, {path: \"tags/{tag}.xml\", for: tag}]")
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    try await site.publish()
    try site.write("public/a.txt", "text")
    try site.post("a.md", "title: First\ndate: 2023-02-30")
    let feed = await site.get("/feed.xml")
    #expect(feed.status == 500, "what was published before would be a lie")
    #expect(feed["Content-Type"] == "text/plain; charset=utf-8")
    #expect(feed.text.contains("posts/a.md:3:7: error: date: \"2023-02-30\" is not a date"))
    #expect(await site.get("/tags/x.xml").status == 500)
    #expect(await site.get("/feeds.opml").status == 500)
    #expect(await site.get("/a.txt").status == 200)
    for target in ["/_tidings/", "/_tidings/feeds/feed.xml"] {
      let page = await site.get(target)
      #expect(page.status == 500)
      #expect(page["Content-Type"] == "text/html; charset=utf-8")
      #expect(page.text.contains("posts/a.md:3:7"))
      #expect(page.text.contains("February has 28 days in 2023"))
    }
    try site.post("a.md", "title: Mended\ndate: 2023-02-28")
    #expect(await site.get("/feed.xml").text.contains("Mended"))
    #expect(await site.get("/_tidings/").status == 200)
  }

  @Test("a configuration that cannot be read is told of, and mended")
  func brokenConfiguration() async throws {
    let site = try PreviewedSite()
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    let path = site.folder.appendingPathComponent("site/tidings.yml")
    let good = try String(contentsOf: path, encoding: .utf8)
    try site.write("tidings.yml", "site:\n  tittle: A\n")
    let feed = await site.get("/feed.xml")
    #expect(feed.status == 500 && feed.text.contains("tidings.yml:2:3"))
    #expect(await site.get("/").status == 302)
    #expect(await site.get("/_tidings/").status == 500)
    try site.write("tidings.yml", good)
    #expect(await site.get("/feed.xml").status == 200)
  }

  @Test("a site without a history is previewed, too")
  func withoutHistory() async throws {
    let site = try PreviewedSite(more: "history: false")
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    #expect(await site.get("/feed.xml").status == 200)
    #expect(await site.get("/_tidings/").status == 200)
  }

  @Test("documents deep in long folders are rehearsed, too")
  func longPaths() async throws {
    let path = (0..<6).map { String(repeating: "\($0)", count: 50) }.joined(separator: "/")
    let site = try PreviewedSite(feeds: "[\(path)/feed.xml, \(path)/atom.xml]")
    try site.post("a.md", "title: First\ndate: 2024-01-01")
    #expect(await site.get("/\(path)/feed.xml").text.contains("<rss"))
    let atom = await site.get("/\(path)/atom.xml", ["Accept-Encoding": "gzip"])
    #expect(atom.status == 200 && atom["Content-Encoding"] == "gzip")
  }

  @Test("the files of rehearsals go with them")
  func folders() async throws {
    let site = try PreviewedSite()
    for number in 1...3 {
      try site.post("a.md", "title: T\(number)\ndate: 2024-01-01")
      _ = await site.get("/feed.xml", ["Accept-Encoding": "gzip"])
    }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: site.folder.appendingPathComponent("temporary").path
    )
    #expect(names.count == 1, "\(names)")
  }
}
