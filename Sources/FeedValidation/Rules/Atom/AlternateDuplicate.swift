extension Rule {
  static let alternateDuplicate = Rule(
    id: "alternate-duplicate",
    severity: .error,
    formats: .atom,
    summary: "Links to the page differ in type or language",
    why: "Readers take one of two equal alternates, and not the same one.",
    help: """
      Keep one link with rel=\"alternate\" for each type and language; for others \
      there is rel=\"related\".
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2",
    w3c: ["DuplicateAtomLink"],
    examples: Examples(
      passing: [
        .atomEntry(
          "<link href=\"https://example.org/1\" hreflang=\"en\"/><link href=\"https://example.org/de/1\" hreflang=\"de\"/>"
        )
      ],
      failing: [
        .atomEntry("<link href=\"https://example.org/1\"/>↓<link href=\"https://example.org/2\"/>")
      ]
    )
  )
}

/// Remembers the kinds of links of the feed and of the entry at hand. Of `self`, too, there should be
/// one of a kind.
final class AlternateDuplicateCheck: Check {
  let interests: [Interest] = [
    .role(.entry), .role(.source), .element(Vocabularies.atom, "link"),
  ]
  private var seen: [Role: Set<String>] = [:]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.name == "link" else {
      seen[element.role] = []
      return
    }
    let rel = LinkRelation.short(element.attribute("rel")?.value ?? "alternate")
    let isUnique = rel == "alternate" || (rel == "self" && element.parentRole != .entry)
    // One without an address is told of as that.
    guard isUnique, element.attribute("href") != nil else { return }
    let type = element.attribute("type")?.value.lowercased() ?? ""
    let language = element.attribute("hreflang")?.value.lowercased() ?? ""
    let isNew = seen[element.parentRole, default: []].insert("\(rel) \(type) \(language)").inserted
    guard !isNew else { return }
    context.report(
      .alternateDuplicate,
      "\(element.parentName) has a second link with rel \(rel) of the same type and language",
      at: element
    )
  }
}
