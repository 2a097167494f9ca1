/// Counts lines and columns of UTF-8 text as it passes by.
///
/// The text may be cut anywhere, even inside of a character or between a carriage return and its
/// line feed. After a carriage return the next line has begun; a line feed right after it belongs
/// to the line end and moves nothing but the offset.
public struct LineCounter: Sendable {
  /// Where the text so far ends. Its offset grows by the bytes of UTF-8.
  public private(set) var position: SourcePosition
  private var isAfterCarriageReturn = false

  /// A counter for text that begins at a place.
  public init(at position: SourcePosition = .start) {
    self.position = position
  }

  /// Moves on to the end of some text.
  @inline(__always)
  public mutating func advance(over text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress, !text.isEmpty else { return }
    advance(over: UnsafeRawPointer(start), count: text.count)
  }

  /// The place where text that comes next will end.
  public func position(after text: UnsafeBufferPointer<UInt8>) -> SourcePosition {
    var copy = self
    copy.advance(over: text)
    return copy.position
  }

  /// Goes on from another place, as after characters that were left out. What the text ended in
  /// is still known, so that a line feed after a carriage return ends no line of its own.
  public mutating func move(to position: SourcePosition) { self.position = position }

  /// Says where in the file the text goes on, where that cannot be counted in bytes of UTF-8.
  mutating func setOffset(_ offset: Int) { position.offset = offset }

  private mutating func advance(over start: UnsafeRawPointer, count: Int) {
    let lineEnds = LineScan.lineEnds(start, count, isAfterCarriageReturn: isAfterCarriageReturn)
    var lineStart = 0
    if lineEnds > 0 {
      position.line &+= lineEnds
      position.column = 1
      lineStart = LineScan.lastLineStart(start, count)
    } else if isAfterCarriageReturn, start.load(as: UInt8.self) == 0x0A {
      lineStart = 1
    }
    position.column &+= LineScan.characters(start + lineStart, count &- lineStart)
    position.offset &+= count
    isAfterCarriageReturn = start.load(fromByteOffset: count &- 1, as: UInt8.self) == 0x0D
  }
}

/// The loops of ``LineCounter``, eight bytes at a time.
///
/// Sums are kept in the eight lanes of a word, which hold 255: hence the blocks.
private enum LineScan {
  static let blockWords = 255

  /// Line ends, each counted at its first byte.
  @inline(__always)
  static func lineEnds(
    _ start: UnsafeRawPointer,
    _ count: Int,
    isAfterCarriageReturn: Bool
  ) -> Int {
    var ends = 0
    var index = 0
    var isAfterReturn = isAfterCarriageReturn
    while index &+ 8 <= count {
      let words = min((count &- index) &>> 3, blockWords)
      let block = start + index
      var others: UInt64 = 0
      var returns: UInt64 = 0
      for position in 0..<words {
        let word = block.loadUnaligned(fromByteOffset: position &<< 3, as: UInt64.self)
        others &+= (ByteLanes.nonZero(word ^ ByteLanes.all(0x0A)) &>> 7) & ByteLanes.all(1)
        returns |= ByteLanes.zeroHints(word ^ ByteLanes.all(0x0D))
      }
      // Most texts have no carriage returns. A block that follows one or has some is counted again.
      if returns & ByteLanes.all(0x80) == 0, !isAfterReturn {
        ends &+= words &* 8 &- ByteLanes.sum(others)
      } else {
        ends &+= lineEndsWithReturns(block, words, &isAfterReturn)
      }
      index &+= words &* 8
    }
    guard index < count else { return ends }
    // The rest, with zeros after it.
    let word = rest(start, count)
    let feeds = (~ByteLanes.nonZero(word ^ ByteLanes.all(0x0A)) &>> 7) & ByteLanes.all(1)
    let returns = (~ByteLanes.nonZero(word ^ ByteLanes.all(0x0D)) &>> 7) & ByteLanes.all(1)
    return ends &+ ByteLanes.sum(returns | (feeds & ~(returns &<< 8 | (isAfterReturn ? 1 : 0))))
  }

  @inline(never)
  private static func lineEndsWithReturns(
    _ block: UnsafeRawPointer,
    _ words: Int,
    _ isAfterReturn: inout Bool
  ) -> Int {
    var ends: UInt64 = 0
    var carry: UInt64 = isAfterReturn ? 1 : 0
    for position in 0..<words {
      let word = UInt64(
        littleEndian: block.loadUnaligned(fromByteOffset: position &<< 3, as: UInt64.self)
      )
      let feeds = (~ByteLanes.nonZero(word ^ ByteLanes.all(0x0A)) &>> 7) & ByteLanes.all(1)
      let returns = (~ByteLanes.nonZero(word ^ ByteLanes.all(0x0D)) &>> 7) & ByteLanes.all(1)
      ends &+= returns | (feeds & ~(returns &<< 8 | carry))
      carry = returns &>> 56
    }
    isAfterReturn = carry != 0
    return ByteLanes.sum(ends)
  }

  /// Code points: bytes that do not continue one.
  @inline(__always)
  static func characters(_ start: UnsafeRawPointer, _ count: Int) -> Int {
    var continuations = 0
    var index = 0
    while index &+ 8 <= count {
      let words = min((count &- index) &>> 3, blockWords)
      let block = start + index
      var found: UInt64 = 0
      for position in 0..<words {
        let word = block.loadUnaligned(fromByteOffset: position &<< 3, as: UInt64.self)
        found &+= (word &>> 7) & (~word &>> 6) & ByteLanes.all(1)
      }
      continuations &+= ByteLanes.sum(found)
      index &+= words &* 8
    }
    if index < count {
      let word = rest(start, count)
      continuations &+= ByteLanes.sum((word &>> 7) & (~word &>> 6) & ByteLanes.all(1))
    }
    return count &- continuations
  }

  /// What follows the last line feed or carriage return; 0 without one.
  @inline(__always)
  static func lastLineStart(_ start: UnsafeRawPointer, _ count: Int) -> Int {
    var end = count
    while end >= 8 {
      let word = start.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self)
      let both =
        ByteLanes.nonZero(word ^ ByteLanes.all(0x0A))
        & ByteLanes.nonZero(word ^ ByteLanes.all(0x0D))
      if both & ByteLanes.all(0x80) != ByteLanes.all(0x80) { break }
      end &-= 8
    }
    while end > 0 {
      let byte = start.load(fromByteOffset: end &- 1, as: UInt8.self)
      if byte == 0x0A || byte == 0x0D { return end }
      end &-= 1
    }
    return 0
  }

  /// The bytes after the last whole word, in the lowest lanes.
  @inline(__always)
  private static func rest(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let length = count & 7
    if count >= 8 {
      let last = start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      return UInt64(littleEndian: last) &>> UInt64(64 &- length &* 8)
    }
    var word: UInt64 = 0
    for index in 0..<length {
      word |= UInt64(start.load(fromByteOffset: index, as: UInt8.self)) &<< UInt64(index &* 8)
    }
    return word
  }
}
