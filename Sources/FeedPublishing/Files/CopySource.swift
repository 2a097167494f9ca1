import CFileCopy
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
  /// Small enough to stay in the processor's cache between reading and writing.
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

  /// Copies bytes to where another file is written, as far as the system does that by itself.
  ///
  /// - Returns: How many were copied; fewer than there are where the rest has to be read.
  func copy(_ range: Range<Int>, to target: Int32) throws(FileError) -> Int {
    var copied = 0
    while copied < range.count {
      let offset = off_t(range.lowerBound + copied)
      let count = tidings_copy_file_range(descriptor, offset, target, range.count - copied)
      if count < 0, errno == EINTR { continue }
      // A full disk is one however it is found out; all else may be what this system cannot do.
      if count < 0, errno == ENOSPC || errno == EFBIG || errno == EIO {
        throw FileError("write", path)
      }
      guard count > 0 else { return copied }
      copied += count
    }
    return copied
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
