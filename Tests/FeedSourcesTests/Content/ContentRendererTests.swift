import FeedModel
import FeedXML
import Testing

@testable import FeedSources

@Suite struct ContentRendererTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A post and what was said about its content.
  private struct Rendered {
    var post: Post
    var notes: [String]

    var html: String? { post.content?.html }
  }

  /// Renders a body that stands in a file after a head of its own.
  private func render(
    _ body: some Sequence<UInt8>,
    as markup: PostBody.Markup = .markdown,
    parts: ContentRenderer.Parts = [.content, .summary],
    rules: ContentRules = ContentRules(),
    post: Post = ContentRendererTests.post()
  ) throws(SourceProblem) -> Rendered {
    let head = "---\ntitle: é\n---\n"
    do {
      try folder.write(Array(head.utf8) + Array(body), to: "post")
    } catch {
      throw SourceProblem(path: "post", message: "cannot be written: \(error)")
    }
    let source = SourcePost(
      post: post,
      path: "posts/post.md",
      file: folder.path + "/post",
      body: PostBody(markup: markup, offset: head.utf8.count),
      section: nil,
      notes: []
    )
    var reader = FileReader()
    var notes: [String] = []
    let rendered = try ContentRenderer(rules: rules)
      .post(from: source, parts: parts, reader: &reader, notes: &notes)
    return Rendered(post: rendered, notes: notes)
  }

  private func render(
    _ body: String,
    as markup: PostBody.Markup = .markdown,
    parts: ContentRenderer.Parts = [.content, .summary],
    rules: ContentRules = ContentRules(),
    post: Post = ContentRendererTests.post()
  ) throws(SourceProblem) -> Rendered {
    try render(body.utf8, as: markup, parts: parts, rules: rules, post: post)
  }

  private static func post(
    title: String? = "Title",
    id: String = "https://example.org/blog/post/"
  ) -> Post {
    var post = Post(id: id)
    post.permalink = id
    post.title = title
    return post
  }

  // MARK: Parts

  @Test func onlyWhatIsNeededIsMade() throws {
    let both = try render("*Text*")
    #expect(both.html == "<p><em>Text</em></p>\n")
    #expect(both.post.summary == "Text")
    #expect(both.post.content?.markdown == nil)
    #expect(try render("*Text*", parts: .content).post.summary == nil)
    #expect(try render("*Text*", parts: .summary).post.content == nil)
    let markdown = try render("\n*Text*\n", parts: [.content, .markdown]).post.content
    #expect(markdown == Content(html: "<p><em>Text</em></p>\n", markdown: "*Text*"))
  }

  /// Nothing of the file is needed, so that it may be gone.
  @Test func aFileThatIsNotNeededIsNotRead() throws {
    var post = Self.post()
    post.summary = "From front matter"
    let source = SourcePost(
      post: post,
      path: "gone.md",
      file: folder.path + "/gone.md",
      body: PostBody(markup: .markdown, offset: 0),
      section: nil,
      notes: []
    )
    let renderer = ContentRenderer(rules: ContentRules())
    var reader = FileReader()
    var notes: [String] = []
    let parts: ContentRenderer.Parts = .summary
    #expect(
      try renderer.post(from: source, parts: parts, reader: &reader, notes: &notes) == post
    )
    #expect(
      throws: SourceProblem(
        path: "gone.md",
        message: "cannot read it: No such file or directory"
      )
    ) {
      try renderer.post(from: source, parts: .content, reader: &reader, notes: &notes)
    }
  }

  /// A feed of summaries shows the post itself where there is neither summary nor title.
  @Test func aPictureAloneIsContentOfAFeedOfSummaries() throws {
    let picture = "![](/a.png)"
    let post = try render(picture, parts: .summary, post: Self.post(title: nil)).post
    #expect(post.summary == nil)
    #expect(post.content?.html == "<p><img src=\"https://example.org/a.png\" alt=\"\" /></p>\n")
    #expect(try render(picture, parts: .summary).post.content == nil)
  }

  // MARK: Titles

  @Test(arguments: [
    ("# Title\n\nText", "<p>Text</p>\n"),
    ("## “TITLE” #\n\nText", "<h2>“TITLE”</h2>\n<p>Text</p>\n"),
    ("Title\n=====\n\nText", "<p>Text</p>\n"), ("### title\nText", "<p>Text</p>\n"),
    ("# Other\n\nText", "<h1>Other</h1>\n<p>Text</p>\n"),
    ("Text\n\n# Title", "<p>Text</p>\n<h1>Title</h1>\n"),
    ("# Title\n\n# Title", "<h1>Title</h1>\n"), ("# Title", ""),
    ("<!-- a -->\n\n# *Ti*tle\n\nText", "<p>Text</p>\n"),
  ])
  func theTitleIsNotRepeated(body: String, expected: String) throws {
    let rendered = try render(body)
    #expect(rendered.html == expected)
    #expect(rendered.post.title == "Title")
  }

  @Test(arguments: [
    ("# A *title* & more\n\nText", "A title & more", "<p>Text</p>\n"),
    ("## Second\n\nText", "Second", "<p>Text</p>\n"),
    ("Text\n\n# Below", nil, "<p>Text</p>\n<h1>Below</h1>\n"), ("Text", nil, "<p>Text</p>\n"),
  ])
  func aPostWithoutATitleTakesItsLeadingHeading(
    body: String,
    title: String?,
    html: String
  ) throws {
    let rendered = try render(body, post: Self.post(title: nil))
    #expect(rendered.post.title == title)
    #expect(rendered.html == html)
    // Even where nothing else of the content is needed.
    #expect(try render(body, parts: [], post: Self.post(title: nil)).post.title == title)
  }

  // MARK: Summaries

  @Test func theSummaryIsTheFirstWords() throws {
    var rules = ContentRules()
    rules.summaryWords = 3
    #expect(
      try render("# Title\n\nOne *two* three four", rules: rules).post.summary == "One two three…"
    )
    #expect(try render("One two three", rules: rules).post.summary == "One two three")
    let words = try #require(try render(String(repeating: "word ", count: 200)).post.summary)
    #expect(words.split(separator: " ").count == 55)
    for nothing in ["", "# Title", "![](a.png)", "<!-- x -->"] {
      #expect(try render(nothing).post.summary == nil, "\(nothing)")
    }
  }

  @Test func frontMattersSummaryStays() throws {
    var post = Self.post()
    post.summary = "By hand"
    #expect(try render("Text\n\n<!--more-->\n\nMore", post: post).post.summary == "By hand")
  }

  @Test(arguments: [
    "<!--more-->", "<!-- more -->", "<!-- MORE -->", "<!-- truncate -->", "<!--excerpt-->",
    "<!-- endexcerpt -->", "<!-- readmore -->",
  ])
  func markersEndTheSummary(marker: String) throws {
    let rendered = try render("The *first* part.\n\n\(marker)\n\nThe second.")
    #expect(rendered.post.summary == "The first part.")
    #expect(rendered.html == "<p>The <em>first</em> part.</p>\n\n<p>The second.</p>\n")
    #expect(try render("Inside \(marker) a line").post.summary == "Inside")
  }

  @Test(arguments: [
    "Text `<!--more-->` text", "Text\n\n    <!-- more -->\n\ntext", "Text <!-- no more --> text",
    "Text\n\n<!-- \(String(repeating: "é", count: 100)) more -->\n\ntext",
    "Text\n\n<!--more\n\ntext",
  ])
  func otherCommentsAndCodeAreNoMarkers(body: String) throws {
    let summary = try #require(try render(body).post.summary)
    #expect(summary.hasPrefix("Text"))
    // What is never closed hides the rest, in a browser too.
    #expect(summary.hasSuffix("text") || !body.contains("-->"))
  }

  /// A cover picture before the marker is no summary.
  @Test func aMarkerWithoutWordsBeforeItIsPassedOver() throws {
    #expect(try render("![](a.png)\n\n<!--more-->\n\nText").post.summary == "Text")
    #expect(try render("<!--more-->\n\nText").post.summary == "Text")
  }

  // MARK: Cleaning

  @Test func addressesBecomeAbsolute() throws {
    let html = try render(
      """
      [a](../other/?q=1#x) [b](/root) [c](#below) [d](https://example.net/) [e](mailto:a@example.org)

      ![f](pic.png "T")

      <video src="v.mp4" poster="//cdn.example.net/p.jpg"></video>
      """
    ).html
    #expect(
      html == """
        <p><a href="https://example.org/blog/other/?q=1#x">a</a> \
        <a href="https://example.org/root">b</a> \
        <a href="https://example.org/blog/post/#below">c</a> \
        <a href="https://example.net/">d</a> <a href="mailto:a@example.org">e</a></p>
        <p><img src="https://example.org/blog/post/pic.png" alt="f" title="T" /></p>
        <p><video src="https://example.org/blog/post/v.mp4" \
        poster="https://cdn.example.net/p.jpg"></video></p>

        """
    )
  }

  @Test func withoutAnAddressOfItsOwnAPostsReferencesStay() throws {
    let html = try render("[a](../b) ![c](/d)", post: Post(id: "1")).html
    #expect(html == "<p><a href=\"../b\">a</a> <img src=\"/d\" alt=\"c\" /></p>\n")
  }

  @Test(arguments: [PostBody.Markup.markdown, .mdx, .html])
  func whatRunsOrHidesGoes(markup: PostBody.Markup) throws {
    let html = try #require(
      try render(
        """
        <p onclick="run()">Text <a href="javascript:run()">link</a></p>

        <script>run()</script>

        <!-- a comment -->

        <p>End</p>
        """,
        as: markup
      ).html
    )
    #expect(html.contains("<p>Text <a>link</a></p>"))
    #expect(html.contains("<p>End</p>"))
    for part in ["run", "script", "comment"] { #expect(!html.contains(part), "\(part)") }
  }

  @Test func theOwnersRulesAreFollowed() throws {
    var rules = ContentRules()
    #expect(try render("\"a\" -- b", rules: rules).html == "<p>&quot;a&quot; -- b</p>\n")
    rules.smartPunctuation = true
    rules.cleaning.taskListMarks = .remove
    #expect(try render("\"a\" -- b", rules: rules).html == "<p>“a” – b</p>\n")
    #expect(try render("- [x] done", rules: rules).html?.contains("☑") == false)
  }

  // MARK: Footnotes

  @Test func footnotesAreUniqueAmongEntries() throws {
    let body = "Text[^1] and[^note].\n\n[^1]: One\n[^note]: Two"
    let first = try #require(try render(body).html)
    let second = try #require(
      try render(body, post: Self.post(id: "https://example.org/blog/other/")).html
    )
    let ids = { (html: String) in html.matches(of: /\bid="([^"]+)"/).map { String($0.1) } }
    let links = { (html: String) in html.matches(of: /\bhref="[^"#]*#([^"]+)"/).map { String($0.1) }
    }
    #expect(ids(first).count == 4)
    #expect(Set(ids(first)).count == 4)
    #expect(Set(links(first)) == Set(ids(first)))
    #expect(Set(links(second)) == Set(ids(second)))
    #expect(Set(ids(first)).isDisjoint(with: ids(second)))
    // A post that is rendered again has the same ids, or readers take it for changed.
    #expect(try render(body).html == first)
  }

  // MARK: Markups

  @Test func plainTextStaysPlain() throws {
    let post = try render("a < b\n& *c*", as: .text).post
    #expect(post.content == Content(text: "a < b\n& *c*"))
    #expect(post.summary == "a < b & *c*")
    #expect(try render("a < b", as: .text, parts: .summary).post.content == nil)
  }

  @Test func htmlIsNoMarkdown() throws {
    let post = try render("<h1>Title</h1>\n<p>*a*</p>", as: .html).post
    #expect(post.content?.html == "<p>*a*</p>")
    #expect(post.summary == "*a*")
  }

  @Test func mdxIsRenderedWithoutItsJavaScript() throws {
    let rendered = try render(
      """
      import A from 'a'

      # Title

      <A b={c}>Some *text*</A> {d} {e}

      {/* truncate */}

      More <A />
      """,
      as: .mdx,
      parts: [.content, .summary, .markdown]
    )
    #expect(rendered.html == "<p>Some <em>text</em></p>\n\n<p>More</p>\n")
    #expect(rendered.post.summary == "Some text")
    #expect(rendered.post.content?.markdown?.hasPrefix("# Title\n\nSome *text*") == true)
    #expect(rendered.notes == ["taken out of the MDX: components <A> and 2 expressions"])
    #expect(try render("{a}", as: .mdx).notes == ["taken out of the MDX: 1 expression"])
    #expect(try render("import a from 'a'\n\n{/* b */}", as: .mdx).notes.isEmpty)
  }

  /// The best member that a line of JSON has decides what it is written in.
  @Test(arguments: [
    (#"{"content_html": "<p>*a*</p>", "content_text": "b"}"#, Content(html: "<p>*a*</p>")),
    (#"{"content_markdown": "*a*", "content": "b"}"#, Content(html: "<p><em>a</em></p>\n")),
    (#"{"markdown": "*a*"}"#, Content(html: "<p><em>a</em></p>\n")),
    (#"{"content": "*a*"}"#, Content(html: "<p><em>a</em></p>\n")),
    (#"{"body": "*a*"}"#, Content(html: "<p><em>a</em></p>\n")),
    (#"{"content_text": "*a*"}"#, Content(text: "*a*")),
    (#"{"content_html": "", "content_text": "*a*"}"#, Content(text: "*a*")),
    (#"{"content_html": null, "content": ["a"], "content_text": "*a*"}"#, Content(text: "*a*")),
    (#"{"title": "a"}"#, nil),
  ])
  func linesOfJSON(line: String, expected: Content?) throws {
    let post = try render(line, as: .jsonLine).post
    #expect(post.content == expected)
    if expected != nil { #expect(post.summary?.contains("a") == true) }
  }

  // MARK: Problems

  @Test func textThatIsNotUTF8IsShownWhereItStands() {
    #expect(
      throws: SourceProblem(
        path: "posts/post.md",
        line: 5,
        column: 3,
        message: "the byte 0xFF is not UTF-8",
        help: "save the file as UTF-8"
      )
    ) { try render(Array("Text\né ".utf8) + [0xFF, 0x0A]) }
    #expect(throws: SourceProblem.self) { try render([0xC3], as: .text) }
  }

  @Test func hugePostsAreRefused() throws {
    let size = ContentRenderer.largestBody
    let problem = #expect(throws: SourceProblem.self) {
      try render(repeatElement(UInt8(ascii: "a"), count: size + 1), as: .text)
    }
    #expect(problem?.message == "the post is larger than 10 MB, which feed readers refuse")
    let post = try render(repeatElement(UInt8(ascii: "a"), count: size), as: .text, parts: .content)
    #expect(post.post.content?.text?.utf8.count == size)
  }

  @Test func aLineThatIsNoJSONAnyMoreIsAProblem() {
    let problem = #expect(throws: SourceProblem.self) { try render("{\"a\": ", as: .jsonLine) }
    #expect(problem?.message.hasPrefix("the file has changed: ") == true)
  }

  @Test func bytesThatCShouldNotSeeAreReplaced() throws {
    #expect(try render("a\0b").html == "<p>a\u{FFFD}b</p>\n")
  }
}
