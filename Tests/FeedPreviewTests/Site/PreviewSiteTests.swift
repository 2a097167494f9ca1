import Foundation
import Testing

@testable import FeedPreview

@Suite("What a preview serves", .timeLimit(.minutes(5)))
struct PreviewSiteTests {
  private func site() throws -> PreviewedSite {
    let site = try PreviewedSite()
    for number in 1...3 {
      try site.post(
        "p\(number).md",
        "title: Post \(number)\ndate: 2024-01-0\(number)",
        body: String(repeating: "Word. ", count: 100)
      )
    }
    return site
  }

  @Test("documents have their types, their bytes, and tell nobody to keep them unasked")
  func types() async throws {
    let site = try site()
    let types = [
      "/feed.xml": "application/rss+xml; charset=utf-8",
      "/atom.xml": "application/atom+xml; charset=utf-8",
      "/feed.json": "application/feed+json",
      "/feeds.opml": "text/x-opml; charset=utf-8",
    ]
    for (path, type) in types {
      let answer = await site.get(path)
      #expect(answer.status == 200)
      #expect(answer["Content-Type"] == type)
      #expect(answer["Content-Length"] == "\(answer.bytes.count)")
      #expect(answer["Vary"] == "Accept-Encoding")
      #expect(answer["Cache-Control"] == "no-cache")
      #expect(answer["X-Content-Type-Options"] == "nosniff")
      #expect(answer["ETag"]?.hasPrefix("\"") == true)
      let head = await site.get(path, method: "HEAD")
      #expect(head.status == 200 && head.bytes.isEmpty)
      #expect(head["Content-Length"] == answer["Content-Length"])
    }
    #expect(await site.get("/feed.xml").text.contains("<title>Post 3</title>"))
  }

  @Test("who has a version gets 304")
  func conditions() async throws {
    let site = try site()
    let tag = try #require(await site.get("/feed.xml")["ETag"])
    for field in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
      let answer = await site.get("/feed.xml", ["If-None-Match": field])
      #expect(answer.status == 304 && answer.bytes.isEmpty)
      #expect(answer["ETag"] == tag)
    }
    #expect(await site.get("/feed.xml", ["If-None-Match": "\"x\""]).status == 200)
    #expect(await site.get("/feed.xml")["Last-Modified"] == nil, "nothing is published yet")

