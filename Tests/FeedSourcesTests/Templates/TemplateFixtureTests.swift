import FeedModel
import Foundation
import Testing

@testable import FeedSources

/// Every `Fixtures/PRESET/PATH.md` with what becomes of its text in `PATH.expected.txt`: the note, if
/// there is one, then a line of hyphens, then the text.
///
/// The posts of a preset are a site at https://example.org/blog/ and may link to each other. With
/// RECORD_FIXTURES=1 in the environment the expected files are written anew, to be read before they
/// are committed.
@Suite struct TemplateFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  @Test func everyFixtureReadsAsExpected() throws {
    let presets = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    try #require(!presets.isEmpty, "no fixtures in \(Self.folder.path)")
    for name in presets {
      let preset = try #require(Preset.named(name), "\(name)")
      try check(preset, folder: Self.folder.appendingPathComponent(name).path)
    }
  }

  @Test func everyPresetWithTemplatesHasFixtures() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    for preset in Preset.all where preset.templates != nil {
      #expect(folders.contains(preset.name), "\(preset.name)")
    }
  }

  private func check(_ preset: Preset, folder: String) throws {
    let site = try #require(BaseURL("https://example.org/blog/"))
    var rules = PostRules(
      preset: preset,
      site: site,
      now: try RFC3339.parse("2026-01-01T00:00:00Z")
    )
    rules.from = preset.folders.first ?? ""
    let posts = try posts(in: folder, rules: rules)
    try #require(!posts.isEmpty, "no fixtures in \(folder)")
    let addresses = PostAddresses(posts)
    for post in posts {
      let found = try text(of: post, rules: rules, addresses: addresses)
      let expectedFile = URL(fileURLWithPath: post.file).deletingPathExtension()
        .appendingPathExtension("expected.txt")
      if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
        try Data(found.utf8).write(to: expectedFile)
      }
      let expected = try? String(contentsOf: expectedFile, encoding: .utf8)
      #expect(found == expected, "\(preset.name)/\(post.path)")
    }
  }

  private func posts(in folder: String, rules: PostRules) throws -> [SourcePost] {
    let reader = try PostReader(rules: rules)
    var buffer = FileReader()
    var posts: [SourcePost] = []
    for file in try PostFiles(folder: folder).files {
      reader.read(file, shownAs: "\(rules.from)/\(file.relativePath)", using: &buffer) { outcome in
        if case .success(.post(let post)) = outcome {
          posts.append(post)
        } else {
          Issue.record("\(file.relativePath): \(outcome)")
        }
      }
    }
    return posts
  }

  private func text(
    of post: SourcePost,
    rules: PostRules,
    addresses: PostAddresses
  ) throws -> String {
    var buffer = FileReader()
    try buffer.open(post.file, at: post.body.offset)
    try buffer.readToEnd()
    let body = buffer.bytes
    var notes: [String] = []
    let changed = PostTemplates(rules: rules)?.text(
      of: body,
      in: post,
      addresses: addresses,
      notes: &notes
    )
    let text = String(decoding: changed ?? Array(body), as: UTF8.self)
    return notes.map { $0 + "\n" }.joined() + "----\n" + text
  }
}
