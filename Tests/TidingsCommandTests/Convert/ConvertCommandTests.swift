import Foundation
import TestSupport
import Testing

@Suite("tidings convert")
struct ConvertCommandTests {
  private static let feed = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>Weir</title><link>https://weir.example/</link><description>Rivers</description>
    <atom:link rel="self" href="https://weir.example/feed.xml"/>
    <item><title>Floods</title><link>https://weir.example/floods/</link>
    <guid isPermaLink="false">17</guid><pubDate>Thu, 13 Jun 2019 10:30:00 +0200</pubDate>
    <description>&lt;p&gt;Water &amp;amp; more&lt;/p&gt;</description>
    <enclosure url="https://weir.example/a.mp3" length="5" type="audio/mpeg"/></item>
    <item><title>Alders</title><link>https://weir.example/alders/</link></item>
    </channel></rss>
    """

  private func folder(_ files: [String: String] = [:]) throws -> Site {
    let folder = try Site()
    try folder.write("feed.xml", Self.feed)
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  private func convert(_ folder: Site, _ arguments: String...) throws -> Tool.Run {
    try Tool.run("tidings", ["convert"] + arguments, in: folder.folder)
  }

  @Test("the result goes to standard output, everything else to standard error")
  func standardOutput() throws {
    let run = try convert(folder(), "feed.xml", "--to", "atom")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "))
    #expect(run.output.contains("<id>urn:tidings:17</id>"), "an id that is no IRI has a name")
    #expect(run.output.contains("<published>2019-06-13T10:30:00+02:00</published>"))
    #expect(run.output.contains("<![CDATA[<p>Water &amp; more</p>]]>"))
    #expect(
      run.output.contains(
        "<link href=\"https://weir.example/a.mp3\" rel=\"enclosure\" type=\"audio/mpeg\" length=\"5\"/>"
      )
    )
    #expect(run.output.contains("<generator version=\"0.1.0\">Tidings</generator>"))
    #expect(
      run.errors == """
        Not carried:
          authors: Atom requires an author, so the feed's title stands for one
          selfURL: it is the address of the original, https://weir.example/feed.xml
          updated: Atom requires a date, so it says when the feed last changed

        Guesses: 1
          feed.xml:9:1: has no id: its link stands for it

