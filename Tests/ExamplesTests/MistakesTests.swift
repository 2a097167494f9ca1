import Foundation
import Testing

/// The example with mistakes, checked by the real binary: what the README shows.
@Suite("Examples/Mistakes")
struct MistakesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("the README shows what tidings validate prints", arguments: [[], ["--diff"]])
  func validate(_ options: [String]) throws {
    let (status, output, _) = try run(["validate"] + options + ["Examples/Mistakes/feed.xml"])
    #expect(status == 1)
    try expectInReadme(output)
  }

  @Test("the README shows what tidings convert tells")
  func convert() throws {
    let (status, output, errors) = try run([
      "convert", "Examples/Mistakes/feed.xml", "--to", "atom",
    ])
    #expect(status == 0)
    #expect(output.contains("<title>The Weir</title>"))
    try expectInReadme(errors)
  }

  private func run(_ arguments: [String]) throws -> (Int32, output: String, errors: String) {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = bundle.deletingLastPathComponent().appendingPathComponent("tidings")
    process.currentDirectoryURL = Self.root
    process.arguments = arguments
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What is told is shorter than a pipe.
    let texts = [output, errors].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }

  private func expectInReadme(_ report: String) throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    #expect(report.count > 100)
    #expect(readme.contains("```\n\(report)```\n"), "the README lacks:\n\(report)")
  }
}
