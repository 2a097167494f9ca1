import FeedModel
import FeedSources

/// A mapping of `tidings.yml`, read key by key, with errors that name the place and the nearest key.
struct ConfigurationMapping {
  let mapping: DataMapping
  let position: DataPosition
  /// What the mapping is, for messages: `site`, `feeds[2]`; empty at the top.
  let name: String
  let path: String

  /// Takes a node as a mapping with the keys given and no others.
  init(
    _ node: DataNode,
    name: String,
    path: String,
    keys: [String]
  ) throws(SourceProblem) {
    guard case .mapping(let mapping) = node.value else {
      throw SourceProblem(
        path: path,
        line: node.position.line,
        column: node.position.column,
        message:
          "\(name.isEmpty ? "the configuration" : name) must be a mapping, not \(node.typeName)",
        help: "its keys are \(keys.joined(separator: ", "))"
      )
    }
    for entry in mapping.entries where !keys.contains(entry.key) {
      let nearest = NearestWord.to(entry.key, among: keys)
      throw SourceProblem(
        path: path,
        line: entry.keyPosition.line,
        column: entry.keyPosition.column,
        message: "unknown key `\(entry.key)`\(name.isEmpty ? "" : " in \(name)")",
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "known keys: \(keys.joined(separator: ", "))"
      )
    }
    self.mapping = mapping
    position = node.position
    self.name = name
    self.path = path
  }

  /// The value of a key, nil when it is missing or null.
  subscript(key: String) -> DataNode? {
    guard let node = mapping[key], !node.isNull else { return nil }
    return node
  }

  /// A text.
  func text(_ key: String) throws(SourceProblem) -> String? {
    guard let node = self[key] else { return nil }
    guard let text = node.asString else { throw wrongType(key, node, expected: "text") }
    return text
  }

  /// A text or a list of texts.
  func texts(_ key: String) throws(SourceProblem) -> [String]? {
    guard let node = self[key] else { return nil }
    guard let texts = node.asStringList else {
      throw wrongType(key, node, expected: "a text or a list of texts")
    }
    return texts
  }

  /// True or false.
  func flag(_ key: String) throws(SourceProblem) -> Bool? {
    guard let node = self[key] else { return nil }
    guard let flag = node.asBool else { throw wrongType(key, node, expected: "true or false") }
    return flag
  }

  /// A whole number in a range.
  func integer(_ key: String, in range: ClosedRange<Int>) throws(SourceProblem) -> Int? {
    guard let node = self[key] else { return nil }
    guard let number = node.asInt, range.contains(number) else {
      let upTo =
        range.upperBound == .max
        ? "from \(range.lowerBound) on" : "\(range.lowerBound) to \(range.upperBound)"
      throw wrongType(key, node, expected: "a whole number, \(upTo)")
    }
    return number
  }

  /// One of several words.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String,
    of type: Choice.Type
  ) throws(SourceProblem) -> Choice? {
    guard let node = self[key] else { return nil }
    let words = Choice.allCases.map(\.rawValue)
    guard let text = node.asString, let choice = Choice(rawValue: text) else {
      let nearest = node.asString.flatMap { NearestWord.to($0, among: words) }
      throw problem(
        at: node,
        "\(key) must be \(words.joined(separator: ", "))",
        help: nearest.map { "did you mean `\($0)`?" }
      )
    }
    return choice
  }

  /// A list, also of one.
  func list(_ key: String) -> [DataNode] {
    guard let node = self[key] else { return [] }
    return node.asSequence ?? [node]
  }

  /// A problem with the value of a key.
  func wrongType(_ key: String, _ node: DataNode, expected: String) -> SourceProblem {
    problem(at: node, "\(key) must be \(expected), not \(shown(node))")
  }

  /// A problem at a node.
  func problem(at node: DataNode, _ message: String, help: String? = nil) -> SourceProblem {
    SourceProblem(
      path: path,
      line: node.position.line,
      column: node.position.column,
      message: message,
      help: help
    )
  }

  private func shown(_ node: DataNode) -> String {
    guard let text = node.asString, text.utf8.count < 40 else { return node.typeName }
    return "\"\(text)\""
  }
}
