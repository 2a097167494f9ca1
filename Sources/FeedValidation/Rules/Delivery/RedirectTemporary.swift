extension Rule {
  static let redirectTemporary = Rule(
    id: "redirect-temporary",
    severity: .info,
    formats: .all,
    summary: "A redirect that is meant to last says so",
    why: """
      Readers keep the old address and ask there first each time. When the redirect ends, \
      so does the feed.
      """,
    help: "If the feed has moved for good, redirect with 301 or 308.",
    spec: "https://www.rfc-editor.org/rfc/rfc9110#section-15.4.3",
    w3c: ["TempRedirect"],
    examples: Examples(
      passing: [
        .response(
          """
          HTTP/1.1 308 Permanent Redirect
          Location: https://example.org/feed.xml

          HTTP/1.1 200 OK
          Content-Type: application/atom+xml
          ETag: "1"
          """,
          #"<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel="self" href="https://example.org/feed.xml"/><author><name>A</name></author></feed>"#
        )
      ],
      failing: [
        .response(
          """
          HTTP/1.1 302 Found
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
