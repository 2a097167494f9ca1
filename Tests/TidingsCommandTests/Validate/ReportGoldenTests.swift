import Foundation
import Testing

/// What `tidings validate` prints for the fixtures, in each format, byte by byte. A folder is a case:
/// the files, the `arguments`, and what is expected. To record anew, delete what is expected and run
/// the tests twice.
@Suite("tidings validate, reports")
struct ReportGoldenTests {
  static let formats = ["text", "json", "sarif", "github", "junit"]

  static let fixtures: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  static func folder(_ fixture: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(fixture)
  }

  static func run(_ fixture: String, _ format: String) throws -> Tool.Run {
    let folder = folder(fixture)
    let arguments = try String(
      contentsOf: folder.appendingPathComponent("arguments"),
      encoding: .utf8
    ).split(separator: "\n").map(String.init)
    return try Tool.run("tidings", ["validate", "--format", format] + arguments, in: folder)
  }

  @Test("there are fixtures")
  func fixturesExist() { #expect(Self.fixtures.count >= 3) }

  @Test("print what is recorded", arguments: fixtures, formats)
  func golden(fixture: String, format: String) throws {
    let run = try Self.run(fixture, format)
    let printed = "exit status \(run.status)\n\(run.errors)----\n\(run.output)"
    let url = Self.folder(fixture).appendingPathComponent("expected-\(format).txt")
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
      try printed.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("\(url.lastPathComponent) is recorded now: look at it and run again")
      return
    }
    #expect(printed == expected)
  }

  @Test("JSON and SARIF are JSON, JUnit is XML", arguments: fixtures)
  func syntax(fixture: String) throws {
    for format in ["json", "sarif"] {
      let output = try Self.run(fixture, format).output
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
    }
    let junit = try Self.run(fixture, "junit").output
    let file = TemporaryFile()
    try junit.write(to: file.url, atomically: true, encoding: .utf8)
    // Another program of ours knows XML best, and says that this is no feed, but well-formed.
    let run = try Tool.run("tidings", ["validate", "--format", "json", file.url.path])
    #expect(run.output.contains("root-unknown") && !run.output.contains("xml-not-well-formed"))
  }

  @Test("no byte that a terminal obeys comes from a document")
  func harmless() throws {
    let text = try Self.run("harmless", "text").output
    let obeyed = text.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
    }
    #expect(obeyed.isEmpty)
    #expect(text.contains("␛[31mred␛]0;title␇"))
  }
}
