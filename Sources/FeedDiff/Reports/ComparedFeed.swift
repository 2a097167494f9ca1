/// A feed in two versions, as a report tells of it.
public struct ComparedFeed: Sendable {
  /// What the old version is called: a path, an address, `HEAD:feed.xml`.
  public var oldName: String
  /// What the new version is called.
  public var newName: String
  /// What changed.
  public var difference: FeedDifference

  /// See the properties.
  public init(oldName: String, newName: String, difference: FeedDifference) {
    self.oldName = oldName
    self.newName = newName
    self.difference = difference
  }
}

extension FeedDifference.Summary {
  /// The kinds with their numbers, without those that there is nothing of: `1 added, 2 changed`.
  var words: String {
    let parts: [(Int, String)] = [
      (added, "added"), (backfilled, "backfilled"), (changed, "changed"),
      (reidentified, "re-identified"), (removed, "removed"), (agedOut, "aged out"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "no entry changed" : told.joined(separator: ", ")
  }
}

extension EntryChange.Kind {
  /// The kind in words.
  var words: String {
    switch self {
    case .added: "added"
    case .backfilled: "backfilled"
    case .reidentified: "re-identified"
    case .changed: "changed"
    case .removed: "removed"
    case .agedOut: "aged out"
    }
  }
}

/// The number and the noun in the form that goes with it.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
