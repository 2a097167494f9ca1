import FeedModel
import FeedSources
import FeedValidation

/// The `validate:` section of `tidings.yml`: what counts as wrong, and what is known.
public struct ValidationConfiguration: Sendable {
  /// Other severities than the rules' own, by id; `nil` turns a rule off.
  public var severities: [String: Diagnostic.Severity?] = [:]
  /// The file of known findings; `nil` for none.
  public var baseline: BaselinePlace?
  /// Whether warnings count as errors.
  public var isStrict = false

  /// Rules as they are, and nothing known.
  public init() {}
}

/// Which file of known findings a configuration names, and where it does.
public struct BaselinePlace: Sendable, Equatable {
  /// The path to open.
  public var path: String
  /// The configuration.
  public var configuration: String
  /// The line of the configuration, from 1.
  public var line: Int
  /// The column, in bytes from 1.
  public var column: Int
}

/// Severities as they are written.
public enum SeverityWord: String, CaseIterable, Sendable {
  /// Invalid.
  case error
  /// Doubtful.
  case warning
  /// Worth knowing.
  case info
  /// Not looked for.
  case off

  /// The severity; `nil` for none.
  public var severity: Diagnostic.Severity? { Diagnostic.Severity(rawValue: rawValue) }
}

enum ValidateSection {
  static func read(
    _ top: ConfigurationMapping,
    folder: String
  ) throws(SourceProblem) -> ValidationConfiguration {
    var configuration = ValidationConfiguration()
    guard let node = top["validate"] else { return configuration }
    let section = try ConfigurationMapping(
      node,
      name: "validate",
      path: top.path,
      keys: ["rules", "baseline", "strict"]
    )
    if let baseline = try section.text("baseline"), let position = section["baseline"]?.position {
      configuration.baseline = BaselinePlace(
        path: baseline.hasPrefix("/") || folder == "." ? baseline : "\(folder)/\(baseline)",
        configuration: top.path,
        line: position.line,
        column: position.column
      )
    }
    configuration.isStrict = try section.flag("strict") ?? false
    guard let rules = section["rules"] else { return configuration }
    guard let mapping = rules.asMapping else {
      throw section.wrongType("rules", rules, expected: "a mapping of rules to severities")
    }
    for entry in mapping.entries {
      guard Rule.named(entry.key) != nil else { throw unknown(entry, in: section) }
      let word = entry.node.asString.flatMap(SeverityWord.init)
      guard let word else {
        throw section.problem(
          at: entry.node,
          "\(entry.key) must be \(SeverityWord.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      configuration.severities.updateValue(word.severity, forKey: entry.key)
    }
    return configuration
  }

  private static func unknown(
    _ entry: DataMapping.Entry,
    in section: ConfigurationMapping
  ) -> SourceProblem {
    SourceProblem(
      path: section.path,
      line: entry.keyPosition.line,
      column: entry.keyPosition.column,
      message: "there is no rule named `\(entry.key)`",
      help: Rule.nearestID(to: entry.key).map { "did you mean `\($0)`?" }
        ?? "`tidings rules` lists them"
    )
  }
}
