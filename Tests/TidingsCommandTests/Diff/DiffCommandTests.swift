import Foundation
import Testing

@Suite("tidings diff", .timeLimit(.minutes(15)))
struct DiffCommandTests {
  private func feed(_ items: [(id: String, title: String)], host: String = "weir.example") -> String
  {
    let entries = items.map { item in
      """
      <item><title>\(item.title)</title><link>https://\(host)/\(item.id)/</link>
      <guid>https://\(host)/\(item.id)/</guid><pubDate>Mon, 01 Jan 2024 10:00:00 +0000</pubDate>
      <description>The river rose by \(item.title.utf8.count) centimetres.</description></item>
      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0"><channel><title>Weir</title><link>https://\(host)/</link>
      <description>Notes</description>
      \(entries.joined(separator: "\n"))
      </channel></rss>

      """
  }

  private var three: [(id: String, title: String)] {
    [("a", "Alder"), ("b", "Bank"), ("c", "Current")]
  }

  private func diff(_ site: Site, _ arguments: String...) throws -> Tool.Run {
    try Tool.run("tidings", ["diff"] + arguments, in: site.folder)
  }

  @Test("0 without a difference, 1 with one, 2 for trouble")
  func status() throws {
    let site = try Site()
    try site.write("old.xml", feed(three))
    try site.write("new.xml", feed([("d", "Dam")] + three))
    try site.write("page.html", "<html><body>Not a feed</body></html>")
    try site.write("torn.xml", String(feed(three).prefix(500)))
    let same = try diff(site, "old.xml", "old.xml")
    #expect(same.status == 0)
    #expect(same.output == "old.xml: no entry changed (3 entries)\n")
    let one = try diff(site, "old.xml", "new.xml")
    #expect(one.status == 1)
    #expect(one.output.hasPrefix("old.xml → new.xml: 1 added (3 → 4 entries)\n"))
    #expect(one.output.contains("  + 2024-01-01  Dam\n"))
    let troubles = [
      ("page.html", "it is no feed"), ("nowhere.xml", "nowhere.xml"),
      ("torn.xml", "the feed breaks off"), (".", "it is a folder"),
    ]
    for (name, says) in troubles {
      let run = try diff(site, "old.xml", name)
      #expect(run.status == 2, "\(name)")
      #expect(run.errors.contains(says), "\(name): \(run.errors)")
      #expect(run.output.isEmpty)
    }
    #expect(try diff(site, "--partial", "torn.xml", "torn.xml").status == 0)
    #expect(try diff(site, "old.xml").errors.contains("with what is it to be compared?"))
    #expect(try diff(site, "-q", "old.xml", "new.xml").output.isEmpty)
  }

  @Test("a move is told in one line")
  func move() throws {
    let site = try Site()
    try site.write("old.xml", feed(three))
    try site.write("new.xml", feed(three, host: "weir.test"))
    let run = try diff(site, "old.xml", "new.xml")
    #expect(run.status == 1)
    #expect(
      run.output.contains(
        "3 entries have other ids: the host changed (weir.example → weir.test)"
      ),
      "\(run.output)"
    )
    #expect(run.output.contains("what subscribers will see"))
    #expect(run.output.contains("3 come back as unread"))
    #expect(try !diff(site, "--no-forecast", "old.xml", "new.xml").output.contains("subscribers"))
  }

  @Test("changed texts are shown word by word")
  func words() throws {
    let site = try Site()
    try site.write("old.xml", feed(three))
    try site.write("new.xml", feed(three).replacing("rose by 4", with: "fell by 40"))
    let run = try diff(site, "old.xml", "new.xml")
    #expect(run.output.contains("~ 2024-01-01  Bank  content"), "\(run.output)")
    #expect(run.output.contains("The river [-rose-] {+fell+} by [-4-] {+40+} centimetres."))
  }

