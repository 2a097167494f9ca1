import Foundation
import Testing

/// Whatever is wrong with the input: a clear error, and every file as it was.
@Suite("tidings build, bad input")
struct BadInputTests {
  /// A post that cannot be built, and what the error must say.
  struct BadPost: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var frontMatter: String
    var place: String
    var message: String

    init(_ name: String, _ frontMatter: String, at place: String, says message: String) {
      testDescription = name
      self.frontMatter = frontMatter
      self.place = place
      self.message = message
    }
  }

  @Test(
    "a broken post names file, line and column, and nothing is written",
    arguments: [
      BadPost("YAML", "title: Foo: bar\ndate: 2024-01-02", at: "2:", says: "must be quoted"),
      BadPost("duplicate key", "title: A\ntitle: B\ndate: 2024-01-02", at: "3:1", says: "twice"),
      BadPost(
        "title is a list",
        "title: [a, b]\ndate: 2024-01-02",
        at: "2:8",
        says: "title must be text"
      ),
      BadPost(
        "date is a mapping",
        "title: A\ndate: {y: 2024}",
        at: "3:7",
        says: "date must be a date"
      ),
      BadPost("30 February", "title: A\ndate: 2023-02-30", at: "3:7", says: "February"),
      BadPost("month 13", "title: A\ndate: 2023-13-45", at: "3:7", says: "month"),
      BadPost("hour 24", "title: A\ndate: 2023-01-02T24:12:03Z", at: "3:7", says: "hour"),
      BadPost("ambiguous date", "title: A\ndate: 06/07/2019", at: "3:7", says: "06/07/2019"),
      BadPost("no date at all", "title: A\ndate: soon", at: "3:7", says: "\"soon\" is not a date"),
      BadPost(
        "draft is a word",
        "title: A\ndate: 2023-01-02\ndraft: maybe",
        at: "4:8",
        says: "true or false"
      ),
      BadPost(
        "tags are a mapping",
        "title: A\ndate: 2023-01-02\ntags: {a: b}",
        at: "4:7",
        says: "tags must be"
      ),
      BadPost(
        "enclosure size",
        "title: A\ndate: 2023-01-02\naudio: {url: /a.mp3, size: big}",
        at: "4:28",
        says: "whole number"
      ),
      BadPost(
        "duration",
        "title: A\ndate: 2023-01-02\naudio: {url: /a.mp3, size: 1, duration: long}",
        at: "4:41",
        says: "duration"
      ),
    ]
  )
  func brokenPost(_ bad: BadPost) throws {
    let site = try Site()
    try site.configure()
    try site.post("good.md", "title: Good\ndate: 2024-01-02")
    #expect(try site.build().status == 0)
    let before = try #require(site.data("public/feed.xml"))
    try site.post("bad.md", bad.frontMatter)
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("posts/bad.md:\(bad.place)"), "\(run.errors)")
    #expect(run.errors.contains(bad.message), "\(run.errors)")
    #expect(site.data("public/feed.xml") == before)
    #expect(site.names() == ["feed.xml"], "something was left behind")
  }

  @Test("front matter that is never closed names the line that opens it")
  func unclosed() throws {
    let site = try Site()
    try site.configure()
    try site.write("posts/a.md", "---\ntitle: A\ndate: 2024-01-02\n\nText\n")
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("posts/a.md:1:1"), "\(run.errors)")
  }

  @Test("two posts with one id name both files")
  func duplicateIDs() throws {
    let site = try Site()
    try site.configure()
    try site.post("a/same.md", "title: A\ndate: 2024-01-02\nslug: same")
    try site.post("b/same.md", "title: B\ndate: 2024-01-03\nslug: same")
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.errors.contains("a/same.md") && run.errors.contains("b/same.md"), "\(run.errors)")
    #expect(site.names().isEmpty)
  }

  @Test("all broken posts are shown at once")
  func severalProblems() throws {
    let site = try Site()
    try site.configure()
    for number in 1...3 { try site.post("p\(number).md", "title: [x]\ndate: 2024-01-02") }
    let run = try site.build()
    #expect(run.errors.contains("3 errors; no file was changed."), "\(run.errors)")
  }

  @Test("invalid UTF-8 in the text names its line and column")
  func invalidUTF8() throws {
    let site = try Site()
    try site.configure()
    try site.write(
      "posts/a.md",
      Data("---\ntitle: A\ndate: 2024-01-02\n---\n\ncaf".utf8) + Data([0xE9, 0x0A])
    )
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("posts/a.md:6:4"), "\(run.errors)")
    #expect(run.errors.contains("save the file as UTF-8"), "\(run.errors)")
    #expect(site.names().isEmpty)
  }

  @Test("control characters are dropped and reported")
  func controlCharacters() throws {
    let site = try Site()
    try site.configure(feeds: "[feed.xml, atom.xml, feed.json]")
    try site.post("a.md", "title: \"A\\x08B\"\ndate: 2024-01-02", body: "x\u{1}y\u{FFFE}z\n")
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("characters that XML cannot hold dropped"), "\(run.output)")
    #expect(site.text("public/feed.xml")?.contains("<title>AB</title>") == true)
    #expect(site.text("public/feed.xml")?.contains("<p>xyz</p>") == true)
  }

  @Test("a post of 100 MB is refused, and memory stays small")
  func hugePost() throws {
    let site = try Site()
    try site.configure()
    var data = Data("---\ntitle: A\ndate: 2024-01-02\n---\n\n".utf8)
    data.append(Data(repeating: UInt8(ascii: "a"), count: 100_000_000))
    try site.write("posts/a.md", data)
    // 1 GB of address space, of which the program itself takes most.
    let run = try site.build(prefix: ["bash", "-c", "ulimit -v 1000000; exec \"$@\"", "--"])
    #expect(run.status == 2)
    #expect(run.errors.contains("larger than 10 MB"), "\(run.errors)")
    #expect(site.names().isEmpty)
  }

  @Test("10,000 nested quotes end, one way or the other")
  func nestedQuotes() throws {
    let site = try Site()
    try site.configure()
    try site.post(
      "a.md",
      "title: A\ndate: 2024-01-02",
      body: String(repeating: ">", count: 10_000) + " deep\n"
    )
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("a folder that is not there")
  func missingFolder() throws {
    let site = try Site()
    try site.configure()
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("posts: error: there is no such folder or file"), "\(run.errors)")
  }

  @Test("a configuration that is not there")
  func missingConfiguration() throws {
    let site = try Site()
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("tidings.yml"), "\(run.errors)")
    #expect(run.errors.contains("tidings init"), "\(run.errors)")
  }

  @Test("a file that may not be read names itself")
  func unreadableFile() throws {
    let site = try Site()
    try site.configure()
    try site.post("a.md", "title: A\ndate: 2024-01-02")
    let path = site.folder.appendingPathComponent("posts/a.md").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // Root may read everything, so somebody else has to try.
    let prefix = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : []
    let run = try site.build(prefix: prefix)
    #expect(run.status == 2)
    #expect(
      run.errors.contains("posts/a.md: error: cannot read it: Permission denied"),
      "\(run.errors)"
    )
    #expect(site.names().isEmpty)
  }

  @Test("a folder with a post's name is a folder")
  func folderNamedAsPost() throws {
    let site = try Site()
    try site.configure()
    try site.post("a.md/inner.md", "title: A\ndate: 2024-01-02")
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.text("public/feed.xml")?.contains("https://example.org/a.md/inner/") == false)
    #expect(site.text("public/feed.xml")?.contains("https://example.org/inner/") == true)
  }

  @Test("a named pipe among the posts does not hang the build")
  func pipe() throws {
    let site = try Site()
    try site.configure()
    try site.post("a.md", "title: A\ndate: 2024-01-02")
    #expect(mkfifo(site.folder.appendingPathComponent("posts/b.md").path, 0o644) == 0)
    let run = try site.build()
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1 post in 1 file"), "\(run.output)")
  }

  @Test("a target that cannot be written leaves the other files alone")
  func unwritableTarget() throws {
    let site = try Site()
    try site.configure(feeds: "[feed.xml, atom.xml]")
    try site.post("a.md", "title: A\ndate: 2024-01-02")
    #expect(try site.build().status == 0)
    let before = try #require(site.data("public/feed.xml"))
    try site.post("b.md", "title: B\ndate: 2024-01-03")
    try FileManager.default.removeItem(at: site.folder.appendingPathComponent("public/atom.xml"))
    try site.write("public/atom.xml/file", "in the way")
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("atom.xml"), "\(run.errors)")
    #expect(site.data("public/feed.xml") == before)
    #expect(site.names() == ["atom.xml", "feed.xml"])
  }

  @Test("a full disk leaves the old file, whole")
  func fullDisk() throws {
    let site = try Site()
    try site.configure()
    try site.post("a.md", "title: A\ndate: 2024-01-02")
    #expect(try site.build().status == 0)
    let before = try #require(site.data("public/feed.xml"))
    for number in 1...40 {
      try site.post(
        "p\(number).md",
        "title: P\(number)\ndate: 2024-01-02T10:00:\(number + 10)Z",
        body: String(repeating: "word ", count: 200)
      )
    }
    // A limit on file size fails writes as a full disk does, without one.
    let run = try site.build(
      prefix: ["bash", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "--"])
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write: File too large"), "\(run.errors)")
    #expect(site.data("public/feed.xml") == before)
    #expect(site.names() == ["feed.xml"], "something was left behind")
  }
}

/// The gate, through the real binary: an invalid document is never written.
@Suite("tidings build, the gate")
struct GateTests {
  @Test("an entry that readers refuse: exit 1, place, post, reason; the old files stay")
  func refusal() throws {
    let site = try Site()
    try site.configure(feeds: "[feed.xml, atom.xml, feed.json]")
    try site.post("good.md", "title: Good\ndate: 2024-01-02")
    #expect(try site.build().status == 0)
    let before = site.names().map { site.data("public/\($0)") }
    // Four bytes of HTML for each of the source's: more than XML parsers take of one text.
    try site.post(
      "heavy.md",
      "title: Heavy\ndate: 2024-01-03",
      body: String(repeating: "& <\n", count: 1_200_000)
    )
    let run = try site.build()
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("public/feed.xml:"), "\(run.errors)")
    #expect(run.errors.contains("(from posts/heavy.md)"), "\(run.errors)")
    #expect(run.errors.contains("no file was changed"), "\(run.errors)")
    #expect(site.names() == ["atom.xml", "feed.json", "feed.xml"])
    #expect(site.names().map { site.data("public/\($0)") } == before)
  }
}
