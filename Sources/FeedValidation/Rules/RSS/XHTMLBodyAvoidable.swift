extension Rule {
  static let xhtmlBodyAvoidable = Rule(
    id: "xhtml-body-avoidable",
    severity: .warning,
    formats: .rss,
    summary: "The whole text of an item stands in content:encoded or description",
    why: """
      Few readers know xhtml:body or atom:content in RSS. Those that do have the text twice, and \
      differ in which they show.
      """,
    help: "Write the text into content:encoded as escaped HTML.",
    spec: "https://www.rssboard.org/rss-profile#namespace-elements-content-encoded",
    w3c: ["DuplicateDescriptionSemantics"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><description>Text</description>")
      ],
      failing: [
        .rssItem(
          "<title>One</title><description>Text</description>↓<body xmlns=\"http://www.w3.org/1999/xhtml\"><p>Text</p></body>"
        )
      ]
    )
  )
}

/// Looks for the elements.
final class XHTMLBodyAvoidableCheck: Check {
  let interests: [Interest] = [
    .element(Vocabularies.xhtml, "body"), .element(Vocabularies.atom, "content"),
  ]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    // With a src it is another representation, as an enclosure is.
    guard element.parentRole == .item, element.attribute("src") == nil else { return }
    context.report(
      .xhtmlBodyAvoidable,
      "\(element.parentName) has its text in \(element.qualifiedName), which few readers know",
      at: element
    )
  }
}
