/// Remembers values that have to be unique, a hash each with the line it stood in: a million ids take
/// 32 MB as hashes, and would take hundreds as text.
struct SeenValues {
  private var lines: [UInt64: Int32] = [:]

  /// The line of an equal value that was seen before; `nil`, and it is remembered, if there is none.
  mutating func line(of value: String, now line: Int) -> Int? {
    // FNV-1a, twice with different seeds mixed: a chance of one in 10^7 among a million ids.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var other: UInt64 = 0x9e37_79b9_7f4a_7c15
    for byte in value.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      other = (other &+ UInt64(byte)) &* 0xff51_afd7_ed55_8ccd
      other ^= other >> 29
    }
    let key = hash ^ (other &* 0x2545_f491_4f6c_dd1d)
    if let known = lines[key] { return Int(known) }
    lines[key] = Int32(clamping: line)
    return nil
  }
}
