import Testing

@testable import FeedSources

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "x/y/a.md", true), ("*.md", "a.mdx", false),
    ("posts/*.md", "posts/a.md", true), ("posts/*.md", "posts/x/a.md", false),
    ("posts/*.md", "x/posts/a.md", false), ("posts/**", "posts/x/y/a.md", true),
    ("posts/**/*.md", "posts/a.md", true), ("posts/**/*.md", "posts/x/y/a.md", true),
    ("**/drafts/**", "x/drafts/a.md", true), ("**/drafts/**", "drafts/a.md", true),
    ("a?.md", "ab.md", true), ("a?.md", "a.md", false), ("a?.md", "aé.md", true),
    ("a??.md", "aé.md", false), ("?", "東", true), ("20{18,19}/*", "2019/a.md", true),
    ("20{18,19}/*", "2020/a.md", false), ("{a,b}{1,2}.md", "b2.md", true),
    ("x{,y}.md", "x.md", true),
    ("{open.md", "{open.md", true), ("a*b*c", "aXbYc", true), ("a*b*c", "acb", false),
    ("*", "", false), ("", "a", false), ("drafts/", "drafts/a.md", true),
    ("drafts/", "drafts", false), ("drafts/", "x/drafts/y/a.md", true), ("./*.md", "a.md", true),
    ("./*.md", "x/a.md", false), ("a.md", "x/a.md", true), ("/a.md", "x/a.md", false),
    ("[a].md", "[a].md", true), ("*.*", "a", false), ("**", "a/b/c", true), ("a/**/b", "a/b", true),
  ])
  func matchesPaths(_ pattern: String, _ path: String, _ isMatch: Bool) {
    #expect(PathPattern(pattern).matches(path) == isMatch)
  }

  @Test(arguments: [
    ("drafts", "drafts/a.md", true), ("drafts", "x/drafts/y/a.md", true),
    ("2019", "2019/a.md", true),
    ("posts/old", "posts/old/a.md", true), ("posts/old", "posts/older/a.md", false),
    ("*.md", "a.md", true), ("dr*", "a.md", false),
  ])
  func matchesWhatIsInAFolder(_ pattern: String, _ path: String, _ isMatch: Bool) {
    #expect(PathPattern(pattern).matchesFolder(of: path) == isMatch)
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      (String(repeating: "a*", count: 500) + "b", String(repeating: "a", count: 2_000)),
      (String(repeating: "**/", count: 200) + "b", String(repeating: "a/", count: 500) + "c"),
      (String(repeating: "{a,b}", count: 64), String(repeating: "a", count: 64)),
      (String(repeating: "{", count: 5_000), "a"), (String(repeating: "{a,", count: 2_000), "a"),
      ("*" + String(repeating: "?", count: 500), String(repeating: "é", count: 499)),
    ]
  )
  func endsOnHostilePatterns(_ pattern: String, _ path: String) {
    let pattern = PathPattern(pattern)
    #expect(!pattern.matches(path))
    #expect(!pattern.matchesFolder(of: path))
  }

  @Test func tellsPatternsFromPaths() {
    #expect(["*", "a?", "{a,b}"].allSatisfy(PathPattern.isPattern))
    #expect(!PathPattern.isPattern("content/posts"))
  }
}
