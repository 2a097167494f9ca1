import Testing

@Suite("Values that are empty")
struct EmptyValuesTests {
  /// What its type says of an empty value is told, not that it is empty only.
  @Test(
    "In a channel of RSS",
    arguments: [
      VocabularyCase("<docs></docs>", "url-relative"),
      VocabularyCase("<managingEditor> </managingEditor>", "contact-without-address"),
      VocabularyCase("<webMaster/>", "contact-without-address"),
      VocabularyCase("<pubDate></pubDate>", "date-not-rfc822"),
      VocabularyCase("<ttl></ttl>", "ttl-not-minutes"),
      VocabularyCase("<copyright></copyright>", "element-blank"),
      VocabularyCase("<skipHours><hour/></skipHours>", "hour-invalid"),
      VocabularyCase("<skipDays><day/></skipDays>", "day-invalid"),
      VocabularyCase("<sy:updatePeriod></sy:updatePeriod>", "update-period-invalid"),
      VocabularyCase("<dc:date></dc:date>", "date-not-w3cdtf"),
      VocabularyCase("<geo:lat></geo:lat>", "latitude-invalid"),
      VocabularyCase("<itunes:image href=\"\"/>", "url-attribute-invalid"),
      VocabularyCase("<itunes:category text=\"\"/>", "itunes-category-unknown"),
      VocabularyCase("<itunes:block></itunes:block>", "yes-no-clean-invalid"),
      VocabularyCase("<media:thumbnail url=\"\"/>", "attribute-missing"),
      VocabularyCase(
        "<media:restriction relationship=\"\">all</media:restriction>",
        "attribute-missing"
      ),
      VocabularyCase("<media:rating></media:rating>", "media-rating-invalid"),
    ]
  )
  func channel(_ example: VocabularyCase) {
    let broken = VocabularyCase.broken(
      """
      <rss version="2.0" \(VocabularyCase.declarations)><channel><title>T</title>
      <link>https://example.org/</link><description>D</description>\(example.piece)</channel></rss>
      """
    )
    #expect(broken == example.rules)
  }

  @Test(
    "In an entry of Atom",
    arguments: [
      VocabularyCase("<published></published>", "date-not-rfc3339"),
      VocabularyCase("<link rel=\"related\" href=\"\"/>", "attribute-blank"),
      VocabularyCase("<link href=\"https://example.org/\" type=\"\"/>", "media-type-invalid"),
      VocabularyCase("<link href=\"https://example.org/\" hreflang=\"\"/>", "language-invalid"),
      VocabularyCase("<link href=\"https://example.org/\" title=\"\"/>", "attribute-blank"),
      VocabularyCase("<category term=\"a\" scheme=\"\"/>", "url-relative"),
      VocabularyCase("<author><name>A</name><email/></author>", "address-invalid"),
      VocabularyCase("<author><name/></author>", "element-blank"),
    ]
  )
  func entry(_ example: VocabularyCase) {
    #expect(AtomDocument.broken(example.piece) == example.rules)
  }

  @Test("In the id of a feed it is no IRI, in that of an entry nothing to know it by")
  func ids() {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><id></id><title>T</title>
      <updated>2024-01-01T00:00:00Z</updated></feed>
      """
    #expect(VocabularyCase.broken(feed) == ["id-not-absolute"])
    let entry = """
      <entry xmlns="http://www.w3.org/2005/Atom"><id></id><title>T</title>
      <updated>2024-01-01T00:00:00Z</updated><content>C</content></entry>
      """
    #expect(VocabularyCase.broken(entry) == ["element-without-value"])
  }

  @Test(
    "In the root element",
    arguments: [
      ("<rss version=\"\"><channel/></rss>", "rss-version-unknown"),
      (
        "<opml version=\"\"><head/><body><outline text=\"\"/></body></opml>", "opml-version-invalid"
      ),
    ]
  )
  func version(_ document: String, _ rule: String) {
    #expect(VocabularyCase.broken(document).contains(rule))
  }
}

/// A feed of Atom with one entry.
enum AtomDocument {
  /// The rules that it breaks with a piece in its entry.
  static func broken(_ piece: String) -> [String] {
    VocabularyCase.broken(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" \(VocabularyCase.declarations)>
      <id>https://example.org/</id><title>T</title><updated>2024-01-01T00:00:00Z</updated>
      <entry><id>https://example.org/1</id><title>E</title>
      <updated>2024-01-01T00:00:00Z</updated>\(piece)</entry></feed>
      """
    )
  }
}
