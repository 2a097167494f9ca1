import ArgumentParser
import FeedPublishing
import FeedSources
import FeedValidation

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules that feeds are held against."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Argument(
    help: ArgumentHelp(
      "What the rules' names begin with, such as guid, or their subject; all if left out.",
      valueName: "beginning"
    )
  )
  var beginnings: [String] = []

  @Option(help: "How the list is written.")
  var format = Format.text

  @Option(name: .shortAndLong, help: "The file to write to, instead of standard output.")
  var output: String?

  func run() throws {
    let terminal = Terminal()
    let rules = try chosen(terminal)
    let bytes =
      switch format {
      case .text:
        RuleTable.text(
          rules,
          style: TerminalStyle(hasColours: output == nil && terminal.outputHasColours)
        )
      case .json: RuleJSON.bytes(rules)
      case .markdown: RulesReference.markdown(rules)
      }
    do {
      if let output {
        try WholeFile.write(bytes, to: output)
      } else {
        try terminal.write(bytes)
      }
    } catch {
      try terminal.fail(error)
    }
  }

  private func chosen(_ terminal: Terminal) throws -> [Rule] {
    guard !beginnings.isEmpty else { return Rule.all }
    var chosen: Set<String> = []
    for beginning in beginnings {
      let found = Rule.family(beginning)
      guard !found.isEmpty else {
        terminal.showError(
          "no rule's name begins with “\(TerminalStyle.harmless(beginning))”",
          help: Rule.nearestID(to: beginning).map { "did you mean \($0)?" }
            ?? "tidings rules lists all"
        )
        throw ExitCode(2)
      }
      chosen.formUnion(found.map(\.id))
    }
    return Rule.all.filter { chosen.contains($0.id) }
  }
}
