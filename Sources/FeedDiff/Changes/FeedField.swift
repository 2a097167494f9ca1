import FeedModel

/// A part of what a feed says of itself that can change.
public enum FeedField: String, Sendable, CaseIterable {
  case title, subtitle, homePage, selfURL, id, language, authors, rights, icon, logo, hubs, tags
  case pages, other
  /// What changes with each build, and is shown only when asked for.
  case updated, generator, ttl, format, order

  /// Whether it changes without anything having changed.
  public var isVolatile: Bool {
    switch self {
    case .updated, .generator, .ttl, .format, .order: true
    default: false
    }
  }

  /// The fields that differ, as far as both documents' formats have them.
  static func changes(_ old: FeedSnapshot, _ new: FeedSnapshot, across: Bool) -> [FeedField] {
    let (before, after) = (old.feed, new.feed)
    var changes: [FeedField] = []
    func hold<Value: Equatable>(_ field: FeedField, _ path: KeyPath<Feed, Value>, _ none: Value) {
      let (one, other) = (before[keyPath: path], after[keyPath: path])
      guard one != other else { return }
      // What one does not have may be what its format has no place for.
      if across, one == none || other == none { return }
      changes.append(field)
    }
    hold(.title, \.title, "")
    hold(.subtitle, \.subtitle, nil)
    hold(.homePage, \.homePage, nil)
    hold(.language, \.language, nil)
    if across { return changes }
    // Files of several formats have several addresses.
    hold(.selfURL, \.selfURL, nil)
    hold(.id, \.id, nil)
    hold(.authors, \.authors, [])
    hold(.rights, \.rights, nil)
    hold(.icon, \.icon, nil)
    hold(.logo, \.logo, nil)
    hold(.hubs, \.hubs, [])
    hold(.tags, \.tags, [])
    hold(.pages, \.paging, Paging())
    hold(.other, \.extensions, Extensions())
    hold(.updated, \.updated, nil)
    hold(.generator, \.generator, nil)
    hold(.ttl, \.timeToLive, nil)
    return changes
  }
}
