import FeedPublishing
import FeedSources
import FeedValidation
import Foundation
import Testing

/// Real blogs with the configuration that `init` drafts for them, and what their owners must add.
@Suite struct RealBlogsTests {
  /// A blog and what is known of it.
  struct Blog: Sendable, CustomStringConvertible {
    var name: String
    /// The site's folder in the blog's.
    var folder = ""
    /// What the owner changes in the drafted configuration: lines by what they begin with.
    var changes: [String: String] = [:]
    /// How many posts are in the feeds.
    var posts: Int
    /// How many files are left out, by reason.
    var leftOut: [String: Int] = [:]
    /// Whether posts begin with a heading that repeats the title, and goes.
    var titlesAreHeadings = false
    /// What the notes say was taken out of posts' template tags, by file.
    var taken: [String: String] = [:]
    /// What `validate` warns of in the feeds, by file: faults of the posts, not of the build.
    var warnings: [String: [String]] = [:]
    /// Addresses of posts with their dates.
    var known: [String: String]

    var description: String { name + "/" + folder }
  }

  static let blogs = [
    // One post alone.
    Blog(
      name: "../seed",
      changes: [
        "  title:": "  title: Bhavani Ravi", "  url: https:": "  url: https://bhavaniravi.com/",
      ],
      posts: 1,
      known: [:]
    ),
    // A site without its generator's files: the owner names it, and where its pages are.
    Blog(
      name: "bhavaniravi-portfolio",
      changes: [
        "  title:": "  title: Bhavani Ravi", "  url: https:": "  url: https://bhavaniravi.com/",
        "  preset:": "  preset: gatsby", "  url: \"": "  url: /blog/{slug}",
      ],
      posts: 33,
      leftOut: ["draft (draft: true)": 7],
      known: [
        "https://bhavaniravi.com/blog/the-beauty-of-your-brain": "2019-06-06T12:30:00.748Z"
      ]
    ),
    Blog(
      name: "rust-blog",
      posts: 407,
      leftOut: [
        "describes a section": 3,
        "without a date (looked for date and a date in the file's name)": 1,
      ],
      known: [
        "https://blog.rust-lang.org/2014/12/12/1.0-Timeline/": "2014-12-12T00:00:00Z",
        "https://blog.rust-lang.org/inside-rust/2020/03/18/all-hands-retrospective/":
          "2020-03-18T00:00:00Z",
      ]
    ),
    // A Jekyll site without `_config.yml`: its feed template knows the address.
    Blog(
      name: "mojombo",
      changes: [
        "  title:": "  title: Tom Preston-Werner",
        "  url: https:": "  url: http://tom.preston-werner.com/",
      ],
      posts: 15,
      titlesAreHeadings: true,
      known: [
        "http://tom.preston-werner.com/2011/03/29/ten-lessons-from-githubs-first-year.html":
          "2011-03-29T00:00:00Z",
        "http://tom.preston-werner.com/2008/10/18/how-i-turned-down-300k.html":
          "2008-10-18T00:00:00Z",
      ]
    ),
    Blog(
      name: "nsmsn",
      posts: 40,
      known: ["https://nicksimson.com/posts/2023-thank-you-knoxville/": "2023-06-15T22:27:12Z"]
    ),
    // Pages in three languages; the front matter's slugs are not their addresses.
    Blog(
      name: "atakansyo",
      changes: [
        "  url: https:": "  url: https://example.org/", "  from:": "  from: src/pages",
        "  preset:": "  preset: astro",
      ],
      posts: 184,
      leftOut: [
        "without a date (looked for pubDate, pubDatetime, publishDate, date and a date in the "
          + "file's name)": 1
      ],
      known: [
        "https://example.org/posts/jupiter/": "2025-08-09T00:00:00Z",
        "https://example.org/tr/posts/jupiter/": "2025-08-09T00:00:00Z",
        "https://example.org/zh/posts/jupiter/": "2025-08-09T00:00:00Z",
        "https://example.org/posts/explore-scientific-ED80-review/": "",
      ]
    ),
    Blog(
      name: "astro-example-blog",
      folder: "examples/blog",
      posts: 5,
      known: ["https://example.com/blog/first-post/": "2022-07-08T00:00:00Z"]
    ),
    Blog(
      name: "astro-example-blog",
      folder: "examples/starlog",
      changes: ["  preset:": "  preset: astro"],
      posts: 4,
      known: ["https://example.com/releases/2_0/": "2022-07-01T00:00:00Z"]
    ),
    Blog(
      name: "pelican-samples",
      folder: "samples",
      changes: ["  preset:": "  preset: pelican", "  url: \"": "  url: /{slug}.html"],
      posts: 1,
      leftOut: ["written in .rst, which Tidings does not read": 17],
      taken: [
        "content/cat1/markdown-article.md":
          "taken out: 2 links that only Pelican can resolve (|filename|/unbelievable.rst, "
          + "|filename|../unbelievable.rst), the first on line 6"
      ],
      known: ["https://example.com/a-markdown-powered-article.html": "2011-04-20T00:00:00Z"]
    ),
    Blog(
      name: "pelican-samples",
      folder: "pelican/tests",
      changes: ["  preset:": "  preset: pelican", "  url: \"": "  url: /{slug}.html"],
      posts: 8,
      leftOut: [
        "written in .rst, which Tidings does not read": 14, "draft (status: draft)": 1,
        "not listed (status: hidden)": 1, "not listed (status: skip)": 1,
        "without a date (looked for date and a date in the file's name)": 3,
        "without front matter": 1,
      ],
      known: [
        "https://example.com/python-virtualenv-on-mac-osx-mountain-lion-10.8.html":
          "2012-12-20T00:00:00Z",
        "https://example.com/article-with-markdown-and-nested-summary-metadata.html":
          "2012-10-30T00:00:00Z",
      ]
    ),
    Blog(
      name: "zola-test-site",
      folder: "test_site",
      posts: 17,
      leftOut: [
        "without a date (looked for date and a date in the file's name)": 21,
        "describes a section": 15, "draft (draft: true)": 2, "not listed (render: false)": 1,
      ],
      taken: [
        "content/posts/python.md":
          "taken out: 3 template tags that only Zola can resolve ({{ basic() }}, {{ pirate() }}), "
          + "the first on line 11"
      ],
      // Atom requires a title, and one of the pages has none.
      warnings: ["atom.xml": ["element-blank"]],
      known: [
        "https://replace-this-with-your-url.com/posts/something-else/": "2017-01-01T00:00:00Z",
        "https://replace-this-with-your-url.com/a-fixed-url/": "2017-02-01T00:00:00Z",
        "https://replace-this-with-your-url.com/posts/a-post-with-dates/": "2016-10-08T00:00:00Z",
        "https://replace-this-with-your-url.com/posts/2018/transparent-page/":
          "2018-10-10T00:00:00Z",
      ]
    ),
    Blog(
      name: "jekyll-feed-fixtures",
      folder: "spec/fixtures",
      posts: 8,
      taken: [
        "_posts/2015-05-12-liquid.md":
          "taken out: 1 template tag that only Jekyll can resolve "
          + "({{ liquidstring | replace:'not ','' }}), on line 8"
      ],
      known: [
        "https://example.com/updates/jekyll/2014/03/04/march-the-fourth.html":
          "2014-03-04T00:00:00Z",
        "https://example.com/news/2013/12/12/dec-the-second.html": "2013-12-12T00:00:00Z",
        "https://example.com/first/second/third/2015/05/12/liquid.html": "2015-05-12T00:00:00Z",
      ]
    ),
  ]

