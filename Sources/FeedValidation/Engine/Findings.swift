import FeedXML

/// Gathers what is wrong with one document, under a configuration, within bounds.
final class Findings {
  /// After so many of a rule the rest is only counted, unless the settings say otherwise.
  static let mostOfARule = 200

  private let settings: ValidationSettings
  /// What is less bad is not told of.
  private let least: Diagnostic.Severity
  private(set) var diagnostics: [Diagnostic] = []
  /// How often each rule spoke, told or not.
  private(set) var counts: [String: Int] = [:]
  private(set) var worst: Diagnostic.Severity?
  /// Of the rules that are told once: where, its message, and how often they are broken.
  private var tallies: [String: (index: Int, message: String, count: Int)] = [:]

  /// What has one reason for a whole document, the settings that a site was built with, is told once.
  private static let toldOnce = [Rule.hostNotPublic.id, Rule.hostPrivate.id]

  init(settings: ValidationSettings, least: Diagnostic.Severity = .info) {
    self.settings = settings
    self.least = least
  }

  /// Whether a rule may speak.
  func isOn(_ rule: Rule) -> Bool {
    severity(of: rule) != nil
  }

  private func severity(of rule: Rule) -> Diagnostic.Severity? {
    guard let severity = settings.severity(of: rule), severity >= least else { return nil }
    return severity
  }

  func add(_ finding: Finding, path: @autoclosure () -> String?, entryIndex: Int?) {
    guard let severity = severity(of: finding.rule) else { return }
    if addToTally(finding) { return }
    let count = counts[finding.rule.id, default: 0] + 1
    counts[finding.rule.id] = count
    if worst.map({ $0 < severity }) ?? true { worst = severity }
    guard count <= settings.mostOfARule else { return }
    var diagnostic =
      Diagnostic(
        rule: finding.rule.id,
        severity: severity,
        message: Excerpt.oneLine(finding.message),
        line: finding.position.line,
        column: finding.position.column,
        path: finding.path ?? path(),
        element: finding.element,
        attribute: finding.attribute,
        help: finding.help ?? finding.rule.help,
        entryIndex: entryIndex
      )
    diagnostic.replacement = finding.replacement
    diagnostics.append(diagnostic)
  }

  /// Forgets what a rule said of a place.
  func remove(_ rule: Rule, at position: SourcePosition) {
    remove { $0.rule == rule.id && $0.line == position.line && $0.column == position.column }
  }

  /// Forgets all that a rule said.
  func remove(_ rule: Rule) {
    guard counts[rule.id] != nil else { return }
    remove { $0.rule == rule.id }
    counts[rule.id] = nil
  }

  private func remove(_ isMeant: (Diagnostic) -> Bool) {
    guard let last = diagnostics.lastIndex(where: isMeant) else { return }
    let rule = diagnostics[last].rule
    let before = diagnostics.count
    diagnostics.removeAll(where: isMeant)
    counts[rule, default: 0] -= before - diagnostics.count
    if counts[rule] == 0 { counts[rule] = nil }
    worst = diagnostics.map(\.severity).max()
    for id in tallies.keys {
      // Gone with what was removed, the next one is told instead.
      guard let index = diagnostics.firstIndex(where: { $0.rule == id }) else {
        tallies[id] = nil
        continue
      }
      tallies[id]?.index = index
    }
  }

  /// Counts another finding of a rule that is told once. False if it is to be told.
  private func addToTally(_ finding: Finding) -> Bool {
    guard Self.toldOnce.contains(finding.rule.id) else { return false }
    guard var tally = tallies[finding.rule.id] else {
      tallies[finding.rule.id] = (diagnostics.count, finding.message, 0)
      return false
    }
    tally.count += 1
    tallies[finding.rule.id] = tally
    let others = tally.count == 1 ? "another address has" : "\(tally.count) other addresses have"
    if tally.index < diagnostics.count {
      diagnostics[tally.index].message = tally.message + "; \(others) such a host"
    }
    return true
  }

  /// Forgets all there is.
  func removeAll() {
    tallies = [:]
    diagnostics = []
    counts = [:]
    worst = nil
  }

  func add(_ diagnostic: Diagnostic) {
    counts[diagnostic.rule, default: 0] += 1
    if worst.map({ $0 < diagnostic.severity }) ?? true { worst = diagnostic.severity }
    diagnostics.append(diagnostic)
  }
}

/// What a validation is told by its user.
public struct ValidationSettings: Sendable {
  /// Other severities than the rules' own, by id; `nil` turns a rule off.
  public var severities: [String: Diagnostic.Severity?]
  /// Now, in seconds since 1970 in UTC.
  public var now: Int64
  /// Where the document is, against which its link to itself is held.
  public var location: DocumentLocation
  /// The charset that the server named; `nil` where there was no server, or it named none.
  public var charset: String?
  /// How the document came from its server; `nil` where there was none.
  public var delivery: Delivery?
  /// After so many findings of a rule the rest is only counted.
  public var mostOfARule = Findings.mostOfARule

  /// See the properties.
  public init(
    now: Int64,
    severities: [String: Diagnostic.Severity?] = [:],
    location: DocumentLocation = .unknown,
    charset: String? = nil
  ) {
    self.now = now
    self.severities = severities
    self.location = location
    self.charset = charset
  }

  /// How bad a broken rule is; `nil` if it is off.
  public func severity(of rule: Rule) -> Diagnostic.Severity? {
    if let own = severities[rule.id] { return own }
    return rule.severity
  }
}
