@testable import FeedValidation

/// A value with a `↓` before each byte that a finding points at.
struct MarkedValue {
  let bytes: [UInt8]
  let marks: [Int]

  init(_ text: String) {
    var bytes: [UInt8] = []
    var marks: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar == "↓" { marks.append(bytes.count) } else { bytes += Array(String(scalar).utf8) }
    }
    self.bytes = bytes
    self.marks = marks
  }
}

/// What a type finds in bytes.
func findings(
  _ type: ValueType,
  _ bytes: [UInt8],
  hasBase: Bool = false
) -> [ValueFinding] {
  var found: [ValueFinding] = []
  let context = ValueContext(now: testContext.now, hasBase: hasBase)
  bytes.withUnsafeBufferPointer { type.check($0, context) { found.append($0) } }
  return found
}
