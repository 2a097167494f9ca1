import FeedModel
import FeedXML

/// Feed history: what part of a feed a document holds.
///
/// Specification: RFC 5005.
extension XMLNamespace {
  /// `http://purl.org/syndication/history/1.0`.
  public static let history = XMLNamespace("fh", "http://purl.org/syndication/history/1.0")
}

extension XMLSerializer {
  /// Writes `fh:complete` and `fh:archive`, where they apply (sections 2 and 4).
  mutating func historyMarks(for paging: Paging, notes: inout FeedOutput) {
    // A document that holds everything has no others (section 2).
    let isComplete = paging.isComplete && !paging.hasLinks && !paging.isArchive
    if isComplete {
      open("complete", in: .history)
      close()
    }
    notes.omit(
      "paging",
      if: paging.isComplete && !isComplete,
      "a document with pages or archives is not complete"
    )
    if paging.isArchive {
      open("archive", in: .history)
      close()
    }
  }
}

/// Reads feed history.
enum HistoryReader {
  /// The children of a channel or feed.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .element("complete", in: .history) { _, draft in
      draft.feed.paging.isComplete = true
    },
    .element("archive", in: .history) { _, draft in draft.feed.paging.isArchive = true },
  ]
}
