extension Rule {
  static let updatedDuplicate = Rule(
    id: "updated-duplicate",
    severity: .info,
    formats: .atom,
    summary: "Entries differ in when they were updated",
    why: """
      Readers sort by updated. Entries that share it are shown in an order of the reader’s own; \
      and a date that many entries share is often that of a build, not of a change.
      """,
    help: "Give each entry the time at which it was changed last.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1",
    w3c: ["DuplicateUpdated"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><content>C</content></entry><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6b</id><title>E</title><updated>2024-01-02T00:00:00Z</updated><content>C</content></entry></feed>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><content>C</content></entry><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6b</id><title>E</title>↓<updated>2024-01-01T00:00:00Z</updated><content>C</content></entry></feed>"
        )
      ]
    )
  )
}

/// Remembers a hash of each date, and tells of the first that is there again.
final class UpdatedDuplicateCheck: Check {
  let interests: [Interest] = [.element(Vocabularies.atom, "updated")]
  private var seen = SeenValues()
  private var isTold = false

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard !isTold, element.parentRole == .entry, !element.text.isEmpty,
      let first = seen.line(of: element.text, now: element.position.line)
    else { return }
    isTold = true
    context.report(
      .updatedDuplicate,
      "updated is the same as that of line \(first): \(Excerpt.quote(element.text))",
      at: element
    )
  }
}
