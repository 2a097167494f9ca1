#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Counts lines and columns over a JSON text that comes in parts, as FeedJSON's reader counts them.
package struct JSONTextPosition: Equatable {
  package var line = 1
  package var column = 1
  /// Bytes before it.
  package var offset = 0
  /// A CR was last; a LF after it belongs to the same line end.
  private var isAfterReturn = false

  /// The beginning of a text.
  package init() {}

  package mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, let last = bytes.last else { return }
    offset &+= bytes.count
    var start = 0
    if memchr(base, 0x0D, bytes.count) == nil {
      if isAfterReturn, bytes[0] == 0x0A { start = 1 }
      while start < bytes.count, let hit = memchr(base + start, 0x0A, bytes.count - start) {
        start = base.distance(to: hit.assumingMemoryBound(to: UInt8.self)) + 1
        line += 1
        column = 1
      }
    } else {
      start = advanceOverReturns(bytes)
    }
    column += JSONTextPosition.characters(base, from: start, to: bytes.count)
    isAfterReturn = last == 0x0D
  }

  /// The number of code points among the bytes.
  private static func characters(
    _ base: UnsafePointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    var i = start
    var tails = 0
    while i + 8 <= end {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      // Bytes that continue a sequence begin with the bits 10.
      if word & high != 0 { tails += (word & (~word << 1) & high).nonzeroBitCount }
      i += 8
    }
    while i < end {
      if base[i] & 0xC0 == 0x80 { tails += 1 }
      i += 1
    }
    return end - start - tails
  }

  /// The slow way, for line ends with CR. The index after the last of them.
  private mutating func advanceOverReturns(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      let isSecond = byte == 0x0A && (index == 0 ? isAfterReturn : bytes[index - 1] == 0x0D)
      start = index + 1
      if isSecond { continue }
      line += 1
      column = 1
    }
    return start
  }

  /// The place of a line and column of a text that begins here.
  package func place(line innerLine: Int, column innerColumn: Int) -> (line: Int, column: Int) {
    innerLine == 1
      ? (line, column + innerColumn - 1)
      : (line + innerLine - 1, innerColumn)
  }
}
