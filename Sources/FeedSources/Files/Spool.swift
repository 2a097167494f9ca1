#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes that are written once and then read, as often as need be: few are kept in memory, many go to
/// a file that has no name and ends with the process.
public final class Spool {
  private static let mostInMemory = 1 << 20
  private static let blockSize = 128 << 10

  /// How many bytes were written.
  public private(set) var size = 0
  private var memory: [UInt8] = []
  private var descriptor: Int32 = -1
  private var fileSize: Int { size - memory.count }

  /// An empty one.
  public init() {}

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Appends bytes.
  public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    memory.append(contentsOf: bytes)
    size += bytes.count
    guard memory.count >= Self.mostInMemory else { return }
    if descriptor < 0 { try openFile() }
    var done = 0
    while done < memory.count {
      let written = memory.withUnsafeBytes {
        writeBytes(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileError("write", Self.folder)
      }
      done += written
    }
    memory.removeAll(keepingCapacity: true)
  }

  /// Lends bytes, in pieces.
  public func read(
    _ range: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    var position = range.lowerBound
    let end = min(range.upperBound, fileSize)
    if position < end {
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
      defer { block.deallocate() }
      while position < end {
        let count = pread(
          descriptor,
          block.baseAddress,
          min(block.count, end - position),
          off_t(position)
        )
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw FileError("read", Self.folder) }
        position += count
        try body(
          UnsafeBufferPointer(
            rebasing: UnsafeBufferPointer(block.bindMemory(to: UInt8.self))[..<count]
          )
        )
      }
    }
    guard position < range.upperBound else { return }
    let first = position - fileSize
    let last = range.upperBound - fileSize
    try memory.withUnsafeBufferPointer { (bytes) throws(FileError) in
      try body(UnsafeBufferPointer(rebasing: bytes[first..<last]))
    }
  }

  private static var folder: String {
    if let folder = getenv("TMPDIR"), folder.pointee != 0 { return String(cString: folder) }
    return "/tmp"
  }

  private func openFile() throws(FileError) {
    var path = Array((Self.folder + "/tidings.XXXXXX").utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw FileError("write", Self.folder) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
