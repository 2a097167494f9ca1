import FeedDiff
import FeedFormats
import FeedSources

/// What is known of a published document, so that the next build takes over the entries of posts that
/// did not change: their bytes as they lie in the file, and what a diff and a history have of them.
struct PublishedDocument: Sendable {
  /// The path below the output folder.
  var path: String
  /// The file, as it was put in its place.
  var stamp: FileStamp
  /// The fingerprint of all that stands before the entries, but for the time of change.
  var head: UInt64
  /// The fingerprint of the addresses of all posts; ``Fingerprint/none`` if no entry asks for one.
  var addresses: UInt64
  /// The entries in their order.
  var entries: [PublishedEntry]
  /// What formats could not carry, each once.
  var omissions: [Omission]
  /// The entries as a reader of the file has them.
  var read: EntryTable
  /// The entries as the writer was given them.
  var written: EntryTable
  /// The fingerprint of those.
  var writtenFingerprint: UInt64
}

/// An entry of a published document: which post it is of, and where it lies.
struct PublishedEntry: Sendable, BitwiseCopyable {
  /// The post: its file, its place in it, and its id.
  var key: IdentityKey
  /// The post's file, as it was read.
  var fileSize: UInt64
  var modified: Int64
  var changed: Int64
  var number: UInt64
  /// The bytes in the document.
  var start: Int
  var end: Int
  /// What could not be carried of it: bits that stand for the document's omissions.
  var omissions: UInt64
  /// What it depends on beside the post's file and what all entries depend on.
  var dependence: UInt8

  /// Dependences.
  static let onNothing: UInt8 = 0
  static let onAddresses: UInt8 = 1
  /// On what nobody notes: it is never taken over.
  static let onMore: UInt8 = 2

  /// How many bytes of the document.
  var size: Int { end - start }

  /// Whether the post's file is as it was.
  func isOf(_ stamp: FileStamp) -> Bool {
    stamp.kind == .file && stamp.size == fileSize && stamp.modified == modified
      && stamp.changed == changed && stamp.number == number
  }
}

/// What an entry depends on, and what could not be carried of it, as its making showed.
struct EntryTraits: Sendable {
  var dependence: UInt8
  var omissions: [Omission] = []
}

extension PublishedDocument {
  /// What could not be carried of an entry.
  func omissions(of entry: PublishedEntry) -> [Omission] {
    guard entry.omissions != 0 else { return [] }
    return omissions.indices.filter { entry.omissions & (1 << UInt64($0)) != 0 }
      .map { omissions[$0] }
  }
}

// MARK: As a file

extension PublishedDocument {
  /// So many kinds of omissions are told apart.
  static let mostOmissions = UInt64.bitWidth
  private static let mark = "tidings entries 1"
  private static var layout: UInt64 { UInt64(MemoryLayout<PublishedEntry>.stride) }

  /// The bytes of a file that keeps it.
  ///
  /// - Parameter setting: What entries depend on beside files: who reads the file with another one sees
  ///   nothing in it.
  func bytes(setting: String) -> [UInt8] {
    var writer = BinaryWriter()
    writer.append(Self.mark)
    writer.append(setting)
    writer.append(path)
    writer.append(Self.layout)
    writer.append([
      stamp.size, UInt64(bitPattern: stamp.modified), UInt64(bitPattern: stamp.changed),
    ])
    writer.append([stamp.number, head, addresses])
    writer.append(entries)
    writer.append(UInt64(omissions.count))
    for omission in omissions {
      writer.append(omission.property)
      writer.append(omission.reason)
    }
    read.append(to: &writer)
    written.append(to: &writer)
    writer.append(writtenFingerprint)
    let sum = writer.bytes.withUnsafeBufferPointer { Fingerprint.of($0) }
    writer.append(sum)
    return writer.bytes
  }

  /// Reads a file; nil for one that is of another setting, torn, or none.
  init?(_ bytes: UnsafeRawBufferPointer, setting: String) {
    let size = bytes.count - MemoryLayout<UInt64>.size
    guard size >= 0 else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes[..<size])
    var end = BinaryReader(UnsafeRawBufferPointer(rebasing: bytes[size...]))
    guard end.next(UInt64.self) == Fingerprint.of(content.bindMemory(to: UInt8.self)) else {
      return nil
    }
    var reader = BinaryReader(content)
    guard reader.text() == Self.mark, reader.text() == setting,
      let path = reader.text(), reader.next(UInt64.self) == Self.layout,
      let file: [UInt64] = reader.values(), file.count == 3,
      let prints: [UInt64] = reader.values(), prints.count == 3,
      let entries: [PublishedEntry] = reader.values(),
      let omissions = Self.omissions(&reader),
      let read = EntryTable(&reader), read.count == entries.count,
      let written = EntryTable(&reader), written.count == entries.count,
      let writtenFingerprint = reader.next(UInt64.self), reader.isAtEnd
    else { return nil }
    self.path = path
    stamp = FileStamp(
      kind: .file,
      size: file[0],
      modified: Int64(bitPattern: file[1]),
      changed: Int64(bitPattern: file[2]),
      number: prints[0]
    )
    head = prints[1]
    addresses = prints[2]
    self.entries = entries
    self.omissions = omissions
    self.read = read
    self.written = written
    self.writtenFingerprint = writtenFingerprint
    guard isInOrder else { return nil }
  }

  private static func omissions(_ reader: inout BinaryReader) -> [Omission]? {
    guard let count = reader.next(UInt64.self), count <= mostOmissions else { return nil }
    var omissions: [Omission] = []
    for _ in 0..<count {
      guard let property = reader.text(), let reason = reader.text() else { return nil }
      omissions.append(Omission(property: property, reason: reason))
    }
    return omissions
  }

  /// Whether the entries lie one after the other in the file.
  private var isInOrder: Bool {
    var end = 0
    for entry in entries {
      guard entry.start >= end, entry.end >= entry.start else { return false }
      end = entry.end
    }
    return UInt64(end) <= stamp.size
  }
}
