import FeedModel

/// The values that tags may ask for and that follow from the post and the site's address alone.
struct TemplateValues {
  /// A value, and whether it begins an address, so that a path may follow it.
  struct Text {
    var text: String
    var isAddress = false
  }

  /// Longer values are no titles or addresses, and filters could make one of any length from them.
  private static let longestValue = 100_000

  let syntax: TemplateSyntax
  let site: SitePlaces
  let post: Post
  /// The front matter.
  let fields: DataNode?

  /// The value of an expression, if it is certain.
  func text(of expression: TemplateExpression) -> Text? {
    guard var value = text(of: expression.operand) else { return nil }
    for filter in expression.filters {
      guard let known = syntax.filters[filter.name], apply(known, filter.argument, to: &value),
        value.text.utf8.count <= Self.longestValue
      else { return nil }
    }
    return value
  }

  /// The value of a front matter key, if it is the same wherever it is written out: lists, dates and
  /// fractions depend on the template language.
  func field(_ path: String) -> String? {
    guard let fields,
      let node = fields[path: path] ?? fields.asMapping?.entry(ignoringCaseOf: path)?.node,
      let text = node.asString, text.utf8.count <= Self.longestValue
    else { return nil }
    switch node.typeName {
    case "text": return text
    case "true or false": return text == "true" || text == "false" ? text : nil
    case "a number": return Int(text).map(String.init) == text ? text : nil
    default: return nil
    }
  }

  private func text(of operand: TemplateExpression.Operand) -> Text? {
    switch operand {
    case .text(let text): return Text(text: text)
    case .name(let name):
      if let known = syntax.values[name] { return text(of: known) }
      guard let key = key(name) else { return nil }
      if let text = field(key) { return Text(text: text) }
      // Jekyll makes titles of files' names.
      return key == "title" && fields?["title"] == nil ? post.title.map { Text(text: $0) } : nil
    }
  }

  private func key(_ name: String) -> String? {
    guard let prefix = syntax.fieldPrefix else { return nil }
    guard !prefix.isEmpty else { return name }
    return name.hasPrefix(prefix + ".") ? String(name.dropFirst(prefix.count + 1)) : nil
  }

  private func text(of known: KnownValue) -> Text? {
    switch known {
    case .origin: Text(text: site.origin, isAddress: true)
    case .basePath: Text(text: site.basePath, isAddress: true)
    case .rootPath: Text(text: site.basePath + "/")
    case .site: Text(text: site.address, isAddress: true)
    case .pagePath: post.permalink.flatMap(site.path).map { Text(text: $0) }
    }
  }

  private func apply(
    _ filter: KnownFilter,
    _ argument: TemplateExpression.Operand?,
    to value: inout Text
  ) -> Bool {
    switch filter {
    case .identity: return argument == nil
    case .relativeAddress, .absoluteAddress:
      guard argument == nil, !value.text.isEmpty else { return false }
      if URI.isAbsolute(value.text) { return true }
      let path = value.text.hasPrefix("/") ? value.text : "/" + value.text
      value.text = (filter == .absoluteAddress ? site.address : site.basePath) + path
      return true
    case .prepend, .append:
      guard let other = argument.flatMap(text) else { return false }
      value.text = filter == .prepend ? other.text + value.text : value.text + other.text
      value.isAddress = filter == .append && other.isAddress
      return true
    }
  }
}
