import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// A feed in its new format, not yet written anywhere.
public final class ConvertedFeed {
  /// The format of the result.
  public let format: FeedFormat
  /// What was read: what the original is, whether it is whole, and what had to be guessed.
  public let original: FeedReadResult
  /// What the format could not carry, and what was true of the original only.
  public let omissions: OmissionCounts
  /// What its grammar has against the result. Such a result is not to be published.
  public private(set) var refusals: [Diagnostic] = []
  /// How many entries the result has.
  public var entryCount: Int { entries.count }
  /// The size of the result in bytes.
  public private(set) var size = 0

  private let entries: ConvertedEntries
  private let head: FeedOutput
  private let tail: FeedOutput
  /// The feed's date for entries that have none; nil where the format does not require one.
  private let date: Timestamp?

  init(_ original: FeedReadResult, _ entries: ConvertedEntries, _ options: FeedConverter.Options) {
    self.original = original
    self.entries = entries
    format = options.format
    let converted = ConvertedHead(
      original.feed,
      from: original.kind,
      to: options.format,
      url: options.url,
      entryPage: entries.page
    )
    var feed = converted.feed
    feed.updated = feed.updated ?? entries.newest
    date = feed.updated
    let writer = format.writer.init(
      feed: feed,
      options: options.writing,
      namespaces: entries.namespaces
    )
    var head = FeedOutput()
    writer.writeHead(to: &head)
    self.head = head
    var tail = FeedOutput()
    writer.writeTail(to: &tail)
    self.tail = tail
    var omissions = entries.omissions
    if date != nil { omissions.replace(AtomWriter.noDate, by: AtomWriter.feedDate) }
    omissions.add(converted.omissions + head.omissions)
    self.omissions = omissions
  }

  /// Holds the document against its grammar.
  func check() throws(FileError) {
    let gate = FeedGate(kind: format.gateKind)
    var size = 0
    try read { (bytes) throws(FileError) in
      gate.consume(bytes)
      size += bytes.count
    }
    self.size = size
    refusals = gate.finish().filter { $0.severity == .error }
  }

  /// Lends the document, in pieces.
  public func read(
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    try head.bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in try body(bytes) }
    try entries.read(date: date, body)
    try tail.bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in try body(bytes) }
  }

  /// Writes the document to a file in one step, in the place of one that is there. One that has the
  /// same bytes stays as it is, with its time.
  public func write(to path: String) throws(FileError) -> BuildReport.Document.Outcome {
    let file = try StagedFile(path: path)
    try read { (bytes) throws(FileError) in try file.write(bytes) }
    try file.finish()
    try file.commit()
    return file.outcome.reported
  }
}
