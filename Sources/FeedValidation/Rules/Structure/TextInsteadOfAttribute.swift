extension Rule {
  static let textInsteadOfAttribute = Rule(
    id: "text-instead-of-attribute",
    severity: .error,
    formats: .xml,
    summary: "What belongs in an attribute does not stand in the element’s text",
    why: """
      Readers look for the attribute, and for no text: the picture, the file or the link is not \
      there for them.
      """,
    help: "Move the text into the attribute.",
    spec: "https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt",
    w3c: ["MissingAttribute", "MissingHref", "AtomLinkNotEmpty", "UnexpectedText"],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><enclosure url=\"https://example.org/a.mp3\" length=\"1\" type=\"audio/mpeg\"/>"
        )
      ],
      failing: [
        .rssItem("<title>One</title>↓<enclosure>https://example.org/a.mp3</enclosure>"),
        .atomEntry("↓<link>https://example.org/2</link>"),
        .rssItem(
          "<title>One</title>↓<itunes:image xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">https://example.org/a.png</itunes:image>"
        ),
      ]
    )
  )
}
