extension ValueType {
  /// The version of an OPML document.
  public static let opmlVersion = oneOf(
    ["1.0", "1.1", "2.0"],
    as: "a version of OPML",
    rule: .opmlVersionInvalid,
    meaning: ["1": "1.0", "2": "2.0"]
  )

  /// What an outline stands for, in OPML 1: version 2.0 lets programs have types of their own.
  public static let outlineType = oneOf(
    ["rss", "link", "include"],
    as: "a type that readers know",
    rule: .outlineTypeUnknown,
    ignoringCase: true
  )

  /// The version of the feed that an outline of type `rss` refers to.
  public static let outlineVersion = oneOf(
    ["RSS", "RSS1", "RSS2", "scriptingNews"],
    as: "a version of feeds",
    rule: .outlineVersionUnknown,
    meaning: [
      "rss1.0": "RSS1", "rss 1.0": "RSS1", "rss2.0": "RSS", "rss 2.0": "RSS", "2.0": "RSS",
      "1.0": "RSS1",
    ]
  )
}

extension Rule {
  /// OPML has three versions.
  public static let opmlVersionInvalid = Rule(
    id: "opml-version-invalid",
    severity: .error,
    formats: .opml,
    summary: "The version of an OPML document is “1.0”, “1.1” or “2.0”",
    why: "Programs decide by the version how to read the outlines, and refuse one unknown to them.",
    help: "Write “2.0”.",
    spec: "http://opml.org/spec2.opml#1629042482000",
    w3c: ["InvalidOPMLVersion"],
    examples: Examples(
      passing: [.document(document("2.0"))],
      failing: [.document(document("↓3.0"))]
    )
  )

  private static func document(_ version: String) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <opml version="\(version)"><head><title>Feeds</title></head>\
    <body><outline text="One"/></body></opml>
    """
  }

  /// Outlines are feeds or links.
  public static let outlineTypeUnknown = Rule(
    id: "outline-type-unknown",
    severity: .warning,
    formats: .opml,
    summary: "The type of an outline in OPML 1 is “rss”, “link” or “include”",
    why: "Programs know these types, and show an outline of another one as text only.",
    help: "Write “rss” for a feed and “link” for a page, or change the version to 2.0.",
    spec: "http://opml.org/spec2.opml#1629042755000",
    w3c: ["InvalidOutlineType"],
    examples: Examples(
      passing: [.opmlBody("<outline text=\"One\" type=\"link\" url=\"https://example.com/\"/>")],
      failing: [
        .document(
          """
          <?xml version="1.0" encoding="utf-8"?>
          <opml version="1.1"><head><title>Songs</title></head>\
          <body><outline text="One" type="↓song"/></body></opml>
          """
        )
      ]
    )
  )

  /// Feeds of outlines have known versions.
  public static let outlineVersionUnknown = Rule(
    id: "outline-version-unknown",
    severity: .warning,
    formats: .opml,
    summary: "The version of a feed in OPML is “RSS”, “RSS1”, “RSS2” or “scriptingNews”",
    why: "It tells which kind of feed to expect. Programs look at the feed itself all the same.",
    help: "Write one of the words, or leave the version out.",
    spec: "http://opml.org/spec2.opml#1629042982000",
    w3c: ["InvalidOutlineVersion"],
    examples: Examples(
      passing: [.opmlBody(feed("RSS"))],
      failing: [.opmlBody(feed("↓RSS3"))]
    )
  )

  private static func feed(_ version: String) -> String {
    """
    <outline text="One" title="One" type="rss" xmlUrl="https://example.com/feed.xml" \
    version="\(version)"/>
    """
  }
}
