/// What the owner of a feed decides about the document, beyond what the model says.
public struct WriterOptions: Sendable, Equatable {
  /// How much of each post is written.
  public enum ContentMode: String, Sendable, CaseIterable {
    /// The content alone.
    case full
    /// The summary alone.
    case summary
    /// The summary and the content.
    case both
  }

  /// Which of a post's addresses readers open.
  public enum LinkTarget: String, Sendable, CaseIterable {
    /// The post's own page.
    case permalink
    /// The page that the post is about, where it has one: a link blog.
    case external
  }

  /// How much of each post is written.
  public var content: ContentMode
  /// Which of a post's addresses readers open.
  public var link: LinkTarget
  /// Whether RSS carries the Markdown too, as `source:markdown`.
  public var includesMarkdown: Bool

  /// Options, each with its default.
  public init(
    content: ContentMode = .both,
    link: LinkTarget = .permalink,
    includesMarkdown: Bool = false
  ) {
    self.content = content
    self.link = link
    self.includesMarkdown = includesMarkdown
  }
}
