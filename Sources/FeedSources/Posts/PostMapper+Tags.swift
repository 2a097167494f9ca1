import FeedModel

/// The subjects of a post.
extension PostMapper {
  /// Tags and categories, without doubles and without those that only sort pages.
  func tags(_ values: FieldValues, path: String) throws(SourceProblem) -> [Tag] {
    var terms = try names(values[.tags], path: path)
    terms += try categories(values, path: path)
    let structural = rules.preset.structuralTags
    if !structural.isEmpty { terms.removeAll { structural.contains($0) } }
    return terms.uniqued().map { Tag($0) }
  }

  /// The categories alone, which may be part of the address.
  func categories(_ values: FieldValues, path: String) throws(SourceProblem) -> [String] {
    try names(values[.categories], path: path)
  }

  private func names(_ value: FieldValues.Value?, path: String) throws(SourceProblem) -> [String] {
    guard let value else { return [] }
    if case .scalar(let text, _) = value.node.value {
      return split(text, under: value.key, by: rules.preset.tagSeparator)
    }
    guard case .sequence = value.node.value else {
      throw wrongType(value, expected: "a list of texts", path: path)
    }
    var names: [String] = []
    try add(value.node, of: value, to: &names, path: path)
    return names
  }

  /// Hexo's categories may be lists of lists, Docusaurus' tags mappings with a label.
  private func add(
    _ node: DataNode,
    of value: FieldValues.Value,
    to names: inout [String],
    path: String
  ) throws(SourceProblem) {
    switch node.value {
    case .null: break
    case .sequence(let nodes):
      for node in nodes { try add(node, of: value, to: &names, path: path) }
    case .scalar(let text, _):
      let name = text.trimmingSpaces()
      if !name.isEmpty { names.append(name) }
    case .mapping:
      guard let name = node["label"]?.asString ?? node["name"]?.asString else {
        throw wrongType(value, node: node, expected: "a list of texts", path: path)
      }
      let trimmed = name.trimmingSpaces()
      if !trimmed.isEmpty { names.append(trimmed) }
    }
  }

  /// A text as a list: cut at the separators, trimmed, without empty parts.
  func split(_ text: String, under key: String, by separator: Preset.TagSeparator) -> [String] {
    let isOne =
      separator == .none
      || !rules.preset.singularKeys.isEmpty
        && rules.preset.singularKeys.contains(key.lowercased())
    guard !isOne else {
      let name = text.trimmingSpaces()
      return name.isEmpty ? [] : [name]
    }
    let semicolon = UInt8(ascii: ";")
    let comma = separator == .commaOrSemicolon && text.utf8.contains(semicolon) ? semicolon : 0x2C
    let space: UInt8 = separator == .space ? 0x20 : comma
    return text.utf8.split { $0 == comma || $0 == space }.map { Substring($0).trimmingSpaces() }
      .filter { !$0.isEmpty }
  }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  func uniqued() -> [Element] {
    guard count > 1 else { return self }
    // Below that, comparing costs less than hashing.
    guard count > 12 else {
      var kept: [Element] = []
      for element in self where !kept.contains(element) { kept.append(element) }
      return kept
    }
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
