extension ValueType {
  /// `true` or `false` in any case, and no white space around it.
  public static let trueFalse = oneOf(
    ["true", "false"],
    as: "“true” or “false”",
    rule: .truthValueInvalid,
    ignoringCase: true,
    trimming: false,
    meaning: truth
  )

  /// `true` or `false` in RSS's own attributes, exactly so.
  public static let booleanAttribute = oneOf(
    ["true", "false"],
    as: "“true” or “false”",
    rule: .booleanAttributeInvalid,
    trimming: false,
    meaning: truth
  )

  /// `true` or `false` for Apple; the older `yes`, `no`, `clean` and `explicit` are still understood.
  public static let itunesExplicit = ValueType(
    "“true” or “false”",
    ifEmpty: .truthValueInvalid
  ) { value, context, report in
    let trimmed = TrimmedValue(value)
    let isPadded = trimmed.bytes.count != value.count
    if !isPadded, let modern = ExplicitWords.old.certain(trimmed.bytes) {
      report(
        ValueFinding(
          .explicitOutdated,
          "is \(Excerpt.quote(trimmed.bytes)), as it was written until 2019",
          replacement: modern
        )
      )
    } else {
      trueFalse.check(value, context, report)
    }
  }

  private enum ExplicitWords {
    static let old = WordList(
      [],
      meaning: ["yes": "true", "explicit": "true", "no": "false", "clean": "false"]
    )
  }

  /// `yes` or `no`.
  public static let yesNo = oneOf(
    ["yes", "no"],
    as: "“yes” or “no”",
    rule: .yesOrNoInvalid,
    caseRule: .wordLetterCase,
    meaning: ["true": "yes", "false": "no", "1": "yes", "0": "no"]
  )

  /// `yes`, `no` or `clean` in any case, and no white space around it.
  public static let yesNoClean = oneOf(
    ["yes", "no", "clean"],
    as: "“Yes”, which is all that Apple obeys",
    rule: .yesNoCleanInvalid,
    ignoringCase: true,
    trimming: false,
    meaning: ["true": "Yes", "false": "No"]
  )

  /// `Yes`, for Apple's elements that have no effect otherwise. Words that mean no are fine: no
  /// effect is what they want.
  public static let yes = ValueType("“Yes”") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard !trimmed.bytes.elementsEqual("Yes".utf8), !NoWords.list.contains(trimmed.bytes) else {
      return
    }
    let isMeant = NoWords.affirmative.contains(trimmed.bytes)
    report(
      ValueFinding(
        .appleYesInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), which has no effect",
        at: trimmed.start,
        replacement: isMeant ? "Yes" : nil
      )
    )
  }

  private enum NoWords {
    static let list = WordList(["no", "false", "0", "clean"], ignoringCase: true)
    static let affirmative = WordList(["yes", "true", "1"], ignoringCase: true)
  }

  private static var truth: [String: String] {
    ["yes": "true", "no": "false", "1": "true", "0": "false"]
  }
}

extension Rule {
  /// Truth values are true or false.
  public static let truthValueInvalid = Rule(
    id: "truth-value-invalid",
    severity: .error,
    formats: .xml,
    summary: "What is either so or not is “true” or “false”",
    why: "Readers look for these two words, and take any other for the one that they prefer.",
    help: "Write “true” or “false”, with nothing around it.",
    spec: "https://www.w3.org/TR/xmlschema-2/#boolean",
    w3c: ["InvalidTrueFalse"],
    examples: Examples(
      passing: [.opmlBody("<outline text=\"One\" isComment=\"true\"/>")],
      failing: [
        .opmlBody("<outline text=\"One\" isComment=\"↓maybe\"/>"),
        .opmlBody("<outline text=\"One\" isComment=\"↓yes\"/>"),
      ]
    )
  )

  /// isPermaLink is true or false.
  public static let booleanAttributeInvalid = Rule(
    id: "boolean-attribute-invalid",
    severity: .error,
    formats: .rss,
    summary: "The attribute isPermaLink is “true” or “false”",
    why: """
      Readers that find another word take the default, “true”, and open the guid as a web page. \
      Letter case counts.
      """,
    help: "Write “false” where the guid is no web address, and “true” or nothing where it is.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-guid",
    w3c: ["InvalidBooleanAttribute"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><guid isPermaLink=\"false\">post-1</guid>")],
      failing: [.rssItem("<title>One</title><guid isPermaLink=\"↓no\">post-1</guid>")]
    )
  )

  /// Apple's explicit has new words.
  public static let explicitOutdated = Rule(
    id: "itunes-explicit-outdated",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Whether a podcast is explicit is said with “true” or “false”",
    why: """
      Apple changed the words in 2019. “yes”, “no”, “clean” and “explicit” are still understood \
      there; newer apps know the two new words only.
      """,
    help: "Write “true” for explicit content and “false” for all other.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["InvalidTrueFalse"],
    examples: Examples(
      passing: [.rssItem(itunes("explicit", "false"))],
      failing: [.rssItem(itunes("explicit", "↓clean"))]
    )
  )

  /// Yes or no is yes or no.
  public static let yesOrNoInvalid = Rule(
    id: "yes-or-no-invalid",
    severity: .error,
    formats: .rss,
    summary: "What is to be answered with “yes” or “no” is so answered",
    why: "Other services take a word that they do not know as no, and do not obey.",
    help: "Write “yes” or “no”.",
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/locked.md",
    w3c: ["InvalidYesNo"],
    examples: Examples(
      passing: [.rssChannel(locked("yes"))],
      failing: [.rssChannel(locked("↓true"))]
    )
  )

  private static func locked(_ value: String) -> String {
    """
    <podcast:locked xmlns:podcast="https://podcastindex.org/namespace/1.0">\(value)</podcast:locked>
    """
  }

  /// Apple's block is yes, no or clean.
  public static let yesNoCleanInvalid = Rule(
    id: "yes-no-clean-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "Elements that Apple obeys only when they say “Yes” say yes or no",
    why: """
      Apple obeys “Yes” and takes any other word for no: what was to be hidden goes on being shown, \
      and what was said to be complete is asked for again.
      """,
    help: "Write “Yes” if that is meant, and leave the element out otherwise.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["InvalidYesNoClean"],
    examples: Examples(
      passing: [.rssItem(itunes("block", "Yes"))],
      failing: [.rssItem(itunes("block", "↓hidden")), .rssItem(itunes("block", "↓true"))]
    )
  )

  /// Apple's switches are set by one word.
  public static let appleYesInvalid = Rule(
    id: "itunes-yes-invalid",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Elements that Apple obeys only when they say “Yes” say so",
    why: "Apple Podcasts takes any other word as no: the podcast stays visible, or stays open.",
    help: "Write “Yes”, with a capital, or leave the element out.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    examples: Examples(
      passing: [.rssItem(itunes("block", "Yes")), .rssItem(itunes("block", "No"))],
      failing: [.rssItem(itunes("block", "↓yes"))]
    )
  )

  private static func itunes(_ element: String, _ value: String) -> String {
    """
    <title>One</title>\
    <itunes:\(element) xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\(value)\
    </itunes:\(element)>
    """
  }
}
