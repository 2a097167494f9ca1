/// Tells where text stops being UTF-8 (RFC 3629).
///
/// An automaton whose step is one shift: a byte's row holds, at each state's bit offset, the bit
/// offset of the next state, so that the loop has no branches to mispredict in mixed scripts.
/// Blocks of ASCII are skipped between characters.
enum UTF8Validation {
  /// What ends the valid text.
  enum End: Equatable {
    /// The end of the bytes.
    case complete
    /// Bytes that may be the beginning of a character.
    case truncated
    /// A byte that no character can hold there.
    case invalid
  }

  // States, as bit offsets.
  static let accept: UInt64 = 0
  static let reject: UInt64 = 6
  private static let oneMore: UInt64 = 12
  private static let twoMore: UInt64 = 18
  private static let threeMore: UInt64 = 24
  private static let afterE0: UInt64 = 30
  private static let afterED: UInt64 = 36
  private static let afterF0: UInt64 = 42
  private static let afterF4: UInt64 = 48

  /// The rows of the 256 bytes.
  static let rows: [UInt64] = (0...255).map { (byte: UInt64) in
    let steps: [(from: UInt64, bytes: ClosedRange<UInt64>, to: UInt64)] = [
      (accept, 0x00...0x7F, accept), (accept, 0xC2...0xDF, oneMore), (accept, 0xE0...0xE0, afterE0),
      (accept, 0xE1...0xEC, twoMore), (accept, 0xED...0xED, afterED),
      (accept, 0xEE...0xEF, twoMore), (accept, 0xF0...0xF0, afterF0),
      (accept, 0xF1...0xF3, threeMore), (accept, 0xF4...0xF4, afterF4),
      (oneMore, 0x80...0xBF, accept), (twoMore, 0x80...0xBF, oneMore),
      (threeMore, 0x80...0xBF, twoMore),
      // No overlong forms, no surrogates, nothing beyond U+10FFFF.
      (afterE0, 0xA0...0xBF, oneMore), (afterED, 0x80...0x9F, oneMore),
      (afterF0, 0x90...0xBF, twoMore), (afterF4, 0x80...0x8F, twoMore),
    ]
    var row: UInt64 = 0
    for state in stride(from: accept, through: afterF4, by: 6) {
      let step = steps.first { $0.from == state && $0.bytes.contains(byte) }
      row |= (step?.to ?? reject) &<< state
    }
    return row
  }

  /// The state after one more byte.
  @inline(__always)
  static func step(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    (rows[Int(byte)] &>> state) & 63
  }

  /// The first byte beyond ASCII.
  static func firstNonASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    var index = 0
    while index &+ blockLength <= bytes.count, isASCII(UnsafeRawPointer(start + index)) {
      index &+= blockLength
    }
    while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
    return index < bytes.count ? index : nil
  }

  /// How many bytes the character at an index has; `nil` if there is none.
  static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var state = accept
    var index = start
    while index < bytes.count {
      state = step(state, bytes[index])
      index &+= 1
      if state == accept { return index &- start }
      if state == reject { return nil }
    }
    return nil
  }

  /// How far the bytes are whole valid characters from a character's beginning on.
  static func validEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> (index: Int, end: End) {
    rows.withUnsafeBufferPointer { rows in
      guard let rows = rows.baseAddress, let base = bytes.baseAddress, start < bytes.count else {
        return (bytes.count, .complete)
      }
      return validEnd(base, count: bytes.count, from: start, rows)
    }
  }

  private static let blockLength = 32

  @inline(__always)
  private static func validEnd(
    _ bytes: UnsafePointer<UInt8>,
    count: Int,
    from start: Int,
    _ rows: UnsafePointer<UInt64>
  ) -> (index: Int, end: End) {
    let raw = UnsafeRawPointer(bytes)
    var index = start
    var state = accept
    while index &+ blockLength <= count {
      if state & 63 == accept, isASCII(raw + index) {
        index &+= blockLength
        continue
      }
      for offset in 0..<blockLength {
        state = rows[Int(bytes[index &+ offset])] &>> state
      }
      if state & 63 == reject { break }
      index &+= blockLength
    }
    if state & 63 != accept {
      index = characterStart(bytes, before: index, notBefore: start)
    }
    // What is left is less than a block and a character, or holds the offence.
    state = accept
    var character = index
    while index < count {
      state = (rows[Int(bytes[index])] &>> state) & 63
      if state == reject { return (character, .invalid) }
      index &+= 1
      if state == accept { character = index }
    }
    return (character, state == accept ? .complete : .truncated)
  }

  /// Where the character began that is unfinished at an index in valid text.
  @inline(__always)
  private static func characterStart(
    _ bytes: UnsafePointer<UInt8>,
    before index: Int,
    notBefore start: Int
  ) -> Int {
    var lead = index
    while lead > start {
      let byte = bytes[lead &- 1]
      if byte < 0x80 { return index }
      lead &-= 1
      if byte >= 0xC0 { break }
    }
    // A character that ends at the index is walked over once more.
    return lead
  }

  @inline(__always)
  private static func isASCII(_ block: UnsafeRawPointer) -> Bool {
    let first = block.loadUnaligned(as: UInt64.self)
    let second = block.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let third = block.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    let fourth = block.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    return (first | second | third | fourth) & 0x8080_8080_8080_8080 == 0
  }
}
