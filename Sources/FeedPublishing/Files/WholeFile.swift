import FeedSources

/// Files that are written at once.
public enum WholeFile {
  /// Writes a file in one step, in the place of one that is there. Folders on the way are made.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try StagedFile(path: path)
    var failure: FileError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(FileError) { try file.write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    try file.finish()
    try file.commit()
  }
}
