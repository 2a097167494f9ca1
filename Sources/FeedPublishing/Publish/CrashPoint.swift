#if DEBUG
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #else
    import Darwin
  #endif
#endif

/// The moments between which a run can be killed with another result. Tests kill at each of them;
/// release builds have none.
enum CrashPoint {
  #if DEBUG
    private static let passed = Mutex(0)

    /// Dies like by `kill -9` if this is the one that `TIDINGS_CRASH_AT` numbers, from 1.
    static func pass() {
      guard let text = getenv("TIDINGS_CRASH_AT"), let wanted = Int(String(cString: text)) else {
        return
      }
      let number = passed.withLock { count in
        count += 1
        return count
      }
      if number == wanted { kill(getpid(), SIGKILL) }
    }
  #else
    @inline(__always)
    static func pass() {}
  #endif
}