        """
    )
    let quiet = try convert(folder(), "feed.xml", "--to", "atom", "--quiet")
    #expect(quiet.errors == "")
    #expect(quiet.output == run.output)
  }

  @Test("the output's name tells the format, and equal files stay as they are")
  func outputFile() throws {
    let folder = try folder()
    let run = try convert(folder, "feed.xml", "--output", "out/feed.json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("out/feed.json  JSON Feed 1.1  2 entries  "), "\(run.errors)")
    #expect(folder.text("out/feed.json")?.contains("\"id\":\"17\"") == true)
    #expect(folder.names("out") == ["feed.json"])
    let again = try convert(folder, "feed.xml", "--output", "out/feed.json")
    #expect(again.errors.contains("  unchanged\n"))
    // A feed can be replaced by itself in another format.
    #expect(try convert(folder, "out/feed.json", "-o", "out/feed.json", "--to", "rss").status == 0)
    #expect(folder.text("out/feed.json")?.contains("<guid isPermaLink=\"false\">17</guid>") == true)
  }

  @Test("the result names the address that it will have, and no other")
  func address() throws {
    let folder = try folder()
    let url = "https://weir.example/new.xml"
    let with = try convert(folder, "feed.xml", "--to", "rss", "--url", url)
    #expect(with.output.contains("<atom:link href=\"\(url)\" rel=\"self\""))
    let without = try convert(folder, "feed.xml", "--to", "rss")
    #expect(!without.output.contains("rel=\"self\""))
    #expect(!without.output.contains("weir.example/feed.xml"))
    let json = try convert(folder, "feed.xml", "--to", "json", "--url", url)
    #expect(json.output.contains("\"feed_url\": \"\(url)\""))
  }

  @Test("standard input is read, and relative addresses need to know to what")
  func standardInput() throws {
    let relative = Self.feed.replacingOccurrences(of: "https://weir.example/", with: "/")
    let lost = try ValidateTool.run(["convert", "-", "--to", "rss"], input: Data(relative.utf8))
    #expect(lost.status == 0, "\(lost.errors)")
    #expect(!lost.output.contains("<link>/"))
    #expect(lost.errors.contains("--location"), "\(lost.errors)")
    #expect(lost.errors.contains("standard input:3:"), "\(lost.errors)")
    let found = try ValidateTool.run(
      ["convert", "-", "--to", "rss", "--location", "https://weir.example/feed.xml"],
      input: Data(relative.utf8)
    )
    #expect(found.output.contains("<link>https://weir.example/floods/</link>"), "\(found.errors)")
  }

  @Test("what is no feed, or not all of one, is not written")
  func unusable() throws {
    let folder = try folder([
      "list.opml": "<opml version=\"2.0\"><head/><body><outline text=\"a\"/></body></opml>",
      "page.html": "<html><body>No</body></html>",
      "part.xml": String(Self.feed.prefix(600)),
      "out.xml": "before",
    ])
    for (arguments, message) in [
      (["list.opml"], "list.opml: error: it is a list of feeds"),
      (["page.html"], "page.html: error: it is no feed"),
      (["part.xml"], "error: the feed breaks off"), (["none.xml"], "No such file"),
      (["feed.xml", "--output", "."], "directory"),
      (["feed.xml", "--url", "weir.example"], "--url: error:"),
      (["feed.xml", "--timeout", "0"], "--timeout: error:"),
    ] {
      let isOutput = arguments.contains("--output")
      let run = try Tool.run(
        "tidings",
        ["convert", "--to", "rss"] + arguments + (isOutput ? [] : ["-o", "out.xml"]),
        in: folder.folder
      )
      #expect(run.status == 2, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(message), "\(arguments): \(run.errors)")
      #expect(folder.text("out.xml") == "before")
    }
    #expect(folder.names(".").filter { $0.contains("tidings") } == [])
    let partial = try convert(folder, "part.xml", "-o", "out.xml", "--partial")
    #expect(partial.status == 0, "\(partial.errors)")
    #expect(folder.text("out.xml")?.contains("Floods") == true)
  }

  @Test("a format has to be told, by an option or by the output's name")
  func formats() throws {
    let folder = try folder()
    let none = try convert(folder, "feed.xml")
    #expect(none.status == 2)
    #expect(none.errors.contains("rss, atom or json"), "\(none.errors)")
    let unknown = try convert(folder, "feed.xml", "--output", "feed.txt")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("“feed.txt”"), "\(unknown.errors)")
    #expect(try convert(folder, "feed.xml", "--to", "html").status == 2)
  }

  @Test("a feed is fetched, its server's charset counts, and its address is the base")
  func fetched() throws {
    let feed = """
      <rss version="2.0"><channel><title>Caf\u{E9}</title><description>D</description>
      <item><guid>1</guid><link>/floods/</link></item></channel></rss>
      """
    let server = try ScriptedServer([
      "/feed.xml": [
        .answer(
          200,
          [("Content-Type", "text/xml; charset=iso-8859-1")],
          body: feed.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        )
      ],
      "/gone": [.answer(410, [], "")],
    ])
    let folder = try folder()
    let address = server.url("/feed.xml")
    let run = try convert(folder, address, "--to", "json", "--allow-private")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"title\": \"Café\""))
    #expect(run.output.contains("\"url\":\"\(server.url("/floods/"))\""), "\(run.output)")
    let gone = try convert(folder, server.url("/gone"), "--to", "json", "--allow-private")
    #expect(gone.status == 2)
    #expect(gone.errors.contains("410"), "\(gone.errors)")
    let refused = try convert(folder, address, "--to", "json")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--allow-private"), "\(refused.errors)")
  }
}
