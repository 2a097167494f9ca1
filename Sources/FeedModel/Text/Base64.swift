/// Base64 (RFC 4648, section 4) as it stands in feeds, broken into lines.
package enum Base64 {
  /// The bytes; `nil` for what is not Base64.
  package static func decode(_ text: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text where byte > 0x20 && byte != UInt8(ascii: "=") {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte &- 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte &- 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte &+ 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) &- 1
      }
    }
    return output
  }
}
