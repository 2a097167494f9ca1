import FeedDiff
import FeedSources

/// A compressed copy of a file, for who serves it.
package enum CompressedFile {
  /// Larger files are compressed fast rather than well.
  private static let mostForBest = 4 << 20

  /// Writes a copy, and returns whether that worked; memory may be short.
  package static func write(_ path: String, to copy: String) throws -> Bool {
    let size = FileSystem.size(ofFile: path) ?? 0
    let gzip = GzipWriter(isFast: size > mostForBest)
    let file = try StagedFile(path: copy, care: .usual)
    var isWorking = true
    guard let document = try FileDocument(opening: path) else { return false }
    try document.read(0..<Int.max) { (bytes) throws(FileError) in
      guard isWorking else { return }
      isWorking = try gzip.write(bytes, isLast: false) { (bytes) throws(FileError) in
        try file.write(bytes)
      }
    }
    let end = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    guard isWorking,
      try gzip.write(end, isLast: true, to: { (bytes) throws(FileError) in try file.write(bytes) })
    else { return false }
    try file.finish()
    try file.commit()
    return true
  }
}
