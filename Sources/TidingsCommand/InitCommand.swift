import ArgumentParser
import FeedPublishing
import FeedSources

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Looks at a site's folder and writes a tidings.yml that builds.",
    discussion: """
      Finds the site generator by its files, its title and address in its configuration, the folder \
      of posts and the addresses of their pages. What cannot be found is marked in the file.

      Exit status: 0 written, 2 trouble.
      """
  )

  @Argument(help: "The site's folder.")
  var folder = "."

  @Flag(help: "Replace a configuration that is there.")
  var force = false

  @Flag(help: "Print the configuration instead of writing it.")
  var print = false

  func run() throws {
    let terminal = Terminal()
    do {
      let draft = try ConfigurationDraft(lookingAt: folder)
      if print {
        terminal.print([draft.text.dropLastNewline()])
        return
      }
      try draft.write(replacing: force)
      terminal.print(draft.findings + ["wrote \(draft.path)", "next: " + draft.nextStep])
    } catch let problem as SourceProblem {
      terminal.show(problem)
      throw ExitCode(2)
    } catch let error as FileError {
      terminal.showError("\(error.path): cannot \(error.action): \(error.reason)")
      throw ExitCode(2)
    }
  }
}

extension String {
  fileprivate func dropLastNewline() -> String {
    hasSuffix("\n") ? String(dropLast()) : self
  }
}
