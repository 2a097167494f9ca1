/// The rules reference, as Markdown.
public enum RulesReference {
  /// The whole document. Regenerate the one in the package with
  /// `swift run tidings rules --format markdown --output FILE`.
  public static func markdown(_ rules: [Rule]) -> [UInt8] {
    let groups = RuleSubject.groups(of: rules)
    var output: [UInt8] = []
    output.append(
      """
      # Rules

      What `tidings validate` looks for: \(rules.count) rules. `tidings explain RULE` prints the same.
      `--disable RULE`, `--enable RULE` and `--rule RULE=warning` change what counts, and so does the
      section `validate:` of `tidings.yml`. What `--fix` mends where that takes no guess is marked.

      This file is generated; see the end.


      """
    )
    for (subject, rules) in groups {
      output.append(
        "## \(subject.rawValue)\n\n| rule | severity | mended | formats | what has to hold |\n"
      )
      output.append("|---|---|---|---|---|\n")
      for rule in rules {
        let formats = rule.formats.names.joined(separator: ", ")
        output.append(
          "| [`\(rule.id)`](#\(rule.id)) | \(rule.severityName) | \(rule.isFixable ? "yes" : "") | "
        )
        output.append("\(formats) | ")
        output.append("\(escape(rule.summary).replacing("|", with: "\\|")) |\n")
      }
      output.append("\n")
    }
    for (_, rules) in groups {
      for rule in rules { append(rule, to: &output) }
    }
    output.append("---\n\nRegenerate this file after a change to a rule:\n\n")
    output.append("    \(command)\n")
    return output
  }

  /// Where the package keeps the document.
  public static let path = "Sources/FeedValidation/FeedValidation.docc/Rules.md"

  /// What writes it anew.
  public static let command = "swift run tidings rules --format markdown --output \(path)"

  private static func append(_ rule: Rule, to output: inout [UInt8]) {
    output.append("### \(rule.id)\n\n")
    let formats = rule.formats.names.joined(separator: ", ")
    output.append("**\(rule.severityName)**, in \(formats). \(escape(rule.summary)).\n\n")
    output.append("\(escape(rule.why))\n\n\(escape(rule.help))\n\n")
    if rule.isFixable {
      output.append("`tidings validate --fix` mends it where that takes no guess.\n\n")
    }
    for example in rule.examples.failing { append(example, "Fails", to: &output) }
    for example in rule.examples.passing { append(example, "Passes", to: &output) }
    output.append("[Specification](\(rule.spec))")
    if !rule.w3c.isEmpty {
      let names = rule.w3c.map { "`\($0)`" }.joined(separator: ", ")
      output.append(" · W3C Feed Validator: \(names)")
    }
    output.append("\n\n")
  }

  private static func append(_ example: Example, _ verdict: String, to output: inout [UInt8]) {
    output.append("\(verdict)\(example.frame.words):\n\n```\n")
    for line in ExampleText(example).lines { output.append(line + "\n") }
    output.append("```\n\n")
  }

  /// Markup in sentences is meant as text.
  private static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "<&*_`[".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
