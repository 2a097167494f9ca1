import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedSources

/// What holds for any text, whatever stands in it.
@Suite struct TemplatePropertyTests {
  private static let presets = Preset.all.filter { $0.templates != nil }
  private let folder: TemporaryFolder
  private let posts: [SourcePost]

  init() throws {
    folder = try TemporaryFolder()
    var posts: [SourcePost] = []
    for name in ["a.md", "b.html"] {
      try folder.write("---\ntitle: A\ndate: 2019-06-13\nx: y\n---\n", to: name)
    }
    let rules = try Self.rules(.jekyll)
    var buffer = FileReader()
    for file in try PostFiles(folder: folder.path).files {
      try PostReader(rules: rules).read(file, shownAs: file.relativePath, using: &buffer) {
        if case .success(.post(let post)) = $0 { posts.append(post) }
      }
    }
    self.posts = posts
    try #require(posts.count == 2)
  }

  private static func rules(_ preset: Preset) throws -> PostRules {
    let site = try #require(BaseURL("https://example.org/blog/"))
    return PostRules(preset: preset, site: site, now: try RFC3339.parse("2026-01-01T00:00:00Z"))
  }

  private func text(_ bytes: [UInt8], _ templates: PostTemplates, post: Int = 0) -> [UInt8]? {
    var notes: [String] = []
    let text = bytes.withUnsafeBufferPointer {
      templates.text(of: $0, in: posts[post], addresses: PostAddresses(posts), notes: &notes)
    }
    #expect(notes.count <= 1)
    return text
  }

