extension Rule {
  static let rdfAboutDuplicate = Rule(
    id: "rdf-about-duplicate",
    severity: .error,
    formats: .rdf,
    summary: "Every item has a URI of its own",
    why: "In RDF two items of one URI are one: readers show one of them.",
    help: "Give each item the URI of its own page in rdf:about.",
    spec: "https://web.resource.org/rss/1.0/spec#s5.5",
    w3c: ["DuplicateValue"],
    examples: Examples(
      passing: [
        .document(
          "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://example.org/\"><title>T</title><link>https://example.org/</link><description>D</description><items><rdf:Seq><rdf:li rdf:resource=\"https://example.org/1\"/></rdf:Seq></items></channel><item rdf:about=\"https://example.org/1\"><title>One</title><link>https://example.org/1</link><dc:subject>Art</dc:subject></item></rdf:RDF>"
        )
      ],
      failing: [
        .document(
          "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://example.org/\"><title>T</title><link>https://example.org/</link><description>D</description><items><rdf:Seq><rdf:li rdf:resource=\"https://example.org/1\"/></rdf:Seq></items></channel><item rdf:about=\"https://example.org/1\"><title>One</title><link>https://example.org/1</link></item><item rdf:about=\"↓https://example.org/1\"><title>Two</title><link>https://example.org/1</link></item></rdf:RDF>"
        )
      ]
    )
  )
}

/// Remembers what is described.
final class RDFAboutDuplicateCheck: Check {
  let interests: [Interest] = [
    .role(.rdfChannel), .role(.rdfItem), .role(.image), .role(.textInput),
  ]
  private var seen = SeenValues()

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard let about = element.attribute("about", in: Vocabularies.rdf), !about.value.isEmpty,
      let line = seen.line(of: about.value, now: about.position.line)
    else { return }
    context.report(
      .rdfAboutDuplicate,
      "\(element.qualifiedName) is about \(Excerpt.quote(about.value)), as is that of line \(line)",
      at: element,
      position: about.position,
      attribute: about.qualifiedName
    )
  }
}
