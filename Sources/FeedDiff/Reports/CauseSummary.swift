/// Why entries have other ids, where one cause stands behind most of them.
public struct CauseSummary: Sendable, Equatable {
  /// The cause; nil where there are several.
  public var cause: ReidentificationCause?
  /// What was in the place of what, where it is the same for all: `old.example`, `new.example`.
  public var replacement: (before: String, after: String)?
  /// How many entries it stands behind.
  public var count = 0

  /// One that stands behind so much is told in one line.
  private static let leastShare = 0.8

  /// Sums up the re-identified entries of a difference.
  public init(_ difference: FeedDifference) {
    let changes = difference.entries.filter { $0.kind == .reidentified }
    var counts: [ReidentificationCause: Int] = [:]
    for change in changes {
      if let cause = change.cause { counts[cause, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    guard let (cause, count) = most, Double(count) >= Double(changes.count) * Self.leastShare else {
      return
    }
    self.cause = cause
    self.count = count
    replacement = Self.replacement(changes.filter { $0.cause == cause }, cause, difference)
  }

  /// See the properties.
  public static func == (left: CauseSummary, right: CauseSummary) -> Bool {
    left.cause == right.cause && left.count == right.count
      && left.replacement?.before == right.replacement?.before
      && left.replacement?.after == right.replacement?.after
  }

  private static func replacement(
    _ changes: [EntryChange],
    _ cause: ReidentificationCause,
    _ difference: FeedDifference
  ) -> (String, String)? {
    var found: (before: String, after: String)?
    for change in changes {
      guard let old = change.old, let new = change.new,
        let parts = Self.parts(old, new, cause, difference)
      else { return nil }
      if let found, found != parts { return nil }
      found = parts
    }
    return found
  }

  private static func parts(
    _ old: Int,
    _ new: Int,
    _ cause: ReidentificationCause,
    _ difference: FeedDifference
  ) -> (before: String, after: String)? {
    let before = part(difference.old, old, cause)
    let after = part(difference.new, new, cause)
    guard let before, let after else { return nil }
    return (before, after)
  }

  private static func part(
    _ feed: FeedSnapshot,
    _ index: Int,
    _ cause: ReidentificationCause
  ) -> String? {
    feed.texts.withBytes(feed.entries[index].id) { bytes in
      switch cause {
      case .scheme: AddressKey.parts(bytes).map { String(decoding: $0.scheme, as: UTF8.self) }
      case .host: AddressKey.parts(bytes).map { String(decoding: $0.host, as: UTF8.self) }
      case .format: IDKind(bytes).words
      case .slash, .slug, .random: nil
      }
    }
  }
}

extension ReidentificationCause {
  /// The cause as the end of a sentence.
  var words: String {
    switch self {
    case .scheme: "the scheme changed"
    case .host: "the host changed"
    case .slash: "a slash at the end came or went"
    case .slug: "the path changed"
    case .random: "they are made anew with each build"
    case .format: "they are of another kind"
    }
  }
}

extension IDKind {
  var words: String {
    switch self {
    case .address: "addresses"
    case .tag: "tag: URIs"
    case .uuid: "UUIDs"
    case .number: "numbers"
    case .hash: "hashes"
    case .text: "texts"
    }
  }
}
