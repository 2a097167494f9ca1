import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Results on standard output, everything else on standard error; a line is written at once, for whoever
/// waits for it.
enum Messages {
  static func result(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

  static func note(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

  static func error(_ message: String, at place: String? = nil, help: String? = nil) {
    var text = place.map { $0 + ": " } ?? ""
    text += "error: \(message)\n"
    if let help { text += "  help: \(help)\n" }
    write(text, to: STDERR_FILENO)
  }

  static func show(_ problem: SourceProblem) {
    var place = problem.path
    if let line = problem.line {
      place += ":\(line)"
      if let column = problem.column { place += ":\(column)" }
    }
    error(problem.message, at: place, help: problem.help)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      guard written > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
