import FeedFetching
import FeedFormats
import FeedSources
import FeedValidation

/// Takes a document as it arrives: writes it beside the last good one, and finds out whether it is
/// what it should be.
final class SourceIntake {
  /// What a good document is like.
  struct Document: Sendable, Equatable {
    var digest: UInt64
    var charset: String?
    /// The address that it came from.
    var location: String
    /// How many entries it has that the document before had not.
    var newEntries: Int
  }

  private let request: SourceRequest
  private let path: String
  private let file: StagedFile
  private let now: Int64
  private var options = ReadingOptions()
  private var reader: FeedReader
  private var seen = SeenEntries()
  private var list: [UInt8] = []
  private var contentType: String?
  private var failure: FileError?

  /// - Parameter path: The file of the last good document.
  init(_ request: SourceRequest, path: String, now: Int64) throws(FileError) {
    self.request = request
    self.path = path
    self.now = now
    file = try StagedFile(path: path)
    let seen = seen
    reader = FeedReader { post, _ in seen.ids.insert(post.id.hashValue) }
  }

  func begin(_ head: ResponseHead) {
    contentType = head.contentType?.mediaType
    options.charset = head.contentType?.charset
    options.documentURL = head.url
    let seen = SeenEntries()
    self.seen = seen
    reader = FeedReader(options: options) { post, _ in seen.ids.insert(post.id.hashValue) }
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) -> FetchStep {
    do throws(FileError) { try file.write(bytes) } catch { failure = error }
    switch request.kind {
    case .feed: reader.consume(bytes)
    case .list: list.append(contentsOf: bytes)
    }
    return failure == nil ? .goOn : .stop
  }

  /// Puts the document in the place of the one before it, if it is good.
  ///
  /// - Parameter charset: The charset of the document before.
  func finish(charset: String?) -> Result<Document, SourceFailure> {
    do throws(FileError) {
      if let failure { throw failure }
      try file.finish()
      if let complaint = try complaint() {
        return .failure(SourceFailure(message: complaint))
      }
      let isChanged = file.outcome != .unchanged
      let newEntries = isChanged && request.kind == .feed ? newEntries(charset: charset) : 0
      try file.commit()
      guard let digest = SourceDocument.digest(of: path) else { throw FileError("read", path) }
      return .success(
        Document(
          digest: digest,
          charset: options.charset,
          location: options.documentURL ?? request.address,
          newEntries: newEntries
        )
      )
    } catch {
      return .failure(
        SourceFailure(message: "\(error.path): cannot \(error.action): \(error.reason)")
      )
    }
  }

  /// What is wrong with the document; nil if it is good.
  private func complaint() throws(FileError) -> String? {
    switch request.kind {
    case .feed:
      let result = reader.finish()
      guard result.isFeed else { return notWanted("a feed", isOther: result.kind == .unknown) }
      guard result.isComplete else {
        let note = result.notes.last { $0.kind == .syntax }
        return "the feed breaks off: \(note?.message ?? "its end is missing")"
      }
      // Half a site makes a feed without entries, and so does an error page in a feed's clothes.
      if result.entryCount == 0, try !isValid() {
        return "the feed has no entries and is not valid"
      }
      return nil
    case .list:
      let result = OPMLReader.read(list, options: options)
      guard let list = result.list else { return notWanted("a list of feeds", isOther: true) }
      guard result.isComplete else { return "the list of feeds breaks off" }
      return list.subscriptions.isEmpty ? "the list names no feeds" : nil
    }
  }

  private func notWanted(_ what: String, isOther: Bool) -> String {
    let isPage = contentType == "text/html" || contentType == "application/xhtml+xml"
    return "the answer is \(isPage && isOther ? "a page, and not" : "not") \(what)"
  }

  private func isValid() throws(FileError) -> Bool {
    let validator = FeedValidator(ValidationSettings(now: now, charset: options.charset))
    try file.read { validator.consume($0) }
    return validator.finish().isValid
  }

  private func newEntries(charset: String?) -> Int {
    let before = SeenEntries()
    let reader = FeedReader(options: ReadingOptions(charset: charset)) { post, _ in
      before.ids.insert(post.id.hashValue)
    }
    // A document that cannot be read had nothing.
    try? SourceDocument.read(path) { reader.consume($0) }
    _ = reader.finish()
    return seen.ids.subtracting(before.ids).count
  }
}

/// Which entries a document has.
private final class SeenEntries {
  var ids: Set<Int> = []
}
