extension Rule {
  static let textMarkupAmbiguous = Rule(
    id: "text-markup-ambiguous",
    severity: .warning,
    formats: .rss,
    summary: "Plain text of RSS has nothing that could be taken for markup",
    why: """
      RSS does not say whether a title is HTML. Readers that take it for HTML drop “<video>” \
      from “The <video> element”; of all ways to write it, hexadecimal references reach most \
      readers unharmed.
      """,
    help: "Write &#x3C; for < and &#x26; for &, or choose other words.",
    spec: "https://www.rssboard.org/rss-profile#data-types-characterdata",
    w3c: ["CharacterData", "ContainsHTML"],
    examples: Examples(
      passing: [
        .rssItem("<title>1 &lt; 2, and I &lt;3 you</title>")
      ],
      failing: [
        .rssItem("<title>The ↓&lt;video&gt; element</title>")
      ]
    )
  )
}
