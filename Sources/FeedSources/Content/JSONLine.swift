/// The content of a post that is a line of a JSON Lines file.
enum JSONLine {
  /// The members that hold content, the best first, and what they are written in.
  private static let members: [(name: String, markup: PostBody.Markup)] = [
    ("content_html", .html), ("content_markdown", .markdown), ("markdown", .markdown),
    ("content", .markdown), ("body", .markdown), ("content_text", .text),
  ]

  /// The content of a line and what it is written in; nil for a post without any.
  static func content(
    of line: UnsafeBufferPointer<UInt8>
  ) throws(DataError) -> (markup: PostBody.Markup, text: String)? {
    let data = try JSONTree.parse(line)
    for member in members {
      if let text = data[member.name]?.asString, !text.isEmpty { return (member.markup, text) }
    }
    return nil
  }
}
