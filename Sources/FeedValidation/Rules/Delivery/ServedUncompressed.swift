extension Rule {
  static let servedUncompressed = Rule(
    id: "served-uncompressed",
    severity: .info,
    formats: .all,
    summary: "A feed is compressed on its way",
    why: "Feeds shrink to a fifth or less, and readers fetch them every hour.",
    help: "Have the server compress the types of feeds with gzip.",
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-8.4",
    w3c: ["Uncompressed"],
    examples: Examples(
      passing: [
        .response(
          """
          Content-Type: application/atom+xml
          Content-Encoding: gzip
          ETag: "1"
          """,
          #"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ],
      failing: [
        .response(
          """
          Content-Type: application/rss+xml
          ETag: "1"
          """,
          """
          ↓<rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description><language>en</language>
          <item><title>Six ways to measure a river</title><link>https://example.org/six-ways/</link><guid>https://example.org/six-ways/</guid></item>
          <item><title>The gauge at the bridge</title><link>https://example.org/gauge/</link><guid>https://example.org/gauge/</guid></item>
          <item><title>What the mill wheel knew</title><link>https://example.org/mill-wheel/</link><guid>https://example.org/mill-wheel/</guid></item>
          <item><title>A winter of low water</title><link>https://example.org/low-water/</link><guid>https://example.org/low-water/</guid></item>
          <item><title>Counting eels by night</title><link>https://example.org/eels/</link><guid>https://example.org/eels/</guid></item>
          <item><title>The flood of the other century</title><link>https://example.org/flood/</link><guid>https://example.org/flood/</guid></item>
          <item><title>Why the weir was moved</title><link>https://example.org/weir/</link><guid>https://example.org/weir/</guid></item>
          <item><title>Letters to the water board</title><link>https://example.org/letters/</link><guid>https://example.org/letters/</guid></item>
          <item><title>Stones, silt and other news</title><link>https://example.org/stones/</link><guid>https://example.org/stones/</guid></item>
          </channel></rss>
          """
        )
      ]
    )
  )
}
