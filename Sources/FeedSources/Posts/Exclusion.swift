import FeedModel

/// Why a file or a post is in no feed. Each one is in the report: no post is lost in silence.
public enum Exclusion: Sendable, Hashable {
  /// Front matter says that it is not ready, in the key named.
  case draft(key: String)
  /// It lies in a folder of drafts.
  case draftFolder(String)
  /// Front matter says that it is not to be listed, in the key named.
  case unlisted(key: String)
  /// It is dated after the moment of the build.
  case future(Timestamp)
  /// Its time is over.
  case expired(Timestamp)
  /// It has no date in any of the keys named, nor in its name.
  case undated(keys: [String])
  /// It does not match the condition on the key named.
  case condition(key: String)
  /// It has no page of its own (`permalink: false`).
  case pageless
  /// It describes a folder (`_index.md`).
  case sectionFile
  /// It has no front matter.
  case noFrontMatter
  /// It is written in a markup that Tidings does not read, by its ending.
  case unsupportedMarkup(String)
  /// A pattern of `exclude`, or the lack of one in `include`, keeps it out.
  case pattern
  /// It is larger than feed readers take.
  case tooLarge

  /// The reason, for a heading above the files that share it: `draft: true`.
  public var reason: String {
    switch self {
    case .draft(let key): "draft (\(key))"
    case .draftFolder(let folder): "in the drafts folder \(folder)"
    case .unlisted(let key): "not listed (\(key))"
    case .future: "dated in the future"
    case .expired: "expired"
    case .undated(let keys):
      "without a date (looked for \(keys.joined(separator: ", ")) and a date in the file's name)"
    case .condition(let key): "does not match `where: \(key)`"
    case .pageless: "without a page (permalink: false)"
    case .sectionFile: "describes a section"
    case .noFrontMatter: "without front matter"
    case .unsupportedMarkup(let ending): "written in .\(ending), which Tidings does not read"
    case .tooLarge: "larger than feed readers take"
    case .pattern: "kept out by include or exclude"
    }
  }
}
