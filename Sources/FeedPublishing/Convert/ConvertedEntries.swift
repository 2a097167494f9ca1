import FeedFormats
import FeedModel
import FeedSources
import FeedXML

/// Entries of a converted feed on their way to the document, in the order in which they come.
///
/// What stands before them is known after them only: a channel's elements may follow its items, and
/// the root declares the namespaces of all entries.
final class ConvertedEntries {
  /// The entries with what is between them.
  let spool = Spool()
  /// How many there are.
  private(set) var count = 0
  /// The page of the first entry that has one.
  private(set) var page: String?
  /// The namespaces that entries use.
  private(set) var namespaces: [XMLNamespace] = []
  /// The newest date of any entry.
  private(set) var newest: Timestamp?
  /// What the format could not carry.
  private(set) var omissions = OmissionCounts()
  /// Why the entries could not be kept.
  private(set) var failure: FileError?
  /// Where the entries have a date that stands for the feed's.
  private(set) var feedDates: [Range<Int>] = []

  private let format: FeedFormat
  private let options: WriterOptions
  private var writer: any FeedWriter
  private var output = FeedOutput()
  private var ids = DistinctIDs()

  private static let flushSize = 64 << 10

  init(format: FeedFormat, options: WriterOptions) {
    self.format = format
    self.options = options
    writer = format.writer.init(feed: Feed(title: ""), options: options, namespaces: [])
  }

  /// Writes the entry of a post.
  func append(_ original: Post) {
    guard failure == nil else { return }
    guard let id = ids.distinctID(of: original) else {
      omissions.add([.repeatedPost])
      return
    }
    var post = original
    if id != post.id {
      post.id = id
      omissions.add([.repeatedID])
    }
    var addresses = AbsoluteAddresses()
    addresses.apply(to: &post)
    if addresses.hasLeftOut { omissions.add([AbsoluteAddresses.omission]) }
    count += 1
    page = page ?? post.permalink
    declare(format.writer.namespaces(of: post, options: options))
    if let date = post.updated ?? post.published, newest.map({ date > $0 }) ?? true {
      newest = date
    }
    if count > 1 { output.append(format.writer.separator) }
    writer.writeEntry(post, to: &output)
    omissions.add(output.omissions)
    output.omissions.removeAll(keepingCapacity: true)
    if output.bytes.count >= Self.flushSize { flush() }
  }

  /// Ends the entries.
  func finish() throws(FileError) {
    flush()
    if let failure { throw failure }
  }

  /// Lends the entries, with the feed's date where they have none.
  func read(
    date: Timestamp?,
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    var position = 0
    if let date, !feedDates.isEmpty {
      let text = Array(AtomWriter.dateText(date).utf8)
      for range in feedDates {
        try spool.read(position..<range.lowerBound, body)
        try text.withUnsafeBufferPointer { (text) throws(FileError) in try body(text) }
        position = range.upperBound
      }
    }
    try spool.read(position..<spool.size, body)
  }

  /// The writer that declares what is used so far.
  private func declare(_ used: [XMLNamespace]) {
    let count = namespaces.count
    for namespace in used where !namespaces.contains(namespace) { namespaces.append(namespace) }
    guard namespaces.count > count else { return }
    writer = format.writer.init(feed: Feed(title: ""), options: options, namespaces: namespaces)
  }

  private func flush() {
    feedDates += output.feedDates.map {
      ($0.lowerBound + spool.size)..<($0.upperBound + spool.size)
    }
    output.feedDates.removeAll(keepingCapacity: true)
    do throws(FileError) {
      try output.bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
        try spool.write(bytes)
      }
    } catch {
      failure = error
    }
    output.bytes.removeAll(keepingCapacity: true)
  }
}
