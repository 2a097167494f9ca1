import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file of which parts are copied; it stays what it was when another takes its place.
final class CopySource {
  private let path: String
  private let descriptor: Int32
  /// Small enough to stay in the processor's cache between reading and writing: `copy_file_range` takes
  /// three times as long, a page at a time.
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)

  /// Opens a file.
  init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      buffer.deallocate()
      throw FileError("read", path)
    }
  }

  deinit {
    close(descriptor)
    buffer.deallocate()
  }

  /// Hands on bytes, piece by piece, all of them.
  func read(
    _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    var position = range.lowerBound
    while position < range.upperBound {
      let wanted = min(buffer.count, range.upperBound - position)
      let count = pread(descriptor, buffer.baseAddress, wanted, off_t(position))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError("read", path, code: count == 0 ? EIO : errno) }
      position += count
      let bytes = UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))
      try body(UnsafeBufferPointer(rebasing: bytes[..<count]))
    }
  }
}
