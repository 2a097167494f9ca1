/// `[text]({filename}post.md)` and `[text](@/blog/post.md)`.
extension TemplateScanner {
  /// Takes the address at the position, if it begins with one of the syntax's prefixes.
  mutating func takeAddress() -> Bool {
    guard !syntax.linkPrefixes.isEmpty, position > 0 else { return false }
    let before = bytes[position - 1]
    guard
      before == UInt8(ascii: "(") || before == UInt8(ascii: "<") || isInQuotes
        || isInDefinition
    else { return false }
    for prefix in syntax.linkPrefixes where bytes.has(prefix.text.utf8, at: position) {
      let first = position + prefix.text.utf8.count
      let end = endOfAddress(from: first, openedBy: before)
      guard end > first || prefix.meaning == .home else { return false }
      add(
        TemplateTag(
          form: .address(prefix.meaning),
          range: position..<end,
          name: prefix.text,
          arguments: first..<end
        )
      )
      return true
    }
    return false
  }

  /// An attribute's value: `="…`.
  private var isInQuotes: Bool {
    position >= 2 && bytes[position - 2] == UInt8(ascii: "=")
      && (bytes[position - 1] == UInt8(ascii: "\"") || bytes[position - 1] == UInt8(ascii: "'"))
  }

  /// `[name]: address`.
  private var isInDefinition: Bool {
    position >= 3 && bytes[position - 1] == UInt8(ascii: " ") && bytes.has("]:", at: position - 3)
  }

  private func endOfAddress(from start: Int, openedBy opening: UInt8) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case ...0x1F,
        0x20 where opening != UInt8(ascii: "\"") && opening != UInt8(ascii: "'"):
        return end
      case UInt8(ascii: ")") where opening == UInt8(ascii: "("): return end
      case UInt8(ascii: ">") where opening == UInt8(ascii: "<"): return end
      case UInt8(ascii: "\"") where opening != UInt8(ascii: "'"): return end
      case UInt8(ascii: "'") where opening == UInt8(ascii: "'"): return end
      default: end += 1
      }
    }
    return end
  }
}
