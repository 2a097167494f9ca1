extension Rule {
  static let rdfItemUnlisted = Rule(
    id: "rdf-item-unlisted",
    severity: .info,
    formats: .rdf,
    summary: "Every item stands in the channel’s list of items",
    why: """
      RSS 1.0 says by the list which items belong to the channel and in which order; \
      RDF programs drop the others.
      """,
    help: "Add an rdf:li with the item’s rdf:about to the channel’s items.",
    spec: "https://web.resource.org/rss/1.0/spec#s5.3.5",
    w3c: [],
    examples: Examples(
      passing: [
        .document(
          "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://example.org/\"><title>T</title><link>https://example.org/</link><description>D</description><items><rdf:Seq><rdf:li rdf:resource=\"https://example.org/1\"/></rdf:Seq></items></channel><item rdf:about=\"https://example.org/1\"><title>One</title><link>https://example.org/1</link><dc:subject>Art</dc:subject></item></rdf:RDF>"
        )
      ],
      failing: [
        .document(
          "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://example.org/\"><title>T</title><link>https://example.org/</link><description>D</description><items><rdf:Seq><rdf:li rdf:resource=\"https://example.org/1\"/></rdf:Seq></items></channel><item rdf:about=\"https://example.org/1\"><title>One</title><link>https://example.org/1</link></item>↓<item rdf:about=\"https://example.org/2\"><title>Two</title><link>https://example.org/2</link></item></rdf:RDF>"
        )
      ]
    )
  )
}

/// Compares the list of items with the items, and sees that a list’s entries lead somewhere.
final class RDFItemUnlistedCheck: Check {
  let interests: [Interest] = [
    .element(Vocabularies.rdf, "li"), .role(.rdfItem), .role(.rdfItems), .role(.rdf),
  ]
  /// More than these are not remembered: a feed has no million items.
  private static let most = 100_000

  private var listed: Set<String> = []
  private var hasList = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    switch element.role {
    case .rdfItems:
      hasList = true
    case .rdfItem:
      guard hasList, !listed.isEmpty, listed.count < Self.most,
        let about = element.attribute("about", in: Vocabularies.rdf), !listed.contains(about.value)
      else { return }
      context.report(
        .rdfItemUnlisted,
        "\(element.qualifiedName) \(Excerpt.quote(about.value)) is not in the channel’s items",
        at: element
      )
    default:
      guard element.name == "li" else { return }
      let resource =
        element.attribute("resource", in: Vocabularies.rdf) ?? element.attribute("resource")
      if let resource {
        if listed.count < Self.most { listed.insert(resource.value) }
      } else {
        context.report(
          .attributeMissing,
          "\(element.qualifiedName) has no attribute rdf:resource",
          at: element,
          attribute: "rdf:resource"
        )
      }
    }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.role == .rdf, !element.children.contains(where: { $0.name == "channel" }) else {
      return
    }
    context.report(.elementMissing, "\(element.qualifiedName) has no channel", at: element)
  }
}
