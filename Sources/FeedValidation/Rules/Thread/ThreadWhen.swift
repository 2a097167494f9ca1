extension Rule {
  static let threadWhen = Rule(
    id: "thread-when",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The time of the last reply is thr:updated",
    why: """
      A draft of the threading extension called it thr:when; no reader looks for that.
      """,
    help: "Write thr:updated.",
    spec: "https://www.rfc-editor.org/rfc/rfc4685#section-4",
    w3c: ["NoThrWhen", "UndefinedElement"],
    examples: Examples(
      passing: [
        .atomEntry(
          "<link rel=\"replies\" href=\"https://example.org/1/replies\" thr:updated=\"2024-01-01T00:00:00Z\" xmlns:thr=\"http://purl.org/syndication/thread/1.0\"/>"
        )
      ],
      failing: [
        .atomEntry(
          "<link rel=\"replies\" href=\"https://example.org/1/replies\" ↓thr:when=\"2024-01-01T00:00:00Z\" xmlns:thr=\"http://purl.org/syndication/thread/1.0\"/>"
        )
      ]
    )
  )
}

/// Looks at what links say of replies.
final class ThreadWhenCheck: Check {
  let interests: [Interest] = [.element(Vocabularies.atom, "link")]
  private static let thread = "http://purl.org/syndication/thread/1.0"

  func start(_ element: ElementRecord, _ context: CheckContext) {
    if let when = element.attribute("when", in: Self.thread) {
      context.report(
        .threadWhen,
        "\(element.qualifiedName) has \(when.qualifiedName), which is now called thr:updated",
        at: element,
        position: when.namePosition,
        attribute: when.qualifiedName
      )
    }
    guard element.attribute("rel").map({ LinkRelation.short($0.value) }) != "replies" else {
      return
    }
    for name in ["count", "updated"] {
      guard let attribute = element.attribute(name, in: Self.thread) else { continue }
      context.report(
        .attributeUnexpected,
        "\(attribute.qualifiedName) says something of replies, and this link does not lead to them",
        at: element,
        position: attribute.namePosition,
        attribute: attribute.qualifiedName,
        help: "Write rel=\"replies\" if the link leads to replies."
      )
    }
  }
}
