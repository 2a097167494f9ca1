import FeedXML

extension Rule {
  static let attributeForeign = Rule(
    id: "attribute-foreign",
    severity: .info,
    formats: .rss,
    summary: "The elements of RSS have attributes of RSS only",
    why: """
      The specifications of RSS 2.0 differ: that of the RSS Advisory Board allows \
      attributes of other namespaces, that at Harvard does not, and neither do some \
      readers.
      """,
    help: """
      Leave the attribute out, or name https://www.rssboard.org/rss-specification in \
      docs.
      """,
    spec: "https://www.rssboard.org/rss-specification#extendingRss",
    w3c: ["UseOfExtensionAttr"],
    examples: Examples(
      passing: [
        .rssChannel(
          "<docs>https://www.rssboard.org/rss-specification</docs><category x:hint=\"y\" xmlns:x=\"https://example.org/ns\">a</category>"
        )
      ],
      failing: [
        .rssItem("<title ↓x:hint=\"y\" xmlns:x=\"https://example.org/ns\">One</title>")
      ]
    )
  )
}

/// Gathers such attributes until it is known which specification the feed follows.
final class AttributeForeignCheck: Check {
  let interests: [Interest] = [.namespace("")]
  private var found: [(element: ElementRecord, attribute: ElementRecord.Attribute)] = []
  private var followsBoard = false

  func start(_ element: ElementRecord, _ context: CheckContext) {
    for attribute in element.attributes where !attribute.namespace.isEmpty {
      guard attribute.namespace != XMLFeedChecker.xml, found.count < 20,
        KnownNamespaces.shared.entry(of: attribute.namespace) == nil
          || attribute.namespace.hasPrefix("http://www.w3.org/2001/XMLSchema")
      else { continue }
      found.append((element, attribute))
    }
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    if element.name == "docs", element.text.contains("rssboard.org") { followsBoard = true }
  }

  func finish(_ context: CheckContext) {
    guard !followsBoard else { return }
    for (element, attribute) in found {
      context.report(
        .attributeForeign,
        "\(element.qualifiedName) has \(attribute.qualifiedName), which is no attribute of RSS",
        at: element,
        position: attribute.namePosition,
        attribute: attribute.qualifiedName
      )
    }
  }
}
