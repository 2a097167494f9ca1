import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources

/// The site as it would be published, with what is needed to serve it.
struct PreviewState: Sendable {
  /// A document, with the tag of its bytes.
  struct Document: Sendable {
    var document: Rehearsal.Document
    var tag: ContentTag
    /// When the published file changed last, in seconds since 1970, if it has the same bytes.
    var modified: Int64?
  }

  /// What would be published.
  var rehearsal: Rehearsal
  /// The documents, in the order of the configuration; none where the site is broken.
  var documents: [Document] = []
  private var places: [String: Int] = [:]

  init(_ rehearsal: Rehearsal) {
    self.rehearsal = rehearsal
    for document in rehearsal.documents {
      guard let file = OpenFile(document.stagedPath) else {
        // Somebody cleaned up the folder of temporary files.
        self.rehearsal.problems.append(
          Rehearsal.Problem(
            path: document.stagedPath,
            message: "the rehearsed file is not there any more",
            help: "start tidings serve again"
          )
        )
        continue
      }
      let isSame = document.outcome == .unchanged
      places[document.path] = documents.count
      documents.append(
        Document(
          document: document,
          tag: ContentTag(file),
          modified: isSame ? OpenFile(document.file)?.modified : nil
        )
      )
    }
  }

  /// Whether something keeps the site from being published, so that there is nothing to show.
  var isBroken: Bool { !rehearsal.problems.isEmpty }

  /// The document at a path below the output folder.
  subscript(path: String) -> Document? { places[path].map { documents[$0] } }
}

/// What is known of a document beside its bytes.
struct DocumentStudy: Sendable {
  /// Its entries; nil for a list of feeds.
  var snapshot: FeedSnapshot?
  /// What the validator says.
  var findings: Findings
  /// What readers will show once it is published; nil if nothing changes, or nothing was published.
  var forecast: Forecast?
  /// Why some of it is not known.
  var failure: String?
}
