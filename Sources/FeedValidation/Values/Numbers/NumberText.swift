/// Reading numbers in values, of any length.
enum NumberText {
  /// What a text says as a whole number.
  enum Whole: Equatable {
    /// The number; one beyond what 64 bits hold is the greatest or least of them.
    case number(Int64)
    /// It is none; the index of the first byte that does not belong to one.
    case not(Int)
  }

  /// An optional sign and digits.
  static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Whole {
    var index = 0
    var isNegative = false
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      index = 1
    }
    guard index < text.count else { return .not(0) }
    var value: Int64 = 0
    while index < text.count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return .not(index) }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.subtractingReportingOverflow(Int64(digit))
      // Counted downwards, since there is one more number below zero.
      value = overflow || carry ? .min : sum
      index &+= 1
    }
    if isNegative { return .number(value) }
    return .number(value == .min ? .max : 0 &- value)
  }

  /// The index of the first byte that does not belong to a decimal number: an optional sign, digits
  /// and an optional point with digits, of which one side is enough. `nil` if it is one.
  static func faultInDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var digits = 0
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      index = 1
    }
    var hasPoint = false
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte &- 0x30 < 10 {
        digits &+= 1
      } else {
        return index
      }
      index &+= 1
    }
    return digits > 0 ? nil : 0
  }

  /// The value of a decimal number, exact enough to compare it with bounds.
  static func decimal(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard faultInDecimal(text) == nil else { return nil }
    var value = 0.0
    var scale = 1.0
    var isFraction = false
    for byte in text {
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else if byte &- 0x30 < 10 {
        if isFraction {
          scale /= 10
          value += Double(byte &- 0x30) * scale
        } else {
          value = value * 10 + Double(byte &- 0x30)
        }
      }
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  /// The whole number that was meant by one with separators between thousands or with zeros behind
  /// the point; `nil` where another could be meant.
  static func certainWhole(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.count
    if point < text.count, point > 0, text[(point + 1)...].allSatisfy({ $0 == 0x30 }),
      text[..<point].allSatisfy({ $0 &- 0x30 < 10 })
    {
      return String(decoding: text[..<point], as: UTF8.self)
    }
    return withoutSeparators(text)
  }

  /// `12,345,678`: one to three digits, then threes.
  private static func withoutSeparators(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.count <= 26, text.contains(UInt8(ascii: ",")) else { return nil }
    var digits: [UInt8] = []
    for (index, byte) in text.enumerated() {
      if (text.count - index) % 4 == 0 {
        guard byte == UInt8(ascii: ","), index > 0 else { return nil }
      } else {
        guard byte &- 0x30 < 10 else { return nil }
        digits.append(byte)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
