extension Rule {
  static let rdfMixedContent = Rule(
    id: "rdf-mixed-content",
    severity: .error,
    formats: .rdf,
    summary: "In RDF, text and elements do not stand side by side",
    why: """
      RSS 1.0 is RDF, where a property has either text or a resource. An RDF parser \
      refuses the whole feed.
      """,
    help: "Escape the markup, or say rdf:parseType=\"Literal\".",
    spec: "https://www.w3.org/TR/rdf-syntax-grammar/#section-Syntax-literals",
    w3c: ["InvalidRDF"],
    examples: Examples(
      passing: [
        .document(
          "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://example.org/\"><title>T</title><link>https://example.org/</link><description>D</description><items><rdf:Seq><rdf:li rdf:resource=\"https://example.org/1\"/></rdf:Seq></items></channel><item rdf:about=\"https://example.org/1\"><title>One</title><link>https://example.org/1</link><dc:subject>Art</dc:subject></item></rdf:RDF>"
        )
      ],
      failing: [
        .document(
          "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://example.org/\"><title>T</title><link>https://example.org/</link><description>D</description><items><rdf:Seq><rdf:li rdf:resource=\"https://example.org/1\"/></rdf:Seq></items></channel><item rdf:about=\"https://example.org/1\"><title>One</title><link>https://example.org/1</link><dc:subject>↓Art <cc:Work xmlns:cc=\"http://web.resource.org/cc/\"/></dc:subject></item></rdf:RDF>"
        )
      ]
    )
  )
}
