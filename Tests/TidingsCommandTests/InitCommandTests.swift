import Foundation
import Testing

/// A site as its generator knows it, and what `tidings init` must find.
struct GeneratorSite: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The files, by path.
  var files: [String: String]
  /// Lines of the tidings.yml that is written.
  var lines: [String]

  static let post = "---\ntitle: One\ndate: 2024-01-02\n---\n\nWords.\n"

  static let all = [
    GeneratorSite(
      testDescription: "Jekyll",
      files: [
        "_config.yml": "title: Notes\nurl: https://jek.example\npermalink: /:year/:title/\n",
        "_posts/2024-01-02-one.md": post,
      ],
      lines: [
        "  title: Notes", "  url: https://jek.example/", "  from: _posts", "  preset: jekyll",
        "  url: \"/{year}/{slug}/\"  # the address of a post's page",
      ]
    ),
    GeneratorSite(
      testDescription: "Hugo",
      files: [
        "hugo.toml": "baseURL = 'https://hu.example/'\ntitle = 'Hu: go'\nlanguageCode = 'en-gb'\n",
        "content/posts/one.md": post,
      ],
      lines: [
        "  title: \"Hu: go\"", "  url: https://hu.example/", "  language: en-gb", "  preset: hugo",
      ]
    ),
    GeneratorSite(
      testDescription: "Zola",
      files: [
        "zola.toml": "base_url = \"https://zo.example\"\ntitle = \"Zo\"\n",
        "content/one.md": "+++\ntitle = \"One\"\ndate = 2024-01-02\n+++\nWords\n",
      ],
      lines: ["  url: https://zo.example/", "  from: content", "  preset: zola"]
    ),
    GeneratorSite(
      testDescription: "Gatsby",
      files: [
        "gatsby-config.js":
          "module.exports = {\n  siteMetadata: {\n    title: `Gat`,\n    siteUrl: 'https://gat.example',\n  },\n}\n",
        "content/blog/one/index.md": post,
      ],
      lines: [
        "  title: Gat", "  url: https://gat.example/", "  from: content/blog", "  preset: gatsby",
      ]
    ),
    GeneratorSite(
      testDescription: "Astro",
      files: [
        "astro.config.mjs": "export default defineConfig({\n  site: 'https://as.example',\n});\n",
        "src/consts.ts": "export const SITE_TITLE = 'As';\n",
        "src/content/blog/one.md": "---\ntitle: One\npubDate: 'Jan 02 2024'\n---\nWords\n",
      ],
      lines: ["  title: As", "  url: https://as.example/", "  preset: astro"]
    ),
    GeneratorSite(
      testDescription: "Pelican",
      files: [
        "pelicanconf.py": "SITENAME = 'Pel'\nSITEURL = 'https://pel.example'\nAUTHOR = 'Ada'\n",
        "content/one.md": "Title: One\nDate: 2024-01-02 10:20\n\nWords\n",
      ],
      lines: ["  title: Pel", "  url: https://pel.example/", "  preset: pelican"]
    ),
    GeneratorSite(
      testDescription: "Docusaurus",
      files: [
        "docusaurus.config.js":
          "const config = {\n  title: 'Doc',\n  url: 'https://doc.example',\n};\n",
        "blog/2024-01-02-one.md": "---\ntitle: One\n---\nWords\n",
      ],
      lines: ["  title: Doc", "  url: https://doc.example/", "  preset: docusaurus"]
    ),
    GeneratorSite(
      testDescription: "Eleventy",
      files: [
        "eleventy.config.js": "module.exports = {};\n",
        "_data/metadata.json": "{\"title\": \"El\", \"url\": \"https://el.example/\"}",
        "posts/one.md": post,
      ],
      lines: ["  title: El", "  url: https://el.example/", "  preset: eleventy"]
    ),
    GeneratorSite(
      testDescription: "no generator, odd names",
      files: ["notes/one.md": "---\ntitle: One\nwritten: 2024-01-02\n---\nWords\n"],
      lines: ["  from: notes", "  preset: auto", "  fields: {date: written}"]
    ),
  ]
}

@Suite("tidings init")
struct InitCommandTests {
  @Test("finds the generator's facts, and what it writes builds", arguments: GeneratorSite.all)
  func finds(generator: GeneratorSite) throws {
    let site = try Site()
    for (path, text) in generator.files { try site.write(path, text) }
    let run = try Tool.run("tidings", ["init"], in: site.folder)
    #expect(run.status == 0, "\(run.errors)")
    let written = try #require(site.text("tidings.yml"))
    let lines = written.split(separator: "\n").map(String.init)
    for line in generator.lines { #expect(lines.contains(line), "no line \(line) in\n\(written)") }
    let build = try site.build("--output", "out")
    #expect(build.status == 0, "\(build.errors)\n\(written)")
    #expect(build.output.contains("1 post in 3 files, all valid"), "\(build.output)")
  }

  @Test("a configuration that is there stays, unless told otherwise")
  func existing() throws {
    let site = try Site()
    try site.write("posts/one.md", GeneratorSite.post)
    try site.write("tidings.yml", "mine\n")
    let run = try Tool.run("tidings", ["init"], in: site.folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("there is a configuration already"), "\(run.errors)")
    #expect(site.text("tidings.yml") == "mine\n")
    #expect(
      try Tool.run("tidings", ["init", "--print"], in: site.folder).output.hasPrefix("site:")
    )
    #expect(site.text("tidings.yml") == "mine\n")
    #expect(try Tool.run("tidings", ["init", "--force"], in: site.folder).status == 0)
    #expect(site.text("tidings.yml")?.hasPrefix("site:") == true)
  }

  @Test("a folder without posts, and no folder")
  func nothing() throws {
    let site = try Site()
    let empty = try Tool.run("tidings", ["init"], in: site.folder)
    #expect(empty.status == 2)
    #expect(empty.errors.contains("no post was found"), "\(empty.errors)")
    let missing = try Tool.run("tidings", ["init", "nowhere"], in: site.folder)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no such folder"), "\(missing.errors)")
    #expect(site.names("").isEmpty)
  }
}
