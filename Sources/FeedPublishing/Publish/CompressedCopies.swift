import FeedSources

/// Copies of documents that servers send as they are to whoever takes gzip: `feed.xml.gz` beside
/// `feed.xml`, for nginx's `gzip_static` and the like.
enum CompressedCopies {
  static let ending = ".gz"

  /// Stages the copies of documents that change, and those that are missing.
  static func stage(
    of files: [StagedFile],
    care: StagedFile.Care
  ) throws(FileError) -> [StagedFile] {
    var copies: [StagedFile] = []
    for file in files {
      let path = file.path + ending
      guard file.outcome != .unchanged || FileSystem.kind(of: path) == nil else { continue }
      let copy = try StagedFile(path: path, care: care)
      let gzip = GzipWriter()
      var failure: FileError?
      let write = { (bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) in
        guard failure == nil else { return }
        do throws(FileError) {
          let isDone = try gzip.write(bytes, isLast: isLast) { (bytes) throws(FileError) in
            try copy.write(bytes)
          }
          if !isDone { failure = FileError("compress", file.path, code: 12) }
        } catch { failure = error }
      }
      try file.read { write($0, false) }
      write(UnsafeBufferPointer(start: nil, count: 0), true)
      if let failure { throw failure }
      try copy.finish()
      copies.append(copy)
    }
    return copies
  }
}
