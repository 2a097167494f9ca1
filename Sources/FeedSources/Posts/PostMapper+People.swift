import FeedModel

/// The people of a post.
extension PostMapper {
  /// Reads authors: a name, a key of `people`, `Name <address>`, a mapping, or a list of these.
  func people(
    _ value: FieldValues.Value?,
    data: DataNode,
    path: String
  ) throws(SourceProblem) -> [Person] {
    guard let value else { return [] }
    switch value.node.value {
    case .sequence(let nodes):
      var people: [Person] = []
      for node in nodes {
        people.append(try person(node, of: value, path: path))
      }
      return people.uniqued()
    case .mapping:
      return [try person(value.node, of: value, path: path)]
    default:
      // A comma may be part of a name, but not where a generator says otherwise.
      let separator =
        rules.preset.tagSeparator == .commaOrSemicolon ? rules.preset.tagSeparator : .none
      var people = split(value.node.asString ?? "", under: value.key, by: separator)
        .map(person(named:)).uniqued()
      if people.count == 1 { complete(&people[0], from: data) }
      return people
    }
  }

  /// Docusaurus' and others' `author_url` beside `author`.
  private func complete(_ person: inout Person, from data: DataNode) {
    let url = person.url ?? first(["author_url", "authorURL"], in: data).map(rules.site.resolve)
    let avatar =
      person.avatar
      ?? first(["author_image_url", "authorImageURL"], in: data).map(rules.site.resolve)
    let email = person.email ?? first(["author_email"], in: data)
    person = Person(name: person.name, email: email, url: url, avatar: avatar)
  }

  private func person(
    _ node: DataNode,
    of value: FieldValues.Value,
    path: String
  ) throws(SourceProblem) -> Person {
    switch node.value {
    case .scalar(let text, _) where !node.isEmpty: return person(named: text.trimmingSpaces())
    case .mapping:
      if let person = person(described: node) { return person }
      throw lacking("name", value, node: node, path: path)
    default:
      throw wrongType(value, node: node, expected: "names or mappings with a name", path: path)
    }
  }

  private func person(described node: DataNode) -> Person? {
    let key = node["key"]?.asString
    let known = key.flatMap { rules.people[$0] }
    guard let name = first(["name"], in: node) ?? known?.name ?? key else { return nil }
    return Person(
      name: name,
      email: first(["email"], in: node) ?? known?.email,
      url: (first(["url", "uri", "link", "homepage", "website"], in: node))
        .map(rules.site.resolve) ?? known?.url,
      avatar: (first(["avatar", "image_url", "picture", "image"], in: node))
        .map(rules.site.resolve) ?? known?.avatar
    )
  }

  private func person(named name: String) -> Person {
    if let known = rules.people[name] { return known }
    // `jane@example.org (Jane Doe)`, as RSS writes people
    if name.utf8.last == UInt8(ascii: ")"), let bracket = name.firstIndex(of: "(") {
      let address = name[..<bracket].trimmingSpaces()
      let display = name[name.index(after: bracket)...].dropLast().trimmingSpaces()
      if address.contains(ascii: "@"), !address.contains(ascii: " "), !display.isEmpty {
        return Person(name: display, email: address)
      }
    }
    // `Jane Doe <jane@example.org>`
    if name.utf8.last == UInt8(ascii: ">"), let bracket = name.lastIndex(of: "<") {
      let address = name[name.index(after: bracket)...].dropLast()
      let display = name[..<bracket].trimmingSpaces()
      if address.contains(ascii: "@"), !display.isEmpty {
        return Person(name: display, email: String(address))
      }
    }
    return Person(name: name)
  }

  private func first(_ keys: [String], in node: DataNode) -> String? {
    for key in keys {
      if let text = node[key]?.asString, !text.isEmpty { return text }
    }
    return nil
  }
}