    try await site.publish()
    let published = await site.get("/feed.xml")
    let date = try #require(published["Last-Modified"])
    #expect(date.hasSuffix(" GMT"))
    #expect(await site.get("/feed.xml", ["If-Modified-Since": date]).status == 304)
  }

  @Test("gzip is another version, for who takes it")
  func gzip() async throws {
    let site = try site()
    let plain = await site.get("/feed.xml")
    let packed = await site.get("/feed.xml", ["Accept-Encoding": "br, gzip;q=0.3"])
    #expect(packed["Content-Encoding"] == "gzip")
    #expect(packed["ETag"] != plain["ETag"])
    #expect(packed["Vary"] == "Accept-Encoding")
    #expect(packed["Content-Length"] == "\(packed.bytes.count)")
    #expect(packed.bytes.count < plain.bytes.count)
    #expect(packed.bytes.starts(with: [0x1F, 0x8B]))
    let tag = try #require(packed["ETag"])
    let known = await site.get("/feed.xml", ["Accept-Encoding": "gzip", "If-None-Match": tag])
    #expect(known.status == 304)
    let refused = await site.get("/feed.xml", ["Accept-Encoding": "gzip;q=0, *"])
    #expect(refused["Content-Encoding"] == nil && refused.bytes == plain.bytes)
  }

  @Test("only looking is possible, and only by a name of this machine")
  func refusals() async throws {
    let site = try site()
    let post = await site.get("/feed.xml", method: "POST")
    #expect(post.status == 405 && post["Allow"] == "GET, HEAD")
    #expect(await site.get("/feed.xml", ["Host": "evil.example"]).status == 421)
    let request = PreviewRequest(target: "/feed.xml")
    #expect(await site.site.answer(request).status == 400, "no Host")
    #expect(await site.get("/none.xml").status == 404)
    #expect(await site.get("/_tidings/none").status == 404)
    #expect(await site.get("/_tidings/feeds/none.xml").status == 404)
  }

  @Test("other files of the output folder have their types, and players get parts of them")
  func files() async throws {
    let site = try site()
    try site.write("public/style.css", "a { color: red }")
    try site.write("public/look.xsl", "<x/>")
    try site.write("public/sound.mp3", "0123456789")
    try site.write("public/deep/index.html", "<p>deep")
    try site.write("public/.hidden", "no")
    try site.write("public/empty/readme.txt", "text")
    #expect(await site.get("/style.css")["Content-Type"] == "text/css; charset=utf-8")
    #expect(await site.get("/look.xsl")["Content-Type"] == "application/xslt+xml")
    let sound = await site.get("/sound.mp3", ["Range": "bytes=2-4"])
    #expect(sound.status == 206 && sound.text == "234")
    #expect(sound["Content-Range"] == "bytes 2-4/10" && sound["Content-Length"] == "3")
    #expect(await site.get("/sound.mp3", ["Range": "bytes=10-"]).status == 416)
    let tag = try #require(sound["ETag"])
    #expect(await site.get("/sound.mp3", ["If-None-Match": tag]).status == 304)
    let other = await site.get("/sound.mp3", ["Range": "bytes=2-4", "If-Range": "\"x\""])
    #expect(other.status == 200 && other.text == "0123456789")
    #expect(await site.get("/deep/").text == "<p>deep")
    #expect(await site.get("/deep")["Location"] == "/deep/")
    #expect(await site.get("/deep/index.html/").status == 404)
    #expect(await site.get("/empty/").status == 404)
    #expect(await site.get("/.hidden").status == 404)
    #expect(await site.get("/")["Location"] == "/_tidings/")
    try site.write("public/index.html", "<p>home")
    #expect(await site.get("/").text == "<p>home")
    #expect(await site.get("/_tidings")["Location"] == "/_tidings/")
  }

  @Test("nothing outside of the output folder is served")
  func outside() async throws {
    let site = try site()
    try site.write("public/a.txt", "inside")
    try site.write("secret.txt", "outside")
    let root = site.folder.appendingPathComponent("site/public")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: root.appendingPathComponent("link.txt").path,
      withDestinationPath: "../secret.txt"
    )
    try manager.createSymbolicLink(
      atPath: root.appendingPathComponent("up").path,
      withDestinationPath: ".."
    )
    try manager.createSymbolicLink(
      atPath: root.appendingPathComponent("own.txt").path,
      withDestinationPath: "a.txt"
    )
    #expect(await site.get("/own.txt").text == "inside", "links within it are fine")
    for target in [
      "/link.txt", "/up/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
      "/a/../../secret.txt", "//etc/passwd", "/up", "/up/", "/_tidings/../secret.txt",
      "/_tidings/feeds/..%2f..%2fsecret.txt",
    ] {
      let answer = await site.get(target)
      #expect(answer.status == 404, "\(target)")
      #expect(!answer.text.contains("outside"))
    }
  }

  @Test("nothing in the site's folder changes")
  func untouched() async throws {
    let site = try PreviewedSite(more: "ids: true\npublish: {gzip: true}")
    try site.post("a.md", "title: A\ndate: 2024-01-01")
    let before = try site.state()
    for target in ["/feed.xml", "/_tidings/", "/_tidings/feeds/feed.xml", "/feeds.opml"] {
      #expect(await site.get(target, ["Accept-Encoding": "gzip"]).status == 200)
    }
    #expect(try site.state() == before)
    let copy = await site.get("/feed.xml.gz")
    #expect(copy["Content-Type"] == "application/gzip" && copy["Content-Encoding"] == nil)
    #expect(copy.bytes.starts(with: [0x1F, 0x8B]))

    try await site.publish()
    let published = try site.state()
    try site.post("a.md", "title: B\ndate: 2024-01-01")
    let edited = try site.state()
    #expect(await site.get("/feed.xml").text.contains("<title>B</title>"))
    #expect(await site.get("/_tidings/feeds/feed.xml").status == 200)
    #expect(try site.state() == edited)
    #expect(edited["public/feed.xml"] == published["public/feed.xml"])
  }
}
