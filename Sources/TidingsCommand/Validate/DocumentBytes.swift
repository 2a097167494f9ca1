import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a document, block by block, which can be read a second time.
///
/// Files are read again; what comes out of a pipe is kept where it may be needed.
struct DocumentBytes: ~Copyable {
  private static let blockSize = 128 * 1024

  private let name: String
  private let descriptor: Int32
  /// Where a file was before; `nil` for what cannot be read again.
  private let start: off_t?
  private let isOwned: Bool
  private let keepsPipe: Bool
  private let mostKept: Int
  /// Whether more came out of a pipe than is kept, so that there is no reading again.
  private(set) var isLost = false
  private var kept: [UInt8] = []
  private var hasBeenRead = false

  /// Opens a document; `-` is standard input.
  ///
  /// - Parameters:
  ///   - keepsPipe: Whether what cannot be read again is kept.
  ///   - mostKept: How much of it, in bytes; of more nothing is kept.
  init(_ path: String, keepsPipe: Bool, mostKept: Int = .max) throws(FileError) {
    self.mostKept = mostKept
    name = path == "-" ? "standard input" : path
    isOwned = path != "-"
    self.keepsPipe = keepsPipe
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      #if canImport(Glibc)
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      #else
        descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
      #endif
    }
    guard descriptor >= 0 else { throw FileError("read", name) }
    let position = lseek(descriptor, 0, SEEK_CUR)
    start = position >= 0 ? position : nil
  }

  /// A document that was fetched, and is at hand.
  init(fetched bytes: [UInt8], from address: String) {
    name = address
    descriptor = -1
    start = nil
    isOwned = false
    keepsPipe = true
    mostKept = .max
    kept = bytes
    hasBeenRead = true
  }

  deinit {
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  /// Hands on the bytes from the first to the last, or until the body says that it has enough.
  mutating func read(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) throws(FileError) {
    let isAgain = hasBeenRead
    hasBeenRead = true
    if isAgain, start == nil {
      kept.withUnsafeBufferPointer { _ = body($0) }
      return
    }
    if isAgain, let start, lseek(descriptor, start, SEEK_SET) < 0 { throw FileError("read", name) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
    defer { block.deallocate() }
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, block.baseAddress, block.count)
      #else
        let count = Darwin.read(descriptor, block.baseAddress, block.count)
      #endif
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError("read", name) }
      if count == 0 { return }
      let bytes = UnsafeBufferPointer(
        rebasing: UnsafeBufferPointer(block.bindMemory(to: UInt8.self))[..<count]
      )
      if start == nil, keepsPipe, !isLost { keep(bytes) }
      if !body(bytes) { return }
    }
  }

  private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard kept.count <= mostKept - bytes.count else {
      kept = []
      isLost = true
      return
    }
    kept += bytes
  }
}