  /// Parts of all notations, and of what Markdown makes of text around them.
  private static let parts = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{{<", ">}}", "{{%", "%}}", "/*", "*/", "-", " ", "\n",
    "\n\n",
    "\"", "'", "`", "```", "~~~", "\\", "raw", "endraw", "comment", "endcomment", "highlight ruby",
    "endhighlight", "if x", "else", "endif", "for", "endfor", "case", "when", "blockquote a",
    "endblockquote", "/highlight", "highlight go", "details", "/details", "figure src=", "/", "end",
    "quote()", "page.title", "title", "site.url", "|", "relative_url", ":", "[a](", "![", "]", ")",
    "<a href=\"", "{static}", "{filename}", "a.md", "@/", "> ", "- ", "1. ", "    ", "é", "😀", "=",
    ",",
    "[a]: ", "post_url a", "asset_img a.png 1 2 \"b\"", "youtube x", "gist a b", "x", "\r\n", "\t",
  ]

  @Test func anyTextIsTakenWithoutACrash() throws {
    var generator = SeededGenerator(seed: 20_190_613)
    let all = try Self.presets.map { try #require(PostTemplates(rules: Self.rules($0))) }
    for round in 0..<1_000 {
      var source: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        source += Self.parts.randomElement(using: &generator)?.utf8 ?? "".utf8
        if Int.random(in: 0..<20, using: &generator) == 0 {
          source.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      for templates in all {
        let text = text(source, templates, post: round % 2)
        // Tags become links and code, but never text without end.
        #expect(
          (text?.count ?? 0) <= 40 * source.count + 1_000,
          "seed \(generator.seed): \(String(decoding: source, as: UTF8.self))"
        )
      }
    }
  }

  @Test func longValuesDoNotMultiply() throws {
    let long = String(repeating: "y", count: 90_000)
    try folder.write("---\ntitle: A\ndate: 2019-06-13\nx: \(long)\n---\n", to: "c.md")
    let file = PostFiles.File(
      relativePath: "c.md",
      path: folder.path + "/c.md",
      markup: .markdown
    )
    var posts: [SourcePost] = []
    let rules = try Self.rules(.jekyll)
    var buffer = FileReader()
    try PostReader(rules: rules).read(file, shownAs: "c.md", using: &buffer) {
      if case .success(.post(let post)) = $0 { posts.append(post) }
    }
    let templates = try #require(PostTemplates(rules: rules))
    for part in ["{{ page.x }}", "{{ page.x | append: page.x }}"] {
      let body = Array(String(repeating: part, count: 1_000).utf8)
      var notes: [String] = []
      let text = try body.withUnsafeBufferPointer {
        templates.text(of: $0, in: try #require(posts.first), addresses: nil, notes: &notes)
      }
      #expect(try #require(text).count <= ContentRenderer.largestBody)
      #expect(notes.count == 1)
    }
  }

  @Test func mutatedFixturesAreTakenWithoutACrash() throws {
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
    var generator = SeededGenerator(seed: 4_711)
    for preset in Self.presets {
      let templates = try #require(PostTemplates(rules: Self.rules(preset)))
      let files = FileManager.default.enumerator(
        at: fixtures.appendingPathComponent(preset.name),
        includingPropertiesForKeys: nil
      )
      for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
        guard PostFiles.markup(ofFile: file.lastPathComponent) != nil else { continue }
        let source = try String(contentsOf: file, encoding: .utf8)
        for _ in 0..<40 {
          _ = text(generator.mutated(source, alphabet: Array("{}%<>`'\"-/*#|@\n ".utf8)), templates)
        }
      }
    }
  }

  @Test func textWithoutTagsStaysByteForByte() throws {
    var generator = SeededGenerator(seed: 42)
    let letters = Array("ab {}%#<>`~*_[]()|\"'\\\n\r\t-!.:/@é".utf8)
    for preset in Self.presets {
      let templates = try #require(PostTemplates(rules: Self.rules(preset)))
      for _ in 0..<1_000 {
        var source: [UInt8] = []
        for _ in 0..<Int.random(in: 0...200, using: &generator) {
          let byte = letters.randomElement(using: &generator) ?? 0
          // What begins a tag in any notation is left out, and nothing else.
          let last = source.last
          if last == UInt8(ascii: "{") || last == UInt8(ascii: "|") || last == UInt8(ascii: "@") {
            if !(0x20...0x22).contains(byte) { continue }
          }
          source.append(byte)
        }
        #expect(text(source, templates) == nil, "seed \(generator.seed)")
      }
    }
  }

  @Test func textInCodeStaysByteForByte() throws {
    let code = "{{ page.title }} {% include a %} {{< figure >}} {{ quote() }} [a](@/b.md) {# x #}"
    let sources = [
      "```\n\(code)\n```\n", "~~~ liquid\n\(code)\n```\n~~~\n", "`` \(code) ` ``",
      "> ```\n> \(code)\n",
      "- ```\n  \(code)\n  ```\n", "`\(code)`",
    ]
    for preset in Self.presets {
      let templates = try #require(PostTemplates(rules: Self.rules(preset)))
      for source in sources {
        let bytes = Array(source.utf8)
        #expect((text(bytes, templates) ?? bytes) == bytes, "\(preset.name): \(source)")
      }
    }
  }

  /// Each of these took a time that grows with the square of the length, in some first version or
  /// other program.
  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "{{ ", "{{ x }}", "{% raw %}", "{% if a %}", "{% endif %}", "{% highlight %}", "{{ \"",
      "{{ '{{ \"",
      "{#", "{{</*", "{{< a ", "{{< highlight >}}", "{{/* a() ", "{{ a(", "{% a() %}", "{% else %}",
      "{% if a %}{% else %}", "[](", "[a]({{ x }}", "<a href=\"{{ x }}", "`{{", "``{{ ",
      "```\n{{ x }}",
      "{% raw %}```", "](@/", "]({static}", "|tag|", "{% comment %}`", "\n", "{{-", "{%-",
      "{{ x -}}",
      "[x]: {{ y }} ", "{{ \"\"\"", "{{ `'\"",
    ]
  ) func timeGrowsWithTheLength(_ part: String) throws {
    let source = Array(String(repeating: part, count: 64_000 / part.utf8.count).utf8)
    for preset in [Preset.eleventy, .hugo, .zola, .pelican] {
      let templates = try #require(PostTemplates(rules: Self.rules(preset)))
      _ = text(source, templates)
    }
  }
}
