import Foundation
import Testing

@testable import FeedPreview

@Suite("Pages of a preview", .timeLimit(.minutes(5)))
struct PreviewPagesTests {
  private func published(_ count: Int = 4) async throws -> PreviewedSite {
    let site = try PreviewedSite()
    for number in 1...count {
      try site.post(
        "p\(number).md",
        "title: Post \(number)\ndate: 2024-01-01T00:\(number < 10 ? "0" : "")\(number):00Z",
        body: "The level was \(number) cm in the morning.\n"
      )
    }
    try await site.publish()
    return site
  }

  @Test("list the documents with what would become of them")
  func index() async throws {
    let site = try await published()
    try site.post("p1.md", "title: Post 1\ndate: 2024-01-01T00:01:00Z", body: "Other words.\n")
    try site.post("new.md", "title: News\ndate: 2024-06-01")
    let page = await site.get("/_tidings/")
    #expect(page.status == 200)
    #expect(page["Content-Type"] == "text/html; charset=utf-8")
    let html = page.text
    #expect(html.contains("5 posts in 4 documents. Publishing now: 4 changed."))
    #expect(html.contains("<a href=\"/_tidings/feeds/feed.xml\">feed.xml</a>"))
    #expect(html.contains("1 added, 1 changed"))
    #expect(html.contains("JSON Feed 1.1"))
  }

  @Test("show entries as readers do, marked with what would change")
  func document() async throws {
    let site = try await published()
    try site.post(
      "p1.md",
      "title: Post 1\ndate: 2024-01-01T00:01:00Z\ntags: [river]",
      body: "The level was 7 cm in the *evening*.\n"
    )
    try site.post("new.md", "title: News\ndate: 2024-06-01")
    let html = await site.get("/_tidings/feeds/feed.xml").text
    #expect(html.contains("<h2 dir=\"auto\"><a href=\"https://example.org/\""))
    #expect(html.contains("Subscribers get it as a new entry."))
    #expect(html.contains("<ins>evening.</ins>") && html.contains("<del>morning.</del>"))
    #expect(html.contains("<em>evening</em>"))
    #expect(html.contains("Miniflux"))
    #expect(html.contains(">2 January") == false)
    #expect(html.contains("<li dir=\"auto\">river</li>"))
    let changes = await site.get("/_tidings/feeds/feed.xml?show=changes").text
    #expect(changes.contains("News") && changes.contains("Post 1") && !changes.contains("Post 2"))
    let atom = await site.get("/_tidings/feeds/atom.xml").text
    #expect(atom.contains("<em>evening</em>"))
    let json = await site.get("/_tidings/feeds/feed.json").text
    #expect(json.contains("<em>evening</em>"))
    #expect(await site.get("/_tidings/feeds/feeds.opml").status == 200)
  }

  @Test("tell of entries that come back, and of gates that are closed")
  func reidentified() async throws {
    let site = try await published()
    let url = site.folder.appendingPathComponent("site/tidings.yml")
    let text = try String(contentsOf: url, encoding: .utf8)
    try site.write("tidings.yml", text.replacingOccurrences(of: "/{slug}/", with: "/notes/{slug}/"))
    let index = await site.get("/_tidings/").text
    #expect(index.contains("Publishing would be refused"))
    #expect(index.contains("max_reidentified"))
    let html = await site.get("/_tidings/feeds/feed.xml").text
    #expect(html.contains("4 entries have other ids"))
    #expect(html.contains("It comes back: most readers show it again, as new and unread."))
    #expect(html.contains("<del>https://example.org/p4/</del>"))
    #expect(await site.get("/feed.xml").status == 200, "the feed can be looked at all the same")
  }

  @Test("name what is gone")
  func gone() async throws {
    let site = try await published()
    try FileManager.default.removeItem(
      at: site.folder.appendingPathComponent("site/posts/p2.md")
    )
    let html = await site.get("/_tidings/feeds/feed.xml").text
    #expect(html.contains("1 removed"))
    #expect(html.contains("No longer in the feed"))
    #expect(html.contains(">Post 2</span></a></li>"))
  }

  @Test("show what is wrong with the entry that it is wrong with")
  func findings() async throws {
    let site = try PreviewedSite()
    try site.post(
      "a.md",
      "title: \"Tom <b>& Jerry</b>\"\ndate: 2024-01-01",
      body: "![](https://example.org/a.png)\n"
    )
    let html = await site.get("/_tidings/feeds/atom.xml").text
    let article = html.components(separatedBy: "<article").dropFirst().joined()
    #expect(article.contains("class=\"rule\""), "\(html)")
  }

