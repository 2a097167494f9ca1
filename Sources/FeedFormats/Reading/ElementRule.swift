import FeedModel
import FeedXML

/// How a child of a channel, feed, item or entry is read: a line of the mapping table.
struct ElementRule<Target: Draft>: Sendable {
  /// What stands in an element.
  enum Content: Sendable {
    /// Text, or children that are read by name.
    case elements
    /// Text in which markup may stand unescaped, which is made HTML.
    case markup
  }

  /// The namespace; none for RSS's own elements.
  let namespace: XMLNamespace?
  /// The element's name, then what else it is called.
  let names: [String]
  let content: Content
  let read: @Sendable (FeedElement, Target) -> Void

  /// Reads an element of text, attributes and children.
  static func element(
    _ names: String...,
    in namespace: XMLNamespace? = nil,
    read: @escaping @Sendable (FeedElement, Target) -> Void
  ) -> ElementRule {
    ElementRule(namespace: namespace, names: names, content: .elements, read: read)
  }

  /// Reads an element in which markup may stand.
  static func markup(
    _ names: String...,
    in namespace: XMLNamespace? = nil,
    read: @escaping @Sendable (FeedElement, Target) -> Void
  ) -> ElementRule {
    ElementRule(namespace: namespace, names: names, content: .markup, read: read)
  }
}

/// Rules by name.
struct ElementTable<Target: Draft>: Sendable {
  private struct Key: Hashable {
    var namespace: String
    var name: String
  }

  let rules: [ElementRule<Target>]
  private let byName: [Key: Int]

  init(_ rules: [ElementRule<Target>]...) {
    self.rules = rules.flatMap { $0 }
    var byName: [Key: Int] = [:]
    for (number, rule) in self.rules.enumerated() {
      for name in rule.names {
        let key = Key(namespace: rule.namespace?.uri ?? "", name: name.lowercased())
        // The first that claims a name has it.
        if byName[key] == nil { byName[key] = number }
      }
    }
    self.byName = byName
  }

  /// The rule for a name in lower case.
  func rule(_ name: String, in namespace: XMLNamespace) -> Int? {
    byName[Key(namespace: namespace.uri, name: name)]
  }
}
