import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many threads are at work on documents, so that a document takes a second one only where a
/// core would be idle.
enum WorkingThreads {
  private static let count = Atomic(0)
  private static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Counts the thread of a document.
  static func add() { count.add(1, ordering: .relaxed) }

  /// Counts one more if there is a core for it.
  static func addIfIdle() -> Bool {
    if count.add(1, ordering: .relaxed).newValue <= cores { return true }
    remove()
    return false
  }

  /// Counts one less.
  static func remove() { count.subtract(1, ordering: .relaxed) }
}
