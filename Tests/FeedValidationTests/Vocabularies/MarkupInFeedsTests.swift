import Testing

@Suite("XHTML in feeds, and extensions that are not looked into")
struct MarkupInFeedsTests {
  @Test(
    "XHTML stands in one div, and its elements in its namespace",
    arguments: [
      VocabularyCase("<div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>B</b></div>"),
      VocabularyCase(
        "A <div xmlns=\"http://www.w3.org/1999/xhtml\">B</div>",
        "xhtml-div-missing"
      ),
      VocabularyCase("<div xmlns=\"http://www.w3.org/1999/xhtml\">A</div> B", "text-unexpected"),
      VocabularyCase(
        "<div xmlns=\"http://www.w3.org/1999/xhtml\">A <b xmlns=\"\">B</b></div>",
        "namespace-missing"
      ),
      VocabularyCase(
        "<div xmlns=\"http://www.w3.org/1999/xhtml\">A <dc:title>B</dc:title></div>",
        "element-undefined"
      ),
      VocabularyCase(
        "<div xmlns=\"http://www.w3.org/1999/xhtml\">don\u{92}t</div>",
        "characters-misdecoded"
      ),
      VocabularyCase(
        """
        <div xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg">
        <metadata><dc:title>A</dc:title></metadata></svg></div>
        """
      ),
    ]
  )
  func xhtml(_ example: VocabularyCase) {
    let broken = AtomDocument.broken("<content type=\"xhtml\">\(example.piece)</content>")
    #expect(broken == example.rules)
  }

  @Test("A document of XHTML is in its namespace")
  func document() {
    let broken = AtomDocument.broken(
      "<content type=\"application/xhtml+xml\"><html>A</html></content>"
    )
    #expect(broken == ["xhtml-namespace-wrong"])
  }

  @Test(
    "RDF has no text beside elements",
    arguments: [
      VocabularyCase("<x:a>A<x:b/></x:a>", "rdf-mixed-content", "namespace-unknown"),
      VocabularyCase(
        "<x:a rdf:parseType=\"Literal\">A<x:b>B<x:c/></x:b></x:a>",
        "namespace-unknown"
      ),
      VocabularyCase("<x:a><x:b>B</x:b></x:a>", "namespace-unknown"),
      VocabularyCase("<description>A <b>B</b></description>", "rdf-mixed-content"),
    ]
  )
  func rdf(_ example: VocabularyCase) {
    let broken = VocabularyCase.broken(
      """
      <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:x="https://example.org/ns"
       \(VocabularyCase.declarations)>
      <channel rdf:about="https://example.org/"><title>T</title><link>https://example.org/</link>
      <description>D</description><dc:language>en</dc:language>
      <items><rdf:Seq><rdf:li rdf:resource="https://example.org/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link>
      \(example.piece)</item></rdf:RDF>
      """
    )
    #expect(broken == example.rules)
  }

  @Test(
    "What RSS leaves to its version",
    arguments: [
      ("2.0", "<description>A &lt;b&gt;B&lt;/b&gt;</description>", []),
      ("0.92", "<description>A &lt;b&gt;B&lt;/b&gt;</description>", []),
      ("0.91", "<description>A &lt;b&gt;B&lt;/b&gt;</description>", ["text-contains-html"]),
      ("2.0", "<content:encoded>A</content:encoded>", ["content-before-description"]),
    ] as [(String, String, [String])]
  )
  func versions(_ version: String, _ piece: String, _ rules: [String]) {
    let broken = VocabularyCase.broken(
      """
      <rss version="\(version)" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>T</title><link>https://example.org/</link><description>D</description>
      <item><title>A</title>\(piece)</item></channel></rss>
      """
    )
    #expect(broken == rules)
  }

  @Test(
    "An id has neither an empty user nor a dot behind its host",
    arguments: ["@example.org", "example.org.", ":@example.org"]
  )
  func ids(_ authority: String) {
    let entry = """
      <entry xmlns="http://www.w3.org/2005/Atom"><id>https://\(authority)/1</id><title>T</title>
      <updated>2024-01-01T00:00:00Z</updated><content>C</content></entry>
      """
    #expect(VocabularyCase.broken(entry) == ["url-not-canonical"])
  }
}
