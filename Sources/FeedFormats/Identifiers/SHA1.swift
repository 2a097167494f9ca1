/// SHA-1, of which name-based UUIDs are made. It keeps no secrets and is not used to.
///
/// Specification: RFC 3174.
struct SHA1 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0
  )

  /// The 20 bytes of a message's digest.
  static func digest(of message: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA1()
    var block: [UInt8] = []
    block.reserveCapacity(64)
    var length: UInt64 = 0
    for byte in message {
      block.append(byte)
      length &+= 1
      if block.count == 64 {
        hash.process(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    // Section 4: a 1 bit, zeros, and the length in bits.
    block.append(0x80)
    if block.count > 56 {
      while block.count < 64 { block.append(0) }
      hash.process(block)
      block.removeAll(keepingCapacity: true)
    }
    while block.count < 56 { block.append(0) }
    let bits = length &* 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      block.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    hash.process(block)
    return hash.bytes
  }

  private var bytes: [UInt8] {
    [state.0, state.1, state.2, state.3, state.4].flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// Section 6.1, for a block of 64 bytes.
  private mutating func process(_ block: [UInt8]) {
    var words = [UInt32](repeating: 0, count: 80)
    for (index, byte) in block.enumerated() {
      words[index / 4] |= UInt32(byte) << UInt32(24 - 8 * (index % 4))
    }
    for index in 16..<80 {
      words[index] = Self.rotate(
        words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16],
        1
      )
    }
    var (a, b, c, d, e) = state
    for (index, word) in words.enumerated() {
      let (mixed, constant): (UInt32, UInt32) =
        switch index {
        case ..<20: ((b & c) | (~b & d), 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = Self.rotate(a, 5) &+ mixed &+ e &+ word &+ constant
      (a, b, c, d, e) = (next, a, Self.rotate(b, 30), c, d)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
