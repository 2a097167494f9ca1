#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the program begins: on its first thread, which waits for the signal that ends it while others
/// work.
@main
enum Program {
  static func main() {
    EndingSignals.hold()
    // Whoever reads what is printed may go, and the server stays.
    signal(SIGPIPE, SIG_IGN)
    Task.detached {
      await TidingsServe.main()
      exit(0)
    }
    EndingSignals.wait()
  }
}
