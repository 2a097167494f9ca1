/// The feeds that show what a rule is about.
public struct Examples: Sendable {
  /// Feeds in which the rule does not speak.
  public let passing: [Example]
  /// Feeds in which it does, once, at the place that `↓` marks.
  public let failing: [Example]

  /// See the properties. A rule has at least one of each.
  public init(passing: [Example], failing: [Example]) {
    self.passing = passing
    self.failing = failing
  }
}

/// A piece of a feed, and what stands around it. A failing example has a `↓` before the first
/// character of what is wrong; the mark is no part of the feed.
public struct Example: Sendable, Equatable {
  /// What a piece is a piece of.
  public enum Frame: Sendable {
    /// A whole document.
    case document
    /// A whole document, each character a byte: characters below U+0100 only.
    case byteDocument
    /// A whole document in UTF-16, the least significant byte first, without a byte order mark.
    case wideDocument
    /// What a server sends: heads (a redirect's, then the feed's), each with an empty line after it,
    /// then a whole document.
    case response
    /// Children of an RSS 2.0 channel that has all it needs, before its item.
    case rssChannel
    /// Children of an RSS 2.0 item of which only the piece is there, in such a channel.
    case rssItem
    /// Children of an Atom feed that has all it needs, before its entry.
    case atomFeed
    /// Children of an Atom entry that has all it needs.
    case atomEntry
    /// Members of a JSON Feed that has all it needs, each followed by a comma.
    case jsonFeed
    /// Members of a JSON Feed's item, which has an id, each followed by a comma.
    case jsonItem
    /// Outlines of an OPML document.
    case opmlBody
  }

  /// What the piece is a piece of.
  public let frame: Frame
  /// The piece.
  public let text: String

  /// A whole document.
  public static func document(_ text: String) -> Example { Example(frame: .document, text: text) }
  /// A whole document in one byte a character.
  public static func byteDocument(_ text: String) -> Example {
    Example(frame: .byteDocument, text: text)
  }
  /// A whole document in two bytes a character.
  public static func wideDocument(_ text: String) -> Example {
    Example(frame: .wideDocument, text: text)
  }
  /// A whole document, with what a server says before it.
  public static func response(_ head: String, _ document: String) -> Example {
    Example(frame: .response, text: head + "\n\n" + document)
  }
  /// Children of an RSS channel.
  public static func rssChannel(_ text: String) -> Example {
    Example(frame: .rssChannel, text: text)
  }
  /// Children of an RSS item; title and guid are the example's own affair.
  public static func rssItem(_ text: String) -> Example { Example(frame: .rssItem, text: text) }
  /// Children of an Atom feed.
  public static func atomFeed(_ text: String) -> Example { Example(frame: .atomFeed, text: text) }
  /// Children of an Atom entry.
  public static func atomEntry(_ text: String) -> Example { Example(frame: .atomEntry, text: text) }
  /// Members of a JSON Feed.
  public static func jsonFeed(_ text: String) -> Example { Example(frame: .jsonFeed, text: text) }
  /// Members of a JSON Feed's item.
  public static func jsonItem(_ text: String) -> Example { Example(frame: .jsonItem, text: text) }
  /// Outlines of an OPML document.
  public static func opmlBody(_ text: String) -> Example { Example(frame: .opmlBody, text: text) }
}
