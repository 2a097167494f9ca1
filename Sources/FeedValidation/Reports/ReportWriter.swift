/// A way to write reports: values in, bytes out.
///
/// A run is one `begin`, `add` for each document in the order in which they were given, one `end`.
/// Nothing of a document is kept that later ones do not need.
public protocol ReportWriter {
  /// Writes what stands before all documents.
  mutating func begin(into output: inout [UInt8])
  /// Writes what is to be said of a document.
  mutating func add(_ document: DocumentReport, into output: inout [UInt8])
  /// Writes what stands after all documents.
  mutating func end(_ total: ReportTotal, into output: inout [UInt8])
}

/// What came of all documents of a run.
public struct ReportTotal: Sendable, Equatable {
  /// How many documents were checked.
  public var documents = 0
  /// How many of them have errors or warnings.
  public var documentsWithFindings = 0
  /// How many could not be checked.
  public var failures = 0
  /// How much is wrong.
  public var found = Tally()
  /// How much of it a baseline knows.
  public var known = 0
  /// How much of what a baseline knows is wrong no more.
  public var gone = 0
  /// How much was mended.
  public var mended = 0
  /// How much of what is told can be mended.
  public var fixable = 0

  /// A run without documents.
  public init() {}

  /// Counts a document.
  public mutating func add(_ document: DocumentReport) {
    guard document.failure == nil else {
      failures += 1
      return
    }
    documents += 1
    if document.found.errors + document.found.warnings > 0 { documentsWithFindings += 1 }
    found = found + document.found
    known += document.known.all
    gone += document.gone
    mended += document.mended
    fixable += document.fixable
  }
}

extension [UInt8] {
  /// Appends text as UTF-8.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}

/// A number and its noun.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
