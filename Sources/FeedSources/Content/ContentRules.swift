import FeedXML

/// What the owner of a site decides about the content of posts.
public struct ContentRules: Sendable {
  /// Whether straight quotes become curly and `--` a dash.
  public var smartPunctuation: Bool
  /// What is taken out of the HTML.
  public var cleaning: HTMLCleaner.Policy
  /// How many words a summary has that is taken from the text.
  public var summaryWords: Int

  /// The rules that fit most sites.
  public init() {
    smartPunctuation = false
    cleaning = .feed
    summaryWords = 55
  }
}
