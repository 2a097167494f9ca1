/// A set of ASCII words, each with a small number, in which pieces of a buffer are looked up without
/// a copy. Built once and then only read.
struct WordTable: Sendable {
  private struct Slot: Sendable {
    var start: Int32 = 0
    var length: Int32 = -1
    var value: UInt8 = 0
  }

  private let letters: [UInt8]
  private let slots: [Slot]
  private let mask: Int
  private let ignoresCase: Bool

  /// Words are separated by spaces. Where case is ignored they are lower case here. A later word
  /// that an earlier group has is ignored.
  init(ignoringCase: Bool, _ groups: [(value: UInt8, words: String)]) {
    let words = groups.flatMap { group in
      group.words.split(separator: " ").map { (group.value, Array($0.utf8)) }
    }
    var size = 16
    while size < words.count * 3 { size *= 2 }
    ignoresCase = ignoringCase
    mask = size - 1
    var letters: [UInt8] = []
    var slots = [Slot](repeating: Slot(), count: size)
    for (value, word) in words {
      var index = Int(truncatingIfNeeded: word.reduce(Self.seed, Self.mix)) & mask
      var isKnown = false
      while slots[index].length >= 0 {
        let slot = slots[index]
        let other = letters[Int(slot.start)..<Int(slot.start + slot.length)]
        if other.elementsEqual(word) {
          isKnown = true
          break
        }
        index = (index + 1) & mask
      }
      guard !isKnown else { continue }
      slots[index] = Slot(
        start: Int32(truncatingIfNeeded: letters.count),
        length: Int32(truncatingIfNeeded: word.count),
        value: value
      )
      letters.append(contentsOf: word)
    }
    self.letters = letters
    self.slots = slots
  }

  /// The number of the word that stands in the range; `nil` if it is none of the table's.
  func value(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var hash = Self.seed
    for index in range { hash = Self.mix(hash, folded(bytes[index])) }
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].length >= 0 {
      let slot = slots[index]
      if Int(slot.length) == range.count, matches(slot, range, bytes) { return slot.value }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Whether the table has the word that stands in the range.
  func contains(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    value(of: range, in: bytes) != nil
  }

  private func matches(
    _ slot: Slot,
    _ range: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var letter = Int(slot.start)
    for index in range {
      if letters[letter] != folded(bytes[index]) { return false }
      letter += 1
    }
    return true
  }

  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 {
    ignoresCase ? ASCII.lowercased(byte) : byte
  }

  // FNV-1a, with its high bits folded in, since the low ones choose the slot.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let mixed = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    return mixed ^ (mixed &>> 29)
  }
}
