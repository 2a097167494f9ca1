import Foundation
import Testing

/// Each mistake in tidings.yml is named with its place and a way out.
@Suite("tidings.yml, mistakes")
struct ConfigurationErrorTests {
  @Test("name file, line, column and what to do", arguments: ConfigurationMistake.all)
  func mistake(_ mistake: ConfigurationMistake) throws {
    let site = try Site()
    try site.write("tidings.yml", mistake.text)
    try site.post("a.md", "title: A\ndate: 2024-01-02")
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("tidings.yml:\(mistake.place)"), "\(run.errors)")
    for text in mistake.says { #expect(run.errors.contains(text), "\(run.errors)") }
  }

  @Test("two feeds for one file")
  func collision() throws {
    let site = try Site()
    try site.configure(feeds: "[feed.xml, {path: feed.xml, limit: 2}]")
    try site.post("a.md", "title: A\ndate: 2024-01-02")
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("two feeds would be written to this file"), "\(run.errors)")
  }
}

/// A configuration with a mistake, and what the error must say.
struct ConfigurationMistake: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var place: String
  var says: [String]

  fileprivate static func mistake(
    _ name: String,
    site: String = "{title: T, url: \"https://example.org/\"}",
    posts: String = "{from: posts}",
    feeds: String = "[feed.xml]",
    more: String = "",
    at place: String,
    says: String...
  ) -> Self {
    Self(
      testDescription: name,
      text: "site: \(site)\nposts: \(posts)\nfeeds: \(feeds)\n\(more)\n",
      place: place,
      says: says
    )
  }

  static let all = [
    mistake("unknown key", more: "outptu: x", at: "4:1", says: "unknown key `outptu`", "`output`"),
    mistake(
      "unknown key in a section",
      posts: "{form: posts}",
      at: "2:9",
      says: "unknown key `form`",
      "`from`"
    ),
    mistake("no title", site: "{url: \"https://e.org/\"}", at: "1:7", says: "`title` is missing"),
    mistake("no url", site: "{title: T}", at: "1:7", says: "`url` is missing"),
    mistake("relative url", site: "{title: T, url: /}", at: "1:23", says: "absolute URL"),
    mistake(
      "local url",
      site: "{title: T, url: \"http://localhost:8000/\"}",
      at: "1:23",
      says: "this machine"
    ),
    mistake(
      "time zone",
      site: "{title: T, url: \"https://e.org\", timezone: Europe/Pariss}",
      at: "1:50",
      says: "Europe/Pariss",
      "Europe/Paris"
    ),
    mistake("preset", posts: "{from: posts, preset: gatsbi}", at: "2:30", says: "`gatsby`"),
    mistake(
      "pattern",
      posts: "{from: posts, url: \"/{slug\"}",
      at: "2:27",
      says: "`{` without `}`"
    ),
    mistake("field", posts: "{from: posts, fields: {dat: x}}", at: "2:31", says: "`date`"),
    mistake("selector", posts: "{from: posts, remove: \"a > b\"}", at: "2:30", says: "combinators"),
    mistake("format", feeds: "[feed.txt]", at: "3:9", says: "format"),
    mistake("path", feeds: "[../feed.xml]", at: "3:9", says: "below the output folder"),
    mistake("limit", feeds: "[{path: feed.xml, limit: 0}]", at: "3:33", says: "whole number"),
    mistake("content", feeds: "[{path: feed.xml, content: ful}]", at: "3:35", says: "`full`"),
    mistake("placeholder", feeds: "[{path: \"{tag}.xml\"}]", at: "3:16", says: "`for: tag`"),
    mistake("partition", feeds: "[{path: feed.xml, for: tag}]", at: "3:16", says: "{tag}"),
    mistake("no feeds", feeds: "[]", at: "1:1", says: "`feeds` is missing"),
    mistake("syntax", more: "a: b: c", at: "4:", says: "quoted"),
    mistake(
      "a feed beside a folder of posts",
      posts: "{from: [posts, \"https://e.org/feed.xml\"]}",
      at: "2:15",
      says: "feeds and folders of posts together",
      "https://e.org/feed.xml"
    ),
    mistake(
      "a key of folders at a feed",
      posts: "{from: \"https://e.org/feed.xml\", limits: 3}",
      at: "2:41",
      says: "unknown key `limits`",
      "`limit`"
    ),
    mistake(
      "an address without a host",
      posts: "{from: \"https:///feed.xml\"}",
      at: "2:15",
      says: "names no host"
    ),
    mistake(
      "one title for two feeds",
      posts: "{from: [\"https://e.org/a\", \"https://e.org/b\"], title: T}",
      at: "2:62",
      says: "several feeds"
    ),
    mistake(
      "a condition that entries do not know",
      posts: "{from: \"https://e.org/a\", where: {tags: x}}",
      at: "2:42",
      says: "unknown key `tags`",
      "`tag`"
    ),
  ]
}
