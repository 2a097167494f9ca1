import FeedDiff
import FeedFetching
import FeedFormats
import FeedSources

/// Reads versions of feeds from wherever they are, so that parts of them can be read again.
struct VersionReader: Sendable {
  /// How feeds are fetched.
  var fetching: FetchOptions
  /// The address that the feeds were published at, for what is relative in them.
  var location: String?
  /// Whether feeds that break off are taken as far as they go.
  var takesParts: Bool

  /// Reads a version.
  ///
  /// - Throws: `SourceProblem` for what is no feed, `FileError`.
  func read(_ version: FeedVersion) throws -> FeedSnapshot {
    var options = ReadingOptions()
    options.documentURL = location
    let snapshot: FeedSnapshot
    switch version {
    case .recorded(let recorded, _): return recorded
    case .file(let path): snapshot = try readFile(path, options)
    case .standardInput: snapshot = try readStream("/dev/stdin", options)
    case .address(let url): snapshot = try fetch(url, options)
    case .revision(let revision, let path):
      let spool = Spool()
      let reader = FeedSnapshotReader(options: options)
      try GitRevision.read(revision, path: path) { bytes in
        try spool.write(bytes)
        reader.consume(bytes)
      }
      snapshot = reader.finish(source: SpooledDocument(spool))
    }
    try check(snapshot, version)
    return snapshot
  }

  private func readFile(_ path: String, _ options: ReadingOptions) throws -> FeedSnapshot {
    if FileSystem.kind(of: path) == .folder {
      throw SourceProblem(
        path: path,
        message: "it is a folder",
        help: "folders are compared with folders, files with files"
      )
    }
    guard let document = try FileDocument(opening: path) else {
      return try readStream(path, options)
    }
    let reader = FeedSnapshotReader(options: options)
    try document.read(0..<Int.max) { reader.consume($0) }
    return reader.finish(source: document)
  }

  /// Reads what can be read once.
  private func readStream(_ path: String, _ options: ReadingOptions) throws -> FeedSnapshot {
    let spool = Spool()
    let reader = FeedSnapshotReader(options: options)
    var bytes = try DocumentBytes(path == "/dev/stdin" ? "-" : path, keepsPipe: false)
    var failure: FileError?
    try bytes.read { bytes in
      reader.consume(bytes)
      do throws(FileError) { try spool.write(bytes) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
    return reader.finish(source: SpooledDocument(spool))
  }

  private func fetch(_ url: String, _ options: ReadingOptions) throws -> FeedSnapshot {
    var options = options
    let spool = Spool()
    var reader = FeedSnapshotReader(options: options)
    var failure: FileError?
    do throws(FetchError) {
      _ = try FeedFetcher.fetch(url, options: fetching) { head in
        options.charset = head.contentType?.charset
        options.documentURL = location ?? head.url
        reader = FeedSnapshotReader(options: options)
      } onBytes: { bytes in
        reader.consume(bytes)
        do throws(FileError) { try spool.write(bytes) } catch { failure = error }
        return failure == nil ? .goOn : .stop
      }
    } catch {
      throw SourceProblem(path: url, message: "cannot fetch it: \(error.advice)")
    }
    if let failure { throw failure }
    return reader.finish(source: SpooledDocument(spool))
  }

  private func check(_ snapshot: FeedSnapshot, _ version: FeedVersion) throws(SourceProblem) {
    switch snapshot.kind {
    case .unknown, .opml:
      throw SourceProblem(
        path: version.name,
        message: "it is no feed",
        help: "tidings validate says what it is"
      )
    default: break
    }
    guard snapshot.isComplete || takesParts else {
      throw SourceProblem(
        path: version.name,
        line: snapshot.breakage?.position.line,
        column: snapshot.breakage?.position.column,
        message: "the feed breaks off: \(snapshot.breakage?.message ?? "its end is missing")",
        help: "--partial compares what was read, "
          + Amounts.counted(snapshot.count, "entry", "entries")
      )
    }
  }
}
