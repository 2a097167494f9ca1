import FuzzTargets

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What can be done with a target but to run it under libFuzzer.
enum Modes {
  /// What the environment names.
  static let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.named(name) else {
      complain("FUZZ_TARGET has to be one of \(FuzzTarget.all.map(\.name))")
      exit(2)
    }
    return target
  }()

  /// Does what the words of the command line say and returns its exit status; nil if they are none
  /// of these modes.
  static func run(_ words: [String]) -> CInt? {
    let rest = Array(words.dropFirst())
    switch words.first {
    case "targets":
      for target in FuzzTarget.all { print(target.name, target.longestInput) }
      return 0
    case "replay": return replay(rest)
    case "minimise": return minimise(rest)
    case "growth": return measureGrowth(rest)
    default: return nil
    }
  }

  static func violation(of bytes: [UInt8]) -> Violation? {
    do throws(Violation) {
      try bytes.withUnsafeBufferPointer { bytes throws(Violation) in try target.check(bytes) }
      return nil
    } catch {
      return error
    }
  }

  /// `replay FILE…`: says what does not hold of inputs, without ending at the first.
  private static func replay(_ files: [String]) -> CInt {
    var found: CInt = 0
    for file in files {
      guard let bytes = FuzzWords.contents(of: file) else {
        complain("\(file) cannot be read")
        return 2
      }
      if let violation = violation(of: bytes) {
        complain("\(file): \(violation)")
        found = 1
      }
    }
    return found
  }

  /// `minimise FILE`: prints what is left when nothing more can be taken out of an input that does not
  /// hold, without another complaint taking the place of its own.
  private static func minimise(_ files: [String]) -> CInt {
    guard let file = files.first, var bytes = FuzzWords.contents(of: file),
      let complaint = violation(of: bytes)
    else {
      complain("minimise FILE, of which something does not hold")
      return 2
    }
    func isSame(_ other: Violation?) -> Bool {
      other?.description.prefix(16) == complaint.description.prefix(16)
    }
    var size = max(1, bytes.count / 2)
    while true {
      let before = bytes.count
      var start = 0
      while start < bytes.count {
        var shorter = bytes
        shorter.removeSubrange(start..<min(bytes.count, start + size))
        if isSame(violation(of: shorter)) { bytes = shorter } else { start += size }
      }
      if size == 1, bytes.count == before { break }
      size = max(1, size / 2)
    }
    _ = write(STDOUT_FILENO, bytes, bytes.count)
    return 0
  }

  /// `growth SECONDS WORDS`: looks for repetitions that take more than their share of time.
  private static func measureGrowth(_ arguments: [String]) -> CInt {
    guard arguments.count == 2, let seconds = Double(arguments[0]),
      let words = FuzzWords(file: arguments[1])
    else {
      complain("growth SECONDS WORDS")
      return 2
    }
    var growth = TimeGrowth(of: target, words: words.words, seed: UInt64(time(nil)))
    let found = growth.search(seconds: seconds)
    for finding in found { complain("\(target.name): \(finding)") }
    print("\(target.name): \(growth.measured) repetitions measured, \(found.count) grow too fast")
    return found.isEmpty ? 0 : 1
  }

  static func complain(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
