import FeedXML

extension Rule {
  static let authorMissing = Rule(
    id: "author-missing",
    severity: .error,
    formats: .atom,
    summary: "An entry has an author, or its source or feed has one",
    why: """
      Readers show who wrote an entry, above all where entries of several feeds are \
      mixed.
      """,
    help: "Add an author with a name to the feed, or to each entry.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2",
    w3c: ["MissingElement"],
    examples: Examples(
      passing: [
        .atomFeed("<author><name>A</name></author>")
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/>↓<entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><content>C</content></entry></feed>"
        )
      ]
    )
  )
}

/// Gathers entries without an author until the feed's end, where its own author may still come.
final class AuthorMissingCheck: Check {
  let interests: [Interest] = [.role(.entry), .role(.source), .role(.feed)]
  private var lacking: [(position: SourcePosition, ordinal: Int)] = []
  private var sourceHasAuthor = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .entry { sourceHasAuthor = false }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    switch element.role {
    case .source:
      sourceHasAuthor = element.has("author")
    case .entry:
      guard !element.has("author"), !sourceHasAuthor, lacking.count < Findings.mostOfARule else {
        return
      }
      if element.parentRole == .document {
        report(element.position, 1, "/entry", context)
      } else {
        lacking.append((element.position, (context.entryIndex ?? 0) + 1))
      }
    default:
      guard !element.has("author") else { return }
      for entry in lacking {
        report(entry.position, entry.ordinal, "/feed/entry[\(entry.ordinal)]", context)
      }
    }
  }

  private func report(
    _ position: SourcePosition,
    _ ordinal: Int,
    _ path: String,
    _ context: CheckContext
  ) {
    context.report(
      Finding(
        rule: .authorMissing,
        message: "entry has no author, and neither has its feed",
        position: position,
        element: "author",
        path: path
      )
    )
  }
}
