/// The mapping tables: all that is read of a feed's document. RSS and Atom share them, since elements
/// of either are guests in the other.
enum ElementRules {
  /// What a channel or feed says of itself.
  static let feed = ElementTable<FeedDraft>(
    RSSReader.channelRules,
    AtomReader.feedRules,
    DublinCoreReader.feedRules,
    DublinCoreTermsReader.feedRules,
    AdminReader.feedRules,
    HistoryReader.feedRules,
    ITunesReader.feedRules,
    PodcastReader.feedRules,
    SyndicationReader.feedRules
  )

  /// What an item or entry says.
  static let post = ElementTable<PostDraft>(
    RSSReader.itemRules,
    AtomReader.entryRules,
    ContentReader.postRules,
    DublinCoreReader.postRules,
    DublinCoreTermsReader.postRules,
    FeedBurnerReader.postRules,
    ITunesReader.postRules,
    MediaReader.postRules,
    PodcastReader.postRules,
    SlashReader.postRules,
    SourceReader.postRules,
    ThreadingReader.postRules,
    WellFormedWebReader.postRules,
    XHTMLReader.postRules
  )
}
