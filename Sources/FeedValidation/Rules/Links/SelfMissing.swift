import FeedModel

extension Rule {
  static let selfMissing = Rule(
    id: "self-missing",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A feed says its own address",
    why: """
      Readers that were handed the document, not the address, cannot subscribe to it \
      otherwise, and WebSub needs it.
      """,
    help: """
      Add a link with rel=\"self\" and the address that the feed is published at (in \
      RSS atom:link).
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1",
    w3c: ["MissingSelf"],
    examples: Examples(
      passing: [
        .document(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><link rel=\"self\" href=\"https://example.org/feed.xml\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "↓<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><title>T</title><updated>2024-01-01T00:00:00Z</updated><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}

/// Looks at the feed's own links.
final class SelfMissingCheck: Check {
  let interests: [Interest] = [
    .role(.feed), .role(.channel), .element(Vocabularies.atom, "link"),
  ]
  private var hasSelf = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard element.name == "link", element.parentRole == .feed || element.parentRole == .channel,
      LinkRelation.short(element.attribute("rel")?.value ?? "") == "self",
      let address = element.attribute("href")
    else { return }
    hasSelf = true
    look(at: address, of: element, context)
    if let type = element.attribute("type"), !Self.isFeed(type.value) {
      context.report(
        .selfOfOtherType,
        "type of the link to itself is \(Excerpt.quote(type.value)), which is no feed's",
        at: element,
        position: type.position,
        attribute: "type"
      )
    }
  }

  private func look(
    at address: ElementRecord.Attribute,
    of element: ElementRecord,
    _ context: CheckContext
  ) {
    let resolved = element.resolve(address.value)
    guard URI.isAbsolute(resolved) else {
      context.report(
        Finding(
          rule: .selfRelative,
          message: "href of the link to itself is relative: \(Excerpt.quote(address.value))",
          position: address.position,
          element: element.qualifiedName,
          attribute: "href",
          replacement: absolute(resolved, context)
        )
      )
      return
    }
    guard context.settings.leads(to: resolved) == false else { return }
    context.report(
      .selfElsewhere,
      "the link to itself leads to \(resolved), \(context.settings.place(insteadOf: resolved))",
      at: element,
      position: address.position,
      attribute: "href"
    )
  }

  /// The whole address, where it leads back to the document.
  private func absolute(_ reference: String, _ context: CheckContext) -> String? {
    guard case .address(let location) = context.settings.location, let base = BaseURL(location)
    else {
      return nil
    }
    let address = base.resolve(reference)
    return context.settings.location.leads(to: address) == true ? address : nil
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    guard element.role == .feed || element.role == .channel, !hasSelf else { return }
    // Namespaces came with RSS 2.0.
    if case .rss(let version) = context.kind, version.hasPrefix("0.9") { return }
    context.report(.selfMissing, "\(element.name) has no link to itself", at: element)
  }

  private static func isFeed(_ type: String) -> Bool {
    let essence = type.lowercased().prefix { $0 != ";" && $0 != " " }
    return essence.hasSuffix("+xml") || essence.hasSuffix("/xml") || essence.hasSuffix("+json")
  }
}
