import FeedPublishing
import FeedSources
import Foundation
import Testing

/// Template tags in posts, through the presets and the whole build.
@Suite struct TemplateTagsTests {
  private func site(_ preset: String, _ options: String = "") throws -> Site {
    let site = try Site()
    try site.write(
      """
      site: {title: A, url: https://example.org/}
      posts: {from: posts, preset: \(preset)\(options)}
      feeds: [{path: feed.json, markdown: true}]
      """,
      to: "tidings.yml"
    )
    try site.write(
      """
      ---
      title: First
      date: 2019-06-13
      ---
      {{ page.title }}
      ===

      {% include a.html %} [Second]({% post_url 2019-06-14-second %}) {{< x >}}
      {{ page.title }}
      """,
      to: "posts/2019-06-13-first.md"
    )
    try site.write(
      "---\ntitle: Second\ndate: 2019-06-14\nslug: second\n---\nText.\n",
      to: "posts/2019-06-14-second.md"
    )
    return site
  }

  private func content(_ site: Site) throws -> String {
    let feed = try JSONSerialization.jsonObject(with: Data(site.text("feeds/feed.json").utf8))
    let items = try #require((feed as? [String: Any])?["items"] as? [[String: Any]])
    let first = try #require(items.first { $0["title"] as? String == "First" })
    return try #require(first["content_html"] as? String)
  }

  @Test func resolvesWhatIsCertainAndTellsOfTheRest() async throws {
    let site = try site("jekyll")
    let report = try await site.build()
    #expect(
      try content(site)
        == "<p><a href=\"https://example.org/2019/06/14/second.html\">Second</a>\n"
        + "First</p>\n"
    )
    #expect(
      report.notes.map(\.message) == [
        "taken out: 2 template tags that only Jekyll can resolve ({% include %}, {{ < x > }}), "
          + "the first on line 8"
      ]
    )
    #expect(report.notes.first?.path.hasSuffix("posts/2019-06-13-first.md") == true)
  }

  @Test func knowsTheTagsOfEachGenerator() async throws {
    let hugo = try site("hugo")
    let report = try await hugo.build()
    #expect(try content(hugo).contains("{{ page.title }}"))
    #expect(
      report.notes.map(\.message) == [
        "taken out: 1 template tag that only Hugo can resolve ({{< x >}}), on line 8"
      ]
    )
    for preset in ["gatsby", "astro", "docusaurus", "pelican", "zola"] {
      let site = try site(preset)
      #expect(try await site.build().notes.isEmpty, "\(preset)")
      #expect(try content(site).contains("{% include a.html %}"), "\(preset)")
    }
  }

  @Test func ownersCanKeepTags() async throws {
    let site = try site("jekyll", ", templates: false")
    #expect(try await site.build().notes.isEmpty)
    let html = try content(site)
    #expect(html.contains("<h1>{{ page.title }}</h1>"))
    #expect(html.contains("{% include a.html %}"))
  }

  @Test func theKeyIsTrueOrFalse() throws {
    let site = try site("jekyll", ", templates: keep")
    #expect {
      try ConfigurationReader.read(site.path + "/tidings.yml")
    } throws: { error in
      (error as? SourceProblem)?.message == "templates must be true or false, not \"keep\""
    }
  }
}
