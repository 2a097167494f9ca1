extension Rule {
  static let blinkUndefined = Rule(
    id: "blink-undefined",
    severity: .error,
    formats: .rss,
    summary: "RSS has no element blink",
    why: """
      It was dropped before RSS 2.0; the blogs that an author reads go into the blogChannel \
      module’s blink. Readers pass over it.
      """,
    help: """
      Write blogChannel:blink and declare its namespace, \
      http://backend.userland.com/blogChannelModule.
      """,
    spec: "https://www.rssboard.org/rss-specification#extendingRss",
    w3c: ["NoBlink", "UndefinedElement"],
    examples: Examples(
      passing: [
        .rssChannel(
          #"<blogChannel:blink xmlns:blogChannel="http://backend.userland.com/blogChannelModule">https://example.org/</blogChannel:blink>"#
        )
      ],
      failing: [
        .rssChannel("↓<blink>https://example.org/</blink>")
      ]
    )
  )
}
