/// Workflow commands, which GitHub Actions shows as annotations at the lines of a change.
///
/// GitHub shows ten of a kind for each step. Where there are more, the tenth says how many: those
/// shown are of as many rules as possible.
public struct GitHubReport: ReportWriter {
  /// So many of a kind are shown where there are more than GitHub shows.
  static let shown = 9

  private struct Annotation {
    var order: Int
    var text: String
  }

  /// The annotations of one severity.
  private struct Kind {
    var count = 0
    /// The first finding of each rule.
    var leading: [Annotation] = []
    /// The first few of the others.
    var others: [Annotation] = []
    var rules: Set<String> = []
  }

  private var kinds: [Diagnostic.Severity: Kind] = [:]
  private let isStrict: Bool
  private let showsNotes: Bool

  /// An empty report.
  ///
  /// - Parameters:
  ///   - isStrict: Whether warnings count as errors.
  ///   - showsNotes: Whether notes take up annotations, too.
  public init(isStrict: Bool = false, showsNotes: Bool = true) {
    self.isStrict = isStrict
    self.showsNotes = showsNotes
  }

  /// Nothing stands there.
  public mutating func begin(into output: inout [UInt8]) {}

  /// Remembers what may be shown.
  public mutating func add(_ document: DocumentReport, into output: inout [UInt8]) {
    if let failure = document.failure {
      let text = GitHubReport.command(.error, file: document.name, title: nil, failure)
      remember(Annotation(order: 0, text: text), of: .error, rule: "file \(document.name)")
    }
    for var diagnostic in document.diagnostics {
      guard diagnostic.severity != .info || showsNotes else { continue }
      diagnostic.severity = shown(diagnostic.severity)
      remember(
        GitHubReport.annotation(diagnostic, document.name),
        of: diagnostic.severity,
        rule: diagnostic.rule
      )
    }
    for severity in Diagnostic.Severity.allCases where severity != .info || showsNotes {
      kinds[shown(severity), default: Kind()].count += document.untold[severity]
    }
  }

  private func shown(_ severity: Diagnostic.Severity) -> Diagnostic.Severity {
    isStrict && severity == .warning ? .error : severity
  }

  private mutating func remember(
    _ annotation: @autoclosure () -> Annotation,
    of severity: Diagnostic.Severity,
    rule: String
  ) {
    var kind = kinds.removeValue(forKey: severity) ?? Kind()
    kind.count += 1
    let isFirst = kind.rules.insert(rule).inserted
    if isFirst ? kind.leading.count <= GitHubReport.shown : kind.others.count <= GitHubReport.shown
    {
      var annotation = annotation()
      annotation.order = kind.count
      if isFirst { kind.leading.append(annotation) } else { kind.others.append(annotation) }
    }
    kinds[severity] = kind
  }

  private static func annotation(_ diagnostic: Diagnostic, _ name: String) -> Annotation {
    var text = TerminalStyle.harmless(diagnostic.message)
    if let help = diagnostic.help { text += "\n" + TerminalStyle.harmless(help) }
    return Annotation(
      order: 0,
      text: command(
        diagnostic.severity,
        file: name,
        line: diagnostic.line,
        column: diagnostic.column,
        title: diagnostic.rule,
        text
      )
    )
  }

  /// Writes the annotations, the worst kind first, each kind in the order of documents.
  public mutating func end(_ total: ReportTotal, into output: inout [UInt8]) {
    for severity in Diagnostic.Severity.allCases.reversed() {
      guard let kind = kinds[severity], kind.count > 0 else { continue }
      let most = kind.count > GitHubReport.shown + 1 ? GitHubReport.shown : kind.count
      let annotations = (kind.leading + kind.others).prefix(most).sorted { $0.order < $1.order }
      for annotation in annotations { output.append(annotation.text) }
      let rest = kind.count - annotations.count
      guard rest > 0 else { continue }
      output.append(
        GitHubReport.command(
          severity,
          title: "tidings validate",
          "and \(rest) more \(severity == .info ? "notes" : "\(severity.rawValue)s")"
        )
      )
    }
  }

  /// One command. GitHub's name for what is worth knowing is `notice`.
  private static func command(
    _ severity: Diagnostic.Severity,
    file: String? = nil,
    line: Int = 0,
    column: Int = 0,
    title: String?,
    _ message: String
  ) -> String {
    var properties: [String] = []
    if let file { properties.append("file=" + escape(file, isProperty: true)) }
    if line > 0 { properties.append("line=\(line),col=\(column)") }
    if let title { properties.append("title=" + escape(title, isProperty: true)) }
    let name = severity == .info ? "notice" : severity.rawValue
    return "::\(name) \(properties.joined(separator: ","))::\(escape(message, isProperty: false))\n"
  }

  /// What the runner's toolkit escapes, and no more.
  static func escape(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
