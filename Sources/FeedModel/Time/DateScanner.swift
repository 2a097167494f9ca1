/// Reads the parts of a date from bytes. Reading past the end yields 0, which no date contains, so
/// that a comparison is also the check for the end.
package struct DateScanner {
  package let bytes: UnsafeBufferPointer<UInt8>
  package var position: Int

  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = 0
  }

  @inlinable
  package var isAtEnd: Bool {
    @inline(__always) get { position >= bytes.count }
  }

  /// The byte at the position.
  @inlinable
  package var current: UInt8 {
    @inline(__always) get { position < bytes.count ? bytes[position] : 0 }
  }

  /// The byte so many bytes ahead (`distance` >= 0).
  @inlinable
  @inline(__always)
  package func peek(_ distance: Int) -> UInt8 {
    let index = position &+ distance
    return index < bytes.count ? bytes[index] : 0
  }

  /// Steps over the byte if it is this one.
  @inlinable
  @inline(__always)
  package mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position &+= 1
    return true
  }

  /// Two digits as a number, not consumed unless both are there; -1 when they are not.
  @inlinable
  @inline(__always)
  package mutating func twoDigits() -> Int {
    guard position &+ 1 < bytes.count else { return -1 }
    let tens = bytes[position] &- 0x30
    let units = bytes[position &+ 1] &- 0x30
    guard tens < 10, units < 10 else { return -1 }
    position &+= 2
    return Int(tens &* 10 &+ units)
  }

  /// The number that a run of digits gives, and how many there are. Digits after the ninth count,
  /// but no longer add to the value: nothing in a date is so long.
  @inlinable
  @inline(__always)
  package mutating func digitRun() -> (value: Int, count: Int) {
    var value = 0
    let start = position
    while position < bytes.count {
      let digit = bytes[position] &- 0x30
      guard digit < 10 else { break }
      if position &- start < 9 { value = value &* 10 &+ Int(digit) }
      position &+= 1
    }
    return (value, position &- start)
  }

  /// Nanoseconds from the digits after a decimal point, further digits cut off; `nil` when there
  /// is no digit.
  @inlinable
  @inline(__always)
  package mutating func fraction() -> Int32? {
    var (value, count) = digitRun()
    guard count > 0 else { return nil }
    while count < 9 {
      value &*= 10
      count &+= 1
    }
    return Int32(truncatingIfNeeded: value)
  }

  /// What `reason` says about the part that should stand at the position.
  @inlinable
  package func failure(expecting part: DateFailure.Part) -> DateFailure {
    position < bytes.count
      ? DateFailure(.malformed(part), at: position..<position &+ 1)
      : DateFailure(.missing(part), at: bytes.count..<bytes.count)
  }

  /// A failure about the bytes from `start` to the position.
  @inlinable
  package func failure(_ reason: DateFailure.Reason, from start: Int) -> DateFailure {
    DateFailure(reason, at: start..<max(start, position))
  }

  /// Two digits, or the failure to name the part.
  @inlinable
  @inline(__always)
  package mutating func twoDigits(_ part: DateFailure.Part) throws(DateFailure) -> Int {
    let value = twoDigits()
    guard value >= 0 else { throw failure(expecting: part) }
    return value
  }

  /// Why there is no such time of day; `nil` when there is one.
  package static func fault(
    hour: Int,
    minute: Int,
    second: Int,
    at start: Int
  ) -> DateFailure? {
    if !(0...23).contains(hour) {
      return DateFailure(.outOfRange(.hour, hour), at: start..<start + 2)
    }
    if !(0...59).contains(minute) {
      return DateFailure(.outOfRange(.minute, minute), at: start + 3..<start + 5)
    }
    if !(0...59).contains(second) {
      return DateFailure(.outOfRange(.second, second), at: start + 6..<start + 8)
    }
    return nil
  }

  /// Why there is no such day; `nil` when there is one.
  package static func fault(year: Int, month: Int, day: Int) -> DateFailure.Reason? {
    if !CivilDate.years.contains(year) { return .outOfRange(.year, year) }
    if !(1...12).contains(month) { return .outOfRange(.month, month) }
    if day < 1 { return .outOfRange(.day, day) }
    if day > CivilDate.daysInMonth(month, year: year) {
      return .noSuchDay(year: year, month: month, day: day)
    }
    return nil
  }
}

/// Calls `body` with the UTF-8 of a string. `String.withUTF8` cannot rethrow typed errors, hence
/// the `Result` within.
@inlinable
package func withDateBytes<Value, Failure: Error>(
  _ text: String,
  _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
) throws(Failure) -> Value {
  var text = text
  let result: Result<Value, Failure> = text.withUTF8 { bytes in
    do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
  }
  return try result.get()
}

/// The same for a part of a string.
@inlinable
package func withDateBytes<Value, Failure: Error>(
  _ text: Substring,
  _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
) throws(Failure) -> Value {
  var text = text
  let result: Result<Value, Failure> = text.withUTF8 { bytes in
    do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
  }
  return try result.get()
}

/// Places two digits, then one after the other, in a buffer that is long enough.
struct DateBuffer {
  var next: UnsafeMutablePointer<UInt8>

  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  @inline(__always)
  mutating func twoDigits(_ value: Int) {
    let value = UInt8(truncatingIfNeeded: value)
    next[0] = value / 10 &+ 0x30
    next[1] = value % 10 &+ 0x30
    next += 2
  }

  @inline(__always)
  mutating func fourDigits(_ value: Int) {
    let value = UInt32(truncatingIfNeeded: value)
    twoDigits(Int(value / 100))
    twoDigits(Int(value % 100))
  }

  /// The `index`th group of three letters.
  @inline(__always)
  mutating func letters(_ table: StaticString, _ index: Int) {
    let name = table.utf8Start + index &* 3
    next[0] = name[0]
    next[1] = name[1]
    next[2] = name[2]
    next += 3
  }
}
