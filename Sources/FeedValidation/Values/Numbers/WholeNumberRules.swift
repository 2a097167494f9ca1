extension Rule {
  /// Where a number is asked for, there is one.
  public static let numberNotInteger = Rule(
    id: "number-not-integer",
    severity: .error,
    formats: .xml,
    summary: "A whole number is digits, with a sign or without",
    why: "Readers that convert the text to a number get none, and drop the element or the feed.",
    help: "Write digits only: no units, no fraction, no separators between thousands.",
    spec: "https://www.w3.org/TR/xmlschema-2/#integer",
    w3c: ["InvalidInteger"],
    examples: Examples(
      passing: [.rssItem(floor("3"))],
      failing: [.rssItem(floor("↓third"))]
    )
  )

  private static func floor(_ value: String) -> String {
    "<title>One</title><georss:floor xmlns:georss=\"http://www.georss.org/georss\">\(value)"
      + "</georss:floor>"
  }

  /// Counts are not negative.
  public static let numberNotCount = Rule(
    id: "number-not-count",
    severity: .error,
    formats: .xml,
    summary: "A count is a whole number from 0 on",
    why:
      "Readers show the number, or compute with it. Anything else is dropped, or shown as it is.",
    help: "Write digits only; where nothing is counted, write 0 or leave it out.",
    spec: "https://www.w3.org/TR/xmlschema-2/#nonNegativeInteger",
    w3c: ["InvalidNonNegativeInteger", "InvalidInteger"],
    examples: Examples(
      passing: [.rssItem(comments("0"))],
      failing: [.rssItem(comments("↓-1")), .rssItem(comments("3↓ comments"))]
    )
  )

  private static func comments(_ value: String) -> String {
    """
    <title>One</title>\
    <slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">\(value)</slash:comments>
    """
  }

  /// Sizes and ordinals begin at 1.
  public static let numberNotPositive = Rule(
    id: "number-not-positive",
    severity: .error,
    formats: .xml,
    summary: "A size, a frequency or an ordinal is a whole number from 1 on",
    why: """
      Nothing is 0 pixels high, and no episode has the number 0. Readers divide by such numbers and \
      sort by them, so they drop others.
      """,
    help: "Write digits only, from 1 on, or leave out what is not known.",
    spec: "https://www.w3.org/TR/xmlschema-2/#positiveInteger",
    w3c: ["InvalidPositiveInteger", "InvalidInteger"],
    examples: Examples(
      passing: [.rssItem(season("2"))],
      failing: [.rssItem(season("↓0")), .rssItem(season("2↓.5"))]
    )
  )

  private static func season(_ value: String) -> String {
    """
    <title>One</title>\
    <itunes:season xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\(value)</itunes:season>
    """
  }

  /// Feeds are cached for whole minutes.
  public static let ttlNotMinutes = Rule(
    id: "ttl-not-minutes",
    severity: .error,
    formats: .rss,
    summary: "The ttl is a whole number of minutes from 1 on",
    why: """
      The ttl tells readers how long to wait before they look again. One that is no number is \
      ignored; a 0 or less lets some of them ask all the time.
      """,
    help: "Write the minutes, such as 60 for an hour, or leave the ttl out.",
    spec: "https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt",
    w3c: ["InvalidInteger", "InvalidPositiveInteger"],
    examples: Examples(
      passing: [.rssChannel("<ttl>60</ttl>")],
      failing: [.rssChannel("<ttl>↓0</ttl>"), .rssChannel("<ttl>1↓.5</ttl>")]
    )
  )

  /// Ports are numbers.
  public static let portInvalid = Rule(
    id: "port-invalid",
    severity: .error,
    formats: .rss,
    summary: "The port of a cloud is a whole number from 1 to 65535",
    why: "Readers cannot reach the server that would tell them of new items.",
    help: "Write the port's number; 80 is HTTP's.",
    spec: "https://www.rssboard.org/rss-specification#ltcloudgtSubelementOfLtchannelgt",
    w3c: ["InvalidIntegerAttribute"],
    examples: Examples(
      passing: [.rssChannel(cloud("80"))],
      failing: [.rssChannel(cloud("↓http")), .rssChannel(cloud("↓-1"))]
    )
  )

  private static func cloud(_ port: String) -> String {
    """
    <cloud domain="example.com" port="\(port)" path="/RPC2" registerProcedure="notify" \
    protocol="xml-rpc"/>
    """
  }

  /// Percentages are of a hundred.
  public static let percentageInvalid = Rule(
    id: "percentage-invalid",
    severity: .error,
    formats: .rss,
    summary: "A percentage is a whole number from 0 to 100",
    why: "Apps share out payments by this number, and ignore one that is no part of a hundred.",
    help: "Write a number from 0 to 100, without the percent sign.",
    spec: """
      https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value-time-split.md
      """,
    w3c: ["InvalidPercentage"],
    examples: Examples(
      passing: [.rssItem(split("90"))],
      failing: [.rssItem(split("↓120")), .rssItem(split("90↓%"))]
    )
  )

  private static func split(_ value: String) -> String {
    """
    <title>One</title>\
    <podcast:value xmlns:podcast="https://podcastindex.org/namespace/1.0" type="lightning" \
    method="keysend"><podcast:valueRecipient type="node" address="a1" split="100"/>\
    <podcast:valueTimeSplit startTime="0" duration="60" \
    remotePercentage="\(value)"><podcast:remoteItem \
    feedGuid="9b024349-ccf0-5f69-a609-6b82873eab3c"/></podcast:valueTimeSplit></podcast:value>
    """
  }

  /// Images of RSS are narrow.
  public static let imageWidthInvalid = imageSize(
    id: "image-width-invalid",
    name: "width",
    greatest: 144,
    w3c: "InvalidWidth"
  )

  /// Images of RSS are low.
  public static let imageHeightInvalid = imageSize(
    id: "image-height-invalid",
    name: "height",
    greatest: 400,
    w3c: "InvalidHeight"
  )

  private static func imageSize(id: String, name: String, greatest: Int, w3c: String) -> Rule {
    func image(_ value: String) -> String {
      """
      <image><url>https://example.com/logo.png</url><title>Example</title>\
      <link>https://example.com/</link><\(name)>\(value)</\(name)></image>
      """
    }
    return Rule(
      id: id,
      severity: .error,
      formats: .rss,
      summary: "The \(name) of a channel's image is a whole number from 1 to \(greatest)",
      why: """
        RSS gives the image the space of a small logo, at most 144 by 400 pixels. Readers that obey \
        the number would let a larger one cover the page, so some drop the image.
        """,
      help: """
        Write the \(name) in pixels at which the image is to be shown, or leave it out: the file \
        itself can be larger.
        """,
      spec: "https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt",
      w3c: [w3c],
      examples: Examples(
        passing: [.rssChannel(image("88"))],
        failing: [.rssChannel(image("↓\(greatest + 1)")), .rssChannel(image("↓-1"))]
      )
    )
  }

  /// Lengths of enclosures are numbers.
  public static let enclosureLengthNotInteger = Rule(
    id: "enclosure-length-not-integer",
    severity: .error,
    formats: .rss,
    summary: "The length of an enclosure is a whole number of bytes",
    why: """
      Podcast apps show the length and check the download against it. What is no number counts as \
      0, or makes them drop the enclosure.
      """,
    help: "Write the size of the file in bytes, without unit and separators, or 0 if unknown.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-enclosure",
    w3c: ["InvalidIntegerAttribute"],
    examples: Examples(
      passing: [.rssItem(enclosure("24986239")), .rssItem(enclosure("0"))],
      failing: [.rssItem(enclosure("24↓.9")), .rssItem(enclosure("24↓ MB"))]
    )
  )

  /// Lengths of enclosures are not negative.
  public static let enclosureLengthNegative = Rule(
    id: "enclosure-length-negative",
    severity: .error,
    formats: .rss,
    summary: "The length of an enclosure is not negative",
    why: "No file is shorter than nothing; some apps wait for a download that cannot end.",
    help: "Write the size of the file in bytes, or 0 if it is not known.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-enclosure",
    w3c: ["InvalidNonNegativeInteger", "InvalidInteger"],
    examples: Examples(
      passing: [.rssItem(enclosure("0"))],
      failing: [.rssItem(enclosure("↓-1"))]
    )
  )

  private static func enclosure(_ length: String) -> String {
    """
    <title>One</title>\
    <enclosure url="https://example.com/one.mp3" length="\(length)" type="audio/mpeg"/>
    """
  }
}
