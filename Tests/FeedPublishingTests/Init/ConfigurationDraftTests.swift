import FeedModel
import FeedPublishing
import FeedSources
import Foundation
import Testing

/// Every folder `Fixtures/CASE/site` with the configuration that is drafted for it in
/// `CASE/tidings.yml` and what the draft says in `CASE/findings.txt`. With RECORD_FIXTURES=1 in the
/// environment these are written anew, to be read before they are committed.
@Suite struct ConfigurationDraftTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private static var cases: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
      .filter { !$0.hasPrefix(".") }
  }

  @Test func thereAreFixtures() { #expect(!Self.cases.isEmpty) }

  @Test(arguments: cases)
  func draftsAreAsExpectedAndBuild(_ name: String) async throws {
    let fixture = Self.folder.appendingPathComponent(name)
    let site = try Site(copying: fixture.appendingPathComponent("site"))
    let draft = try ConfigurationDraft(lookingAt: site.path)
    let findings = draft.findings.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
      try Data(draft.text.utf8).write(to: fixture.appendingPathComponent("tidings.yml"))
      try Data(findings.utf8).write(to: fixture.appendingPathComponent("findings.txt"))
    }
    #expect(draft.text == (try text(fixture, "tidings.yml")))
    #expect(findings == (try text(fixture, "findings.txt")))

    try draft.write(replacing: false)
    let report = try await site.build()
    #expect(report.problems.isEmpty, "\(report.problems)")
    #expect(report.refusals.isEmpty, "\(report.refusals)")
    #expect(report.posts > 0, "\(report.leftOut)")
    #expect(report.documents.count == 3)
  }

  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func refusesToReplaceAConfiguration() throws {
    let site = try Site()
    try site.write("---\ndate: 2019-06-13\n---\n", to: "posts/a.md")
    try site.write("mine", to: "tidings.yml")
    let draft = try ConfigurationDraft(lookingAt: site.path + "///")
    do {
      try draft.write(replacing: false)
      Issue.record("replaced")
    } catch let problem as SourceProblem {
      #expect(problem.message == "there is a configuration already")
      #expect(problem.path == site.path + "/tidings.yml")
    }
    #expect(try site.text("tidings.yml") == "mine")
    try draft.write(replacing: true)
    #expect(try site.text("tidings.yml") == draft.text)
  }

  @Test(arguments: [
    [], ["a.css", "README.md", "posts/a.rst"], ["node_modules/x/a.md", ".x/a.md"],
  ])
  func aFolderWithoutPostsIsAProblem(_ names: [String]) throws {
    let site = try Site()
    for name in names { try site.write("x", to: name) }
    #expect(throws: SourceProblem.self) { try ConfigurationDraft(lookingAt: site.path) }
  }

  @Test func aMissingFolderIsAProblem() {
    #expect(throws: SourceProblem.self) { try ConfigurationDraft(lookingAt: "/nowhere/at/all") }
  }

  @Test(arguments: [
    "plain", "yes", "Null", "~", "- dash", "a: b", "a #b", "#a", "'", "\"", "\\", "\\n", "{a}",
    "[a]",
    "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "1", "1.5", "0x10", "2019-06-13", "12:30", "=",
    "<<",
    "a,b", "é", "東京", "🎉", "…", "a b", "it's", "?", "? a", "-", ".", "..", "true", "Off", "y",
    "trailing:", "a\u{7F}b", "a\u{85}b", "a\u{2028}b", "a\u{FEFF}b",
  ])
  func titlesSurviveTheConfiguration(_ title: String) async throws {
    let site = try Site()
    try site.write("---\ntitle: A\ndate: 2019-06-13\n---\nText\n", to: "content/a.md")
    let data = try JSONSerialization.data(
      withJSONObject: ["title": title, "baseURL": "https://example.org/"]
    )
    try site.write(String(decoding: data, as: UTF8.self), to: "hugo.json")
    let draft = try ConfigurationDraft(lookingAt: site.path)
    try draft.write(replacing: false)
    let report = try await site.build()
    #expect(report.problems.isEmpty, "\(draft.text)")
    let feed = try JSONSerialization.jsonObject(with: Data(site.text("feeds/feed.json").utf8))
    let found = (feed as? [String: Any])?["title"] as? String
    // What nobody sees is left out.
    let seen = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(found == seen.filter { $0 != "\u{7F}" }, "\(draft.text)")
  }
}
