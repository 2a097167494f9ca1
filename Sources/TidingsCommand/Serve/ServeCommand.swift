import ArgumentParser
import ServeArguments

struct ServeCommand: ParsableCommand {
  private static let name = "serve"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: ServeArguments.abstract,
    discussion: ServeArguments.discussion
  )

  @OptionGroup var arguments: ServeArguments

  func run() throws {
    let terminal = Terminal()
    let words = CommandLine.arguments.drop { $0 != Self.name }.dropFirst()
    let program = SiblingProgram(name: "tidings-serve")
    guard let path = program.path else {
      terminal.showError(
        "tidings-serve is not there, which tidings serve starts",
        help: "swift build -c release --product tidings-serve makes it; put it beside tidings, "
          + "or into a folder of PATH"
      )
      throw ExitCode(PublishExit.unavailable)
    }
    let code = SiblingProgram.become(path, Array(words))
    terminal.showError(
      "cannot start it: \(SiblingProgram.reason(code))",
      at: path,
      help: "is it a program of this machine?"
    )
    throw ExitCode(PublishExit.unavailable)
  }
}
