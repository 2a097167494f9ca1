import FeedModel
import FeedXML

/// Reads a feed of whatever format while it arrives: RSS 0.90 to 2.0, Atom 0.3 and 1.0, JSON Feed 1.0
/// and 1.1, in any encoding.
///
/// It is as lenient as feed readers must be, and says in notes what it had to guess. How each element
/// is read stands with the format and the namespace; the properties of `Feed` and `Post` say which
/// elements they come from. Beyond that:
///
/// - The id of an entry without one is its link, else its file, else a name made of its text.
/// - `description` is the post where RSS has no `content:encoded` or `xhtml:body`, else its summary.
/// - Plain texts are on one line, apart from Atom's and JSON Feed's summaries and texts.
/// - URLs are absolute, in HTML too: by `xml:base`, else by the post's page or the site.
/// - What the model has no place for is left out: the readers name it.
///
/// Memory does not grow with the feed: posts are handed on one by one and not kept. One reader a
/// document, on one thread at a time; any number of readers at once.
public final class FeedReader {
  /// Takes a post, and what it was read from.
  public typealias PostHandler = (_ post: Post, _ origin: EntryOrigin) -> Void

  private enum Syntax {
    case undecided
    case xml(XMLFeedReader)
    case json(JSONFeedReader)
  }

  private let options: ReadingOptions
  private let handler: PostHandler
  private let notes = ReadingNotes()
  private var syntax = Syntax.undecided
  private var decoder: XMLTextDecoder?
  /// The first bytes, until one of them tells the syntax.
  private var head: [UInt8] = []
  private var hasBegun = false

  /// A reader for one document.
  ///
  /// - Parameters:
  ///   - options: What is known beside the bytes.
  ///   - handler: Takes each post when it is complete, in the order of the document.
  public init(options: ReadingOptions = ReadingOptions(), onPost handler: @escaping PostHandler) {
    self.options = options
    self.handler = handler
  }

  /// Takes the document's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    if case .undecided = syntax {
      guard decide(bytes) else { return }
      let head = head
      self.head = []
      head.withUnsafeBufferPointer { decode($0, isLast: false) }
      return
    }
    decode(bytes, isLast: false)
  }

  /// Ends the document. What was told of the feed is complete now.
  public func finish() -> FeedReadResult {
    if case .undecided = syntax {
      begin(isJSON: false)
      let head = head
      head.withUnsafeBufferPointer { decode($0, isLast: true) }
    } else {
      decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    var result = FeedReadResult(
      kind: .unknown,
      feed: Feed(title: ""),
      entryCount: 0,
      notes: [],
      noteCount: 0,
      isComplete: true
    )
    switch syntax {
    case .undecided: break
    case .xml(let reader):
      result.feed = reader.finish()
      result.kind = reader.kind
      result.entryCount = reader.entryCount
      result.isComplete = !reader.isBroken
    case .json(let reader):
      result.feed = reader.finish()
      result.kind = reader.kind
      result.entryCount = reader.entryCount
      result.isComplete = !reader.isBroken
    }
    // Of what is no feed not all is looked at.
    if let decoder, result.isFeed { notes.add(decoder.report) }
    result.isUTF8 = decoder?.report.isUTF8Throughout ?? true
    result.notes = notes.all
    result.noteCount = notes.count
    return result
  }

  /// Reads a whole document in memory.
  public static func read(
    _ bytes: [UInt8],
    options: ReadingOptions = ReadingOptions()
  ) -> (result: FeedReadResult, posts: [Post]) {
    var posts: [Post] = []
    let reader = FeedReader(options: options) { post, _ in posts.append(post) }
    bytes.withUnsafeBufferPointer { reader.consume($0) }
    let result = reader.finish()
    return (result, posts)
  }

  // MARK: Syntax

  /// The first byte that is neither white space nor part of a byte order mark or of a wide character
  /// tells JSON from XML.
  private func decide(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    head.append(contentsOf: bytes)
    let first = head.first { byte in
      byte > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains(byte)
    }
    guard first != nil || head.count > 1 << 16 else { return false }
    begin(isJSON: first == UInt8(ascii: "{"))
    return true
  }

  private func begin(isJSON: Bool) {
    decoder = XMLTextDecoder(charset: options.charset, dropsForbiddenCharacters: !isJSON)
    if isJSON {
      syntax = .json(JSONFeedReader(options: options, notes: notes, handler: handler))
    } else {
      syntax = .xml(XMLFeedReader(options: options, notes: notes, handler: handler))
    }
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    switch syntax {
    case .undecided: break
    case .json(let reader):
      decoder?.decode(bytes, isLast: isLast) { text, _ in reader.consume(text) }
    case .xml(let reader):
      guard !reader.isDone || isLast else { return }
      decoder?.decode(bytes, isLast: isLast) { text, position in
        begin(reader, with: text, at: position)
      }
    }
  }

  /// Whether text before the first tag was told of.
  private var hasToldOfJunk = false

  /// Text before the first tag is no part of a document: scripts leave complaints there.
  private func begin(
    _ reader: XMLFeedReader,
    with text: UnsafeBufferPointer<UInt8>,
    at position: SourcePosition
  ) {
    guard !hasBegun else {
      reader.consume(text)
      return
    }
    let start = text.firstIndex(of: UInt8(ascii: "<"))
    let skipped = UnsafeBufferPointer(rebasing: text[..<(start ?? text.count)])
    if !hasToldOfJunk, let junk = skipped.firstIndex(where: { $0 > 0x20 }) {
      hasToldOfJunk = true
      notes.add(
        .syntax,
        nil,
        "has text before its first tag, which is left out",
        at: position.advanced(over: UnsafeBufferPointer(rebasing: skipped[..<junk]))
      )
    }
    guard let start else { return }
    hasBegun = true
    reader.begin(at: position.advanced(over: skipped))
    reader.consume(UnsafeBufferPointer(rebasing: text[start...]))
  }
}
