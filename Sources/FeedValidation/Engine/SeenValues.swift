/// Remembers values that have to be unique, a hash each with the line it stood in: a million ids take
/// 16 MB, and would take hundreds as text.
struct SeenValues {
  /// One table would take three times its memory while it grows, and keep most of that from the
  /// system: of these one grows after the other.
  private var tables = Array(repeating: HashTable(), count: 1 << SeenValues.tableBits)

  private static let tableBits = 6

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
    let table = Int(truncatingIfNeeded: key >> UInt64(64 - SeenValues.tableBits))
    return tables[table].line(of: key, now: Int32(clamping: line)).map { Int($0) }
  }
}

/// Lines by hashes, side by side in two arrays with open addressing: 12 bytes a place, of which an
/// eighth to a third is free.
private struct HashTable {
  /// 0 where nothing is.
  private var keys: [UInt64] = []
  private var lines: [Int32] = []
  private var count = 0

  mutating func line(of hash: UInt64, now line: Int32) -> Int32? {
    let key = max(hash, 1)
    if 8 * count >= 7 * keys.count { grow() }
    let place = place(of: key)
    if keys[place] == key { return lines[place] }
    keys[place] = key
    lines[place] = line
    count += 1
    return nil
  }

  /// Where a hash is or belongs; there is always a free place.
  private func place(of key: UInt64) -> Int {
    // The first bits have chosen the table.
    let spread = key &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: spread.multipliedFullWidth(by: UInt64(keys.count)).high)
    while keys[place] != 0, keys[place] != key {
      place += 1
      if place == keys.count { place = 0 }
    }
    return place
  }

  private mutating func grow() {
    let old = (keys, lines)
    // Twice the size would be half empty for most of the time.
    let size = max(16, keys.count + keys.count / 4)
    keys = Array(repeating: 0, count: size)
    lines = Array(repeating: 0, count: size)
    for (key, line) in zip(old.0, old.1) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      lines[place] = line
    }
  }
}
