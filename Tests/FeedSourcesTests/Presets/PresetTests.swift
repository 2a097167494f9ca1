import Foundation
import Testing

@testable import FeedSources

@Suite struct PresetTests {
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/FeedSources/Presets")

  @Test func listHasEveryFileOfTheFolder() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    let machinery = ["AddressNotation", "Detection", "Preset", "Presets"]
    let names = files.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }
      .filter { !machinery.contains($0) }.map { $0.lowercased() }.sorted()
    #expect(Preset.all.map(\.name) == names)
  }

  @Test(arguments: Preset.all) func patternsParseAndNameKnownPlaceholders(_ preset: Preset) throws {
    let pattern = try PermalinkPattern(preset.url)
    let known = [
      "slug", "folder", "path", "dated_path", "categories", "year", "month", "day",
    ]
    for name in pattern.placeholders { #expect(known.contains(name), "\(name)") }
    #expect(Preset.named(preset.name) == preset)
  }

  @Test func fieldsHaveTheirPlaces() {
    #expect(PostField.allCases.map(\.index) == Array(PostField.allCases.indices))
    // `FieldValues` keeps them in a vector of 32.
    #expect(PostField.allCases.count <= 32)
  }

  @Test(
    arguments: [
      (["astro.config.mjs"], "astro"), (["docusaurus.config.ts", "package.json"], "docusaurus"),
      ([".eleventy.js"], "eleventy"), (["eleventy.config.js", "_config.yml"], "eleventy"),
      (["gatsby-config.js"], "gatsby"), (["_config.yml", "scaffolds/", "source/"], "hexo"),
      (["_config.yml", "source/_posts/"], "hexo"), (["_config.yml", "source/"], "jekyll"),
      (["hugo.toml"], "hugo"), (["config.toml", "archetypes/"], "hugo"),
      (["config/_default/"], "hugo"), (["config.yaml"], "hugo"), (["_config.yml"], "jekyll"),
      (["_posts/"], "jekyll"), (["pelicanconf.py"], "pelican"), (["config.toml"], "zola"),
      (["zola.toml"], "zola"), (["config.toml", "templates/", "sass/"], "zola"),
      (["README.md"], nil), ([], nil),
    ] as [([String], String?)]
  ) func detectsGenerators(_ names: [String], _ preset: String?) throws {
    let site = try TemporaryFolder()
    for name in names {
      if name.hasSuffix("/") { try site.makeFolder(name) } else { try site.write("", to: name) }
    }
    #expect(Preset.detected(inFolder: site.path)?.name == preset)
  }

  @Test(arguments: [
    ("baseURL = 'https://example.org/'", "hugo"), ("baseurl = 'https://example.org/'", "hugo"),
    ("base_url = 'https://example.org'", "zola"), ("not = [toml", "zola"),
  ]) func tellsHugosFromZolasConfiguration(_ text: String, _ preset: String) throws {
    let site = try TemporaryFolder()
    try site.write(text, to: "config.toml")
    #expect(Preset.detected(inFolder: site.path)?.name == preset)
  }

  @Test(arguments: [
    (#"{"dependencies": {"astro": "^4.0.0"}}"#, "astro"),
    (#"{"devDependencies": {"@11ty/eleventy": "2"}}"#, "eleventy"),
    (#"{"dependencies": {"hexo": "7"}}"#, "hexo"),
    (#"{"dependencies": {"react": "18"}}"#, nil), ("{", nil),
  ]) func asksThePackage(_ text: String, _ preset: String?) throws {
    let site = try TemporaryFolder()
    try site.write(text, to: "package.json")
    #expect(Preset.detected(inFolder: site.path)?.name == preset)
  }
}
