import FeedJSON
import FeedModel
import Foundation
import Testing

@testable import FeedSources

/// Every `Fixtures/PRESET/PATH.md` with what the preset makes of it in `PATH.expected.json`, beside it.
///
/// The path below the preset's folder is the post's path below `from`. `PATH.rules.json` changes the
/// rules: `from`, `site`, `url`, `timezone`, `now`, `fields`, `where`, `people`, `future`, `drafts`,
/// `files`. With RECORD_FIXTURES=1 in the environment the expected files are written anew, to be read
/// before they are committed.
@Suite struct PresetFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private struct Case {
    var preset: Preset
    var path: String
    var file: URL
  }

  private static func cases() throws -> [Case] {
    var cases: [Case] = []
    for preset in Preset.all {
      let folder = folder.appendingPathComponent(preset.name)
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
        guard PostFiles.markup(ofFile: file.lastPathComponent) != nil else { continue }
        let path = file.standardizedFileURL.path.dropFirst(
          folder.standardizedFileURL.path.count + 1
        )
        cases.append(Case(preset: preset, path: String(path), file: file))
      }
    }
    return cases.sorted { ($0.preset.name, $0.path) < ($1.preset.name, $1.path) }
  }

  @Test func everyFixtureReadsAsExpected() throws {
    let cases = try Self.cases()
    try #require(!cases.isEmpty, "no fixtures in \(Self.folder.path)")
    for fixture in cases {
      let base = fixture.file.deletingPathExtension().path
      let rules = try rules(of: fixture, overrides: URL(fileURLWithPath: base + ".rules.json"))
      let found = try result(of: fixture, rules: rules)
      let expectedFile = URL(fileURLWithPath: base + ".expected.json")
      if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
        try Data(found.utf8).write(to: expectedFile)
      }
      let expected = try? String(contentsOf: expectedFile, encoding: .utf8)
      #expect(found == expected, "\(fixture.preset.name)/\(fixture.path)")
    }
  }

  @Test func everyPresetHasFixtures() throws {
    let cases = try Self.cases()
    for preset in Preset.all {
      #expect(cases.contains { $0.preset.name == preset.name }, "\(preset.name)")
    }
  }

  // MARK: Rules

  private func rules(of fixture: Case, overrides: URL) throws -> PostRules {
    var own: [String: Any] = [:]
    if let data = try? Data(contentsOf: overrides) {
      own = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
    var dates = FrontMatterDateParser()
    if let zone = own["timezone"] as? String {
      dates = FrontMatterDateParser(siteZone: try SiteTimeZone(identifier: zone))
    }
    let site = try #require(BaseURL(own["site"] as? String ?? "https://example.org/"))
    let now = try dates.parse(own["now"] as? String ?? "2024-01-01T00:00:00Z").timestamp
    var rules = PostRules(preset: fixture.preset, site: site, now: now)
    rules.dates = dates
    rules.from = own["from"] as? String ?? fixture.preset.folders.first ?? ""
    rules.url = try (own["url"] as? String).map { try PermalinkPattern($0) }
    for (name, keys) in own["fields"] as? [String: Any] ?? [:] {
      let field = try #require(PostField(rawValue: name), "no field \(name)")
      rules.fields[field] = try keys as? [String] ?? [#require(keys as? String)]
    }
    for (key, values) in own["where"] as? [String: [String]] ?? [:] {
      rules.conditions.append(PostCondition(key: key, values: values))
    }
    for (key, person) in own["people"] as? [String: [String: String]] ?? [:] {
      rules.people[key] = Person(
        name: person["name"] ?? key,
        email: person["email"],
        url: person["url"],
        avatar: person["avatar"]
      )
    }
    rules.includesFuture = own["future"] as? Bool ?? false
    rules.includesDrafts = own["drafts"] as? Bool ?? false
    rules.assetFolders = (own["files"] as? [String] ?? []).map {
      fixture.file.deletingLastPathComponent().appendingPathComponent($0).path
    }
    return rules
  }

  // MARK: Results

  private func result(of fixture: Case, rules: PostRules) throws -> String {
    let reader = try PostReader(rules: rules)
    let markup = try #require(PostFiles.markup(ofFile: fixture.path))
    let file = PostFiles.File(
      relativePath: fixture.path,
      path: fixture.file.path,
      markup: markup
    )
    var json = JSONSerializer(.indented)
    var buffer = FileReader()
    var outcomes: [Result<PostMapper.Outcome, SourceProblem>] = []
    reader.read(file, shownAs: fixture.path, using: &buffer) { outcomes.append($0) }
    if outcomes.count != 1 { json.beginArray() }
    for outcome in outcomes { write(outcome, to: &json) }
    if outcomes.count != 1 { json.endArray() }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(
    _ outcome: Result<PostMapper.Outcome, SourceProblem>,
    to json: inout JSONSerializer
  ) {
    json.beginObject()
    switch outcome {
    case .success(.post(let source)):
      write(source.post, to: &json)
      if let section = source.section { json.member("section", section) }
      write("notes", source.notes, to: &json)
    case .success(.excluded(let reason)): json.member("excluded", reason.reason)
    case .failure(let problem):
      let place = problem.line.map { "\($0):\(problem.column ?? 0): " } ?? ""
      json.member("problem", place + problem.message)
      if let help = problem.help { json.member("help", help) }
    }
    json.endObject()
  }

  private func write(_ post: Post, to json: inout JSONSerializer) {
    json.member("permalink", post.permalink ?? "")
    if post.id != post.permalink { json.member("id", post.id) }
    if let title = post.title { json.member("title", title) }
    if let date = post.published { json.member("published", RFC3339.string(date)) }
    if let date = post.updated { json.member("updated", RFC3339.string(date)) }
    write("authors", post.authors.map(text), to: &json)
    write("tags", post.tags.map(\.term), to: &json)
    if let summary = post.summary { json.member("summary", summary) }
    if let image = post.image { json.member("image", text(image)) }
    if let banner = post.banner { json.member("banner", text(banner)) }
    write("attachments", post.attachments.map(text), to: &json)
    if let link = post.externalLink { json.member("external", link) }
    if let language = post.language { json.member("language", language) }
    if let rights = post.rights { json.member("rights", rights) }
    if let page = post.commentsPage { json.member("comments", page) }
  }

  private func write(_ name: String, _ texts: [String], to json: inout JSONSerializer) {
    guard !texts.isEmpty else { return }
    json.key(name)
    json.beginArray()
    for text in texts { json.value(text) }
    json.endArray()
  }

  private func text(_ person: Person) -> String {
    var text = person.name
    if let email = person.email { text += " <\(email)>" }
    if let url = person.url { text += " \(url)" }
    if let avatar = person.avatar { text += " picture \(avatar)" }
    return text
  }

  private func text(_ image: Image) -> String {
    var text = image.url
    if let type = image.mediaType { text += " \(type)" }
    if let width = image.width, let height = image.height { text += " \(width)x\(height)" }
    if let description = image.description { text += " \"\(description)\"" }
    return text
  }

  private func text(_ attachment: FeedModel.Attachment) -> String {
    var text = "\(attachment.url) \(attachment.mediaType)"
    if let size = attachment.size { text += " \(size) bytes" }
    if let duration = attachment.duration { text += " \(duration) s" }
    if let title = attachment.title { text += " \"\(title)\"" }
    return text
  }
}
