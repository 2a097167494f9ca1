import FeedModel

extension Rule {
  static let sameDocumentReference = Rule(
    id: "same-document-reference",
    severity: .warning,
    formats: .atom,
    summary: "No link leads to the base itself",
    why: """
      Programs disagree whether such a reference means the document that it stands in \
      (RFC 2396) or the base (RFC 3986).
      """,
    help: "Write the whole address.",
    spec: "https://www.rfc-editor.org/rfc/rfc3986#section-4.4",
    w3c: ["SameDocumentReference"],
    examples: Examples(
      passing: [
        .atomEntry("<link rel=\"related\" href=\"https://example.org/2\"/>")
      ],
      failing: [
        .atomEntry("<link rel=\"related\" xml:base=\"https://example.org/base/\" href=\"↓.\"/>")
      ]
    )
  )
}

/// Resolves the relative references of links.
final class SameDocumentReferenceCheck: Check {
  let interests: [Interest] = [.element(Vocabularies.atom, "link")]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard let base = element.base, let address = element.attribute("href"),
      !URI.isAbsolute(address.value), isSame(element.resolve(address.value), base),
      context.settings.location.leads(to: base) != true
    else { return }
    context.report(
      .sameDocumentReference,
      "href \(Excerpt.quote(address.value)) leads to the base itself, \(base)",
      at: element,
      position: address.position,
      attribute: "href"
    )
  }

  /// Whether two addresses are of one document, whatever part of it they name.
  private func isSame(_ one: String, _ other: String) -> Bool {
    one.prefix { $0 != "#" } == other.prefix { $0 != "#" }
  }
}