  @Test("standard input, git and other formats are versions, too")
  func versions() throws {
    let site = try Site()
    try site.write("feed.xml", feed(three))
    let git =
      "git init -q . && git add feed.xml && "
      + "git -c user.name=a -c user.email=a@weir.example commit -qm one"
    #expect(try Tool.run("", [], in: site.folder, prefix: ["bash", "-c", git, "--"]).status == 0)
    try site.write("feed.xml", feed([("d", "Dam")] + three))
    let revision = try diff(site, "HEAD:feed.xml", "feed.xml")
    #expect(revision.status == 1, "\(revision.errors)")
    #expect(revision.output.hasPrefix("HEAD:feed.xml → feed.xml: 1 added"))
    let none = try diff(site, "HEAD:nothing.xml", "feed.xml")
    #expect(none.status == 2)
    #expect(none.errors.contains("git says: path 'nothing.xml' does not exist"), "\(none.errors)")

    let piped = try ValidateTool.diff(
      ["-", "feed.xml"],
      input: Data(feed(three).utf8),
      in: site.folder
    )
    #expect(piped.output.hasPrefix("standard input → feed.xml: 1 added"), "\(piped.errors)")
    #expect(try diff(site, "-", "-").errors.contains("can be read once"))

    let convert = try Tool.run(
      "tidings",
      ["convert", "feed.xml", "-o", "feed.json"],
      in: site.folder
    )
    #expect(convert.status == 0)
    let across = try diff(site, "feed.xml", "feed.json")
    #expect(across.status == 0, "\(across.output)")
  }

