/// SplitMix64: the same numbers on every run from the seed that a failure prints.
public struct SeededGenerator: RandomNumberGenerator {
  /// The seed, for the message of a failure.
  public let seed: UInt64
  private var state: UInt64

  /// A generator that yields the same numbers for the same seed.
  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text with some bytes replaced, inserted, removed or cut off.
  public mutating func mutated(_ text: String, alphabet: [UInt8]) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let byte =
        Bool.random(using: &self)
        ? alphabet[Int.random(in: 0..<alphabet.count, using: &self)]
        : UInt8.random(in: 0...255, using: &self)
      let index = Int.random(in: 0...bytes.count, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0 where index < bytes.count: bytes[index] = byte
      case 1: bytes.insert(byte, at: index)
      case 2 where index < bytes.count: bytes.remove(at: index)
      default: bytes.removeSubrange(index...)
      }
    }
    return bytes
  }
}
