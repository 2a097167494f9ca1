import FeedPreview
import FlyingSocks

/// A part of a file, read as it is sent.
struct FileBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let file: OpenFile
  let range: Range<Int>

  static let blockSize = 256 << 10

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(file: file, rest: range) }

  struct AsyncIterator: AsyncBufferedIteratorProtocol {
    let file: OpenFile
    var rest: Range<Int>

    /// Bytes are taken in blocks; one by one nobody asks for them.
    mutating func next() async throws -> UInt8? {
      try await nextBuffer(suggested: 1)?.first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      guard !rest.isEmpty else { return nil }
      let bytes = file.read(at: rest.lowerBound, count: Swift.min(Swift.max(1, count), rest.count))
      // The file became shorter: the connection breaks off, rather than to send something else.
      guard !bytes.isEmpty else { throw SocketError.disconnected }
      rest = (rest.lowerBound + bytes.count)..<rest.upperBound
      return bytes
    }
  }
}
