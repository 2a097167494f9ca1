import FeedFormats
import FeedModel

/// A value as lines of `name: value`, nothing and empty things left out.
func dumped(_ value: Any, indent: Int = 0) -> String {
  let space = String(repeating: "  ", count: indent)
  var text = ""
  for child in Mirror(reflecting: value).children {
    guard let value = unwrapped(child.value) else { continue }
    let label = child.label.map { "\(space)\($0)" } ?? "\(space)-"
    if let simple = simple(value) {
      if !simple.isEmpty { text += "\(label): \(simple)\n" }
    } else {
      let inner = dumped(value, indent: indent + 1)
      if !inner.isEmpty { text += "\(label):\n\(inner)" }
    }
  }
  return text
}

private func unwrapped(_ value: Any) -> Any? {
  let mirror = Mirror(reflecting: value)
  guard mirror.displayStyle == .optional else { return value }
  return mirror.children.first.flatMap { unwrapped($0.value) }
}

/// A value that stands on one line; nil for structures.
private func simple(_ value: Any) -> String? {
  switch value {
  case let text as String: return text.replacing("\n", with: "\\n")
  case let flag as Bool: return flag ? "true" : ""
  case let date as Timestamp: return date.description
  case let number as any Numeric: return "\(number)"
  case let word as any RawRepresentable: return "\(word.rawValue)"
  case is Extensions: return nil
  default: return Mirror(reflecting: value).children.isEmpty && !(value is [Any]) ? "\(value)" : nil
  }
}

/// A document as a reader saw it: the kind, the feed, the posts, the notes.
func dumped(_ result: FeedReadResult, _ posts: [Post]) -> String {
  var text = "\(result.kind.name)\(result.isComplete ? "" : ", incomplete")\n\nfeed\n"
  text += dumped(result.feed, indent: 1)
  for (index, post) in posts.enumerated() { text += "\npost \(index)\n" + dumped(post, indent: 1) }
  if !result.notes.isEmpty { text += "\nnotes\n" }
  for note in result.notes {
    text += "  \(note.kind.rawValue)\(note.entryIndex.map { " \($0)" } ?? "") \(note)\n"
  }
  return text
}
