import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are written at once.
public enum WholeFile {
  /// Writes a file in one step, in the place of one that is there. Folders on the way are made.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(bytes, StagedFile(path: path))
  }

  /// Replaces a file that somebody has written, in one step, when the bytes are on the disk. It keeps
  /// who may read it; what a link leads to is replaced, and the link stays.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    guard let resolved = realpath(path, nil) else { throw FileError("write", path) }
    defer { free(resolved) }
    // The folder may allow what the file does not.
    guard access(resolved, W_OK) == 0 else { throw FileError("write", path) }
    try write(bytes, StagedFile(path: String(cString: resolved), care: .precious))
  }

  private static func write(_ bytes: [UInt8], _ file: StagedFile) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(FileError) { try file.write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    try file.finish()
    try file.commit()
  }
}
