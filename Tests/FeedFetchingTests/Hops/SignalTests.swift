#if canImport(Glibc)
  import FeedFetching
  import Foundation
  import Synchronization
  import TestSupport
  import Testing

  /// What fetching leaves of the process as it was.
  struct SignalTests {
    /// libcurl turns SIGPIPE off and on again where it is not told not to, and what one thread puts back
    /// is what another has just set.
    @Test func manyThreadsLeaveBrokenPipesAsTheyWere() async throws {
      // A port that nobody listens at: a session is opened and closed, and that is all.
      let address = try ScriptedServer { _ in .answer(404) }.url()
      let threads = 8
      await withCheckedContinuation { continuation in
        let running = Mutex(threads)
        for _ in 0..<threads {
          Thread.detachNewThread {
            for _ in 0..<200 {
              _ = try? FeedFetcher.fetch(address, options: loopback()) { _ in .goOn }
            }
            if running.withLock({
              $0 -= 1; return $0 == 0
            }) {
              continuation.resume()
            }
          }
        }
      }
      var action = sigaction()
      sigaction(SIGPIPE, nil, &action)
      let handler = action.__sigaction_handler.sa_handler
      #expect(unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_DFL, to: Int.self))
    }
  }
#endif
