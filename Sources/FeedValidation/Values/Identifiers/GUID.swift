extension ValueType {
  /// A guid of RSS that is the item's address, as all are that do not say otherwise.
  public static let permalinkGUID = ValueType("a URL") { value, context, report in
    let reading = URLReading(TrimmedValue(value))
    guard !reading.bytes.isEmpty else { return }
    if reading.syntax.scheme == nil {
      report(
        ValueFinding(
          .guidNotURL,
          "is \(reading.quoted), which is no URL, but counts as the item's permalink",
          at: reading.start,
          help: reading.helpWithScheme
        )
      )
      return
    }
    if ASCII.hasPrefix("tag:", in: reading.bytes, at: 0)
      || ASCII.hasPrefix("urn:", in: reading.bytes, at: 0)
    {
      report(
        ValueFinding(
          .guidNotPermalink,
          "is \(reading.quoted), which no browser opens, but counts as the item's permalink",
          at: reading.start
        )
      )
      return
    }
    URLCheck(notAbsolute: .guidNotURL, malformed: .guidNotURL).check(value, context, report)
  }

  /// A guid of RSS that says that it is no permalink: any text that is unique.
  public static let opaqueGUID = ValueType("unique text") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard (1...8).contains(trimmed.bytes.count), trimmed.bytes.allSatisfy(ASCII.isDigit) else {
      return
    }
    report(
      ValueFinding(
        .guidShort,
        "is \(Excerpt.quote(trimmed.bytes)), a number that other feeds have too",
        at: trimmed.start
      )
    )
  }
}

extension Rule {
  /// Permalinks are URLs.
  public static let guidNotURL = Rule(
    id: "guid-not-url",
    severity: .error,
    formats: .rss,
    summary: "A guid is a URL unless isPermaLink is “false”",
    why: """
      Without isPermaLink="false" the guid says where the item is. Readers that follow it, which \
      some prefer to the link, find nothing there.
      """,
    help: """
      Add isPermaLink="false" to the guid and keep its text: readers would show items with new \
      guids again.
      """,
    spec: "https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt",
    w3c: ["InvalidHttpGUID"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><guid isPermaLink=\"false\">f81d4fae-one</guid>"),
        .rssItem("<title>One</title><guid>https://example.org/one</guid>"),
      ],
      failing: [.rssItem("<title>One</title><guid>↓f81d4fae-one</guid>")]
    )
  )

  /// Permalinks can be opened.
  public static let guidNotPermalink = Rule(
    id: "guid-not-permalink",
    severity: .error,
    formats: .rss,
    summary: "A guid that is a tag: URI or a URN has isPermaLink=\"false\"",
    why: """
      Such a name is a fine guid, but no address. Readers that take it for the permalink, as they \
      may, offer a link that opens nothing.
      """,
    help: "Add isPermaLink=\"false\" to the guid and keep its text.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-guid",
    w3c: ["InvalidPermalink"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><guid isPermaLink=\"false\">tag:example.org,2005:1</guid>")
      ],
      failing: [.rssItem("<title>One</title><guid>↓tag:example.org,2005:1</guid>")]
    )
  )

  /// Guids are unique in all feeds.
  public static let guidShort = Rule(
    id: "guid-short",
    severity: .warning,
    formats: .rss,
    summary: "A guid is no short number",
    why: """
      A guid is unique in the world, not only in its feed: services that merge feeds take two items \
      with the same number for one.
      """,
    help: """
      For new items use the permalink, or the site's domain and the number. Let published guids be: \
      readers would show those items again.
      """,
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-guid",
    w3c: ["NotSufficientlyUnique"],
    examples: Examples(
      passing: [
        .rssItem("<title>One</title><guid isPermaLink=\"false\">example.org/123456</guid>")
      ],
      failing: [.rssItem("<title>One</title><guid isPermaLink=\"false\">↓123456</guid>")]
    )
  )
}