  @Test(.enabled(if: SharedBlogs.areThere), arguments: blogs)
  func everyFileIsInTheFeedOrTheReport(_ blog: Blog) async throws {
    let site = try SharedBlogs.site(blog.name, folder: blog.folder)
    var lines = try ConfigurationDraft(lookingAt: site.path).text.split(separator: "\n")
      .map(String.init)
    for (beginning, line) in blog.changes {
      let index = try #require(lines.firstIndex { $0.hasPrefix(beginning) }, "\(beginning)")
      lines[index] = line
    }
    try site.write(lines.joined(separator: "\n") + "\n", to: "tidings.yml")
    let report = try await site.build(at: "2026-09-01T00:00:00Z")

    #expect(report.problems.isEmpty, "\(report.problems)")
    #expect(report.refusals.isEmpty, "\(report.refusals)")
    #expect(report.posts == blog.posts)
    let reasons = Dictionary(grouping: report.leftOut, by: \.reason.reason).mapValues(\.count)
    #expect(reasons == blog.leftOut)
    let taken = report.notes.filter { $0.message.contains(" can resolve (") }
    let takenByFile = Dictionary(
      taken.map { ($0.path.dropFirst(site.path.count + 1).description, $0.message) },
      uniquingKeysWith: { "\($0), \($1)" }
    )
    #expect(takenByFile == blog.taken)
    #expect(report.posts + report.leftOut.count == (try files(of: site, lines)))

    let feed = try JSONSerialization.jsonObject(with: Data(site.text("feeds/feed.json").utf8))
    let items = try #require((feed as? [String: Any])?["items"] as? [[String: Any]])
    let dates = Dictionary(
      items.map { ($0["url"] as? String ?? "", $0["date_published"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first }
    )
    #expect(dates.count == items.count, "addresses that several posts share")
    for (url, date) in blog.known {
      let found = try #require(dates[url], "\(url) is none of \(dates.keys.sorted().prefix(20))")
      if !date.isEmpty { #expect(found == date, "\(url)") }
    }
    #expect(try warnings(in: site) == blog.warnings)
    for item in items where blog.titlesAreHeadings {
      let (html, title) = (item["content_html"] as? String, item["title"] as? String)
      #expect(html?.contains("{{") == false)
      #expect(html?.contains(">\(title ?? "")</h1>") == false, "\(title ?? "")")
    }
  }

  /// What the validator finds wrong in a site's feeds: rules by file. Notes are none of it.
  private func warnings(in site: Site) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for name in ["feed.xml", "atom.xml", "feed.json"] {
      let validator = FeedValidator(ValidationSettings(now: 1_788_220_800))
      try Array(site.text("feeds/" + name).utf8).withUnsafeBufferPointer { validator.consume($0) }
      let report = validator.finish()
      #expect(report.kind != .unknown)
      #expect(report.isValid, "\(name): \(report.diagnostics.filter { $0.severity == .error })")
      let rules = report.diagnostics.filter { $0.severity == .warning }.map(\.rule)
      if !rules.isEmpty { found[name] = rules }
    }
    return found
  }

  /// How many files there are that some generator takes for posts, counted without the library.
  private func files(of site: Site, _ configuration: [String]) throws -> Int {
    let from = try #require(configuration.first { $0.hasPrefix("  from: ") }).dropFirst(8)
    let endings = ["md", "mdx", "markdown", "html", "rst"]
    let files = FileManager.default.enumerator(atPath: site.path + "/" + from)
    return files?.filter { file in
      endings.contains { (file as? String)?.lowercased().hasSuffix("." + $0) ?? false }
    }.count ?? 0
  }
}
