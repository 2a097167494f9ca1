import ArgumentParser
import FeedPublishing
import FeedSources
import FeedValidation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output for results, standard error for everything else; colour on a terminal only.
struct Terminal: Sendable {
  /// Whether standard error is read by a person.
  let errorIsTerminal: Bool
  /// Whether standard output is read by a person.
  let outputIsTerminal: Bool
  /// Whether standard output has colours.
  let outputHasColours: Bool
  /// Whether standard error has colours.
  var errorHasColours: Bool { colours }
  private let colours: Bool

  init() {
    errorIsTerminal = isatty(STDERR_FILENO) == 1
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    // https://no-color.org
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    colours = errorIsTerminal && !refused
    outputHasColours = outputIsTerminal && !refused
  }

  /// How many columns standard output has; `nil` where it is no terminal.
  var outputWidth: Int? {
    var size = winsize()
    guard outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Prints lines of results.
  func print(_ lines: [String]) {
    write(lines.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
  }

  /// Shows a problem with a source, as `file:line:column: error: message`.
  func show(_ problem: SourceProblem) {
    var place = problem.path
    if let line = problem.line {
      place += ":\(line)"
      if let column = problem.column { place += ":\(column)" }
    }
    showError(problem.message, at: place, help: problem.help)
  }

  /// Shows why a document was refused.
  func show(_ refusal: BuildReport.Refusal) {
    show(refusal.diagnostic, in: refusal.path, from: refusal.source)
  }

  /// Shows what is wrong with a document that is not written.
  func show(_ finding: Diagnostic, in path: String, from source: String? = nil) {
    let place = "\(path):\(finding.line):\(finding.column)"
    let origin = source.map { " (from \($0))" } ?? ""
    showError(finding.message + origin + " [\(finding.rule)]", at: place, help: finding.help)
  }

  /// Shows an error.
  func showError(_ message: String, at place: String? = nil, help: String? = nil) {
    var text = place.map { bold($0 + ": ") } ?? ""
    text += red("error: ") + bold(message) + "\n"
    if let help { text += "  help: \(help)\n" }
    write(text, to: STDERR_FILENO)
  }

  /// Shows a failure of the system, and leaves. Whoever closed the pipe does not want to hear of it.
  func fail(_ error: any Error) throws -> Never {
    if let error = error as? FileError, error.code != EPIPE {
      showError("cannot \(error.action): \(error.reason)", at: error.path)
    }
    throw ExitCode(2)
  }

  /// Says how many errors there were and what follows from it.
  func showSummary(of count: Int) {
    write(
      "\(count) error\(count == 1 ? "" : "s"); no file was changed.\n",
      to: STDERR_FILENO
    )
  }

  /// Shows what its user should look at, though nothing failed.
  func showWarning(_ message: String, help: String? = nil) {
    var text = "\(bold("warning:")) \(message)\n"
    if let help { text += "  help: \(help)\n" }
    write(text, to: STDERR_FILENO)
  }

  /// Shows something to know that is no result.
  func showNote(_ message: String) {
    write("\(bold("note:")) \(message)\n", to: STDERR_FILENO)
  }

  /// Writes to standard output as it is.
  func write(_ bytes: [UInt8]) throws(FileError) {
    let code = write(bytes[...], to: STDOUT_FILENO)
    guard code == 0 else { throw FileError("write", "standard output", code: code) }
  }

  /// Writes to standard error as it is.
  func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Writes to standard error as it is.
  func writeError(_ bytes: [UInt8]) { _ = write(bytes[...], to: STDERR_FILENO) }

  private func bold(_ text: String) -> String { colours ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func red(_ text: String) -> String { colours ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text }

  private func write(_ text: String, to descriptor: Int32) {
    // Whoever closed the pipe does not want the rest.
    _ = write(Array(text.utf8)[...], to: descriptor)
  }

  /// Returns the system's number for an error, or 0.
  private func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      guard written > 0 || errno == EINTR else { return errno }
      rest = rest.dropFirst(max(0, written))
    }
    return 0
  }
}
