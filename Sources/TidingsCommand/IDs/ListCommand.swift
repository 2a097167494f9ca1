import ArgumentParser
import FeedJSON
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

extension IDsCommand {
  struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists the posts that the ledger knows, with their ids.",
      discussion: "Exit status: 0 listed, 2 trouble, also when there is no ledger."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, json
    }

    @Option(help: "How the list is written.")
    var format = Format.text

    @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
    var config: String?

    func run() throws {
      let terminal = Terminal()
      do {
        let lines = try ledger().entries.map(\.line)
        switch format {
        case .text: terminal.print(Self.table(lines))
        case .json: try terminal.write(Self.json(lines))
        }
      } catch let problem as SourceProblem {
        terminal.show(problem)
        throw ExitCode(2)
      } catch let error as FileError {
        try terminal.fail(error)
      }
    }

    private func ledger() throws(SourceProblem) -> IDLedger {
      let site = try IDsCommand.configuration(config)
      let ledger = try IDLedger(reading: site.ledgerPath ?? site.usualLedgerPath)
      guard !ledger.isNew else {
        throw SourceProblem(
          path: ledger.path,
          message: "there is no ledger of ids yet",
          help: site.ledgerPath == nil
            ? "`tidings ids adopt FEED` begins one, and so does an empty file of this name"
            : "`tidings build` begins it"
        )
      }
      return ledger
    }

    private static func table(_ lines: [LedgerLine]) -> [String] {
      TextTable.lines(
        lines.map { line in
          [
            TerminalStyle.harmless(line.source), TerminalStyle.harmless(line.id),
            line.published.map { RFC3339.string($0.utc) } ?? "",
          ]
        }
      )
    }

    private static func json(_ lines: [LedgerLine]) -> [UInt8] {
      var json = JSONSerializer(.indented)
      json.beginArray()
      for line in lines {
        json.beginObject()
        json.member("source", line.source)
        json.member("id", line.id)
        json.member("published", line.published.map { RFC3339.string($0.utc) })
        json.endObject()
      }
      json.endArray()
      json.endLine()
      return json.bytes
    }
  }
}
