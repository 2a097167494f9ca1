import FeedModel

/// The checks, each beside its rule.
enum Checks {
  /// New ones for a document of a kind.
  static func of(_ kind: FeedKind) -> [any Check] {
    all.filter { $0.formats.contains(kind.format) }.map { $0.make() }
  }

  /// A way to a check, and the formats that it is about.
  struct Entry: Sendable {
    let formats: Rule.Formats
    let make: @Sendable () -> any Check
  }

  /// All of them, in the order of their files.
  static let all: [Entry] = [
    Entry(formats: .atom) { AlternateDuplicateCheck() },
    Entry(formats: .atom) { AuthorMissingCheck() },
    Entry(formats: .atom) { ContentOrAlternateMissingCheck() },
    Entry(formats: .atom) { EntryDuplicateCheck() },
    Entry(formats: .atom) { MetadataMisplacedCheck() },
    Entry(formats: .atom) { SourceIncompleteCheck() },
    Entry(formats: .atom) { SummaryMissingCheck() },
    Entry(formats: .atom) { UpdatedDuplicateCheck() },
    Entry(formats: .xmlFeeds) { HistoryCheck() },
    Entry(formats: .xmlFeeds) { ITunesArtworkFormatCheck() },
    Entry(formats: .xmlFeeds) { ITunesElementMissingCheck() },
    Entry(formats: .xmlFeeds) { ITunesEpisodeNumberMissingCheck() },
    Entry(formats: .xmlFeeds) { ITunesEpisodeWithoutFileCheck() },
    Entry(formats: .xmlFeeds) { ITunesFormatUnsupportedCheck() },
    Entry(formats: .xmlFeeds) { ITunesSubcategoryCheck() },
    Entry(formats: .xmlFeeds) { PodcastEncodingCheck() },
    Entry(formats: .atom) { SameDocumentReferenceCheck() },
    Entry(formats: .xmlFeeds) { SelfMissingCheck() },
    Entry(formats: .xmlFeeds) { SiteAddressCheck() },
    Entry(formats: .xmlFeeds) { MediaAdultDeprecatedCheck() },
    Entry(formats: .xmlFeeds) { MediaContentUnreachableCheck() },
    Entry(formats: .xmlFeeds) { MediaDefaultRepeatedCheck() },
    Entry(formats: .xmlFeeds) { MediaGroupOfOneCheck() },
    Entry(formats: .xmlFeeds) { MediaSchemeCheck() },
    Entry(formats: .opml) { OutlineCheck() },
    Entry(formats: .xmlFeeds) { PodcastCommentsUnreachableCheck() },
    Entry(formats: .xmlFeeds) { PodcastFileInsecureCheck() },
    Entry(formats: .xmlFeeds) { PodcastGuidInvalidCheck() },
    Entry(formats: .xmlFeeds) { PodcastPublisherUnclearCheck() },
    Entry(formats: .xmlFeeds) { PodcastRecurrenceInvalidCheck() },
    Entry(formats: .xmlFeeds) { PodcastTimeSplitTargetCheck() },
    Entry(formats: .rdf) { RDFAboutDuplicateCheck() },
    Entry(formats: .rdf) { RDFItemUnlistedCheck() },
    Entry(formats: .rss) { AttributeForeignCheck() },
    Entry(formats: .rss) { ContentBeforeDescriptionCheck() },
    Entry(formats: [.rss, .rdf]) { GuidDuplicateCheck() },
    Entry(formats: .rss) { GuidMissingCheck() },
    Entry(formats: .xmlFeeds) { GuidValueCheck() },
    Entry(formats: .rss) { ImageDiffersCheck() },
    Entry(formats: .rss) { ImageFormatCheck() },
    Entry(formats: .rss) { ItemMisplacedCheck() },
    Entry(formats: .rss) { ItemWithoutTextCheck() },
    Entry(formats: .xmlFeeds) { LanguageMissingCheck() },
    Entry(formats: .rss) { SemanticsDuplicateCheck() },
    Entry(formats: .rss) { SkipDaysTooManyCheck() },
    Entry(formats: .rss) { SkipHoursTooManyCheck() },
    Entry(formats: .rss) { SkipRepeatedCheck() },
    Entry(formats: .rss) { SlashWithoutDateCheck() },
    Entry(formats: .rss) { TextInputAvoidableCheck() },
    Entry(formats: .rss) { XHTMLBodyAvoidableCheck() },
    Entry(formats: .xmlFeeds) { CommentRSSCheck() },
    Entry(formats: .xmlFeeds) { ThreadWhenCheck() },
  ]
}
