extension Rule {
  static let entryDuplicate = Rule(
    id: "entry-duplicate",
    severity: .error,
    formats: .atom,
    summary: "Every entry has an id of its own",
    why: """
      Readers show one entry of those that share an id. Two versions of an entry may \
      stand in one feed if their dates differ, but few readers show that as such.
      """,
    help: "Give each entry an id of its own.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1",
    w3c: ["DuplicateEntries", "DuplicateIds", "DuplicateValue"],
    examples: Examples(
      passing: [
        .atomEntry("<content>Text</content>")
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><content>C</content></entry><entry>↓<id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><content>C</content></entry></feed>"
        )
      ]
    )
  )
}

/// Remembers a hash of each id.
final class EntryDuplicateCheck: Check {
  let interests: [Interest] = [.element(Vocabularies.atom, "id")]
  private var seen = SeenValues()

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.parentRole == .entry, !element.text.isEmpty,
      let first = seen.line(of: element.text, now: element.position.line)
    else { return }
    context.report(
      .entryDuplicate,
      "id is the same as that of line \(first): \(Excerpt.quote(element.text))",
      at: element
    )
  }
}
