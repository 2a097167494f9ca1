extension Mender {
  /// Whole numbers as ids: readers are told to take them for strings.
  static let numberIDs = Mender(rules: ["json-id-number"]) { _, offset, document in
    guard let range = document.json?.wholeNumber(at: offset) else { return nil }
    let quote = [UInt8(ascii: "\"")]
    return TextFix("put it into quotes", range, quote + document.text[range] + quote)
  }
}
