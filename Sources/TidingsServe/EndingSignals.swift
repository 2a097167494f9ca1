import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The signals that end the server: Control-C, `kill`, and a terminal that is closed.
final class EndingSignals: Sendable {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Keeps them back from here on, for this thread and those that it starts.
  init() {
    var set = Self.set
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Waits for one on a thread of its own, and ends the program after some work.
  func onEnd(_ work: @escaping @Sendable () -> Void) {
    Self.startThread {
      var set = Self.set
      var number: Int32 = 0
      while sigwait(&set, &number) != 0 {}
      work()
      // Requests that are at work need no end: whoever asked hears that the connection is closed.
      _exit(0)
    }
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }

  private static func startThread(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "signals").async(execute: body)
  }
}
