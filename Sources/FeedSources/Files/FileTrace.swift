import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Notes what is looked at in the file system while it is ``current``, so that somebody can tell later
/// whether all of it is still the same.
public final class FileTrace: Sendable {
  /// The trace of this task and of those that it began; nil for none.
  @TaskLocal public static var current: FileTrace?

  private struct State {
    var stamps: [String: FileStamp] = [:]
    var isUnsteady = false
    var asksForPosts = false

    mutating func add(_ path: String, _ stamp: FileStamp) {
      guard let known = stamps[path] else {
        stamps[path] = stamp
        return
      }
      if known == stamp { return }
      switch (known.kind, stamp.kind) {
      // Listing a folder says more than that it is one.
      case (.folder, .listing): stamps[path] = stamp
      case (.listing, .folder): break
      case (.listing, .listing) where known.size == stamp.size: break
      default: isUnsteady = true
      }
    }
  }

  private let state = Mutex(State())

  /// Times of files are those of a clock that ticks this often or so: what was written that shortly
  /// before it was looked at may be written again without another time.
  private static let tick: Int64 = 50_000_000

  /// Nothing was looked at yet.
  public init() {}

  /// What was looked at, by path.
  public var stamps: [String: FileStamp] { state.withLock { $0.stamps } }

  /// Whether something changed while it was looked at, or may have done so unseen.
  public var isUnsteady: Bool { state.withLock { $0.isUnsteady } }

  /// Whether somebody wanted to know the address of another post than the one at hand.
  public var asksForPosts: Bool { state.withLock { $0.asksForPosts } }

  /// A moment before which the clock of files has ticked, in nanoseconds since 1970.
  private static var settled: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec) &- tick
  }

  /// Notes what was seen at a path.
  func note(_ path: String, _ stamp: FileStamp) {
    let earliest = Self.settled
    state.withLock { state in
      if stamp.kind == .file, max(stamp.modified, stamp.changed) > earliest {
        state.isUnsteady = true
      }
      state.add(path, stamp)
    }
  }

  /// Notes all that a part of the work looked at.
  public func add(_ part: FileTrace) {
    let part = part.state.withLock { $0 }
    state.withLock { state in
      if part.isUnsteady { state.isUnsteady = true }
      if part.asksForPosts { state.asksForPosts = true }
      for (path, stamp) in part.stamps { state.add(path, stamp) }
    }
  }

  /// Notes that somebody wants to know the address of another post.
  static func notePosts() {
    current?.state.withLock { $0.asksForPosts = true }
  }

  /// Notes what was seen at a path, by whoever asked for the stamp.
  package static func note(_ path: String, _ stamp: FileStamp) { current?.note(path, stamp) }

  /// Notes the open file.
  static func note(_ path: String, descriptor: Int32) {
    guard let trace = current else { return }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return }
    trace.note(path, FileStamp(information))
  }

  /// Notes what is at a path.
  static func note(_ path: String, _ information: stat?) {
    guard let trace = current else { return }
    trace.note(path, information.map { FileStamp($0) } ?? FileStamp(kind: .absent))
  }

  /// Notes the names in a folder.
  ///
  /// - Parameter modified: When they had changed last before they were read.
  static func note(listing path: String, _ names: some Sequence<String>, modified: Int64?) {
    guard let current else { return }
    let modified = modified ?? 0
    current.note(path, FileStamp(names: names, modified: modified < settled ? modified : 0))
  }

  /// When the names in a folder changed last, if anybody wants to know.
  static func modification(ofFolder path: String) -> Int64? {
    current == nil ? nil : FileStamp.modification(ofFolder: path)
  }
}
