// Small pieces that the writers' inner loops are made of. They stay in this module: generic code of
// another one is not specialised here, and costs a hundred nanoseconds a call.

extension String {
  /// Lends the string's UTF-8, without a copy where its storage is contiguous, as native strings' is.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}

extension [UInt8] {
  /// Appends ASCII from code.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  /// Appends a part of other bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }
}
