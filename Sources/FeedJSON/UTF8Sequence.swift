/// Well-formed UTF-8, byte by byte (RFC 3629 section 4, Unicode 15 table 3-7).
package enum UTF8Sequence {
  /// The length in bytes (1 to 4) of the sequence that begins at `index`, or 0 when it is cut off,
  /// overlong, a surrogate or above U+10FFFF. `index` must be inside `bytes`.
  @inline(__always)
  package static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let left = bytes.count &- index
    if first < 0x80 { return 1 }
    if first < 0xC2 { return 0 }
    if first < 0xE0 {
      return left >= 2 && isContinuation(bytes[index &+ 1]) ? 2 : 0
    }
    if first < 0xF0 {
      guard left >= 3, isContinuation(bytes[index &+ 2]) else { return 0 }
      let second = bytes[index &+ 1]
      let lowest: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = first == 0xED ? 0x9F : 0xBF
      return second >= lowest && second <= highest ? 3 : 0
    }
    guard first < 0xF5, left >= 4, isContinuation(bytes[index &+ 2]),
      isContinuation(bytes[index &+ 3])
    else { return 0 }
    let second = bytes[index &+ 1]
    let lowest: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    return second >= lowest && second <= highest ? 4 : 0
  }

  /// The offset of the first byte that is not well-formed UTF-8, or nil.
  package static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      index = WordScan.skipASCII(in: bytes, from: index)
      guard index < bytes.count else { return nil }
      let length = length(in: bytes, at: index)
      if length == 0 { return index }
      index &+= length
    }
    return nil
  }

  /// The scalar whose sequence begins at `index`, or nil when the sequence is not well-formed.
  package static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int)
    -> Unicode.Scalar?
  {
    let length = length(in: bytes, at: index)
    guard length > 0 else { return nil }
    let sequence = UnsafeBufferPointer(rebasing: bytes[index..<index &+ length])
    return String(decoding: sequence, as: UTF8.self).unicodeScalars.first
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
