import FeedModel
import FeedXML

/// The newer terms of Dublin Core, which have dates that RSS lacks. They are read and not written.
///
/// Specification: http://purl.org/dc/terms/.
extension XMLNamespace {
  /// `http://purl.org/dc/terms/`.
  public static let dublinCoreTerms = XMLNamespace("dcterms", "http://purl.org/dc/terms/")
}

/// Reads the terms' dates.
enum DublinCoreTermsReader {
  /// Behind Dublin Core's older elements.
  private static let rank = 30

  /// The children of a channel.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .element("modified", in: .dublinCoreTerms) { $1.updated.offer($0.date, rank: rank) }
  ]

  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("issued", "created", "available", in: .dublinCoreTerms) {
      $1.published.offer($0.date, rank: rank)
    },
    .element("modified", in: .dublinCoreTerms) { $1.updated.offer($0.date, rank: rank) },
  ]
}
