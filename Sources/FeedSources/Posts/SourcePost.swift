import FeedModel

/// A post as its head describes it: everything but the content, and where that is to be found.
///
/// A class that never changes: posts are large, and tens of thousands of them are collected, sorted
/// and handed from thread to thread.
public final class SourcePost: Sendable {
  /// The post without content; its summary only where front matter has one.
  public let post: Post
  /// The file, relative to the site's folder.
  public let path: String
  /// The file, to open it.
  public let file: String
  /// Where the body stands in the file.
  public let body: PostBody
  /// The folder below `from`, the first part of it: the section of the site.
  public let section: String?
  /// What tells it from the other posts of its file, whatever the site's address is; nil for the one
  /// post of a file.
  public let nameInFile: String?
  /// What should be known about it without keeping it out.
  public let notes: [String]
  /// When it goes out of all feeds; nil for never.
  public let expires: Timestamp?

  package init(
    post: consuming Post,
    path: String,
    file: String,
    body: PostBody,
    section: String?,
    nameInFile: String? = nil,
    notes: [String],
    expires: Timestamp? = nil
  ) {
    self.post = post
    self.path = path
    self.file = file
    self.body = body
    self.section = section
    self.nameInFile = nameInFile
    self.notes = notes
    self.expires = expires
  }
}

/// Where a post's body stands, and what it is written in.
public struct PostBody: Sendable, Equatable {
  /// What a body can be written in.
  public enum Markup: Sendable, Equatable {
    /// CommonMark with GitHub's extensions.
    case markdown
    /// Markdown with JSX.
    case mdx
    /// HTML.
    case html
    /// Plain text.
    case text
    /// A line of a JSON Lines file, with content in its members.
    case jsonLine
  }

  /// What it is written in.
  public var markup: Markup
  /// The byte at which it starts.
  public var offset: Int
  /// Its length in bytes; nil for "to the end of the file".
  public var length: Int?

  /// A body from an offset on.
  public init(markup: Markup, offset: Int, length: Int? = nil) {
    self.markup = markup
    self.offset = offset
    self.length = length
  }
}
