import Foundation
import Testing

/// The example blog, built by the real binary: what the README's first command shows.
@Suite("Examples/Blog")
struct BlogTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The documents that are compared whole; a missing one is recorded, and fails.
  static let documents = ["feed.xml", "atom.xml", "feed.json", "feeds.opml"]

  private func build(into output: URL) throws -> (status: Int32, report: String) {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = bundle.deletingLastPathComponent().appendingPathComponent("tidings")
    process.currentDirectoryURL = Self.root
    process.arguments = [
      "build", "--config", "Examples/Blog/tidings.yml", "--output", output.path, "--as-of",
      "2024-07-01",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test("builds the feeds that are recorded")
  func golden() throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    let (status, report) = try build(into: output)
    #expect(status == 0, "\(report)")
    #expect(report.contains("4 posts in 11 files, all valid"), "\(report)")
    #expect(report.contains("dated in the future") && report.contains("draft (draft: true)"))
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Blog")
    for name in Self.documents {
      let built = try Data(contentsOf: output.appendingPathComponent(name))
      let recorded = golden.appendingPathComponent(name)
      guard let expected = try? Data(contentsOf: recorded) else {
        try built.write(to: recorded)
        Issue.record("\(name) was not there; it is recorded now: look at it and run again")
        continue
      }
      #expect(built == expected, "\(name) differs from Tests/ExamplesTests/Blog/\(name)")
    }
  }

  @Test("the README shows what the command prints")
  func readme() throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    let (_, report) = try build(into: output)
    // Paths and the time differ from run to run; names, formats, counts and reasons do not.
    for line in report.split(separator: "\n") where !line.hasPrefix("/") && !line.contains(" ms") {
      #expect(readme.contains(line), "the README lacks: \(line)")
    }
  }
}
