import FeedModel
import Testing

@testable import FeedSources

@Suite struct PermalinkPatternTests {
  @Test(arguments: [
    ("/blog/{slug}", "/blog/S"), ("{slug}", "S"), ("/{empty}/{slug}/", "/S/"), ("/a//b", "/a//b"),
    ("/{empty}/{empty}/x", "/x"), ("/{slashes}/", "/a/b/"), ("https://{empty}/x", "https:///x"),
    ("plain", "plain"), ("", ""), ("/{a.b}", "/[a.b]"),
  ])
  func expands(_ pattern: String, _ path: String) throws {
    let values = ["slug": "S", "empty": "", "slashes": "/a/b/"]
    let expanded = try PermalinkPattern(pattern).expand { values[$0] ?? "[\($0)]" }
    #expect(expanded == path)
  }

  @Test(arguments: [
    ("/{slug", "`{` without `}` in \"/{slug\""), ("/slug}", "`}` without `{` in \"/slug}\""),
    ("/{}/", "a placeholder without name in \"/{}/\""),
  ])
  func refusesBrokenPatterns(_ pattern: String, _ message: String) {
    #expect(throws: PermalinkPattern.ParseError(message: message)) {
      try PermalinkPattern(pattern)
    }
  }

  @Test(
    arguments: [
      (AddressNotation.jekyll, "pretty", "/{categories}/{year}/{month}/{day}/{slug}/"),
      (.jekyll, "/:year-:month/:title:output_ext", "/{year}-{month}/{slug}.html"),
      (.jekyll, "/:nonsense/", nil), (.jekyll, "/plain/", nil), (.jekyll, "/a:/b", nil),
      (.hexo, ":year/:title/", "{year}/{folder}/{slug}/"),
      (.hexo, "p/:abbrlink.html", "p/{abbrlink}.html"),
      (.hexo, ":id/", nil), (.hugo, "/:section/:filename/", "/{section}/{name}/"),
      (.pelican, "{date:%Y}/{slug}.html", "{year}/{slug}.html"), (.pelican, "{date:%b}/", nil),
      (.pelican, "{slug", nil), (.eleventy, "/{{ page.fileSlug }}/", "/{slug}/"),
      (.eleventy, "/{{ title | slugify }}/index.html", "/{title}/index.html"),
      (.eleventy, "/{{ x }}/", nil), (.eleventy, "/{x}/", nil), (.eleventy, "/{{ title }/", nil),
      (.none, "/:year/", nil),
    ] as [(AddressNotation, String, String?)]
  )
  func readsOtherNotations(_ notation: AddressNotation, _ text: String, _ pattern: String?) {
    #expect(notation.pattern(from: text) == pattern)
  }

  @Test(arguments: [
    ("https://example.org", "/a/", "https://example.org/a/"),
    ("https://example.org/", "a", "https://example.org/a"),
    ("https://example.org/sub", "/a", "https://example.org/sub/a"),
    ("https://example.org/sub/?x#y", "a", "https://example.org/sub/a"),
    ("https://example.org/sub/", "../a", "https://example.org/a"),
    ("https://example.org/sub/", "///a", "https://example.org/sub/a"),
    ("https://example.org/sub/", "", "https://example.org/sub/"),
    ("https://example.org/", "/a b\nc/./d", "https://example.org/a%20bc/d"),
    ("https://example.org/", "a:b", "a:b"),
    ("https://example.org/", "/a:b", "https://example.org/a:b"),
    ("https://example.org/", "//other.example/x", "https://other.example/x"),
    ("https://example.org/", "http://other.example", "http://other.example"),
  ])
  func addressesCountFromTheSite(_ site: String, _ path: String, _ url: String) throws {
    #expect(SiteRoot(try #require(BaseURL(site))).page(path) == url)
  }

  @Test func filesCountFromTheSite() throws {
    let root = SiteRoot(try #require(BaseURL("https://example.org/sub")))
    #expect(root.path(of: "https://example.org/sub/files/a%20b.mp3?x") == "files/a b.mp3")
    #expect(root.path(of: "https://example.org/other/a.mp3") == nil)
    #expect(root.path(of: "https://example.com/sub/a.mp3") == nil)
    #expect(root.path(of: "https://example.org/sub/../../etc/passwd") == nil)
    #expect(root.file("/a.png") == "https://example.org/a.png")
    #expect(root.file("//cdn.example/a.png") == "https://cdn.example/a.png")
    #expect(root.file("/x/../a.png") == "https://example.org/a.png")
    #expect(root.file("a.png") == nil)
  }
}
