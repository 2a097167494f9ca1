import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where publishing keeps what it has to remember: in the folder of the history.
struct PublishPlace: Sendable, Equatable {
  private let folder: String
  /// The history.
  let history: HistoryPlace

  init(_ history: HistoryPlace) {
    self.history = history
    folder = history.path.lastIndex(of: "/").map { String(history.path[..<$0]) } ?? "."
  }

  /// The file that is locked while a run is at work. It is never deleted: another run may be waiting
  /// for the one that has no name any more.
  var lock: String { folder + "/publish.lock" }
  /// The files that are about to take their places.
  var journal: String { folder + "/publish.journal" }
  /// What the last run looked at.
  var inputs: String { folder + "/publish.inputs" }
  /// The heads of posts as they were read last.
  var heads: String { folder + "/publish.heads" }
  /// Removes the heads; whether that worked.
  func forgetHeads() -> Bool { unlink(heads) == 0 || errno == ENOENT }

  /// What is known of the entries of published documents.
  var entries: String { folder + "/entries" }
  /// The feeds of builds before.
  var kept: String { folder + "/kept" }
}
