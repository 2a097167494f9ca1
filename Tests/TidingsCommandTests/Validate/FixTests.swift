import Foundation
import TestSupport
import Testing

@Suite("tidings validate --fix")
struct FixTests {
  private static let good = SampleFeed.valid(
    items: """
      <item><title>A &amp; B</title><guid>https://example.org/2</guid>\
      <pubDate>Tue, 07 May 2024 10:00:00 +0200</pubDate></item>
      """
  )
  private static let bad = good.replacing("&amp;", with: "&")
    .replacing("Tue, 07 May 2024 10:00:00 +0200", with: "2024-05-07T10:00:00+02:00")

  @Test("a file is mended, the differences are shown, and what is left is told")
  func file() throws {
    let site = try Site()
    try site.write("feed.xml", Self.bad.replacing("<language>en</language>", with: "<wrong/>"))
    let run = try Tool.run("tidings", ["validate", "--fix", "feed.xml"], in: site.folder)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("--- feed.xml\n+++ feed.xml\n@@ -"))
    #expect(run.output.contains("+<item><title>A &amp; B</title>"))
    #expect(run.output.contains("wrong is no element"))
    #expect(run.output.contains("2 mended; 1 error"))
    #expect(!run.output.contains("[*]"))
    let expected = Self.good.replacing("<language>en</language>", with: "<wrong/>")
    #expect(site.text("feed.xml") == expected)
    #expect(site.names(".") == ["feed.xml"], "nothing is left behind")
    let again = try Tool.run("tidings", ["validate", "--fix", "feed.xml"], in: site.folder)
    #expect(!again.output.contains("---") && !again.output.contains("mended"))
  }

  @Test("a file with nothing to mend is not touched")
  func untouched() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.invalid())
    let url = site.folder.appendingPathComponent("feed.xml")
    func identity() throws -> [FileAttributeKey: Any] {
      try FileManager.default.attributesOfItem(atPath: url.path)
    }
    let before = try identity()
    let run = try Tool.run("tidings", ["validate", "--fix", "feed.xml"], in: site.folder)
    #expect(run.status == 1)
    let after = try identity()
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  @Test("links stay links, and a file keeps its mode")
  func links() throws {
    let site = try Site()
    try site.write("real/feed.xml", Self.bad)
    let manager = FileManager.default
    let real = site.folder.appendingPathComponent("real/feed.xml").path
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    let link = site.folder.appendingPathComponent("link.xml").path
    try manager.createSymbolicLink(atPath: link, withDestinationPath: "real/feed.xml")
    let run = try Tool.run("tidings", ["validate", "--fix", "-q", "link.xml"], in: site.folder)
    #expect(run.status == 0)
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == "real/feed.xml")
    #expect(site.text("real/feed.xml") == Self.good)
    let mode = try manager.attributesOfItem(atPath: real)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(site.names("real") == ["feed.xml"])
  }

  @Test("--diff shows and changes nothing; the report goes to standard error")
  func diff() throws {
    let site = try Site()
    try site.write("feed.xml", Self.bad)
    let run = try Tool.run("tidings", ["validate", "--diff", "feed.xml"], in: site.folder)
    #expect(run.status == 1)
    #expect(site.text("feed.xml") == Self.bad)
    #expect(run.output.hasPrefix("--- feed.xml\n"))
    #expect(!run.output.contains("error:"))
    #expect(run.errors.contains("[date-not-rfc822] [*]"))
    #expect(run.errors.contains("[*] 2 can be mended with --fix"))
    try site.write("mended.patch", run.output)
    let patch = try? Tool.run(
      "",
      [],
      in: site.folder,
      prefix: [
        "bash", "-c", "command -v patch >/dev/null || exit 77; patch feed.xml mended.patch", "--",
      ]
    )
    if patch?.status != 77 { #expect(site.text("feed.xml") == Self.good) }
  }

  @Test("standard input is mended to standard output")
  func standardInput() throws {
    let run = try ValidateTool.run(["validate", "--fix", "-"], input: Data(Self.bad.utf8))
    #expect(run.status == 0)
    #expect(run.output == Self.good)
    #expect(run.errors.contains("2 mended; 1 file is valid"))
    let same = try ValidateTool.run(["validate", "--fix", "-"], input: Data("no feed & so".utf8))
    #expect(same.output == "no feed & so")
    #expect(same.status == 1)
  }

  @Test("of an address the differences are shown")
  func address() throws {
    let server = try ScriptedServer([
      "/feed.xml": [.answer(200, [("Content-Type", "application/rss+xml")], Self.bad)]
    ])
    let url = server.url("/feed.xml")
    let run = try Tool.run("tidings", ["validate", "--fix", "--allow-private", url])
    #expect(run.status == 1)
    #expect(run.output.contains("+<item><title>A &amp; B</title>"))
    #expect(run.output.contains("[*] 2 can be mended"))
    #expect(run.errors.contains("is on the web: it stays as it is"))
  }

  @Test("--location is the address of a link to itself")
  func location() throws {
    let site = try Site()
    let bare = "<atom:link rel=\"self\" href=\"https://example.org/feed.xml\"/>\n"
    try site.write("feed.xml", Self.good.replacing(bare, with: ""))
    let address = "https://example.org/feeds/a.xml?x=1&y=2"
    let run = try Tool.run(
      "tidings",
      ["validate", "--fix", "--location", address, "feed.xml"],
      in: site.folder
    )
    #expect(run.status == 0)
    #expect(
      site.text("feed.xml")?.contains("href=\"https://example.org/feeds/a.xml?x=1&amp;y=2\"/>")
        == true
    )
  }

  @Test("JSON has the fixes, and how many were mended")
  func json() throws {
    let site = try Site()
    try site.write("feed.xml", Self.bad)
    func report(_ arguments: [String]) throws -> [String: Any] {
      let run = try Tool.run(
        "tidings",
        ["validate", "--format", "json"] + arguments + ["feed.xml"],
        in: site.folder
      )
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      return try #require((json as? [[String: Any]])?.first)
    }
    let diagnostics = try report([])["diagnostics"] as? [[String: Any]]
    let fix = try #require(diagnostics?.compactMap { $0["fix"] as? [String: Any] }.first)
    let edit = try #require((fix["edits"] as? [[String: Any]])?.first)
    #expect(edit["text"] as? String == "&amp;")
    let offset = try #require(edit["offset"] as? Int)
    #expect(Array(Self.bad.utf8)[offset] == UInt8(ascii: "&"))
    #expect(edit["length"] as? Int == 1)
    #expect(try report(["--fix"])["mended"] as? Int == 2)
    #expect(site.text("feed.xml") == Self.good)
  }

  @Test("what cannot be written is told, and the others are mended")
  func unwritable() throws {
    let site = try Site()
    try site.write("a.xml", Self.bad)
    try site.write("b.xml", Self.bad)
    let url = site.folder.appendingPathComponent("a.xml")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: url.path)
    // Root may write everything.
    guard !FileManager.default.isWritableFile(atPath: url.path) else { return }
    let run = try Tool.run(
      "tidings",
      ["validate", "--fix", "-q", "a.xml", "b.xml"],
      in: site.folder
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write it"))
    #expect(site.text("a.xml") == Self.bad)
    #expect(site.text("b.xml") == Self.good)
  }

  @Test("a terminal gets colours, and obeys nothing of a document")
  func terminal() throws {
    let site = try Site()
    try site.write("feed.xml", Self.bad.replacing("A & B", with: "A & \u{9B}31mB\u{202E}"))
    let output = try ValidateTool.runOnTerminal(["validate", "--fix", "feed.xml"], in: site.folder)
    #expect(output.contains("\u{1B}[31m-<item>"))
    #expect(output.contains("\u{1B}[32m+<item>"))
    #expect(!output.contains("\u{9B}") && !output.contains("\u{202E}"))
  }

  @Test("a baseline is not written of what is mended")
  func baseline() throws {
    let run = try Tool.run("tidings", ["validate", "--fix", "--write-baseline", "x", "y"])
    #expect(run.status == 2)
    #expect(run.errors.contains("mend first"))
  }
}