  @Test("have twenty entries each")
  func paged() async throws {
    let site = try await published(45)
    let first = await site.get("/_tidings/feeds/feed.xml").text
    #expect(first.components(separatedBy: "<article").count == 21)
    #expect(
      first.contains("Page 1 of 3") && first.contains("Post 45") && !first.contains("Post 25<")
    )
    let last = await site.get("/_tidings/feeds/feed.xml?page=3").text
    #expect(last.components(separatedBy: "<article").count == 6)
    #expect(last.contains("id=\"entry-45\""))
    for page in ["9", "-1", "x", "99999999999999999999", ""] {
      #expect(await site.get("/_tidings/feeds/feed.xml?page=\(page)").status == 200)
    }
  }

  @Test("show pictures that are not on the web yet, from folders that will be published")
  func pictures() async throws {
    let site = try PreviewedSite()
    let url = site.folder.appendingPathComponent("site/tidings.yml")
    let text = try String(contentsOf: url, encoding: .utf8)
    try site.write(
      "tidings.yml",
      text.replacingOccurrences(of: "  from: posts", with: "  from: posts\n  files: static")
    )
    try site.write("static/a b.png", "picture")
    try site.post(
      "a.md",
      "title: A\ndate: 2024-01-01",
      body: "![here](/a%20b.png) ![there](/none.png) ![](/../tidings.yml)\n"
    )
    let html = await site.get("/_tidings/feeds/feed.xml").text
    #expect(html.contains("<img src=\"/a%20b.png\" alt=\"here\""), "\(html)")
    #expect(html.contains("<img src=\"https://example.org/none.png\""))
    #expect(await site.get("/a%20b.png").text == "picture")
    #expect(await site.get("/posts/a.md").status == 404)
  }

  @Test("run nothing of what posts say")
  func scripts() async throws {
    let site = try PreviewedSite()
    let attack = "<script>alert(1)</script><img src=x onerror=alert(1)>\\\"'>"
    try site.post(
      "a.md",
      """
      title: "\(attack)"
      date: 2024-01-01
      author: "\(attack)"
      tags: ["\(attack)"]
      summary: "\(attack)"
      """,
      body: """
        <script>alert(2)</script><style>*{display:none}</style>
        <a href="javascript:alert(3)" onclick="alert(4)">link</a>
        <img src="x" onerror="alert(5)"><svg onload="alert(6)"></svg>
        </template></div></article></main><h1>Taken over</h1><iframe srcdoc="<script>alert(7)</script>"></iframe>
        <template shadowrootmode="open"><script>alert(8)</script></template>
        <form action="https://evil.example"><input name=a></form><base href="https://evil.example/">
        <meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel=stylesheet href=//evil.example>

        """
    )
    for feed in ["feed.xml", "atom.xml", "feed.json"] {
      let answer = await site.get("/_tidings/feeds/\(feed)")
      #expect(answer.status == 200)
      let policy = try #require(answer["Content-Security-Policy"])
      #expect(policy.contains("default-src 'none'") && !policy.contains("script-src"))
      let html = answer.text
      let lower = html.lowercased()
      #expect(!lower.contains("<script") && !lower.contains("<style") && !lower.contains("<form"))
      #expect(!lower.contains("<iframe") && !lower.contains("<base"))
      #expect(!lower.contains("http-equiv") && !lower.contains("javascript:"))
      for tag in lower.components(separatedBy: "<").dropFirst() {
        let inside = tag.prefix { $0 != ">" }
        #expect(!inside.contains(" on"), "\(inside)")
      }
      #expect(html.components(separatedBy: "<template").count == 2, "one for the content")
      #expect(html.components(separatedBy: "</template>").count == 2)
      #expect(
        lower.components(separatedBy: "stylesheet").count == 3,
        "the page's and the content's"
      )
    }
    #expect(await !site.get("/_tidings/").text.lowercased().contains("<script"))
  }

  @Test("are well formed enough for any browser, and say what they are")
  func structure() async throws {
    let site = try await published()
    for target in ["/_tidings/", "/_tidings/feeds/feed.xml", "/_tidings/feeds/feeds.opml"] {
      let html = await site.get(target).text
      #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
      for name in ["main", "header", "footer", "article", "section", "div", "ul", "table", "nav"] {
        let opened =
          html.components(separatedBy: "<\(name)").count
          - html.components(separatedBy: "<\(name)er").count
        let closed = html.components(separatedBy: "</\(name)>").count - 1
        #expect(opened == closed || name == "main" && closed == 1, "\(target) \(name)")
      }
      #expect(html.components(separatedBy: "<h1").count == 2)
    }
    for style in ["style.css", "entry.css"] {
      let answer = await site.get("/_tidings/\(style)")
      #expect(answer.status == 200 && answer["Content-Type"] == "text/css; charset=utf-8")
    }
  }
}
