extension Rule {
  static let htmlActive = Rule(
    id: "html-active-element",
    severity: .warning,
    formats: [.rss, .rdf, .atom, .jsonFeed],
    summary: "HTML in a feed has no element that runs code",
    why: """
      Entries of many sites share one page in a reader, so what runs code, loads a program or \
      changes the page is removed, often with all that is in it. Some readers refuse the \
      entry.
      """,
    help: """
      Leave the element out. For a player or a gallery put a link or a picture in its place.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-8.1",
    w3c: ["SecurityRisk"],
    examples: Examples(
      passing: [
        .rssItem(#"<title>One</title><description><![CDATA[<p>One</p>]]></description>"#)
      ],
      failing: [
        .rssItem(
          #"<title>One</title><description><![CDATA[<p>One</p>↓<script src="https://example.org/a.js"></script>]]></description>"#
        ),
        .atomEntry(
          #"<summary type="html"><![CDATA[↓<object data="https://example.org/a.swf"></object>]]></summary>"#
        ),
        .atomEntry(
          #"<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p>↓<script>go()</script></div></summary>"#
        ),
      ]
    )
  )
}
