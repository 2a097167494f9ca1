// What libFuzzer calls; see `Tests/fuzz`, which builds with FUZZING and chooses the target.
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

#if FUZZING
  /// One input of libFuzzer.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard count <= Modes.target.longestInput else { return -1 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let violation = Modes.violation(of: bytes) {
      Modes.complain("\(Modes.target.name): \(violation)")
      abort()
    }
    return 0
  }

  /// Other modes than libFuzzer's have a word instead of its options.
  @_cdecl("LLVMFuzzerInitialize")
  public func initialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
  ) -> CInt {
    if let status = Modes.run(Array(CommandLine.arguments.dropFirst())) { exit(status) }
    return 0
  }
#else
  @main
  struct Driver {
    static func main() {
      guard let status = Modes.run(Array(CommandLine.arguments.dropFirst())) else {
        Modes.complain("targets, replay FILE…, minimise FILE, growth SECONDS WORDS")
        exit(2)
      }
      exit(status)
    }
  }
#endif
