import Foundation
import Testing

/// The example with mistakes, checked by the real binary: what the README shows.
@Suite("Examples/Mistakes")
struct MistakesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("the README shows what tidings validate prints")
  func readme() throws {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = bundle.deletingLastPathComponent().appendingPathComponent("tidings")
    process.currentDirectoryURL = Self.root
    process.arguments = ["validate", "Examples/Mistakes/feed.xml"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    let report = String(decoding: data, as: UTF8.self)
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    #expect(readme.contains("```\n\(report)```\n"), "the README lacks:\n\(report)")
  }
}
