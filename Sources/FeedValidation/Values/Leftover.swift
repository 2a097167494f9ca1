/// What a template or a script leaves where a value belongs, when nobody renders it.
enum Leftover {
  /// How to mend it, whatever value was to stand there.
  static let help = "A template or script left this: publish what your generator renders."

  /// Whether a value has a template's tags in it: `{{ page.date }}`, `{% … %}`, `<% … %>`, `${…}`.
  static func hasTags(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count > 2 else { return false }
    for index in 0..<value.count - 1 {
      switch (value[index], value[index + 1]) {
      case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "{"), UInt8(ascii: "%")),
        (UInt8(ascii: "<"), UInt8(ascii: "%")), (UInt8(ascii: "<"), UInt8(ascii: "?")),
        (UInt8(ascii: "$"), UInt8(ascii: "{")):
        return true
      default: continue
      }
    }
    return false
  }

  /// Whether a value is what programs write for no value, or has a template's tags in it.
  static func stands(for value: UnsafeBufferPointer<UInt8>) -> Bool {
    hasTags(value) || nothings.contains { ASCII.equalIgnoringCase(value, $0.utf8) }
  }

  // JavaScript's, Python's, Ruby's, Go's and databases' words for none.
  private static let nothings = [
    "Invalid Date", "NaN", "undefined", "null", "None", "nil", "[object Object]", "<nil>",
    "0000-00-00", "0000-00-00 00:00:00", "0000-00-00T00:00:00Z", "Date.now()", "now()",
  ]
}
