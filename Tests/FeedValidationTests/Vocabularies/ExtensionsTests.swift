import Testing

@Suite("Extensions in RSS")
struct ExtensionsTests {
  @Test(
    "An item's",
    arguments: [
      VocabularyCase("<dc:creator>A</dc:creator><dc:creator>B</dc:creator>"),
      VocabularyCase("<dc:date>2024-01-01</dc:date><dc:date>2024-01-02</dc:date>"),
      VocabularyCase("<dc:title>A</dc:title><dc:title>B</dc:title>", "element-duplicate"),
      VocabularyCase("<dc:tilte>A</dc:tilte>", "element-undefined"),
      VocabularyCase("<dcterms:spatial><geo:lat>1</geo:lat></dcterms:spatial>"),
      VocabularyCase("<ev:startdate>2099-01-01T00:00:00Z</ev:startdate>"),
      VocabularyCase("<feedburner:info uri=\"x\"/>", "element-undefined"),
      VocabularyCase("<geo:Point><geo:lat>1</geo:lat></geo:Point>", "element-missing"),
      VocabularyCase("<geo:lat>91</geo:lat>", "latitude-invalid"),
      VocabularyCase("<georss:point>45.2 -71.9</georss:point>"),
      VocabularyCase("<georss:point featuretypetag=\"city\" elev=\"3\">45.2 -71.9</georss:point>"),
      VocabularyCase("<georss:point>45.2, -71.9</georss:point>", "coordinates-comma"),
      VocabularyCase(
        "<georss:where><gml:Point><gml:pos>45.2 -71.9</gml:pos></gml:Point></georss:where>"
      ),
      VocabularyCase(
        "<georss:where><gml:Envelope><gml:lowerCorner>1 2</gml:lowerCorner></gml:Envelope>"
          + "</georss:where>",
        "element-missing"
      ),
      VocabularyCase("<slash:hit_parade>1,2,x</slash:hit_parade>", "integers-not-comma-separated"),
      VocabularyCase("<sy:updatePeriod>daily</sy:updatePeriod>", "element-undefined"),
      VocabularyCase("<thr:in-reply-to ref=\"tag:example.org,2024:1\"/>"),
      VocabularyCase("<thr:in-reply-to href=\"https://example.org/1\"/>", "attribute-missing"),
      VocabularyCase("<trackback:ping>https://example.org/1</trackback:ping>"),
      VocabularyCase(
        "<trackback:ping rdf:resource=\"https://example.org/1\"/>",
        "url-relative",
        "attribute-unexpected"
      ),
      VocabularyCase(
        "<source:outline text=\"A\" flag=\"1\"><source:outline text=\"B\"/></source:outline>"
      ),
      VocabularyCase(
        "<psc:chapters version=\"1.2\"><psc:chapter start=\"8:26.250\" title=\"A\"/></psc:chapters>"
      ),
      VocabularyCase(
        "<psc:chapters version=\"1.2\"><psc:chapter start=\"soon\" title=\"A\"/></psc:chapters>",
        "play-time-invalid"
      ),
      VocabularyCase("<xhtml:p>A</xhtml:p>", "xhtml-misplaced"),
    ]
  )
  func item(_ example: VocabularyCase) {
    #expect(broken("", example.piece) == example.rules)
  }

  @Test(
    "A channel's",
    arguments: [
      VocabularyCase("<admin:generatorAgent rdf:resource=\"https://example.org/?v=1\"/>"),
      VocabularyCase(
        "<admin:generatorAgent>https://example.org/</admin:generatorAgent>",
        "text-instead-of-attribute"
      ),
      VocabularyCase("<feedburner:info uri=\"example\"/>"),
      VocabularyCase("<sy:updatePeriod>fortnightly</sy:updatePeriod>", "update-period-invalid"),
      VocabularyCase("<sy:updateFrequency>1.5</sy:updateFrequency>", "number-not-positive"),
      VocabularyCase("<xhtml:meta name=\"robots\" content=\"noindex\"/>"),
      VocabularyCase(
        "<xhtml:meta name=\"robots\" content=\"index,noindex\"/>",
        "meta-content-invalid"
      ),
      VocabularyCase("<xhtml:meta name=\"author\" content=\"noindex\"/>", "meta-name-invalid"),
    ]
  )
  func channel(_ example: VocabularyCase) {
    #expect(broken(example.piece, "") == example.rules)
  }

  private func broken(_ channel: String, _ item: String) -> [String] {
    VocabularyCase.broken(
      """
      <rss version="2.0" \(VocabularyCase.declarations)><channel><title>T</title>
      <link>https://example.org/</link><description>D</description>\(channel)
      <item><title>One</title>\(item)</item></channel></rss>
      """
    )
  }
}
