/// An entry of the old version and the one that it is in the new version.
public struct MatchedPair: Sendable, Equatable {
  /// The place in the old document, from 0.
  public var old: Int
  /// The place in the new document, from 0.
  public var new: Int
  /// What they were recognized by.
  public var basis: MatchBasis
}

/// What two entries were recognized by, in the order in which it is tried.
public enum MatchBasis: String, Sendable, CaseIterable {
  /// One id.
  case id
  /// Ids that are one address but for what a move of the site changes.
  case alias
  /// One link, or links that are one but for what a move changes.
  case link
  /// The same file.
  case enclosure
  /// One title and one day.
  case title
  /// One text of 200 characters and more.
  case text
  /// Titles and texts that are nearly the same.
  case similarity

  /// How sure it is.
  public var confidence: Confidence {
    switch self {
    case .id, .alias, .link, .enclosure: .certain
    case .title, .text: .likely
    case .similarity: .guess
    }
  }

  /// How sure a match is.
  public enum Confidence: String, Sendable {
    case certain, likely, guess
  }
}
