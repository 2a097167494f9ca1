import FeedFormats
import FeedModel
import FeedSources

/// `tidings.yml`: the site, where its posts come from, and which feeds are made of them.
public struct SiteConfiguration: Sendable {
  /// The folder that paths count from: the configuration's own.
  public var folder: String
  /// What the feeds say of themselves, as far as they share it.
  public var site: Feed
  /// The site's address.
  public var url: BaseURL
  /// The zone of dates that name none.
  public var timeZone: SiteTimeZone
  /// Where posts come from.
  public var sources: [PostSource]
  /// The feeds that posts are taken from, in the order of the configuration.
  public var feedSources: [FeedSource] = []
  /// The feeds to make.
  public var feeds: [FeedConfiguration]
  /// The file for the list of the site's feeds, as OPML; nil for none.
  public var opml: String?
  /// The folder that the feeds are written to; nil to look for the usual ones.
  public var output: String?
  /// Where the history of builds is kept.
  public var history = HistoryConfiguration.besideOutput
  /// Where the ids that subscribers know are kept.
  public var ledger = LedgerConfiguration.besideConfiguration
  /// What publishing may do.
  public var publishing = PublishConfiguration()
}

/// Where the ids that subscribers know are kept.
public enum LedgerConfiguration: Sendable, Equatable {
  /// In `tidings.ids` beside the configuration, if that is there.
  case besideConfiguration
  /// In a file, as a path to open.
  case file(String)
  /// Nowhere.
  case none
}

extension SiteConfiguration {
  /// The ledger of ids; nil if the site keeps none.
  public var ledgerPath: String? {
    switch ledger {
    case .none: nil
    case .file(let path): path
    case .besideConfiguration:
      FileSystem.kind(of: usualLedgerPath) == nil ? nil : usualLedgerPath
    }
  }

  /// The ledger that counts without being configured.
  public var usualLedgerPath: String { SourceListing.joined(folder, IDLedger.fileName) }
}

/// Where the history of builds is kept.
public enum HistoryConfiguration: Sendable, Equatable {
  /// In `.tidings` beside the output folder.
  case besideOutput
  /// In a file, as a path to open.
  case file(String)
  /// Nowhere.
  case none
}

/// Where posts come from, and how they are read.
public struct PostSource: Sendable {
  /// Folders, files or patterns, relative to the configuration.
  public var from: [String]
  /// The site generator's customs.
  public var preset: Preset?
  /// The address of a post's page; nil for the preset's.
  public var url: PermalinkPattern?
  /// Keys of front matter by field, before the preset's.
  public var fields: [PostField: [String]]
  /// Conditions on front matter.
  public var conditions: [PostCondition]
  /// Patterns of files to take; none means all.
  public var include: [PathPattern]
  /// Patterns of files to leave out.
  public var exclude: [PathPattern]
  /// The time of day of dates that have none, in minutes after midnight.
  public var defaultMinuteOfDay: Int
  /// Whether posts dated in the future are taken.
  public var includesFuture: Bool
  /// Whether drafts are taken.
  public var includesDrafts: Bool
  /// People by the keys that posts name them with.
  public var people: [String: Person]
  /// Folders of files that are served from the site's root.
  public var assetFolders: [String]
  /// Whether the template tags of the site's generator are dealt with; they stay as text if not.
  public var resolvesTemplates: Bool
  /// The rules for content.
  public var content: ContentRules
}

/// One line of `feeds:`: a document, or a family of documents.
public struct FeedConfiguration: Sendable {
  /// What a family of feeds has one member for.
  public enum Partition: String, Sendable, CaseIterable {
    /// Every tag.
    case tag
    /// Every author.
    case author
    /// Every folder below `from`.
    case section
    /// Every language.
    case language
  }

  /// Archives after RFC 5005: documents with older posts that never change.
  public struct Archive: Sendable, Equatable {
    /// How many posts an archive has.
    public var size: Int
    /// The path of an archive, with `{page}` for its number, from 1.
    public var path: PermalinkPattern
  }

  /// The path below the output folder, with a placeholder for the partition's member.
  public var path: PermalinkPattern
  /// The format.
  public var format: FeedFormat
  /// What the family has one member for; nil for a single feed.
  public var partition: Partition?
  /// How many posts the document has at most.
  public var limit: Int?
  /// How many bytes the document has at most.
  public var maximumBytes: Int?
  /// The archives of older posts.
  public var archive: Archive?
  /// What the document carries of each post.
  public var options: WriterOptions
  /// The title, with a placeholder for the partition's member; nil for the site's.
  public var title: PermalinkPattern?
  /// The description; nil for the site's.
  public var description: String?
  /// The address that the document is served from; nil for its path below the site.
  public var selfURL: String?
  /// The id; nil for the self URL.
  public var id: String?
  /// Style sheets for browsers.
  public var stylesheets: [Stylesheet]
  /// Where the line stands in the configuration.
  public var line: Int
}
