import Testing

@Suite("RSS 1.0, Atom 0.3 and OPML")
struct FormatsTests {
  @Test(
    "An item of RSS 1.0",
    arguments: [
      VocabularyCase(""),
      VocabularyCase("<description>&lt;b&gt;A&lt;/b&gt;</description>"),
      VocabularyCase("<description rdf:parseType=\"Literal\"><b>A</b></description>"),
      VocabularyCase("<dc:subject rdf:resource=\"https://example.org/art\"/>"),
      VocabularyCase(
        "<dc:creator><foaf:Person xmlns:foaf=\"http://xmlns.com/foaf/0.1/\"/></dc:creator>"
      ),
      VocabularyCase(
        "<dc:creator>A<foaf:Person xmlns:foaf=\"http://xmlns.com/foaf/0.1/\"/></dc:creator>",
        "rdf-mixed-content"
      ),
      VocabularyCase(
        "<taxo:topics><rdf:Bag><rdf:li resource=\"https://example.org/\"/></rdf:Bag></taxo:topics>"
      ),
      VocabularyCase("<cc:license rdf:resource=\"https://example.org/licence\"/>"),
      VocabularyCase("<trackback:ping rdf:resource=\"https://example.org/1\"/>"),
      VocabularyCase(
        "<trackback:ping>https://example.org/1</trackback:ping>",
        "text-instead-of-attribute"
      ),
      VocabularyCase("<guid>1</guid>", "element-undefined"),
    ]
  )
  func rdf(_ example: VocabularyCase) {
    let broken = VocabularyCase.broken(
      """
      <rdf:RDF xmlns="http://purl.org/rss/1.0/" \(VocabularyCase.declarations)>
      <channel rdf:about="https://example.org/"><title>T</title><link>https://example.org/</link>
      <description>D</description><dc:language>en</dc:language>
      <items><rdf:Seq><rdf:li rdf:resource="https://example.org/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link>
      \(example.piece)</item></rdf:RDF>
      """
    )
    #expect(broken == example.rules)
  }

  @Test("RSS 0.90 needs neither URIs nor a list", arguments: ["my", "channel"])
  func rss090(_ host: String) {
    let broken = VocabularyCase.broken(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
       xmlns="http://\(host).netscape.com/rdf/simple/0.9/">
      <channel><title>T</title><link>https://example.org/</link><description>D</description></channel>
      <item><title>One</title><link>https://example.org/1</link></item></rdf:RDF>
      """
    )
    #expect(broken == [])
  }

  @Test("A channel is wanted")
  func channelMissing() {
    let broken = VocabularyCase.broken(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>"
    )
    #expect(broken == ["element-missing"])
  }

  @Test(
    "An entry of Atom 0.3",
    arguments: [
      VocabularyCase("<content type=\"text/html\" mode=\"escaped\">&lt;p&gt;A&lt;/p&gt;</content>"),
      VocabularyCase(
        "<content type=\"application/xhtml+xml\" mode=\"xml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A</div></content>"
      ),
      VocabularyCase("<content mode=\"escape\">A</content>", "atom03-mode-invalid"),
      VocabularyCase("<content mode=\"base64\" type=\"image/png\">_</content>", "base64-invalid"),
      VocabularyCase("<updated>2024-01-01T00:00:00Z</updated>", "element-undefined"),
    ]
  )
  func atom03(_ example: VocabularyCase) {
    let broken = VocabularyCase.broken(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title>
      <modified>2024-01-01T00:00:00Z</modified><author><name>A</name></author>
      <link rel="alternate" type="text/html" href="https://example.org/"/>
      <entry><title>One</title><id>tag:example.org,2024:1</id><issued>2024-01-01T00:00:00Z</issued>
      <modified>2024-01-01T00:00:00Z</modified>
      <link rel="alternate" type="text/html" href="https://example.org/1"/>
      \(example.piece)</entry></feed>
      """
    )
    #expect(broken == example.rules)
  }

  @Test(
    "An outline",
    arguments: [
      VocabularyCase("<outline text=\"A\"><outline text=\"\"/></outline>"),
      VocabularyCase("<outline/>", "attribute-missing"),
      VocabularyCase(
        "<outline text=\"A\" type=\"song\" f=\"x.mp3\"/>",
        "outline-attribute-unknown"
      ),
      VocabularyCase(
        "<outline text=\"A\" xmlurl=\"https://example.org/\"/>",
        "attribute-unexpected"
      ),
      VocabularyCase("<outline text=\"A\" type=\"RSS\" title=\"A\"/>", "outline-feed-missing"),
      VocabularyCase("<outline text=\"A\" isComment=\"maybe\"/>", "truth-value-invalid"),
      VocabularyCase("<outline text=\"A\" created=\"today\"/>", "date-not-rfc822"),
      VocabularyCase("<outline text=\"A\">A</outline>", "text-unexpected"),
    ]
  )
  func opml(_ example: VocabularyCase) {
    let broken = VocabularyCase.broken(
      """
      <opml version="2.0"><head><title>T</title><expansionState></expansionState></head><body>
      \(example.piece)</body></opml>
      """
    )
    #expect(broken == example.rules)
  }

  @Test("OPML 1 knows three types of outlines, and a version is wanted")
  func opmlVersions() {
    let outline = "<head/><body><outline text=\"A\" type=\"song\"/></body></opml>"
    #expect(VocabularyCase.broken("<opml version=\"1.1\">" + outline) == ["outline-type-unknown"])
    #expect(VocabularyCase.broken("<opml version=\"2.0\">" + outline) == [])
    #expect(VocabularyCase.broken("<opml>" + outline).contains("attribute-missing"))
  }
}
