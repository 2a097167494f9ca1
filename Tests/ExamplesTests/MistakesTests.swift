import Foundation
import Testing

/// The example with mistakes, checked by the real binary: what the README shows.
@Suite("Examples/Mistakes")
struct MistakesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = bundle.deletingLastPathComponent().appendingPathComponent("tidings")
    process.currentDirectoryURL = Self.root
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(
    "the README shows what tidings validate prints",
    arguments: [
      ["validate", "Examples/Mistakes/feed.xml"],
      ["validate", "--diff", "Examples/Mistakes/feed.xml"],
    ]
  )
  func readme(_ arguments: [String]) throws {
    let (status, report) = try run(arguments)
    #expect(status == 1)
    #expect(report.count > 100)
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    #expect(readme.contains("```\n\(report)```\n"), "the README lacks:\n\(report)")
  }
}
