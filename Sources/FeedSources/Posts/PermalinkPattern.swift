/// The address of a post's page, with placeholders: `/blog/{year}/{slug}/`.
///
/// `{slug}` is front matter's slug, else the file's name as the preset's generator has it (without
/// ending, and in most cases without date), `{name}` always the file's name; `{folder}` is the file's
/// folder below `from`, `{path}` the same below the site's content root, `{section}` the first part of
/// that, `{collection}` the last part of `from`; `{year}`, `{short_year}`, `{month}`, `{day}`,
/// `{i_month}`, `{i_day}`, `{y_day}`, `{hour}`, `{minute}` and `{second}` are the post's date;
/// `{categories}` joins them with slashes; `{title}` is a slug of the title; `{dated_path}` is
/// Docusaurus' address. Any other name is a key of the front matter, with dots into mappings.
public struct PermalinkPattern: Sendable, Equatable {
  /// A part of a pattern.
  public enum Part: Sendable, Equatable {
    /// Text to be taken as it is.
    case text(String)
    /// The name of a placeholder.
    case placeholder(String)
  }

  /// The parts, in order.
  public let parts: [Part]

  /// A pattern with a brace that has no partner, or a placeholder without name.
  public struct ParseError: Error, Equatable {
    /// What is wrong, as a sentence without its full stop.
    public var message: String
  }

  /// Parses a pattern.
  public init(_ pattern: String) throws(ParseError) {
    var parts: [Part] = []
    var rest = pattern[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{" else {
        throw ParseError(message: "`}` without `{` in \"\(pattern)\"")
      }
      if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
      let name = rest[rest.index(after: brace)...]
      guard let end = name.firstIndex(of: "}") else {
        throw ParseError(message: "`{` without `}` in \"\(pattern)\"")
      }
      guard end > name.startIndex else {
        throw ParseError(message: "a placeholder without name in \"\(pattern)\"")
      }
      parts.append(.placeholder(String(name[..<end])))
      rest = name[name.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The placeholders' names, in order.
  public var placeholders: [String] {
    parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
  }

  /// The pattern with each placeholder replaced, and slashes that met joined into one.
  ///
  /// - Parameter value: The text for a placeholder; throwing ends the expansion.
  public func expand<Failure>(
    _ value: (String) throws(Failure) -> String
  ) throws(Failure) -> String {
    var path = ""
    for part in parts {
      let text =
        switch part {
        case .text(let text): text
        case .placeholder(let name): try value(name)
        }
      // An empty placeholder leaves two slashes, except after a scheme's colon.
      if path.utf8.last == UInt8(ascii: "/"), text.utf8.first == UInt8(ascii: "/"),
        !path.hasSuffix("://")
      {
        path += Substring(text.utf8.drop { $0 == UInt8(ascii: "/") })
      } else {
        path += text
      }
    }
    return path
  }
}
