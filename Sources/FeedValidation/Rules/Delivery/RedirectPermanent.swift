extension Rule {
  static let redirectPermanent = Rule(
    id: "redirect-permanent",
    severity: .info,
    formats: .all,
    summary: "A feed is looked for where it is",
    why: """
      Readers that follow such a redirect move on to the new address; others ask the old \
      one for ever.
      """,
    help: """
      Name the new address wherever the feed is linked, and keep the redirect.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-15.4.2",
    examples: Examples(
      passing: [
        .response(
          """
          Content-Type: application/atom+xml
          ETag: "1"
          """,
          #"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ],
      failing: [
        .response(
          """
          HTTP/1.1 301 Moved Permanently
          Location: https://example.org/feed.xml

          HTTP/1.1 200 OK
          Content-Type: application/atom+xml
          ETag: "1"
          """,
          #"↓<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ]
    )
  )
}
