import FeedSources

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
