import FeedModel
import FeedSources

/// Where a reader's rule stands, so that everybody can look it up.
public struct ReaderSource: Sendable, Equatable {
  /// The repository, on GitHub where no host is named.
  public let repository: String
  /// The files that hold the rule.
  public let files: [String]
  /// The version of them that was read.
  public let seen: String
  /// The rule in a sentence or two.
  public let rule: String

  /// One text for reports.
  public var text: String {
    "\(rule) (\(repository): \(files.joined(separator: ", ")); \(seen))"
  }
}

/// What one reader does with two versions of a feed, one after the other.
protocol ReaderRule: Sendable {
  var name: String { get }
  var source: ReaderSource { get }
  /// Why the reader has nothing to do with the feed; nil if it does.
  func reasonToStandBy(_ versions: ForecastVersions) -> String?
  /// Runs the reader.
  func run(_ versions: ForecastVersions) throws(FileError) -> ReaderRun
}

/// What a reader did.
struct ReaderRun {
  /// What became of each entry of the new version.
  var outcomes: [ForecastOutcome]
  /// What concerns the feed as a whole.
  var notes: [String] = []
}

extension ReaderRule {
  func reasonToStandBy(_ versions: ForecastVersions) -> String? { nil }
}

extension ForecastVersions {
  /// Why a reader of RSS and Atom alone stands by.
  var reasonOfXMLReaders: String? {
    new.kind.isJSON ? "It does not read JSON Feed." : nil
  }
}
