/// What a reader does with an entry of a new version.
public enum ForecastOutcome: UInt8, Sendable, CaseIterable {
  /// It appears, unread.
  case newUnread
  /// It appears, and counts as read.
  case newRead
  /// The entry that subscribers have changes, and calls for attention again.
  case updatedUnread
  /// The entry that subscribers have changes without a sign.
  case updatedSilently
  /// Subscribers never get to see it.
  case hidden
  /// Subscribers see what they saw before.
  case unchanged
}

/// How many entries of a new version meet which fate in a reader. What appears is counted apart for
/// entries that are new and for those that subscribers know, which publishers do not want to appear
/// again.
public struct ForecastCounts: Sendable, Hashable {
  /// New entries that appear unread.
  public var newUnread = 0
  /// New entries that appear and count as read.
  public var newRead = 0
  /// Known entries that appear a second time, unread.
  public var returningUnread = 0
  /// Known entries that appear a second time and count as read.
  public var returningRead = 0
  /// Entries whose change calls for attention.
  public var updatedUnread = 0
  /// Entries that change without a sign.
  public var updatedSilently = 0
  /// Entries that subscribers never get to see.
  public var hidden = 0
  /// Entries that subscribers see as before.
  public var unchanged = 0

  /// Nothing counted.
  public init() {}

  /// All entries of the new version.
  public var total: Int {
    newUnread + newRead + returningUnread + returningRead + updatedUnread + updatedSilently + hidden
      + unchanged
  }

  /// Whether nothing happens.
  public var isQuiet: Bool { unchanged == total }

  mutating func add(_ outcome: ForecastOutcome, isKnown: Bool) {
    switch outcome {
    case .newUnread where isKnown: returningUnread += 1
    case .newUnread: newUnread += 1
    case .newRead where isKnown: returningRead += 1
    case .newRead: newRead += 1
    case .updatedUnread: updatedUnread += 1
    case .updatedSilently: updatedSilently += 1
    case .hidden: hidden += 1
    case .unchanged: unchanged += 1
    }
  }

  /// What happens, the worst first: `37 come back as unread, 1 new`.
  public var text: String {
    let parts: [(Int, String)] = [
      (returningUnread, returningUnread == 1 ? "comes back as unread" : "come back as unread"),
      (returningRead, returningRead == 1 ? "comes back as read" : "come back as read"),
      (hidden, "hidden"),
      (newUnread, "new"),
      (newRead, newRead == 1 ? "arrives as read" : "arrive as read"),
      (updatedUnread, "updated and brought up again"),
      (updatedSilently, "updated silently"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "nothing changes" : told.joined(separator: ", ")
  }
}
