extension Rule {
  static let contentOrAlternateMissing = Rule(
    id: "content-or-alternate-missing",
    severity: .error,
    formats: .atom,
    summary: "An entry has content or a link to its page",
    why: "Without either there is nothing to read.",
    help: "Add content, or a link with rel=\"alternate\".",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2",
    w3c: ["MissingContentOrAlternate", "MissingElement"],
    examples: Examples(
      passing: [
        .atomEntry("<content>Text</content>")
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author>↓<entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><summary>S</summary></entry></feed>"
        )
      ]
    )
  )
}

/// Looks at an entry's end what it has.
final class ContentOrAlternateMissingCheck: Check {
  let interests: [Interest] = [.role(.entry), .element(Vocabularies.atom, "link")]
  private var hasAlternate = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .entry {
      hasAlternate = false
    } else if element.parentRole == .entry {
      let rel = element.attribute("rel")?.value ?? "alternate"
      if LinkRelation.short(rel) == "alternate" { hasAlternate = true }
    }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.role == .entry, !hasAlternate, !element.has("content") else { return }
    context.report(
      .contentOrAlternateMissing,
      "entry has neither content nor a link to its page",
      at: element
    )
  }
}
