/// A structural check of RFC 3339 dates (section 5.6), as JSON Feed's dates are.
enum JSONFeedDate {
  /// True for `2010-02-07T14:04:00.5-05:00` and the like: digits where they belong, months, days,
  /// hours, minutes, seconds and offsets in range. Of leap seconds only the number is checked.
  static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 20 else { return false }
    func number(_ start: Int, _ count: Int) -> Int {
      var value = 0
      for index in start..<(start + count) {
        let digit = Int(text[index]) - 0x30
        guard digit >= 0, digit <= 9 else { return -1 }
        value = value * 10 + digit
      }
      return value
    }
    let year = number(0, 4)
    let month = number(5, 2)
    guard year >= 0, month >= 1, month <= 12 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let day = number(8, 2)
    guard day >= 1, day <= lengths[month - 1] else { return false }
    guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return false }
    guard text[10] | 0x20 == UInt8(ascii: "t") else { return false }
    guard text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":") else { return false }
    let time = (number(11, 2), number(14, 2), number(17, 2))
    guard (0...23).contains(time.0), (0...59).contains(time.1), (0...60).contains(time.2) else {
      return false
    }
    var i = 19
    if text[i] == UInt8(ascii: ".") {
      i += 1
      let start = i
      while i < text.count, text[i] >= 0x30, text[i] <= 0x39 { i += 1 }
      guard i > start else { return false }
    }
    guard i < text.count else { return false }
    if text[i] | 0x20 == UInt8(ascii: "z") { return i + 1 == text.count }
    guard text[i] == UInt8(ascii: "+") || text[i] == UInt8(ascii: "-"), i + 6 == text.count,
      text[i + 3] == UInt8(ascii: ":")
    else { return false }
    return (0...23).contains(number(i + 1, 2)) && (0...59).contains(number(i + 4, 2))
  }
}
