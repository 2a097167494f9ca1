import FeedModel
import FeedXML

/// What the grammar of a document's kind has against it, asked while the rules read it.
///
/// Small documents are checked between the rules' own work. A large one is checked on a second thread
/// where a core is idle: the rules then lose nothing but the time to copy its bytes.
final class SecondOpinion {
  /// From this size on a document is worth a thread: to check it here takes ten times as long as to
  /// start one.
  static let threadedFrom = 64 * 1024
  /// So much is kept until it is known what the document is.
  static let longestProlog = 64 * 1024

  private enum State {
    case waiting
    case here(GrammarChecker)
    case there(GrammarThread)
    case ended
  }

  private var state = State.waiting
  private var position = SourcePosition.start
  /// What came before the root element.
  private var held: [UInt8] = []
  private var size = 0

  deinit {
    if case .there(let thread) = state { leave(thread) }
  }

  /// Says where in the file the text begins.
  func begin(at position: SourcePosition) {
    self.position = position
  }

  /// Takes the document's next bytes, in UTF-8.
  ///
  /// - Parameter kind: What the document is; `nil` before its root.
  func consume(_ text: UnsafeBufferPointer<UInt8>, kind: FeedKind?) {
    size += text.count
    switch state {
    case .waiting: wait(text, kind)
    case .here, .there: check(text)
    case .ended: break
    }
  }

  private func check(_ text: UnsafeBufferPointer<UInt8>) {
    if case .here(let checker) = state, size >= SecondOpinion.threadedFrom, !hasAsked,
      !checker.isStopped
    {
      move(checker)
    }
    switch state {
    case .here(let checker): checker.consume(text)
    case .there(let thread):
      // What it has found is wanted at the end.
      if !thread.consume(text) { state = .here(leave(thread)) }
    case .waiting, .ended: break
    }
  }

  private func wait(_ text: UnsafeBufferPointer<UInt8>, _ kind: FeedKind?) {
    guard let kind else {
      held += text
      if held.count > SecondOpinion.longestProlog { end() }
      return
    }
    guard let plan = FeedGrammars.plan(for: kind) else { return end() }
    let checker = GrammarChecker(plan: plan, duty: .secondOpinion)
    checker.begin(at: position)
    state = .here(checker)
    let prolog = held
    held = []
    prolog.withUnsafeBufferPointer { check($0) }
    check(text)
  }

  private func end() {
    held = []
    state = .ended
  }

  /// Whether there was a core for a second thread is asked once.
  private var hasAsked = false

  private func move(_ checker: GrammarChecker) {
    hasAsked = true
    guard WorkingThreads.addIfIdle() else { return }
    if let thread = GrammarThread(checker) {
      state = .there(thread)
    } else {
      WorkingThreads.remove()
    }
  }

  @discardableResult
  private func leave(_ thread: GrammarThread) -> GrammarChecker {
    let checker = thread.finish()
    WorkingThreads.remove()
    return checker
  }

  /// Ends the document and says what was found.
  func finish() -> [GrammarFinding] {
    defer { state = .ended }
    switch state {
    case .waiting, .ended: return []
    case .here(let checker): return checker.finish()
    case .there(let thread): return leave(thread).finish()
    }
  }
}
