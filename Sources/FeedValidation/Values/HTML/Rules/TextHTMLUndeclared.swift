extension Rule {
  static let textHTMLUndeclared = Rule(
    id: "text-html-undeclared",
    severity: .warning,
    formats: [.rss, .rdf, .atom],
    summary: "Text that holds HTML says that it does",
    why: """
      Without type="html" it is plain text, and readers show its tags: “<b>One</b>”.
      """,
    help: """
      Add type="html" to the element, or remove the markup.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.1",
    w3c: ["ContainsUndeclaredHTML", "ContainsHTML"],
    examples: Examples(
      passing: [
        .atomEntry("<summary type=\"html\">&lt;b&gt;One&lt;/b&gt;</summary>"),
        .atomEntry("<summary>Where a &lt; b, use &lt;video&gt;</summary>"),
      ],
      failing: [
        .atomEntry("<summary>Number ↓&lt;b&gt;one&lt;/b&gt;</summary>"),
        .atomEntry("<rights type=\"text\">↓&amp;copy; 2024 Example</rights>"),
      ]
    )
  )
}
