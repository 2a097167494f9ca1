/// The report for people: `path:line:column: severity: message [rule]`, the line with a caret under
/// the place, why it matters at each rule's first finding, and what to do. `[*]` marks what can be
/// mended without a guess.
public struct TextReport: ReportWriter {
  /// What is shown, and how.
  public struct Options: Sendable {
    /// Colours or none.
    public var style: TerminalStyle
    /// How many columns lines of source have.
    public var width: Int
    /// Whether notes are shown, and a line for each document.
    public var isVerbose: Bool
    /// Whether there is no summary.
    public var isQuiet: Bool
    /// Whether warnings count as errors.
    public var isStrict: Bool

    /// See the properties.
    public init(
      style: TerminalStyle = TerminalStyle(hasColours: false),
      width: Int = 100,
      isVerbose: Bool = false,
      isQuiet: Bool = false,
      isStrict: Bool = false
    ) {
      self.style = style
      self.width = width
      self.isVerbose = isVerbose
      self.isQuiet = isQuiet
      self.isStrict = isStrict
    }
  }

  private let options: Options
  private let style: TerminalStyle
  /// The rules whose reason was given.
  private var explained: Set<String> = []

  /// A report that is shown as told.
  public init(_ options: Options = Options()) {
    self.options = options
    style = options.style
  }

  /// Nothing stands there.
  public mutating func begin(into output: inout [UInt8]) {}

  /// One paragraph a diagnostic. A document that could not be checked is the affair of standard
  /// error.
  public mutating func add(_ document: DocumentReport, into output: inout [UInt8]) {
    guard document.failure == nil else { return }
    let name = TerminalStyle.harmless(document.name)
    var folded = FoldedFindings()
    for diagnostic in document.diagnostics {
      guard diagnostic.severity != .info || options.isVerbose else { continue }
      guard options.isVerbose || folded.shows(diagnostic) else { continue }
      add(diagnostic, of: name, document.excerpts, into: &output)
    }
    for line in folded.lines {
      output.append("\(name): \(TerminalStyle.harmless(line)); --verbose shows them\n\n")
    }
    addUntold(document, name, into: &output)
    if options.isVerbose, !options.isQuiet {
      let errors = document.found.errors
      let verdict =
        document.isValid ? "valid" : errors > 0 ? counted(errors, "error") : "no new error"
      let entries = document.entries == 1 ? "1 entry" : "\(document.entries) entries"
      output.append("\(name): \(document.kind.name), \(entries), \(verdict)\n\n")
    }
  }

  private mutating func add(
    _ diagnostic: Diagnostic,
    of name: String,
    _ excerpts: SourceExcerpts,
    into output: inout [UInt8]
  ) {
    let place =
      diagnostic.line > 0 ? "\(name):\(diagnostic.line):\(diagnostic.column):" : "\(name):"
    let severity = style.severity(diagnostic.severity, diagnostic.severity.rawValue + ":")
    let message = style.bold(TerminalStyle.harmless(diagnostic.message))
    let rule = style.faint("[\(diagnostic.rule)]")
    let mark = diagnostic.fix == nil ? "" : " " + style.bold("[*]")
    output.append("\(style.bold(place)) \(severity) \(message) \(rule)\(mark)\n")
    addSource(diagnostic, excerpts, into: &output)
    if let help = diagnostic.help {
      output.append("  \(style.bold("help:")) \(TerminalStyle.harmless(help))\n")
    }
    if explained.insert(diagnostic.rule).inserted, let rule = Rule.named(diagnostic.rule) {
      output.append("  \(style.bold("why:")) \(rule.why)\n")
    }
    output.append("\n")
  }

  private func addSource(
    _ diagnostic: Diagnostic,
    _ excerpts: SourceExcerpts,
    into output: inout [UInt8]
  ) {
    let column = max(1, diagnostic.column)
    guard let excerpt = excerpts.excerpt(line: diagnostic.line, column: column) else { return }
    let number = String(diagnostic.line)
    let space = String(repeating: " ", count: max(1, 5 - number.utf8.count))
    let line = CaretLine(
      excerpt.bytes,
      place: column - excerpt.firstColumn,
      width: options.width - space.utf8.count - number.utf8.count - 3,
      isCutBefore: excerpt.firstColumn > 1,
      isCutAfter: excerpt.isCut
    )
    let gutter = String(repeating: " ", count: space.utf8.count + number.utf8.count)
    let indent = String(repeating: " ", count: line.indent)
    output.append("\(style.gutter("\(space)\(number) |")) \(line.text)\n")
    output.append(
      "\(style.gutter("\(gutter) |")) \(indent)\(style.severity(diagnostic.severity, "^"))\n"
    )
  }

  private func addUntold(_ document: DocumentReport, _ name: String, into output: inout [UInt8]) {
    var untold = document.untold
    if !options.isVerbose { untold.notes = 0 }
    guard untold.all > 0 else { return }
    output.append("\(name): and \(words(untold)) more; --max-diagnostics N shows more\n\n")
  }

  /// A line that sums it up.
  public mutating func end(_ total: ReportTotal, into output: inout [UInt8]) {
    guard !options.isQuiet else { return }
    let documents = total.documents
    var found = total.found
    found.notes = 0
    var line: String
    if documents == 0 {
      line = "nothing was checked"
    } else if found.all == 0 {
      line =
        total.known > 0
        ? "nothing new in \(counted(documents, "file"))"
        : documents == 1 ? "1 file is valid" : "\(documents) files are valid"
    } else if documents == 1 {
      line = words(found)
    } else {
      line = "\(words(found)) in \(total.documentsWithFindings) of \(documents) files"
    }
    if options.isStrict, found.warnings > 0 {
      line += "; --strict counts warnings as errors"
    }
    if total.found.notes > 0 {
      line += "; \(counted(total.found.notes, "note"))"
      if !options.isVerbose { line += ", shown with --verbose" }
    }
    if total.known > 0 { line += "; \(total.known) known to the baseline" }
    if total.failures > 0 { line += "; \(counted(total.failures, "file")) could not be checked" }
    if total.mended > 0 { line = "\(total.mended) mended; " + line }
    output.append(line + "\n")
    if total.gone > 0 {
      output.append(
        "\(counted(total.gone, "finding")) of the baseline \(total.gone == 1 ? "is" : "are") "
          + "gone; --write-baseline writes it anew\n"
      )
    }
    if total.fixable > 0 { output.append("[*] \(total.fixable) can be mended with --fix\n") }
  }

  /// `2 errors, 1 warning and 3 notes`.
  private func words(_ tally: Tally) -> String {
    var parts: [String] = []
    if tally.errors > 0 { parts.append(counted(tally.errors, "error")) }
    if tally.warnings > 0 { parts.append(counted(tally.warnings, "warning")) }
    if tally.notes > 0 { parts.append(counted(tally.notes, "note")) }
    guard let last = parts.popLast() else { return "nothing" }
    return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
  }
}
