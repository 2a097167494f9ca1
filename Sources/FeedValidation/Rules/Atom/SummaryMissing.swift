extension Rule {
  static let summaryMissing = Rule(
    id: "summary-missing",
    severity: .error,
    formats: .atom,
    summary: "An entry whose content is elsewhere or Base64 has a summary",
    why: "Readers cannot show such content, and have nothing else.",
    help: "Add a summary.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1.1",
    w3c: ["MissingSummary", "MissingTextualContent"],
    examples: Examples(
      passing: [
        .atomEntry(
          "<summary>S</summary><content src=\"https://example.org/a.mp3\" type=\"audio/mpeg\"/>"
        )
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author>↓<entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><link href=\"https://example.org/1\"/><content src=\"https://example.org/a.mp3\" type=\"audio/mpeg\"/></entry></feed>"
        )
      ]
    )
  )
}

extension Rule {
  static let textMissing = Rule(
    id: "text-missing",
    severity: .info,
    formats: .atom,
    summary: "An entry has a summary or content",
    why: "Readers show no more than the title.",
    help: "Add a summary, be it of one sentence.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1.1",
    w3c: ["MissingTextualContent"],
    examples: Examples(
      passing: [
        .atomEntry("<summary>S</summary>")
      ],
      failing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author>↓<entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title>E</title><updated>2024-01-01T00:00:00Z</updated><link href=\"https://example.org/1\"/></entry></feed>"
        )
      ]
    )
  )
}

/// Looks at an entry's end what a reader could show of it.
final class SummaryMissingCheck: Check {
  let interests: [Interest] = [.role(.entry), .element(Vocabularies.atom, "content")]
  private var isUnreadable = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if element.role == .entry {
      isUnreadable = false
    } else if element.parentRole == .entry {
      let construct = TextConstruct(
        contentType: element.attribute("type")?.value ?? "",
        isExternal: element.attribute("src") != nil
      )
      isUnreadable = construct.kind == .external || construct.kind == .base64
    }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.role == .entry, !element.has("summary") else { return }
    if isUnreadable {
      context.report(
        .summaryMissing,
        "entry has no summary, although its content is not text",
        at: element
      )
    } else if !element.has("content") {
      context.report(.textMissing, "entry has neither summary nor content", at: element)
    }
  }
}
