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

  @Option(help: "How the list is written.")
  var format = Format.text

  @Option(name: .shortAndLong, help: "The file to write to, instead of standard output.")
  var output: String?

  func run() throws {
    let terminal = Terminal()
    let bytes =
      switch format {
      case .text:
        RuleTable.text(
          Rule.all,
          style: TerminalStyle(hasColours: output == nil && terminal.outputHasColours)
        )
      case .json: RuleJSON.bytes(Rule.all)
      case .markdown: RulesReference.markdown(Rule.all)
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
}
