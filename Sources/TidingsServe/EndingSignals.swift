import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The signals that end the server: Control-C, `kill`, and a terminal that is closed.
enum EndingSignals {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  private static let work = Mutex<(@Sendable () -> Void)?>(nil)

  /// Keeps them back from here on. To be called before threads are started, so that none of them is
  /// ended by one.
  static func hold() {
    var set = set
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// What is to be done before the end.
  static func onEnd(_ work: @escaping @Sendable () -> Void) {
    Self.work.withLock { $0 = work }
  }

  /// Waits for one of them, and ends the program.
  static func wait() -> Never {
    var set = set
    var number: Int32 = 0
    while sigwait(&set, &number) != 0 {}
    work.withLock { $0 }?()
    // Requests that are at work need no end: whoever asked hears that the connection is closed.
    _exit(0)
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
