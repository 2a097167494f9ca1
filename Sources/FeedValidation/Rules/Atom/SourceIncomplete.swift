extension Rule {
  static let sourceIncomplete = Rule(
    id: "source-incomplete",
    severity: .warning,
    formats: .atom,
    summary: "The source of an entry has the id, the title and the date of its feed",
    why: """
      Readers tell by them which feed an entry came from; an entry without is shown as \
      this feed’s own.
      """,
    help: "Copy id, title and updated from the feed that the entry came from.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.11",
    w3c: ["MissingSourceElement"],
    examples: Examples(
      passing: [
        .atomEntry(
          "<source><id>urn:uuid:0ba76c80-d399-11d9-b93c-0003939e0af6</id><title>Other</title><updated>2024-01-01T00:00:00Z</updated></source>"
        )
      ],
      failing: [
        .atomEntry(
          "↓<source><id>urn:uuid:0ba76c80-d399-11d9-b93c-0003939e0af6</id><title>Other</title></source>"
        )
      ]
    )
  )
}

/// Looks at the ends of sources.
final class SourceIncompleteCheck: Check {
  let interests: [Interest] = [.element(Vocabularies.atom, "source")]

  func end(_ element: ElementRecord, _ context: CheckContext) {
    for name in ["id", "title", "updated"] where !element.has(name) {
      context.report(
        .sourceIncomplete,
        "\(element.qualifiedName) has no \(name)",
        at: element
      )
    }
  }
}
