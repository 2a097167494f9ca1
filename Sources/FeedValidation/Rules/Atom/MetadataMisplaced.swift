extension Rule {
  static let metadataMisplaced = Rule(
    id: "metadata-misplaced",
    severity: .info,
    formats: .atom,
    summary: "What describes the feed comes before its entries",
    why: """
      Atom gives the order no meaning, but programs that take a feed as it arrives \
      have shown the entries by then.
      """,
    help: "Move the entries to the end of the feed.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1",
    w3c: ["MisplacedMetadata"],
    examples: Examples(
      passing: [
        .atomFeed("<rights>Mine</rights>")
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><content>C</content></entry>↓<author><name>A</name></author></feed>"
        )
      ]
    )
  )
}

/// Looks for elements of the feed behind its first entry.
final class MetadataMisplacedCheck: Check {
  let interests: [Interest] = [.namespace(Vocabularies.atom)]
  private var hasEntry = false
  private var isTold = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.parentRole == .feed, !isTold else { return }
    if element.role == .entry {
      hasEntry = true
    } else if hasEntry {
      isTold = true
      context.report(.metadataMisplaced, "\(element.name) comes after entries", at: element)
    }
  }
}
