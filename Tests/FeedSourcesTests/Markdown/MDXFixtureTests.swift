import Foundation
import Testing

@testable import FeedSources

/// Every `Fixtures/NAME.mdx` with the Markdown that is left of it in `NAME.md`. With
/// RECORD_FIXTURES=1 in the environment the expected files are written anew, to be read before they
/// are committed.
@Suite struct MDXFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  /// The files with an ending, by name.
  static func files(_ ending: String) -> [URL] {
    ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []).filter { $0.pathExtension == ending }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  @Test func fixturesLeaveTheExpectedMarkdown() throws {
    let sources = Self.files("mdx")
    try #require(!sources.isEmpty, "no fixtures in \(Self.folder.path)")
    for source in sources {
      let expectedFile = source.deletingPathExtension().appendingPathExtension("md")
      let found = mdx(try Data(contentsOf: source)).markdown
      if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
        try Data(found).write(to: expectedFile)
      }
      let expected = try String(contentsOf: expectedFile, encoding: .utf8)
      #expect(String(decoding: found, as: UTF8.self) == expected, "\(source.lastPathComponent)")
    }
    let names = { (files: [URL]) in files.map { $0.deletingPathExtension().lastPathComponent } }
    #expect(names(Self.files("md")) == names(sources), "expected files without a source")
  }
}
