import TestSupport

/// Ways to cut a document into chunks, the same for the same bytes.
struct Chunks {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Byte by byte, for documents of which that takes no time to speak of.
  private static let longestByteByByte = 600

  /// Hands out the document in several cuts; each call gets the chunks of one.
  func forEachCut(
    _ body: (_ name: String, _ chunks: [UnsafeBufferPointer<UInt8>]) throws(Violation) -> Void
  ) throws(Violation) {
    var random = SeededGenerator(seed: fingerprint)
    if bytes.count <= Chunks.longestByteByByte {
      try body("byte by byte", cut { 1 })
    }
    let longest = max(2, bytes.count / 4)
    try body("in random chunks", cut { Int.random(in: 0...longest, using: &random) })
  }

  private func cut(_ next: () -> Int) -> [UnsafeBufferPointer<UInt8>] {
    var chunks: [UnsafeBufferPointer<UInt8>] = []
    var index = 0
    while index < bytes.count {
      let end = min(bytes.count, index + next())
      chunks.append(UnsafeBufferPointer(rebasing: bytes[index..<end]))
      index = end
    }
    return chunks
  }

  /// FNV-1a.
  private var fingerprint: UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
