import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A document that can be read again, from any byte on.
public protocol DocumentSource: Sendable {
  /// Hands on bytes, piece by piece; to the document's end if it ends before them.
  func read(
    _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError)
}

/// A document in memory.
public struct DocumentInMemory: DocumentSource {
  private let bytes: [UInt8]

  /// A document of these bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// See the protocol.
  public func read(
    _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    let range = range.clamped(to: 0..<bytes.count)
    guard !range.isEmpty else { return }
    try bytes.withUnsafeBufferPointer { (all) throws(FileError) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }
}

/// A document that came from where it cannot be fetched again.
public final class SpooledDocument: DocumentSource, @unchecked Sendable {
  // Nothing is written to it any more, and reading changes nothing.
  private let spool: Spool

  /// A document that was written to a spool, all of it.
  public init(_ spool: Spool) { self.spool = spool }

  /// See the protocol.
  public func read(
    _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    let range = range.clamped(to: 0..<spool.size)
    if !range.isEmpty { try spool.read(range, body) }
  }
}

/// A file that stays open.
public final class FileDocument: DocumentSource {
  private static let blockSize = 128 << 10

  private let path: String
  private let descriptor: Int32

  /// Opens a file; nil for what cannot be read at any place, such as a pipe.
  public init?(opening path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path) }
    if lseek(descriptor, 0, SEEK_CUR) < 0 { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// See the protocol.
  public func read(
    _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
    defer { block.deallocate() }
    var position = range.lowerBound
    while position < range.upperBound {
      let wanted = min(block.count, range.upperBound - position)
      let count = pread(descriptor, block.baseAddress, wanted, off_t(position))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError("read", path) }
      if count == 0 { return }
      position += count
      let bytes = UnsafeBufferPointer(block.bindMemory(to: UInt8.self))
      try body(UnsafeBufferPointer(rebasing: bytes[..<count]))
    }
  }
}
