import FeedPublishing
import FeedSources
import FeedValidation

/// What the command line and `tidings.yml` say of rules.
enum RuleOptions {
  /// Other severities than the rules' own; the command line outweighs the configuration, and `--rule`
  /// outweighs `--enable` and `--disable`.
  static func severities(
    configured: [String: Diagnostic.Severity?],
    disabled: [String],
    enabled: [String],
    set: [String]
  ) throws(SourceProblem) -> [String: Diagnostic.Severity?] {
    var severities = configured
    for id in ids(disabled) {
      severities.updateValue(nil, forKey: try rule(id, "--disable").id)
    }
    for id in ids(enabled) {
      let rule = try rule(id, "--enable")
      // A rule that is off by default is one of taste.
      severities.updateValue(rule.severity ?? .warning, forKey: rule.id)
    }
    for text in ids(set) {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let word = SeverityWord(rawValue: String(parts[1])) else {
        throw SourceProblem(
          path: "--rule",
          message: parts.count == 2
            ? "“\(parts[1])” is no severity" : "“\(text)” is not RULE=SEVERITY",
          help:
            "the severities are \(SeverityWord.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      severities.updateValue(word.severity, forKey: try rule(String(parts[0]), "--rule").id)
    }
    return severities
  }

  private static func ids(_ options: [String]) -> [String] {
    options.flatMap { $0.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init) }
  }

  private static func rule(_ id: String, _ option: String) throws(SourceProblem) -> Rule {
    if let rule = Rule.named(id) { return rule }
    let meant = Rule.answering(toW3C: id).map(\.id)
    guard meant.isEmpty else {
      throw SourceProblem(
        path: option,
        message: "“\(id)” is a message of the W3C Feed Validator, not a rule",
        help: meant.count == 1
          ? "the rule is \(meant[0])" : "the rules are \(meant.joined(separator: ", "))"
      )
    }
    throw SourceProblem(
      path: option,
      message: "there is no rule named “\(id)”",
      help: Rule.nearestID(to: id).map { "did you mean \($0)?" } ?? "tidings rules lists them"
    )
  }
}
