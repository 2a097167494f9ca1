extension ValueType {
  /// Whether a feed may be passed on, in the Bloglines access module.
  public static let accessRestrictionRelationship = oneOf(
    ["allow", "deny"],
    as: "a relationship",
    rule: .accessRestrictionInvalid
  )

  /// The name of an XHTML meta element in a feed.
  public static let metaName = oneOf(
    ["robots"],
    as: "a name that feeds have",
    rule: .metaNameInvalid,
    ignoringCase: true
  )

  /// What search engines may do with a feed.
  public static let metaContent = ValueType(
    "directions for robots",
    ifEmpty: .metaContentInvalid
  ) { value, _, report in
    let trimmed = TrimmedValue(value)
    guard !trimmed.bytes.isEmpty, let place = RobotsWords.fault(in: trimmed.bytes) else { return }
    report(
      ValueFinding(
        .metaContentInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), not directions for robots",
        at: trimmed.start + place
      )
    )
  }
}

/// `index` or `noindex`, `follow` or `nofollow`, both of one kind, or `all` or `none` alone.
private enum RobotsWords {
  static func fault(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var met: Set<Kind> = []
    var index = 0
    while true {
      while index < text.count, TrimmedValue.isSpace(text[index]) { index &+= 1 }
      var end = index
      while end < text.count, text[end] != UInt8(ascii: ","), !TrimmedValue.isSpace(text[end]) {
        end &+= 1
      }
      let word = UnsafeBufferPointer(rebasing: text[index..<end])
      guard let kind = kind(word), !met.contains(kind), !met.contains(.everything),
        kind != .everything || met.isEmpty
      else { return min(index, text.count &- 1) }
      met.insert(kind)
      while end < text.count, TrimmedValue.isSpace(text[end]) { end &+= 1 }
      if end == text.count { return nil }
      guard text[end] == UInt8(ascii: ",") else { return end }
      index = end &+ 1
    }
  }

  private enum Kind {
    case indexing, following, everything
  }

  private static let indexing = WordList(["index", "noindex"], ignoringCase: true)
  private static let following = WordList(["follow", "nofollow"], ignoringCase: true)
  private static let everything = WordList(["all", "none"], ignoringCase: true)

  private static func kind(_ word: UnsafeBufferPointer<UInt8>) -> Kind? {
    if indexing.contains(word) { return .indexing }
    if following.contains(word) { return .following }
    return everything.contains(word) ? .everything : nil
  }
}

extension Rule {
  /// Access is allowed or denied.
  public static let accessRestrictionInvalid = Rule(
    id: "access-restriction-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The relationship of an access restriction is “allow” or “deny”",
    why: "Services that obey it cannot tell whether they may show the feed to others.",
    help: "Write “allow” or “deny”.",
    spec: "http://www.bloglines.com/about/specs/fac-1.0",
    w3c: ["InvalidAccessRestrictionRel"],
    examples: Examples(
      passing: [.rssChannel(access("deny"))],
      failing: [.rssChannel(access("↓private"))]
    )
  )

  private static func access(_ value: String) -> String {
    """
    <access:restriction xmlns:access="http://www.bloglines.com/about/specs/fac-1.0" \
    relationship="\(value)"/>
    """
  }

  /// Meta elements in feeds are for robots.
  public static let metaNameInvalid = Rule(
    id: "meta-name-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A meta element in a feed is named “robots”",
    why: "Search engines look for this one only; all that web pages say in others is lost here.",
    help: "Write “robots”, or leave the element out.",
    spec: "https://www.robotstxt.org/meta.html",
    w3c: ["InvalidMetaName"],
    examples: Examples(
      passing: [.rssChannel(meta("robots", "noindex"))],
      failing: [.rssChannel(meta("↓keywords", "noindex"))]
    )
  )

  /// Robots know few words.
  public static let metaContentInvalid = Rule(
    id: "meta-content-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "Directions for robots are “index” or “noindex”, and “follow” or “nofollow”",
    why: "Search engines ignore a direction that they do not know, and list the feed.",
    help: "Write “noindex”, “nofollow” or both with a comma, or “all” or “none”.",
    spec: "https://www.robotstxt.org/meta.html",
    w3c: ["InvalidMetaContent"],
    examples: Examples(
      passing: [.rssChannel(meta("robots", "noindex,nofollow"))],
      failing: [.rssChannel(meta("robots", "noindex,↓unfollow"))]
    )
  )

  private static func meta(_ name: String, _ content: String) -> String {
    """
    <xhtml:meta xmlns:xhtml="http://www.w3.org/1999/xhtml" name="\(name)" content="\(content)"/>
    """
  }
}
