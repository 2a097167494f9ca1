import ArgumentParser
import FeedModel
import FeedSources
import FeedValidation

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a rule is about, why it matters, and what to do.",
    discussion: """
      Takes the name of a message of the W3C Feed Validator, too, and lists the rules that mean the \
      same; and what the names of rules begin with, such as guid.

      Exit status: 0 explained, 2 there is no such rule.
      """
  )

  @Argument(help: "A rule, such as guid-missing, or a W3C message, such as MissingGuid.")
  var rule: String

  func run() throws {
    let terminal = Terminal()
    let style = TerminalStyle(hasColours: terminal.outputHasColours)
    do {
      if let rule = Rule.named(rule.lowercased()) {
        try terminal.write(RuleExplanation.text(rule, style: style))
        return
      }
      let rules = Rule.answering(toW3C: rule)
      if rules.count == 1 {
        try terminal.write(RuleExplanation.text(rules[0], style: style))
        return
      }
      let family = Rule.family(rule)
      if !rules.isEmpty || !family.isEmpty {
        try terminal.write(RuleTable.text(rules.isEmpty ? family : rules, style: style))
        return
      }
    } catch {
      try terminal.fail(error)
    }
    let names = Set(Rule.all.flatMap(\.w3c)).sorted()
    let nearest = Rule.nearestID(to: rule) ?? NearestWord.to(rule, among: names)
    terminal.showError(
      "there is no rule named “\(rule)”",
      help: nearest.map { "did you mean \($0)?" } ?? "tidings rules lists them"
    )
    throw ExitCode(2)
  }
}
