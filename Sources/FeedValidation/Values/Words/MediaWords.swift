extension ValueType {
  /// What a media object is.
  public static let mediaMedium = oneOf(
    ["image", "audio", "video", "document", "executable"],
    as: "a medium",
    rule: .mediaMediumInvalid,
    meaning: ["img": "image", "picture": "image", "photo": "image", "movie": "video"]
  )

  /// How much of the work a media object is.
  public static let mediaExpression = oneOf(
    ["full", "sample", "nonstop"],
    as: "an extent",
    rule: .mediaExpressionInvalid,
    meaning: ["non-stop": "nonstop"]
  )

  /// Whether a media title, description or text is HTML.
  public static let mediaTextType = oneOf(
    ["plain", "html"],
    as: "a type of text",
    rule: .mediaTextTypeInvalid,
    meaning: ["text": "plain", "text/plain": "plain", "text/html": "html"]
  )

  /// Whether a restriction allows or denies.
  public static let mediaRestrictionRelationship = oneOf(
    ["allow", "deny"],
    as: "a relationship",
    rule: .mediaRestrictionRelationshipInvalid
  )

  /// What a restriction is about.
  public static let mediaRestrictionType = oneOf(
    ["country", "uri", "sharing"],
    as: "a type of restriction",
    rule: .mediaRestrictionTypeInvalid
  )

  /// Whom a restriction without a type is about.
  public static let mediaRestriction = oneOf(
    ["all", "none"],
    as: "“all” or “none”",
    rule: .mediaRestrictionInvalid
  )
}

extension Rule {
  /// Media are of five kinds.
  public static let mediaMediumInvalid = Rule(
    id: "media-medium-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The medium of an object is one of Media RSS's five",
    why: "Readers choose the player by it, and show nothing for a medium that they do not know.",
    help: "Write “image”, “audio”, “video”, “document” or “executable”.",
    spec: "https://www.rssboard.org/media-rss#media-content",
    w3c: ["InvalidMediaMedium"],
    examples: Examples(
      passing: [.rssItem(content("medium=\"video\""))],
      failing: [.rssItem(content("medium=\"↓television\""))]
    )
  )

  /// Media are full, samples or nonstop.
  public static let mediaExpressionInvalid = Rule(
    id: "media-expression-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The expression of an object is “full”, “sample” or “nonstop”",
    why: "Readers choose among versions by it, and can take a sample for the whole.",
    help: "Write one of the three words, or nothing for the whole work.",
    spec: "https://www.rssboard.org/media-rss#media-content",
    w3c: ["InvalidMediaExpression"],
    examples: Examples(
      passing: [.rssItem(content("expression=\"sample\""))],
      failing: [.rssItem(content("expression=\"↓preview\""))]
    )
  )

  private static func content(_ attribute: String) -> String {
    """
    <title>One</title><media:content xmlns:media="http://search.yahoo.com/mrss/" \
    url="https://example.com/one.mp4" type="video/mp4" \(attribute)/>
    """
  }

  /// Texts of media are plain or HTML.
  public static let mediaTextTypeInvalid = Rule(
    id: "media-text-type-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The type of a media title, description or text is “plain” or “html”",
    why: "Readers that do not know the type show the tags of HTML, or take text for tags.",
    help: "Write “html” for HTML, and “plain” or nothing for text.",
    spec: "https://www.rssboard.org/media-rss#media-text",
    w3c: ["InvalidMediaTextType"],
    examples: Examples(
      passing: [.rssItem(media("text", "type=\"plain\"", "Words"))],
      failing: [.rssItem(media("text", "type=\"↓text/html\"", "Words"))]
    )
  )

  /// Restrictions allow or deny.
  public static let mediaRestrictionRelationshipInvalid = Rule(
    id: "media-restriction-relationship-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The relationship of a restriction is “allow” or “deny”",
    why: "Readers cannot tell whether the object may be shown or not.",
    help: "Write “allow” or “deny”.",
    spec: "https://www.rssboard.org/media-rss#media-restriction",
    w3c: ["InvalidMediaRestrictionRel"],
    examples: Examples(
      passing: [.rssItem(media("restriction", "relationship=\"allow\"", "all"))],
      failing: [.rssItem(media("restriction", "relationship=\"↓permit\"", "all"))]
    )
  )

  /// Restrictions are by country, address or sharing.
  public static let mediaRestrictionTypeInvalid = Rule(
    id: "media-restriction-type-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The type of a restriction is “country”, “uri” or “sharing”",
    why: "Readers cannot tell what the restriction is about, and so cannot keep to it.",
    help: "Write one of the three words, or leave the type out for “all” and “none”.",
    spec: "https://www.rssboard.org/media-rss#media-restriction",
    w3c: ["InvalidMediaRestrictionType"],
    examples: Examples(
      passing: [
        .rssItem(media("restriction", "relationship=\"deny\" type=\"country\"", "au us"))
      ],
      failing: [
        .rssItem(media("restriction", "relationship=\"deny\" type=\"↓region\"", "au us"))
      ]
    )
  )

  /// Restrictions without a type are for all or none.
  public static let mediaRestrictionInvalid = Rule(
    id: "media-restriction-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A restriction without a type says “all” or “none”",
    why: "Without a type, readers cannot tell a country from an address, and know two words only.",
    help: "Write “all” or “none”, or add the type: “country”, “uri” or “sharing”.",
    spec: "https://www.rssboard.org/media-rss#media-restriction",
    w3c: ["InvalidMediaRestriction"],
    examples: Examples(
      passing: [.rssItem(media("restriction", "relationship=\"allow\"", "all"))],
      failing: [.rssItem(media("restriction", "relationship=\"allow\"", "↓us"))]
    )
  )

  private static func media(_ element: String, _ attributes: String, _ value: String) -> String {
    """
    <title>One</title><media:\(element) xmlns:media="http://search.yahoo.com/mrss/" \(attributes)>\
    \(value)</media:\(element)>
    """
  }
}
