/// Writes values one after the other as bytes, for files that only this program reads on the machine
/// that wrote them: numbers are as they are in memory.
package struct BinaryWriter: ~Copyable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Appends a number, or anything else that is its own bytes.
  package mutating func append<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }

  /// Appends a text with its length.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { text in
      // `UInt32.max` stands for no text.
      append(UInt32(clamping: text.count))
      bytes.append(contentsOf: text)
    }
  }

  /// Appends a text or none.
  package mutating func appendOptional(_ text: String?) {
    guard let text else {
      append(UInt32.max)
      return
    }
    append(text)
  }

  /// Appends bytes as they are.
  package mutating func append(contentsOf more: ArraySlice<UInt8>) { bytes += more }

  /// Writes a number in the place of one that stands there.
  package mutating func replace(at offset: Int, with number: UInt64) {
    withUnsafeBytes(of: number) { number in
      guard offset >= 0, offset + number.count <= bytes.count else { return }
      bytes.replaceSubrange(offset..<offset + number.count, with: number)
    }
  }

  /// Appends values with their number.
  package mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    append(UInt64(values.count))
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Reads what a ``BinaryWriter`` wrote. Of bytes that end too early everything is nil.
package struct BinaryReader {
  private var rest: UnsafeRawBufferPointer

  /// A reader of bytes, which have to stay while it reads.
  package init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  /// Whether all was read.
  package var isAtEnd: Bool { rest.isEmpty }

  /// How many bytes are left.
  package var count: Int { rest.count }

  /// Leaves bytes out; whether there are so many.
  package mutating func skip(_ count: Int) -> Bool { take(count) != nil }

  private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<count])
  }

  /// The next number, or whatever else is its own bytes: none that has values it may not have.
  package mutating func next<Value: BitwiseCopyable>(_: Value.Type = Value.self) -> Value? {
    take(MemoryLayout<Value>.size)?.loadUnaligned(as: Value.self)
  }

  /// The next text.
  package mutating func text() -> String? {
    guard let count = next(UInt32.self), let bytes = take(Int(count)) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The next text or none; nil for neither.
  package mutating func optionalText() -> String?? {
    guard let count = next(UInt32.self) else { return .none }
    if count == .max { return .some(nil) }
    guard let bytes = take(Int(count)) else { return .none }
    return .some(String(decoding: bytes, as: UTF8.self))
  }

  /// The next values.
  package mutating func values<Value: BitwiseCopyable>(of _: Value.Type = Value.self) -> [Value]? {
    guard let number = next(UInt64.self), let count = Int(exactly: number) else { return nil }
    let (size, isTooLarge) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    guard !isTooLarge, let bytes = take(size) else { return nil }
    return [Value](unsafeUninitializedCapacity: count) { values, filled in
      UnsafeMutableRawBufferPointer(values).copyMemory(from: bytes)
      filled = count
    }
  }
}
