import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs fetches side by side, few at each host, and all of them within one limit of time.
///
/// Fetching blocks its thread, and Swift's tasks share as many threads as there are cores: so these
/// are threads of their own. A thread that finds only hosts with enough requests under way ends. No
/// work is left behind: whoever is at such a host looks again when it is done, and when there is one
/// more thread's work to do, there is the thread that made room for it.
final class FetchPool<Answer: Sendable>: Sendable {
  /// How much at once, and for how long.
  struct Limits: Sendable {
    /// Requests at once.
    var total = 16
    /// Requests at once to one host.
    var perHost = 2
    /// The time for all of them.
    var time = Duration.seconds(60)
    /// The least that each gets, however many wait; with less left nobody is asked any more.
    var leastShare = Duration.seconds(10)
  }

  private struct State {
    /// The jobs that wait, in order.
    var waiting: [Int]
    var running: [String: Int] = [:]
    var waitingByHost: [String: Int]
    var threads = 0
    var answers: [Answer?]
  }

  private let hosts: [String]
  private let limits: Limits
  private let body: @Sendable (Int, Duration) -> Answer
  private let state: Mutex<State>
  private let end: ContinuousClock.Instant
  private let whenDone: Mutex<CheckedContinuation<[Answer?], Never>?>

  /// Runs a body for each host and waits for all of them.
  ///
  /// - Parameters:
  ///   - hosts: The host of each job.
  ///   - body: Does a job, by its index, within a time.
  /// - Returns: The answers; nil for jobs that there was no time for, which are the last ones.
  static func run(
    _ hosts: [String],
    limits: Limits,
    body: @escaping @Sendable (Int, Duration) -> Answer
  ) async -> [Answer?] {
    guard !hosts.isEmpty else { return [] }
    let pool = FetchPool(hosts, limits, body)
    return await withCheckedContinuation { pool.start($0) }
  }

  private init(
    _ hosts: [String],
    _ limits: Limits,
    _ body: @escaping @Sendable (Int, Duration) -> Answer
  ) {
    self.hosts = hosts
    self.limits = limits
    self.body = body
    end = .now + limits.time
    whenDone = Mutex(nil)
    state = Mutex(
      State(
        waiting: Array(hosts.indices),
        waitingByHost: hosts.reduce(into: [:]) { $0[$1, default: 0] += 1 },
        answers: Array(repeating: nil, count: hosts.count)
      )
    )
  }

  private func start(_ continuation: CheckedContinuation<[Answer?], Never>) {
    whenDone.withLock { $0 = continuation }
    let count = max(1, min(limits.total, hosts.count))
    state.withLock { $0.threads = count }
    for _ in 0..<count where !startThread() { endThread() }
  }

  private func startThread() -> Bool {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let work = Unmanaged.passRetained(ThreadWork { self.work() })
    let code = pthread_create(&thread, nil, runThreadWork, work.toOpaque())
    guard code == 0 else {
      work.release()
      return false
    }
    #if canImport(Glibc)
      pthread_detach(thread)
    #else
      if let thread { pthread_detach(thread) }
    #endif
    return true
  }

  private func work() {
    Self.blockBrokenPipes()
    while let (job, time) = next() {
      let answer = body(job, time)
      state.withLock { state in
        state.answers[job] = answer
        state.running[hosts[job], default: 1] -= 1
      }
    }
    endThread()
  }

  /// A server that closes a connection while it is written to is a failure of that source. Not every
  /// TLS library of libcurl keeps the system from ending the process for it.
  private static func blockBrokenPipes() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// The last one hands the answers over.
  private func endThread() {
    let answers = state.withLock { state -> [Answer?]? in
      state.threads -= 1
      return state.threads == 0 ? state.answers : nil
    }
    guard let answers else { return }
    whenDone.withLock { continuation in
      continuation?.resume(returning: answers)
      continuation = nil
    }
  }

  /// A job whose host has room, and the time that it may take.
  private func next() -> (job: Int, time: Duration)? {
    state.withLock { state in
      let index = state.waiting.firstIndex { state.running[hosts[$0], default: 0] < limits.perHost }
      guard let index else { return nil }
      let job = state.waiting[index]
      guard let time = share(of: job, state) else {
        state.waiting = []
        return nil
      }
      state.waiting.remove(at: index)
      state.waitingByHost[hosts[job], default: 1] -= 1
      state.running[hosts[job], default: 0] += 1
      return (job, time)
    }
  }

  /// What is left is shared among the rounds that are to come if all take their whole time, so that
  /// servers that hang cannot keep the others from being asked; nil when it is too little.
  private func share(of job: Int, _ state: State) -> Duration? {
    let left = ContinuousClock.now.duration(to: end)
    let least = min(limits.leastShare, limits.time)
    let isFirst = state.waiting.count == hosts.count
    guard left >= least || isFirst else { return nil }
    func rounds(_ waiting: Int, _ atOnce: Int) -> Int { (waiting + atOnce - 1) / max(atOnce, 1) }
    let all = rounds(state.waiting.count, max(limits.total, 1))
    let own = rounds(state.waitingByHost[hosts[job], default: 1], max(limits.perHost, 1))
    return min(left, max(least, left / max(all, own, 1)))
  }
}

/// What a thread runs, as C hands it on.
private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

#if canImport(Glibc)
  private func runThreadWork(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
#else
  private func runThreadWork(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
#endif
