import FeedModel

/// The content of a post that is a line of a JSON Lines file.
enum JSONLine {
  /// Fills a post's content from its line.
  ///
  /// - Parameters:
  ///   - html: Takes content in HTML.
  ///   - markdown: Takes content in Markdown.
  static func fill(
    _ post: inout Post,
    from line: UnsafeBufferPointer<UInt8>,
    html: (inout Post, inout String) -> Void,
    markdown: (inout Post, inout String) throws -> Void
  ) throws {
    let data = try JSONTree.parse(line)
    if var text = data["content_html"]?.asString {
      html(&post, &text)
    } else if var text = data["content_markdown"]?.asString ?? data["markdown"]?.asString
      ?? data["content"]?.asString ?? data["body"]?.asString
    {
      try markdown(&post, &text)
    } else if let text = data["content_text"]?.asString {
      post.content = Content(text: text)
    }
  }
}
