/// The lower-cased bytes of a tag or attribute name, packed so that names compare and hash as two
/// integers. Bytes from the 17th on are folded in, so that long names stay distinct.
struct HTMLNameKey: Hashable, Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  init() {}

  init(_ name: some Sequence<UInt8>) {
    var count = 0
    for byte in name {
      add(HTMLBytes.lowercased(byte), at: count)
      count += 1
    }
  }

  init(_ name: StaticString) {
    self = name.withUTF8Buffer { HTMLNameKey($0) }
  }

  @inline(__always)
  mutating func add(_ lowercase: UInt8, at index: Int) {
    if index < 8 {
      low |= UInt64(lowercase) &<< UInt64(index &* 8)
    } else if index < 16 {
      high |= UInt64(lowercase) &<< UInt64((index &- 8) &* 8)
    } else {
      high = (high ^ UInt64(lowercase)) &* 0x0000_0100_0000_01B3
    }
  }

  /// The key and the end of a name of less than eight letters and digits, read as one integer; nil
  /// for other names. Most names are such, and a loop over their bytes costs a mispredicted branch.
  @inline(__always)
  static func short(
    in bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    isTag: Bool
  ) -> (key: HTMLNameKey, end: Int)? {
    guard let base = bytes.baseAddress, bytes.count &- start >= 8 else { return nil }
    let word = UInt64(
      littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
    )
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    // The classic tests for a byte below 0x30 and for a byte equal to `>` or `=`; the lowest bit set
    // is right, those above it may not be.
    let below = (word &- ones &* 0x30) & ~word
    let closing = word ^ (ones &* 0x3E)
    let equals = word ^ (ones &* 0x3D)
    var ends = below | ((closing &- ones) & ~closing)
    if !isTag { ends |= (equals &- ones) & ~equals }
    ends &= highs
    guard ends != 0 else { return nil }
    let bits = UInt64(truncatingIfNeeded: ends.trailingZeroBitCount &- 7)
    let end = start &+ Int(truncatingIfNeeded: bits &>> 3)
    let terminator = bytes[end]
    guard isTag ? HTMLBytes.endsTagName(terminator) : HTMLBytes.endsAttributeName(terminator) else {
      return nil
    }
    let name = word & ((1 &<< bits) &- 1)
    // Bytes from "A" to "Z" get the bit that makes them lower case.
    let low = name & ~highs
    let uppercase =
      ((low &+ ones &* 0x3F) ^ (low &+ ones &* 0x25)) & ~name & highs
    var key = HTMLNameKey()
    key.low = name | (uppercase &>> 2)
    return (key, end)
  }

  /// Names of up to this many bytes are held exactly; only those are looked up.
  static var exactLength: Int { 16 }
}

/// An open-addressing hash table from names to small values, built once and then only read.
struct HTMLNameTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var key: HTMLNameKey
    var value: Value?
  }

  private let slots: [Slot]
  private let shift: UInt64
  private let mask: Int

  /// A later pair with a name that an earlier one has is ignored.
  init(_ pairs: [(HTMLNameKey, Value)]) {
    var bits: UInt64 = 4
    while (1 << bits) < pairs.count * 3 { bits += 1 }
    var slots = [Slot](repeating: Slot(key: HTMLNameKey(), value: nil), count: 1 << bits)
    mask = slots.count - 1
    shift = 64 - bits
    for (key, value) in pairs {
      var index = Self.index(key, shift)
      while slots[index].value != nil, slots[index].key != key { index = (index + 1) & mask }
      if slots[index].value == nil { slots[index] = Slot(key: key, value: value) }
    }
    self.slots = slots
  }

  @inline(__always)
  private static func index(_ key: HTMLNameKey, _ shift: UInt64) -> Int {
    let mixed = (key.low ^ (key.high &* 0x9E37_79B9)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> shift)
  }

  @inline(__always)
  subscript(key: HTMLNameKey) -> Value? {
    var index = Self.index(key, shift)
    while true {
      let slot = slots[index]
      guard let value = slot.value else { return nil }
      if slot.key == key { return value }
      index = (index &+ 1) & mask
    }
  }
}

/// The byte classes of the HTML syntax.
enum HTMLBytes {
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Tab, line feed, form feed, carriage return, space.
  @inline(__always)
  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (0x1_0000_3600 as UInt64) &>> UInt64(byte) & 1 == 1
  }

  /// White space, `/` or `>`: what ends a tag name.
  @inline(__always)
  static func endsTagName(_ byte: UInt8) -> Bool {
    byte <= 0x3E && (0x4000_8001_0000_3600 as UInt64) &>> UInt64(byte) & 1 == 1
  }

  /// White space, `/`, `>` or `=`: what ends an attribute name.
  @inline(__always)
  static func endsAttributeName(_ byte: UInt8) -> Bool {
    byte <= 0x3E && (0x6000_8001_0000_3600 as UInt64) &>> UInt64(byte) & 1 == 1
  }

  /// Whether a name has nothing but ASCII letters, digits and `-._:`.
  static func isPlainName(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    for index in name where !isPlainName(bytes[index]) { return false }
    return true
  }

  /// ASCII letters, digits and `-._:`.
  @inline(__always)
  static func isPlainName(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    let masks: (UInt64, UInt64) = (0x07FF_6000_0000_0000, 0x07FF_FFFE_87FF_FFFE)
    return (byte < 0x40 ? masks.0 : masks.1) &>> UInt64(byte & 0x3F) & 1 == 1
  }
}
