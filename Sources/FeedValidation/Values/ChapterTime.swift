extension ValueType {
  /// When a chapter begins: Podlove’s and Media RSS’s examples leave out the hours, which
  /// ``nptTime`` does not allow.
  static let chapterTime = ValueType("a time within a recording") { value, context, report in
    if !isMinutes(value) { nptTime.check(value, context, report) }
  }

  /// Whether a value is `8:26.250`: minutes, seconds of two digits, perhaps a fraction.
  private static func isMinutes(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var runs: [Int] = []
    for separator in [UInt8(ascii: ":"), UInt8(ascii: "."), 0] {
      let begin = index
      while index < value.count, value[index] &- 0x30 < 10 { index &+= 1 }
      runs.append(index &- begin)
      if index == value.count { break }
      guard value[index] == separator else { return false }
      index &+= 1
    }
    guard index == value.count, runs.count >= 2, runs[0] > 0, runs[1] == 2 else { return false }
    return runs.count == 2 || runs[2] > 0
  }
}
