import CXXHash

/// A hash of bytes that is the same in every run, on every machine and in every version: XXH3 of
/// xxHash, whose outcome is fixed. Histories keep it.
public enum Fingerprint {
  /// What stands for nothing: no bytes have this fingerprint.
  public static let none: UInt64 = 0

  /// The fingerprint of bytes.
  public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let hash = XXH3_64bits(bytes.baseAddress, bytes.count)
    return hash == none ? 1 : hash
  }

  /// The fingerprint of a text; ``none`` for none and for an empty one, which mean the same.
  public static func of(_ text: String?) -> UInt64 {
    guard var text, !text.isEmpty else { return none }
    return text.withUTF8 { of($0) }
  }
}

/// A 128-bit fingerprint, for what identifies entries: no two things share one, even if somebody tries
/// a billion.
public struct IdentityKey: Hashable, Sendable, Comparable, BitwiseCopyable {
  var high: UInt64
  var low: UInt64

  /// The key of bytes.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    high = hash.high64
    low = hash.low64
  }

  /// An order without a meaning, the same in every run.
  public static func < (left: IdentityKey, right: IdentityKey) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Values one after the other, each with its length, as bytes to hash. The room is used again.
struct FingerprintWriter: Sendable {
  private var bytes: [UInt8] = []
  private var isEmpty = true

  mutating func add(_ text: String?) {
    var text = text ?? ""
    if !text.isEmpty { isEmpty = false }
    text.withUTF8 { text in
      withUnsafeBytes(of: UInt64(text.count).littleEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: text)
    }
  }

  mutating func add(_ number: Int64?) {
    add(number.map { String($0) })
  }

  /// Adds bytes that are the last, or of a known length.
  mutating func add(_ more: [UInt8]) { more.withUnsafeBufferPointer { add($0) } }

  /// Adds bytes that are lent.
  mutating func add(_ more: UnsafeBufferPointer<UInt8>) {
    if !more.isEmpty { isEmpty = false }
    bytes += more
  }

  /// The fingerprint of all that was added since the last one; none if all of it was empty.
  mutating func finish() -> UInt64 {
    defer {
      bytes.removeAll(keepingCapacity: true)
      isEmpty = true
    }
    return isEmpty ? Fingerprint.none : bytes.withUnsafeBufferPointer { Fingerprint.of($0) }
  }
}
