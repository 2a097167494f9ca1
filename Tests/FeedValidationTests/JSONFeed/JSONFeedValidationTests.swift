import Testing

@testable import FeedValidation

/// What ``FeedValidator`` says of JSON Feeds: rules, places and paths.
struct JSONFeedValidationTests {
  /// 1 July 2024.
  private static let settings = ValidationSettings(now: 1_719_792_000)

  static func validate(_ bytes: [UInt8], chunk: Int = .max) -> ValidationReport {
    let validator = FeedValidator(settings)
    bytes.withUnsafeBufferPointer { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = min(chunk, rest.count)
        validator.consume(UnsafeBufferPointer(rebasing: rest[..<count]))
        rest = UnsafeBufferPointer(rebasing: rest[count...])
      }
    }
    return validator.finish()
  }

  static func validate(_ text: String, chunk: Int = .max) -> ValidationReport {
    validate(Array(text.utf8), chunk: chunk)
  }

  /// `rule line:column path element`.
  private func told(_ report: ValidationReport) -> [String] {
    report.diagnostics.map {
      "\($0.rule) \($0.line):\($0.column) \($0.path ?? "-") \($0.element ?? "-")"
    }
  }

  private static let head = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url":
    "https://example.org/", "feed_url": "https://example.org/feed.json",
    """

  private func item(_ members: String) -> String {
    Self.head + "\n\"items\": [{\"id\": \"1\", \"url\": \"https://example.org/1\",\n\(members)}]}"
  }

  @Test(arguments: [
    (
      #""content_text": "x", "date_published": "2024-06-1\u0033""#,
      ["date-not-rfc3339 4:50 /items/0/date_published date_published"]
    ),
    (
      #""content_text": "x", "date_published": " 2024-06-13T00:00:00Z""#,
      ["whitespace-around-value 4:41 /items/0/date_published date_published"]
    ),
    (
      #""content_text": "x", "title": "A \"good\" caf\u0026eacute;""#,
      ["text-contains-html 4:46 /items/0/title title"]
    ),
    (
      #""content_html": "<p>\u00e9<a href=\"/x\">x<\/a>""#,
      ["html-url-relative 4:37 /items/0/content_html content_html"]
    ),
    (
      #""content_text": "<p> donâ€™t""#,
      ["characters-misdecoded 4:25 /items/0/content_text content_text"]
    ),
    (
      #""content_text": "x", "tags": ["a", "<b>b</b>", "", "a"]"#,
      [
        "text-contains-html 4:37 /items/0/tags/1 tags",
        "json-string-blank 4:48 /items/0/tags/2 tags",
        "json-tag-duplicate 4:52 /items/0/tags/3 tags",
      ]
    ),
    (
      #""content_text": "x", "authors": [{"name": "A"}, {"url": null}, 1]"#,
      [
        "json-value-null 4:57 /items/0/authors/1/url url",
        "json-type-wrong 4:64 /items/0/authors/2 authors",
      ]
    ),
    (
      #""content_text": "x", "_a": {"about": 1, "b.c": {"d.e": 1}}, "author": "A""#,
      [
        "json-type-wrong 4:38 /items/0/_a/about about",
        "json-extension-name 4:41 /items/0/_a/b.c b.c",
        "json-type-wrong 4:71 /items/0/author author",
      ]
    ),
  ])
  func saysWhereItIs(members: String, expected: [String]) {
    let report = Self.validate(item(members))
    // A key of the wrong type is deprecated all the same.
    let found = told(report).filter { !$0.hasPrefix("json-author-deprecated") }
    #expect(found == expected)
    #expect(report.kind.name == "json-feed-1.1")
    #expect(report.entries == 1)
  }

  @Test(arguments: [
    ("{}", "unknown", "json-not-feed 1:1 - -"),
    (" \n [1, 2]", "unknown", "json-not-feed 2:2 - -"),
    ("{\"version\": \"1.0\", \"name\": \"x\"}", "unknown", "json-not-feed 1:1 - -"),
    ("{\"version\": \"1.0\", \"name\": x}", "unknown", "json-syntax 1:28"),
    ("{nope", "unknown", "json-syntax 1:2 - -"),
    ("", "unknown", "document-empty 1:1 - -"),
    (" \r\n\t", "unknown", "document-empty 1:1 - -"),
    ("\u{FEFF}", "unknown", "document-empty 1:1 - -"),
    ("Not found", "unknown", "root-unknown 1:1 - -"),
    ("\u{FEFF}\n {nope", "unknown", "json-byte-order-mark 1:1 - -"),
    ("<a/>", "unknown", "root-unknown 1:1"),
    ("callback({\"items\": []})", "unknown", "root-unknown 1:1 - -"),
  ])
  func knowsWhatItReads(text: String, kind: String, first: String) {
    for chunk in [1, 2, 3, .max] {
      let report = Self.validate(text, chunk: chunk)
      #expect(report.kind.name == kind)
      #expect(told(report).first?.hasPrefix(first) == true, "\(told(report))")
      #expect(!report.isValid)
    }
  }

  @Test(arguments: [
    ("https://jsonfeed.org/version/1", "json-feed-1"),
    ("https://jsonfeed.org/version/1.1", "json-feed-1.1"),
    ("http://www.jsonfeed.org/version/1/", "json-feed-1"),
    ("https://jsonfeed.org/version/2", "json-feed-1.1"),
    ("1", "json-feed-1.1"),
  ])
  func tellsTheVersion(version: String, kind: String) {
    let items = "\"items\": [{\"id\": \"1\", \"content_text\": \"x\"}, {\"id\": \"2\"}, 3]"
    for text in [
      "{\"version\": \"\(version)\", \(items)}", "{\(items), \"version\": \"\(version)\"}",
    ] {
      let report = Self.validate(text)
      #expect(report.kind.name == kind)
      #expect(report.entries == 3)
      let isKnown = version.hasPrefix("https://jsonfeed.org/version/1")
      #expect(report.counts["json-version-unknown"] == (isKnown ? nil : 1))
    }
  }

  @Test func countsItemsBehindAnEscapedKey() {
    let report = Self.validate(Self.head + "\"it\\u0065ms\": [{\"id\": \"1\", \"title\": 1}]}")
    #expect(report.entries == 1)
    #expect(report.counts["json-type-wrong"] == 1)
  }

  @Test func numbersAndStringsAreTheSameID() {
    let items =
      "\"items\": [{\"id\": 1, \"content_text\": \"x\"}, {\"id\": \"1\", \"content_text\": \"x\"}]}"
    #expect(Self.validate(Self.head + items).counts["json-id-duplicate"] == 1)
  }

  @Test func readsWideDocumentsNowhere() {
    let text = "{\"version\": \"https://jsonfeed.org/version/1.1\"}"
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      for chunk in [1, .max] {
        #expect(told(Self.validate(bytes, chunk: chunk)) == ["json-not-utf8 1:1 - -"])
      }
    }
  }

  @Test(arguments: [
    ([], "document-empty"), ([0x20], "document-empty"), ([0xEF], "document-empty"),
    ([0, 0], "root-unknown"), ([0xFF, 0xFE], "root-unknown"), ([0x1F, 0x8B, 8], "root-unknown"),
    ([0x7B], "json-syntax"), ([0x0A, 0x5B, 0x5D], "json-not-feed"),
  ])
  func saysOneThingOfWhatIsNoFeed(bytes: [UInt8], rule: String) {
    for chunk in [1, .max] {
      let report = Self.validate(bytes, chunk: chunk)
      #expect(report.diagnostics.map(\.rule) == [rule])
      #expect(report.kind == .unknown)
    }
  }

  @Test func helpsWithForeignKeys() throws {
    let expected = [
      "pubDate": "date_published", "contentHTML": "content_html", "Title": "title",
      "categories": "tags", "datePublished": "date_published",
    ]
    for (key, known) in expected {
      let report = Self.validate(item("\"content_text\": \"x\", \"\(key)\": \"x\""))
      let found = try #require(report.diagnostics.first { $0.rule == "json-key-unknown" })
      #expect(found.help?.contains(known) == true, "\(key): \(found)")
      #expect(found.element == key)
    }
  }

  /// Whatever arrives in whatever pieces, the same is said.
  @Test func saysTheSameInChunksAndNeverTraps() throws {
    let fixtures = try GateFixture.all().filter { $0.kind == .jsonFeed }
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    for round in 0..<600 {
      guard let fixture = fixtures.randomElement(using: &random) else { break }
      var bytes = fixture.bytes
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = Bool.random(using: &random) ? .random(in: 0...255, using: &random) : 0x22
      }
      let whole = Self.validate(bytes)
      let chunk = Int.random(in: 1...50, using: &random)
      let parts = Self.validate(bytes, chunk: chunk)
      #expect(whole.diagnostics == parts.diagnostics, "seed \(seed) round \(round) chunk \(chunk)")
      #expect(whole.kind == parts.kind && whole.entries == parts.entries, "seed \(seed)")
      // Of what is no text there is no line.
      for found in whole.diagnostics where found.rule != "root-unknown" {
        #expect(found.line >= 1 && found.column >= 1, "seed \(seed) round \(round): \(found)")
      }
    }
  }
}
