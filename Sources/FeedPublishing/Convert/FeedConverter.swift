import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// Turns a feed of any format into a document of another, while it arrives.
///
/// Ids are kept as they are; Atom, which takes none but IRIs, has others as names below
/// `urn:tidings:`, which reading turns back. What is true of the original document only, such as its
/// own address, is left out and told of. Memory does not grow with the feed: what does not fit into
/// 1 MB goes to a temporary file. One converter a document, on one thread at a time.
public final class FeedConverter {
  /// What a caller decides about a conversion.
  public struct Options: Sendable {
    /// The format of the result.
    public var format: FeedFormat
    /// The absolute URL that the result will be served from; nil if that is not known.
    public var url: String?
    /// What is known of the original beside its bytes.
    public var reading: ReadingOptions
    /// What is carried of each post.
    public var writing: WriterOptions

    /// See the properties.
    public init(
      to format: FeedFormat,
      url: String? = nil,
      reading: ReadingOptions = ReadingOptions(),
      writing: WriterOptions = WriterOptions()
    ) {
      self.format = format
      self.url = url
      self.reading = reading
      self.writing = writing
    }
  }

  private let options: Options
  private let reader: FeedReader
  private let entries: ConvertedEntries

  /// A converter for one document.
  public init(_ options: Options) {
    self.options = options
    let entries = ConvertedEntries(format: options.format, options: options.writing)
    self.entries = entries
    reader = FeedReader(options: options.reading) { post, _ in entries.append(post) }
  }

  /// Takes the original's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    reader.consume(bytes)
    if let failure = entries.failure { throw failure }
  }

  /// Ends the original, and checks the result.
  public func finish() throws(FileError) -> ConvertedFeed {
    let original = reader.finish()
    try entries.finish()
    let result = ConvertedFeed(original, entries, options)
    if original.isFeed { try result.check() }
    return result
  }
}
