import FeedXML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A grammar's check of one document on a thread of its own, so that the rules need not wait for it.
final class GrammarThread: @unchecked Sendable {  // The checker is the thread's until it is joined.
  private let checker: GrammarChecker
  private let pipe = BlockPipe()
  private var thread: pthread_t?

  /// Goes on with a check on another thread; `nil` if the system has none.
  init?(_ checker: GrammarChecker) {
    self.checker = checker
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    // As much as a first thread has: libxml2 calls itself for each level of a document.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let this = Unmanaged.passRetained(self)
    let status = pthread_create(&thread, &attributes, GrammarThread.main, this.toOpaque())
    guard status == 0 else {
      this.release()
      return nil
    }
    self.thread = thread
  }

  #if canImport(Glibc)
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      { context in
        if let context { run(context) }
        return nil
      }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { context in
        run(context)
        return nil
      }
  #endif

  private static func run(_ context: UnsafeMutableRawPointer) {
    let this = Unmanaged<GrammarThread>.fromOpaque(context).takeRetainedValue()
    this.pipe.readAll { bytes in
      this.checker.consume(bytes)
      return !this.checker.isStopped
    }
  }

  /// Takes the document's next bytes, and waits while too many wait for the grammar. False if it
  /// wants no more.
  func consume(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    pipe.write(bytes)
  }

  /// Ends the document, or leaves off in the middle of it, and waits for the thread.
  func finish() -> GrammarChecker {
    pipe.end()
    if let thread { pthread_join(thread, nil) }
    thread = nil
    return checker
  }
}
