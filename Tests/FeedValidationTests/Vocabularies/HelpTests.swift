import FeedValidation
import Testing

/// A piece of a feed, the rules that it breaks, and what is said to mend the first.
struct HelpCase: Sendable, CustomTestStringConvertible {
  let piece: String
  let rules: [String]
  let help: String

  init(_ piece: String, _ rules: String..., help: String) {
    self.piece = piece
    self.rules = rules
    self.help = help
  }

  var testDescription: String { piece }
}

@Suite("Help fits what is wrong")
struct HelpTests {
  /// What an RSS feed with a piece in its channel and one in its item has wrong.
  private func rss(channel: String = "", item: String = "") -> [Diagnostic] {
    diagnostics(
      """
      <rss version="2.0" \(VocabularyCase.declarations)><channel><title>T</title>
      <link>https://example.org/blog/</link><description>D</description>\(channel)
      <item><title>One</title>\(item)</item></channel></rss>
      """
    )
  }

  private func atom(feed: String = "", entry: String = "") -> [Diagnostic] {
    diagnostics(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" \(VocabularyCase.declarations)>
      <id>https://example.org/</id><title>T</title><updated>2024-01-01T00:00:00Z</updated>
      <author><name>A</name></author><link rel="alternate" href="https://example.org/blog/"/>\(feed)
      <entry><id>https://example.org/1</id><title>E</title><updated>2024-01-01T00:00:00Z</updated>
      <link href="https://example.org/1"/>\(entry)</entry></feed>
      """
    )
  }

  private func diagnostics(_ document: String) -> [Diagnostic] {
    let quiet: Set<String> = [
      "encoding-undeclared", "self-missing", "language-missing", "guid-missing",
      "itunes-element-missing", "itunes-owner-missing", "text-missing",
    ]
    return VocabularyCase.findings(document).filter { !quiet.contains($0.rule) }
  }

  private func expect(_ found: [Diagnostic], _ example: HelpCase) {
    #expect(found.map(\.rule) == example.rules, "\(found.map(\.message))")
    #expect(found.first?.help == example.help)
  }

  // MARK: One mistake, one finding

  @Test(
    "Text in place of an attribute or a child of a channel is told once",
    arguments: [
      HelpCase(
        "<image>https://example.org/a.png</image>",
        "text-instead-of-element",
        help:
          "Write <image><url>https://example.org/a.png</url><title>…</title><link>…</link></image>."
      ),
      HelpCase(
        "<itunes:owner>jane@example.org</itunes:owner>",
        "text-instead-of-element",
        help: "Write <itunes:owner><itunes:email>jane@example.org</itunes:email></itunes:owner>."
      ),
      HelpCase(
        "<itunes:image>https://example.org/a.png?a&amp;b</itunes:image>",
        "text-instead-of-attribute",
        help: "Write <itunes:image href=\"https://example.org/a.png?a&amp;b\"/>."
      ),
      HelpCase(
        "<itunes:image>href=https://example.org/a.png</itunes:image>",
        "text-instead-of-attribute",
        help: "Write <itunes:image href=\"https://example.org/a.png\"/>."
      ),
      HelpCase(
        "<itunes:category>Arts</itunes:category>",
        "text-instead-of-attribute",
        help: "Write <itunes:category text=\"Arts\"/>."
      ),
      HelpCase(
        "<skipHours>3</skipHours>",
        "text-instead-of-element",
        help: "Write <skipHours><hour>3</hour></skipHours>."
      ),
      HelpCase(
        "<itunes:owner><itunes:name>Jane</itunes:name></itunes:owner>",
        "itunes-owner-without-email",
        help: "Add <itunes:email>you@example.org</itunes:email>, or remove itunes:owner."
      ),
      HelpCase(
        "<itunes:image/>",
        "attribute-missing",
        help: "Add href=\"https://example.org/cover.jpg\", the address of the picture."
      ),
    ]
  )
  func channel(_ example: HelpCase) {
    expect(rss(channel: example.piece), example)
  }

  @Test(
    "In an item",
    arguments: [
      HelpCase(
        "<enclosure>https://example.org/1.mp3</enclosure>",
        "text-instead-of-attribute",
        help: "Write <enclosure url=\"https://example.org/1.mp3\" length=\"…\" type=\"…\"/>."
      ),
      HelpCase(
        "<enclosure url=\"https://example.org/1.mp3\" type=\"audio/mpeg\">1</enclosure>",
        "attribute-missing",
        "element-not-empty",
        help: "Add length=\"…\", the size of the file in bytes, or length=\"0\" if it is not known."
      ),
      HelpCase(
        "<link>posts/1.html</link>",
        "url-relative",
        help:
          "Write the whole address: “https://example.org/blog/posts/1.html”, if it is of this site."
      ),
      HelpCase(
        "<link>1.json</link>",
        "url-relative",
        help: "Write the whole address: “https://example.org/blog/1.json”, if it is of this site."
      ),
      HelpCase(
        "<link>one</link>",
        "url-relative",
        help: "Write the whole address, beginning with https:// or http://."
      ),
      HelpCase("<link></link>", "url-relative", help: "Fill the element, or leave it out."),
      HelpCase("<pubDate/>", "date-not-rfc822", help: "Fill the element, or leave it out."),
      HelpCase("<guid/>", "element-without-value", help: "Fill the element, or leave it out."),
      HelpCase(
        "<enclosure url=\"https://example.org/1.mp3\" length=\"1\" type=\"\"/>",
        "media-type-invalid",
        help: "Fill it; the format requires it."
      ),
      HelpCase(
        "<category domain=\"\">a</category>",
        "attribute-blank",
        help: "Fill the attribute, or leave it out."
      ),
      HelpCase(
        "<pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate><dc:date>2024-01-01</dc:date>",
        "item-semantics-duplicate",
        help: "Keep pubDate, and remove dc:date."
      ),
    ]
  )
  func item(_ example: HelpCase) {
    expect(rss(item: example.piece), example)
  }

  @Test(
    "In an entry of Atom",
    arguments: [
      HelpCase(
        "<link>https://example.org/2</link>",
        "text-instead-of-attribute",
        help: "Write <link href=\"https://example.org/2\"/>."
      ),
      HelpCase(
        "<author>Jane &amp; Joe</author>",
        "text-instead-of-element",
        help: "Write <author><name>Jane &amp; Joe</name></author>."
      ),
      HelpCase(
        "<category>News</category>",
        "text-instead-of-attribute",
        help: "Write <category term=\"News\"/>."
      ),
      HelpCase(
        "<content><p>One</p></content>",
        "element-undefined",
        help: """
          Escape the markup and write type="html", or write type="xhtml" and put it into \
          <div xmlns="http://www.w3.org/1999/xhtml">.
          """
      ),
    ]
  )
  func entry(_ example: HelpCase) {
    expect(atom(entry: example.piece), example)
  }

  @Test("What is required is to be filled, not left out")
  func required() {
    let found = diagnostics(
      """
      <rss version="2.0"><channel><title/><link></link><description> </description></channel></rss>
      """
    )
    #expect(found.map(\.rule) == ["element-without-value", "url-relative", "element-blank"])
    #expect(found.map(\.help) == Array(repeating: "Fill it; the format requires it.", count: 3))
  }

  @Test("Where the document breaks off, what was waited for is told")
  func unfinished() {
    let start = "<rss version=\"2.0\"><channel><item><title>One</title>"
    let text = diagnostics(start + "<enclosure>https://example.org/").map(\.rule)
    #expect(text.contains("text-instead-of-attribute") || text.contains("attribute-missing"))
    #expect(diagnostics(start + "<enclosure>").map(\.rule).contains("attribute-missing"))
    #expect(diagnostics(start + "<enclosure></b>").map(\.rule).contains("attribute-missing"))
  }

  // MARK: Names of another format

  @Test(
    "Names of Atom in RSS are translated",
    arguments: [
      ("content", "Write <content:encoded>, and declare"), ("summary", "write <description>"),
      ("updated", "write <pubDate>"), ("published", "write <pubDate>"), ("date", "write <pubDate>"),
      ("creator", "Write <dc:creator>, and declare"), ("id", "write <guid>"),
      ("image", "Write <enclosure url="), ("pubdate", "Write pubDate if"),
    ]
  )
  func namesInRSS(_ name: String, _ help: String) {
    let found = rss(item: "<\(name)>x</\(name)>")
    #expect(found.map(\.rule) == ["element-undefined"])
    #expect(found.first?.help?.contains(help) == true, "\(found.first?.help ?? "")")
  }

  @Test("In a channel others are meant")
  func namesInChannels() {
    #expect(rss(channel: "<entry/>").first?.help == "RSS calls it item: write <item>.")
    #expect(
      rss(channel: "<updated>x</updated>").first?.help
        == "RSS calls it lastBuildDate: write <lastBuildDate>."
    )
    #expect(atom(feed: "<item/>").first?.help == "Atom calls it entry: write <entry>.")
    #expect(
      atom(feed: "<description>D</description>").first?.help
        == "Atom calls it subtitle: write <subtitle>."
    )
  }

  @Test(
    "Names of RSS in Atom are translated",
    arguments: [
      ("pubDate", "published"), ("guid", "id"), ("description", "summary"),
      ("lastBuildDate", "updated"), ("copyright", "rights"),
    ]
  )
  func namesInAtom(_ name: String, _ meant: String) {
    let found = atom(entry: "<\(name)>x</\(name)>")
    #expect(found.map(\.rule) == ["element-undefined"])
    #expect(found.first?.help == "Atom calls it \(meant): write <\(meant)>.")
  }

  // MARK: What is said once

  @Test("Private hosts are told once, with how many there are")
  func hosts() {
    let found = rss(
      channel: "<docs>http://localhost:4000/docs</docs>",
      item: """
        <link>http://localhost:4000/1</link><guid>http://localhost:4000/1</guid>
        <comments>http://127.0.0.1/1</comments>
        """
    )
    #expect(found.map(\.rule) == ["host-private"])
    #expect(
      found.first?.message
        == "docs has the host “localhost”, each reader's own machine; 3 other addresses have such a host"
    )
  }

  @Test("A feed that declares Apple's namespace and has episodes is a podcast")
  func podcast() {
    let rss = { (type: String) in
      """
      <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
      <title>T</title><link>https://example.org/</link><description>D</description><item>
      <title>One</title><enclosure url="https://example.org/1" length="1" type="\(type)"/></item>
      </channel></rss>
      """
    }
    let names = ["explicit", "category", "image"]
    let sound = VocabularyCase.findings(rss("audio/mpeg"), of: "itunes-element-missing")
    #expect(sound.count == 4)
    for name in names { #expect(sound.contains { $0.help?.contains("<itunes:\(name)") == true }) }
    #expect(sound.last?.help?.contains("<language>en</language>") == true)
    #expect(VocabularyCase.findings(rss("image/png"), of: "itunes-element-missing").isEmpty)
    let plain = rss("audio/mpeg")
      .replacing(" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"", with: "")
    #expect(VocabularyCase.findings(plain, of: "itunes-element-missing").isEmpty)
  }

  @Test(
    "Namespaces whose elements are lost are errors, common spellings are not",
    arguments: [
      ("itunes", "http://www.itunes.com/DTDs/Podcast-1.0.dtd", "namespace-misspelt"),
      ("itunes", "https://www.itunes.com/dtds/podcast-1.0.dtd", "namespace-lost"),
      ("podcast", "http://podcastindex.org/namespace/1.0", "namespace-lost"),
      (
        "podcast",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
        "namespace-misspelt"
      ),
      ("media", "http://search.yahoo.com/mrss", "namespace-media-misspelt"),
      ("media", "https://search.yahoo.com/mrss/", "namespace-lost"),
      ("content", "http://purl.org/rss/1.0/modules/content", "namespace-lost"),
      ("dc", "http://purl.org/dc/elements/1.1", "namespace-misspelt"),
    ]
  )
  func namespaces(_ prefix: String, _ uri: String, _ rule: String) {
    let feed = """
      <rss version="2.0" xmlns:\(prefix)="\(uri)"><channel><title>T</title>
      <link>https://example.org/</link><description>D</description></channel></rss>
      """
    #expect(VocabularyCase.broken(feed) == [rule])
  }
}
