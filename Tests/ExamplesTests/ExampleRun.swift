import Foundation
import Testing

/// Examples, as somebody runs them who follows the README.
enum ExampleRun {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs `tidings` in the package.
  static func run(
    _ arguments: [String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = bundle.deletingLastPathComponent().appendingPathComponent("tidings")
    process.currentDirectoryURL = root
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

  /// Expects a report in the README, as it was printed.
  static func expectInReadme(_ report: String) throws {
    let readme = try String(
      contentsOf: root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    #expect(report.count > 100)
    #expect(readme.contains("```\n\(report)```\n"), "the README lacks:\n\(report)")
  }
}
