import FeedDiff
import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// A site as `tidings publish` would publish it at a moment, in a folder of its own. What is published
/// is as it was.
public struct Rehearsal: Sendable {
  /// A document that would be published.
  public struct Document: Sendable {
    /// What a document is.
    public enum Kind: Sendable, Hashable {
      case rss, atom, jsonFeed, opml
    }

    /// The path below the output folder.
    public var path: String
    /// The file that it would replace, as the user would name it.
    public var file: String
    /// Where its bytes are until the rehearsal goes.
    public var stagedPath: String
    /// What it is.
    public var kind: Kind
    /// The format's name.
    public var format: String
    /// How many entries it has.
    public var entries: Int
    /// Its size in bytes.
    public var size: Int
    /// What would become of the file.
    public var outcome: BuildReport.Document.Outcome
    /// What would change, with the gates that it does not pass; nil for what stays, and for a list of
    /// feeds.
    public var change: PublishReport.Change?
    /// What the format could not carry.
    public var omissions: [Omission]
  }

  /// What keeps the site from being published.
  public struct Problem: Sendable, Equatable {
    /// The file, as the user would name it; nil where none is to blame.
    public var path: String?
    /// The line, from 1; nil when the whole file is meant.
    public var line: Int?
    /// The column, from 1.
    public var column: Int?
    /// What is wrong.
    public var message: String
    /// What to do about it.
    public var help: String?
    /// The rule that was broken, of a document.
    public var rule: String?
    /// The post's file, of a fault in a document's entry.
    public var source: String?

    /// See the properties.
    public init(
      path: String? = nil,
      line: Int? = nil,
      column: Int? = nil,
      message: String,
      help: String? = nil,
      rule: String? = nil,
      source: String? = nil
    ) {
      self.path = path
      self.line = line
      self.column = column
      self.message = message
      self.help = help
      self.rule = rule
      self.source = source
    }
  }

  /// The moment.
  public var now: Timestamp
  /// The documents, in the order of the configuration; none when there are problems.
  public var documents: [Document] = []
  /// What speaks against it.
  public var problems: [Problem] = []
  /// What the owner should know although nothing failed.
  public var warnings: [String] = []
  /// What building said; nil if it could not begin.
  public var build: BuildReport?
  /// The site's title; empty if the configuration cannot be read.
  public var title = ""
  /// The folder of what is published; nil if the configuration cannot be read.
  public var output: String?
  /// The site's address; empty if the configuration cannot be read.
  public var address = ""
  /// Folders whose files the site's generator puts into the output folder as they are.
  public var assetFolders: [String] = []
  /// When the next post comes out or goes, if no file changes.
  public var nextChange: Timestamp?
  /// Whether publishing has nothing to do until a source changes, although documents differ: an
  /// earlier build was brought back.
  public var rests = false
  /// A source that is so young that publishing would wait.
  public var youngSource: String?
  /// Whether compressed copies would lie beside the documents.
  public var hasCompressedCopies = false
  /// What documents' paths below the output folder look like.
  var patterns: [PermalinkPattern] = []
  /// What was looked at.
  public var inputs = RehearsalInputs()

  /// Where the documents are; it goes with the last copy.
  private let folder: RehearsalFolder?

  /// Nothing yet, at a moment.
  init(now: Timestamp, folder: RehearsalFolder?) {
    self.now = now
    self.folder = folder
  }

  /// Whether a path below the output folder is one that the site has documents at, also where it is so
  /// broken that it has none now.
  public func isPathOfDocument(_ path: String) -> Bool {
    documents.contains { $0.path == path } || patterns.contains { $0.matches(path) }
  }

  /// The documents that do not pass a gate, or have errors.
  public var refused: [Document] {
    documents.filter { document in
      document.change.map { !$0.refusals.isEmpty || !$0.errors.isEmpty } ?? false
    }
  }
}

/// What a rehearsal looked at.
public struct RehearsalInputs: Sendable {
  /// See `PublishInputs`; nil where a file may change without anybody seeing it.
  private let bytes: [UInt8]?

  /// Nothing that could be relied on.
  init() { bytes = nil }

  /// - Parameter published: The files that are compared with.
  init(_ trace: FileTrace, published: [String], nextChange: Timestamp?) {
    bytes = PublishInputs(trace, written: published, setting: "", nextChange: nextChange)?.bytes
  }

  /// Whether a rehearsal at a later moment would come to the same.
  public func hold(at now: Timestamp) -> Bool {
    guard let bytes else { return false }
    return bytes.withUnsafeBufferPointer {
      PublishInputsCheck($0)?.outcome(at: now, setting: "") == .same
    }
  }
}

extension PermalinkPattern {
  /// Whether a path begins and ends as the pattern does.
  fileprivate func matches(_ path: String) -> Bool {
    guard case .text(let start) = parts.first else { return false }
    guard parts.count > 1 else { return path == start }
    guard path.hasPrefix(start) else { return false }
    guard case .text(let end) = parts.last else { return true }
    return path.dropFirst(start.count).hasSuffix(end)
  }
}
