/// One thing that can be wrong with a feed: what is said of it wherever it is found.
///
/// A rule is data: its examples are its tests, and the rules reference, `tidings explain` and
/// `tidings rules` print it.
public struct Rule: Sendable {
  /// The stable name, subject first: `guid-not-url`. Lower case, words joined by hyphens.
  public let id: String
  /// How bad it is, unless a configuration says otherwise; `nil` if the rule is off until then.
  public let severity: Diagnostic.Severity?
  /// The formats in which it can be broken.
  public let formats: Formats
  /// What has to hold, in one sentence without a full stop: "A guid that is a permalink is a URL".
  public let summary: String
  /// Why it matters, and to which readers: one to three sentences.
  public let why: String
  /// How to mend it, in the imperative: one or two sentences.
  public let help: String
  /// Where it is written down: the URL of the specification's section.
  public let spec: String
  /// The messages of the W3C Feed Validator that mean the same.
  public let w3c: [String]
  /// Feeds that keep to the rule, and feeds that break it.
  public let examples: Examples

  /// See the properties.
  public init(
    id: String,
    severity: Diagnostic.Severity?,
    formats: Formats,
    summary: String,
    why: String,
    help: String,
    spec: String,
    w3c: [String] = [],
    examples: Examples
  ) {
    self.id = id
    self.severity = severity
    self.formats = formats
    self.summary = summary
    self.why = why
    self.help = help
    self.spec = spec
    self.w3c = w3c
    self.examples = examples
  }

  /// The formats that a rule is about.
  public struct Formats: OptionSet, Sendable, Hashable {
    /// One bit a format.
    public let rawValue: UInt8
    /// A set of the formats whose bits are given.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// RSS 0.91 to 2.0.
    public static let rss = Formats(rawValue: 1 << 0)
    /// RSS 0.90 and 1.0, which are RDF.
    public static let rdf = Formats(rawValue: 1 << 1)
    /// Atom 0.3 and 1.0.
    public static let atom = Formats(rawValue: 1 << 2)
    /// JSON Feed.
    public static let jsonFeed = Formats(rawValue: 1 << 3)
    /// OPML.
    public static let opml = Formats(rawValue: 1 << 4)

    /// The formats of feeds that are XML.
    public static let xmlFeeds: Formats = [.rss, .rdf, .atom]
    /// All that are XML.
    public static let xml: Formats = [.rss, .rdf, .atom, .opml]
    /// All of them.
    public static let all: Formats = [.rss, .rdf, .atom, .jsonFeed, .opml]

    /// The names of the formats, as the rules reference has them.
    public var names: [String] {
      let all: [(Formats, String)] = [
        (.rss, "rss"), (.rdf, "rdf"), (.atom, "atom"), (.jsonFeed, "json-feed"), (.opml, "opml"),
      ]
      return all.filter { contains($0.0) }.map(\.1)
    }
  }
}