  @Test("folders are compared feed by feed")
  func folders() throws {
    let site = try Site()
    try site.write("old/feed.xml", feed(three))
    try site.write("old/tags/a.xml", feed(three))
    try site.write("old/gone.xml", feed(three))
    try site.write("new/feed.xml", feed([("d", "Dam")] + three))
    try site.write("new/tags/a.xml", feed(three))
    try site.write("new/tags/new.xml", feed(three))
    let run = try diff(site, "old", "new")
    #expect(run.status == 1)
    #expect(run.output.contains("feed.xml: 1 added (3 → 4 entries)"))
    #expect(run.output.contains("gone.xml: the feed is gone"))
    #expect(run.output.contains("tags/new.xml: a new feed"))
    #expect(!run.output.contains("tags/a.xml"))
    #expect(run.output.hasSuffix("3 of 4 feeds changed\n"))
    let json = try diff(site, "old/", "new/", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["feeds"] as? [Any])?.count == 4)
  }

  @Test("two feeds that have nothing to do with each other are not compared")
  func strangers() throws {
    let site = try Site()
    try site.write("old.xml", feed((0..<6).map { ("o\($0)", "Old \($0)") }))
    try site.write("new.xml", feed((0..<6).map { ("n\($0)", "New \($0)") }))
    let run = try diff(site, "old.xml", "new.xml")
    #expect(run.status == 2)
    #expect(run.errors.contains("is this another feed? Of 6 entries of old.xml, 6 are not in it"))
    #expect(try diff(site, "--unrelated", "old.xml", "new.xml").status == 1)
  }

  @Test("--fail-on refuses what it names, beyond its limits, and nothing else")
  func gates() throws {
    let site = try Site()
    try site.write("old.xml", feed(three))
    try site.write("new.xml", feed([("d", "Dam"), ("a", "Alder"), ("b", "Bench")]))
    let cases: [(gate: String, status: Int32, says: String)] = [
      ("removed", 1, "1 removed"), ("removed=1", 0, ""), ("removed=30%", 1, "more than 30% of 3"),
      ("removed=34%", 0, ""), ("reidentified", 0, ""), ("added=0,changed=5", 1, "1 added"),
      ("changed", 1, "1 changed"), ("duplicates,id-reused,aged-out,backfilled", 0, ""),
      ("removed=few", 2, "“few” is no limit"), ("vanished", 2, "nothing that can be refused"),
    ]
    for gate in cases {
      let run = try diff(site, "--fail-on", gate.gate, "old.xml", "new.xml")
      #expect(run.status == gate.status, "\(gate.gate): \(run.errors)")
      #expect(gate.says.isEmpty || run.errors.contains(gate.says), "\(run.errors)")
    }
  }

  @Test("JSON is as the design has it")
  func json() throws {
    let site = try Site()
    try site.write("old.xml", feed(three))
    try site.write(
      "new.xml",
      feed([("d", "Dam"), ("b", "Bench"), ("c", "Current")]).replacing(
        "weir.example/c/",
        with: "weir.test/c/"
      )
    )
    let run = try diff(site, "--format", "json", "old.xml", "new.xml")
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let object = try #require(parsed as? [String: Any])
    let summary = try #require(object["summary"] as? [String: Int])
    #expect(
      summary == [
        "added": 1, "removed": 1, "changed": 1, "reidentified": 1, "agedOut": 0, "backfilled": 0,
        "unchanged": 0,
      ]
    )
    let entries = try #require(object["entries"] as? [[String: Any]])
    #expect(
      entries.map { $0["kind"] as? String } == ["added", "changed", "reidentified", "removed"]
    )
    #expect(entries[1]["fields"] as? [String] == ["title", "content"])
    #expect(entries[2]["oldID"] as? String == "https://weir.example/c/")
    #expect(entries[2]["id"] as? String == "https://weir.test/c/")
    #expect(entries[2]["cause"] as? String == "host")
    let forecast = try #require(object["forecast"] as? [[String: Any]])
    #expect(forecast.contains { $0["reader"] as? String == "Miniflux" })
    for reader in forecast {
      let counts = [
        "newUnread", "newRead", "returningUnread", "returningRead", "updatedUnread",
        "updatedSilently", "hidden", "unchanged",
      ].map { reader[$0] as? Int ?? -1 }
      #expect(counts.allSatisfy { $0 >= 0 })
      #expect(counts.reduce(0, +) == 3)
    }
  }

  @Test("Markdown, HTML and a feed of changes; nothing in a title becomes markup")
  func reports() throws {
    let site = try Site()
    let bad = "*x* <img src=x> | @team [a](javascript:1)"
    let escaped = bad.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    try site.write("old.xml", feed(three))
    try site.write("new.xml", feed([("d", escaped.replacing("&", with: "&amp;"))] + three))
    let markdown = try diff(site, "--format", "markdown", "old.xml", "new.xml")
    #expect(markdown.output.hasPrefix("### `new.xml`: 1 added\n"))
    #expect(markdown.output.contains("| added | 2024-01-01 | ["))
    for part in ["<img", " @team", "[a](java"] { #expect(!markdown.output.contains(part)) }
    let html = try diff(site, "--format", "html", "-o", "page.html", "old.xml", "new.xml")
    #expect(html.output.isEmpty)
    let page = try #require(site.text("page.html"))
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(!page.contains("<img") && page.contains("&lt;img"))

    #expect(
      try diff(site, "--format", "atom", "-o", "changes.xml", "old.xml", "new.xml").status == 1
    )
    #expect(try Tool.run("tidings", ["validate", "changes.xml"], in: site.folder).status == 0)
    let first = try #require(site.text("changes.xml"))
    #expect(first.contains("<title>Added: "))
    // The same change is told once, with its date; another one comes in front.
    #expect(
      try diff(site, "--format", "atom", "-o", "changes.xml", "old.xml", "new.xml").status == 1
    )
    #expect(site.text("changes.xml") == first)
    try site.write("newer.xml", feed([("e", "Eddy")] + three))
    #expect(
      try diff(site, "--format", "atom", "-o", "changes.xml", "old.xml", "newer.xml").status == 1
    )
    let second = try #require(site.text("changes.xml"))
    #expect(second.components(separatedBy: "<entry>").count == 3)
  }

  @Test("nothing of a feed is obeyed by a terminal")
  func harmless() throws {
    let site = try Site()
    try site.write("old.xml", feed(three))
    try site.write("new.xml", feed([("d", "Red &#x9b;31m \u{202E}evil")] + three))
    let run = try diff(site, "old.xml", "new.xml")
    #expect(
      !run.output.unicodeScalars.contains {
        $0.value == 0x9B || $0.value == 0x202E || $0.value == 0x1B
      }
    )
  }
}
