import FeedModel

/// Numbers as feeds have them.
enum LenientNumber {
  /// A whole number with what is often about it: `1,234`, `12.0`, `+5`, `345 bytes`. Nil for what is
  /// below 0, too large or none.
  static func count(_ text: String) -> Int? {
    var digits = 0
    var value = 0
    loop: for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = shifted.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
        if overflow || carry { return nil }
        value = sum
        digits += 1
      case UInt8(ascii: ","), 0x20: continue
      case UInt8(ascii: "+") where digits == 0: continue
      case UInt8(ascii: ":"): return nil
      default:
        if digits == 0 { return nil }
        break loop
      }
    }
    return digits > 0 ? value : nil
  }

  /// A duration in seconds: `3723`, `1:02:03`, `62:03`, `1:02:03.5`, and `PT1H2M3S` as schema.org has
  /// it. Nil for what is none.
  static func seconds(_ text: String) -> Double? {
    let text = text.trimmingSpaces()
    if text.utf8.first == UInt8(ascii: "P") { return period(text) }
    var total = 0.0
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.count <= 4 else { return nil }
    for part in parts {
      guard let number = Double(part.isEmpty && parts.count > 1 ? "0" : part), number.isFinite,
        number >= 0
      else { return nil }
      total = total * 60 + number
    }
    return parts.count <= 3 && total < 1e12 ? total : nil
  }

  private static func period(_ text: String) -> Double? {
    var total = 0.0
    var digits = ""
    var isTime = false
    for byte in text.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "T"): isTime = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        digits.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let unit: Double
        switch byte {
        case UInt8(ascii: "D"): unit = 86_400
        case UInt8(ascii: "H") where isTime: unit = 3_600
        case UInt8(ascii: "M") where isTime: unit = 60
        case UInt8(ascii: "S") where isTime: unit = 1
        default: return nil
        }
        guard let number = Double(digits) else { return nil }
        total += number * unit
        digits = ""
      }
    }
    return digits.isEmpty && total < 1e12 ? total : nil
  }
}
