import FeedDiff
import FeedFormats
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the last good documents of sources lie, and what is known of them: in the folder of the
/// history.
struct SourcePlace: Sendable {
  /// What is known of sources.
  let database: String
  /// Made with the first document.
  private let history: HistoryPlace
  private let folder: String

  init(_ history: HistoryPlace) {
    self.history = history
    let parent = history.path.lastIndex(of: "/").map { String(history.path[...$0]) } ?? ""
    database = parent + "sources.sqlite"
    folder = parent + "sources/"
  }

  /// The file for the document of an address. Its name is made of the address and has nothing of it:
  /// addresses come from strangers, too.
  func document(of address: String) -> String {
    folder + NameBasedUUID(address, namespace: NameBasedUUID.namespaceOfOthers).string
  }

  /// Makes the folders.
  func prepare() throws(FileError) {
    // The output folder that the history lies beside may not be there yet.
    let folder = history.path.lastIndex(of: "/").map { String(history.path[..<$0]) }
    if let folder { try StagedFile.makeFolder(ofFile: folder) }
    try history.prepare()
    try StagedFile.makeFolder(ofFile: self.folder + "document")
  }
}

/// A document on the disk.
enum SourceDocument {
  private static let blockSize = 128 << 10

  /// Lends the bytes, in pieces of a fixed size.
  static func read(
    _ path: String,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(FileError) {
    var reader = FileReader()
    try reader.open(path)
    var isAtEnd = false
    while !isAtEnd {
      isAtEnd = try reader.read(upTo: blockSize)
      body(reader.bytes)
      reader.drop(reader.bytes.count)
    }
  }

  /// Removes a document that nobody asks for.
  static func remove(_ path: String) { unlink(path) }

  /// The fingerprint of a document; nil if there is none that can be read.
  static func digest(of path: String) -> UInt64? {
    var digest: UInt64 = 1
    do {
      try read(path) { bytes in
        digest = (digest << 7 | digest >> 57) ^ Fingerprint.of(bytes)
      }
    } catch {
      return nil
    }
    return digest
  }
}
