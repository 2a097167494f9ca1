import FeedModel
import FeedSources
import Foundation
import Testing

@testable import FeedPublishing

@Suite("a ledger of ids")
struct IDLedgerTests {
  private func line(_ source: String, _ id: String, _ day: Int = 1) throws -> LedgerLine {
    LedgerLine(
      source: source,
      id: id,
      published: try RFC3339.parse("2024-01-0\(day)T00:00:00Z")
    )
  }

  @Test("a later line about a source outweighs an earlier one")
  func outweighs() throws {
    let site = try Site()
    try site.write(
      """
      {"source": "a", "id": "1"}
      {"source": "b", "id": "2"}
      {"source": "a", "id": "3"}
      {"source": "c", "id": "1"}

      """,
      to: "ids"
    )
    let ledger = try IDLedger(reading: site.path + "/ids")
    #expect(ledger.entries.map(\.line.source) == ["b", "a", "c"])
    #expect(ledger.entries.map(\.number) == [2, 3, 4])
    #expect(ledger["a"]?.line.id == "3")
    #expect(ledger["b"]?.line.id == "2")
    #expect(ledger["d"] == nil)
    #expect(!ledger.isNew)
  }

  @Test("where there is no file, there is an empty ledger, and the first line makes the file")
  func new() throws {
    let site = try Site()
    let ledger = try IDLedger(reading: site.path + "/kept/here/tidings.ids")
    #expect(ledger.isNew && ledger.entries.isEmpty)
    try ledger.append([])
    #expect(FileSystem.kind(of: ledger.path) == nil)
    // The newest post is the last line, whatever order they come in.
    try ledger.append([try line("b", "2", 3), try line("c", "3", 2), try line("a", "1", 3)])
    #expect(
      try site.text("kept/here/tidings.ids") == """
        {"source": "c", "id": "3", "published": "2024-01-02T00:00:00Z"}
        {"source": "a", "id": "1", "published": "2024-01-03T00:00:00Z"}
        {"source": "b", "id": "2", "published": "2024-01-03T00:00:00Z"}

        """
    )
  }

  @Test(
    "a line that breaks off goes with the next; a whole one without its end stays",
    arguments: [
      ("{\"source\": \"a\", \"id\": \"1\"}\n", 1), ("{\"source\": \"a\", \"id\": \"1\"}", 1),
      ("{\"source\": \"a\", \"id\": \"1\"}\n{\"source\": \"b", 2), ("{\"so", 1),
    ]
  )
  func mends(text: String, lines: Int) throws {
    let site = try Site()
    try site.write(text, to: "ids")
    let ledger = try IDLedger(reading: site.path + "/ids")
    #expect((ledger.tornLine != nil) == !text.contains("}") || lines == 2)
    try ledger.append([try line("z", "26")])
    let after = try IDLedger(reading: site.path + "/ids")
    #expect(after.tornLine == nil)
    #expect(after["z"]?.line.id == "26")
    #expect(after["a"]?.line.id == (text.contains("\"a\"") ? "1" : nil))
    #expect(after["b"] == nil)
    #expect(try site.text("ids").hasSuffix("\n"))
  }

  @Test("what somebody else adds meanwhile stays")
  func meanwhile() throws {
    let site = try Site()
    try site.write("{\"source\": \"a\", \"id\": \"1\"}", to: "ids")
    let first = try IDLedger(reading: site.path + "/ids")
    let second = try IDLedger(reading: site.path + "/ids")
    try first.append([try line("b", "2")])
    try second.append([try line("c", "3")])
    let all = try IDLedger(reading: site.path + "/ids")
    #expect(all.entries.map(\.line.source) == ["a", "b", "c"])
  }

  @Test("what is no ledger is told of, and never written to")
  func noLedger() throws {
    let site = try Site()
    try site.write("", to: "folder/file")
    let folder = #expect(throws: SourceProblem.self) {
      _ = try IDLedger(reading: site.path + "/folder")
    }
    #expect(folder?.message.contains("cannot read the ledger of ids") == true)
    try site.write("site:\n  title: A\n", to: "tidings.yml")
    let other = #expect(throws: SourceProblem.self) {
      _ = try IDLedger(reading: site.path + "/tidings.yml")
    }
    #expect(other?.line == 1)
  }
}
