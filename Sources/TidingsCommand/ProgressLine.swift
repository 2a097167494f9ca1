import Synchronization

/// A line on the terminal that says how far a long build is.
final class ProgressLine: Sendable {
  private struct State {
    var start = ContinuousClock.now
    var last: ContinuousClock.Instant?
    var isShown = false
  }

  private let terminal: Terminal
  private let state = Mutex(State())

  init(terminal: Terminal) {
    self.terminal = terminal
  }

  /// Shows the count, at most ten times a second and not in the first half second: short builds need
  /// no progress.
  func show(_ done: Int, of all: Int) {
    let isDue = state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.start > .milliseconds(500),
        state.last.map({ now - $0 > .milliseconds(100) }) ?? true
      else { return false }
      state.last = now
      state.isShown = true
      return true
    }
    if isDue { terminal.writeError("\rRendering \(done) of \(all) posts") }
  }

  /// Removes the line.
  func clear() {
    let wasShown = state.withLock { state in
      defer { state.isShown = false }
      return state.isShown
    }
    if wasShown { terminal.writeError("\r\u{1B}[K") }
  }
}
