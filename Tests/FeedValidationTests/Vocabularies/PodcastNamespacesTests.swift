import Testing

@Suite("Podcasts and media")
struct PodcastNamespacesTests {
  @Test(
    "An episode's",
    arguments: [
      VocabularyCase("<itunes:block>No</itunes:block>"),
      VocabularyCase("<itunes:block>yes</itunes:block>", "itunes-yes-invalid"),
      VocabularyCase("<itunes:block>hidden</itunes:block>", "yes-no-clean-invalid"),
      VocabularyCase("<itunes:block/>", "yes-no-clean-invalid"),
      VocabularyCase("<itunes:explicit></itunes:explicit>", "truth-value-invalid"),
      VocabularyCase("<itunes:season>0</itunes:season>", "number-not-positive"),
      VocabularyCase("<itunes:image href=\"https://example.org/a.gif\"/>", "itunes-artwork-format"),
      VocabularyCase("<itunes:image href=\"https://example.org/image?id=1.gif\"/>"),
      VocabularyCase(
        "<enclosure url=\"https://example.org/a.ogg?x=.mp3\" length=\"1\" type=\"audio/ogg\"/>"
          + "<itunes:duration>60</itunes:duration>",
        "itunes-format-unsupported"
      ),
      VocabularyCase(
        "<enclosure url=\"https://example.org/a.ogg\" length=\"1\" type=\"audio/ogg\"/>"
      ),
      VocabularyCase(
        "<itunes:duration>60</itunes:duration>"
          + "<enclosure url=\"https://example.org/stream\" length=\"1\" type=\"audio/mpeg\"/>"
      ),
      VocabularyCase("<podcast:season name=\"A\">1</podcast:season>"),
      VocabularyCase("<podcast:soundbite startTime=\"1.5\" duration=\"60\"/>"),
      VocabularyCase(
        "<podcast:alternateEnclosure type=\"audio/opus\"/>",
        "element-missing"
      ),
      VocabularyCase(
        "<podcast:location geo=\"geo:30.2672,97.7431;u=350\" osm=\"R113314#188\">Austin</podcast:location>"
      ),
      VocabularyCase(
        "<podcast:location osm=\"113314\">Austin</podcast:location>",
        "podcast-place-invalid"
      ),
      VocabularyCase(
        "<podcast:location osm=\"R\">Austin</podcast:location>",
        "podcast-place-invalid"
      ),
      VocabularyCase("<podcast:location country=\"us\">Austin</podcast:location>"),
      VocabularyCase(
        "<podcast:location country=\"usa\">Austin</podcast:location>",
        "country-code-invalid"
      ),
      VocabularyCase(
        "<podcast:chapters url=\"http://example.org/1\" type=\"application/json+chapters\"/>",
        "podcast-file-insecure"
      ),
      VocabularyCase(
        "<media:content url=\"https://example.org/a.mp4\" framerate=\"x\"/>",
        "number-not-decimal"
      ),
      VocabularyCase("<media:rating scheme=\"urn:mpaa\">PG</media:rating>"),
      VocabularyCase("<media:rating>PG</media:rating>", "media-rating-invalid"),
      VocabularyCase("<media:rating scheme=\"https://example.org/\">fresh</media:rating>"),
      VocabularyCase("<media:credit role=\"Actor\">A</media:credit>", "media-credit-role-unknown"),
      VocabularyCase("<media:hash>abc</media:hash>", "media-hash-invalid"),
      VocabularyCase("<media:restriction relationship=\"allow\"/>"),
      VocabularyCase("<media:restriction relationship=\"allow\">all</media:restriction>"),
      VocabularyCase(
        "<media:restriction relationship=\"allow\">some</media:restriction>",
        "media-restriction-invalid"
      ),
      VocabularyCase(
        "<media:restriction relationship=\"deny\" type=\"country\">AU us</media:restriction>"
      ),
      VocabularyCase(
        "<media:restriction relationship=\"deny\" type=\"country\">Austria</media:restriction>",
        "country-code-invalid"
      ),
      VocabularyCase("<media:title type=\"html\">&lt;b&gt;A&lt;/b&gt;</media:title>"),
      VocabularyCase("<media:title>&lt;b&gt;A&lt;/b&gt;</media:title>", "text-html-undeclared"),
      VocabularyCase(
        "<media:scenes><media:scene><sceneTitle>A</sceneTitle></media:scene></media:scenes>"
      ),
      VocabularyCase("<media:location start=\"00:01\"><georss:where/></media:location>"),
    ]
  )
  func item(_ example: VocabularyCase) {
    #expect(broken("", example.piece) == example.rules)
  }

  @Test(
    "A show's",
    arguments: [
      VocabularyCase(
        "<itunes:category text=\"Arts\"><itunes:category text=\"Food\"/></itunes:category>"
      ),
      VocabularyCase(
        "<itunes:category text=\"Arts\"><itunes:category text=\"Golf\"/></itunes:category>",
        "itunes-category-unknown"
      ),
      VocabularyCase(
        "<itunes:owner><itunes:name>A</itunes:name></itunes:owner>",
        "itunes-owner-without-email"
      ),
      VocabularyCase("<itunes:email>a@example.org</itunes:email>", "element-undefined"),
      VocabularyCase("<itunes:type>serial</itunes:type>", "itunes-episode-number-missing"),
      VocabularyCase("<podcast:podroll/>", "element-missing"),
      VocabularyCase(
        "<podcast:guid>917393e3-1b1e-4cef-ace4-edaa54e1f810</podcast:guid>",
        "podcast-guid-version"
      ),
      VocabularyCase(
        "<podcast:updateFrequency rrule=\"FREQ=FORTNIGHTLY\">A</podcast:updateFrequency>",
        "podcast-recurrence-invalid"
      ),
      VocabularyCase(
        "<podcast:updateFrequency rrule=\"FREQ=WEEKLY;BYDAY=MO,WE\">A</podcast:updateFrequency>"
      ),
      VocabularyCase(
        "<podcast:updateFrequency dtstart=\"2099-01-01T00:00:00Z\" rrule=\"FREQ=DAILY;COUNT=3\">A"
          + "</podcast:updateFrequency>"
      ),
      VocabularyCase(
        "<podcast:liveItem status=\"live\" start=\"2099-01-01T00:00:00Z\"><title>L</title>"
          + "<podcast:contentLink href=\"https://example.org/live\"/></podcast:liveItem>"
      ),
      VocabularyCase(
        "<podcast:liveItem status=\"on\" start=\"2024-01-01T00:00:00Z\"><title>L</title></podcast:liveItem>",
        "element-missing",
        "podcast-word-unknown"
      ),
    ]
  )
  func channel(_ example: VocabularyCase) {
    #expect(broken(example.piece, "").sorted() == example.rules.sorted())
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
