/// All that there is to say of a rule, for people: `tidings explain`.
public enum RuleExplanation {
  private static let width = 88
  static let fixable = "tidings validate --fix mends it where that takes no guess."

  /// The explanation of a rule.
  public static func text(_ rule: Rule, style: TerminalStyle) -> [UInt8] {
    var output: [UInt8] = []
    let severity =
      rule.severity.map { style.severity($0, $0.rawValue) } ?? style.faint("off unless enabled")
    let formats = rule.formats.names.joined(separator: ", ")
    output.append("\(style.bold(rule.id)): \(severity), in \(formats)\n\n")
    paragraph(rule.summary + ".", to: &output)
    paragraph("Why: " + rule.why, to: &output)
    paragraph("Mend: " + rule.help, to: &output)
    for example in rule.examples.failing { show(example, "Fails", style, to: &output) }
    for example in rule.examples.passing { show(example, "Passes", style, to: &output) }
    if rule.isFixable { paragraph(fixable, to: &output) }
    output.append("Specification: \(rule.spec)\n")
    if !rule.w3c.isEmpty {
      output.append("W3C Feed Validator: \(rule.w3c.joined(separator: ", "))\n")
    }
    return output
  }

  private static func show(
    _ example: Example,
    _ verdict: String,
    _ style: TerminalStyle,
    to output: inout [UInt8]
  ) {
    output.append(style.bold("\(verdict)\(example.frame.words):") + "\n\n")
    for line in ExampleText(example).lines {
      output.append(line.isEmpty ? "\n" : "    \(line)\n")
    }
    output.append("\n")
  }

  /// Broken between words.
  private static func paragraph(_ text: String, to output: inout [UInt8]) {
    var used = 0
    for word in text.split(separator: " ") {
      let length = word.unicodeScalars.count
      if used > 0 {
        let fits = used + 1 + length <= width
        output.append(fits ? " " : "\n")
        used = fits ? used + 1 : 0
      }
      output.append(String(word))
      used += length
    }
    output.append("\n\n")
  }
}
