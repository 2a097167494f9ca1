import Foundation
import Testing

@Suite("tidings build")
struct BuildCommandTests {
  @Test("writes the feeds of a site and says so")
  func writes() throws {
    let site = try Site()
    try site.configure(feeds: "[feed.xml, atom.xml, feed.json]")
    try site.post("one.md", "title: One\ndate: 2024-01-02")
    try site.post("two.md", "title: Two\ndate: 2024-01-03")
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("public/feed.xml"))
    #expect(run.output.contains("2 posts in 3 files, all valid"))
    #expect(site.names() == ["atom.xml", "feed.json", "feed.xml"])
    let feed = try #require(site.text("public/feed.xml"))
    // Newest first.
    let two = try #require(feed.range(of: "<title>Two</title>"))
    let one = try #require(feed.range(of: "<title>One</title>"))
    #expect(two.lowerBound < one.lowerBound)
  }

  @Test("a rebuild leaves every byte and every time")
  func rebuild() throws {
    let site = try Site()
    try site.configure(feeds: "[feed.xml, atom.xml, feed.json]", more: "opml: feeds.opml")
    for number in 1...40 {
      try site.post(
        "p\(number).md",
        "title: Post \(number)\ndate: 2024-01-02T10:\(number + 10):00Z"
      )
    }
    #expect(try site.build().status == 0)
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    for name in site.names() {
      try FileManager.default.setAttributes(
        [.modificationDate: old],
        ofItemAtPath: site.folder.appendingPathComponent("public/\(name)").path
      )
    }
    let run = try site.build()
    #expect(run.status == 0)
    #expect(run.output.contains("unchanged"))
    for name in site.names() {
      let path = site.folder.appendingPathComponent("public/\(name)").path
      let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      #expect(date == old, "\(name) was written although nothing changed")
    }
  }

  @Test("--check writes nothing, not even folders")
  func check() throws {
    let site = try Site()
    try site.configure()
    try site.post("one.md", "title: One\ndate: 2024-01-02")
    let run = try site.build("--check")
    #expect(run.status == 0)
    #expect(run.output.contains("would be written"))
    #expect(site.names("") == ["posts", "tidings.yml"])
  }

  @Test("drafts, future, expired, unlisted and undated posts are left out with their reasons")
  func leftOut() throws {
    let site = try Site()
    try site.configure()
    try site.post("in.md", "title: In\ndate: 2024-01-02")
    try site.post("draft.md", "title: D\ndate: 2024-01-02\ndraft: true")
    try site.post("unpublished.md", "title: U\ndate: 2024-01-02\npublished: false")
    try site.post("future.md", "title: F\ndate: 2024-07-02")
    try site.post("expired.md", "title: E\ndate: 2024-01-02\nexpires: 2024-02-01")
    try site.post("unlisted.md", "title: L\ndate: 2024-01-02\nunlisted: true")
    try site.post("undated.md", "title: N")
    try site.write("posts/plain.md", "No front matter\n")
    try site.write("posts/other.rst", "Title\n=====\n")
    let run = try site.build("--verbose")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1 post in 1 file"))
    #expect(run.output.contains("Left out: 8 files"))
    for reason in [
      "draft (draft: true)", "draft (published: false)", "dated in the future", "expired",
      "not listed (unlisted: true)", "without a date", "without front matter", "written in .rst",
    ] {
      #expect(run.output.contains(reason), "no reason \(reason) in\n\(run.output)")
    }
    for name in ["draft", "unpublished", "future", "expired", "unlisted", "undated", "plain"] {
      #expect(run.output.contains("posts/\(name).md"))
    }
  }

  @Test("feeds for tags, authors, sections and languages")
  func partitions() throws {
    let site = try Site()
    try site.configure(
      feeds: """
        [{path: "tags/{tag}.xml", for: tag}, {path: "by/{author}.json", for: author},
          {path: "in/{section}.xml", for: section}, {path: "{language}.xml", for: language}]
        """
    )
    try site.post(
      "news/a.md",
      "title: A\ndate: 2024-01-02\ntags: [C#, Swift]\nauthor: Jane Doe\nlang: de"
    )
    try site.post("b.md", "title: B\ndate: 2024-01-03\ntags: [swift]\nlang: en")
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.names("public/tags") == ["c.xml", "swift.xml"])
    #expect(site.names("public/by") == ["jane-doe.json"])
    #expect(site.names("public/in") == ["news.xml"])
    #expect(site.text("public/tags/swift.xml")?.components(separatedBy: "<item>").count == 3)
    #expect(site.text("public/de.xml")?.contains("<language>de</language>") == true)
  }

  @Test("archives hold what the feed does not, and never change")
  func archives() throws {
    let site = try Site()
    try site.configure(
      feeds: "[{path: atom.xml, limit: 3, archive: 2}, {path: feed.json, limit: 3, archive: 2}]"
    )
    for number in 1...8 {
      try site.post("p\(number).md", "title: Post \(number)\ndate: 2024-01-0\(number)")
    }
    #expect(try site.build().status == 0)
    // Eight posts: two archives of two, and the rest, which is at least three, in the feed.
    #expect(
      site.names() == [
        "atom-archive-1.xml", "atom-archive-2.xml", "atom.xml", "feed-archive-1.json",
        "feed-archive-2.json", "feed.json",
      ]
    )
    let current = try #require(site.text("public/atom.xml"))
    #expect(current.components(separatedBy: "<entry>").count == 5)
    #expect(current.contains("rel=\"prev-archive\""))
    #expect(current.contains("https://example.org/atom-archive-2.xml"))
    let first = try #require(site.data("public/atom-archive-1.xml"))
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.contains("<fh:archive/>"))
    #expect(text.contains("rel=\"current\""))
    #expect(!text.contains("prev-archive"))
    #expect(
      site.text("public/feed.json")?.contains(
        "\"next_url\": \"https://example.org/feed-archive-2.json\""
      ) == true
    )
    // Another post moves nothing in the archives that are there.
    try site.post("p9.md", "title: Post 9\ndate: 2024-01-09")
    #expect(try site.build().status == 0)
    #expect(site.data("public/atom-archive-1.xml") == first)
  }

  @Test("a site in a folder keeps it, with or without a slash at the end", arguments: ["", "/"])
  func siteInAFolder(slash: String) throws {
    let site = try Site()
    try site.configure()
    let text = try #require(site.text("tidings.yml"))
    try site.write(
      "tidings.yml",
      text.replacingOccurrences(of: "example.org/", with: "example.org/blog" + slash)
    )
    try site.post("one.md", "title: One\ndate: 2024-01-02")
    #expect(try site.build().status == 0)
    let feed = try #require(site.text("public/feed.xml"))
    #expect(feed.contains("href=\"https://example.org/blog/feed.xml\" rel=\"self\""))
    #expect(feed.contains("<link>https://example.org/blog/one/</link>"))
  }

  @Test("a byte budget ends the feed before it is exceeded")
  func budget() throws {
    let site = try Site()
    try site.configure(
      feeds: "[{path: feed.xml, max_bytes: 4000}, {path: feed.json, max_bytes: 4000}]"
    )
    for number in 10..<60 {
      try site.post(
        "p\(number).md",
        "title: Post \(number)\ndate: 2024-01-02T10:\(number):00Z",
        body: String(repeating: "word ", count: 60)
      )
    }
    let run = try site.build()
    #expect(run.status == 0)
    #expect(run.output.contains("over the byte budget"))
    for name in ["public/feed.xml", "public/feed.json"] {
      let data = try #require(site.data(name))
      #expect(data.count <= 4_000 && data.count > 3_000, "\(name): \(data.count)")
    }
    let json = try #require(site.data("public/feed.json"))
    let object = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    #expect((object?["items"] as? [Any])?.isEmpty == false)
  }
}

@Suite("tidings build, many feeds")
struct ManyFeedsTests {
  @Test("two thousand feeds for tags need no two thousand open files")
  func manyTags() throws {
    let site = try Site()
    try site.configure(feeds: "[{path: \"tags/{tag}.xml\", for: tag}]")
    for number in 0..<200 {
      let tags = (0..<10).map { "tag\(number * 10 + $0)" }.joined(separator: ", ")
      try site.post("p\(number).md", "title: P\(number)\ndate: 2024-01-02\ntags: [\(tags), all]")
    }
    let prefix = ["bash", "-c", "ulimit -n 64; exec \"$@\"", "--"]
    let run = try site.build(prefix: prefix)
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.names("public/tags").count == 2_001)
    #expect(site.text("public/tags/all.xml")?.components(separatedBy: "<item>").count == 201)
    let again = try site.build(prefix: prefix)
    #expect(again.status == 0, "\(again.errors)")
    #expect(!again.output.contains("replaced"), "\(again.output)")
  }
}
