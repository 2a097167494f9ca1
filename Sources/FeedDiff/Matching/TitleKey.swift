/// Titles as far as two people would take them for one: white space, quotation marks, dashes and
/// letter case apart, which generators and typographers change.
enum TitleKey {
  /// Appends a folded title. False for none.
  static func append(_ title: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) -> Bool {
    let start = key.count
    var hasSpace = false
    var index = 0
    while index < title.count {
      let byte = title[index]
      if byte <= 0x20 {
        hasSpace = key.count > start
        index += 1
        continue
      }
      if hasSpace { key.append(0x20) }
      hasSpace = false
      if byte == 0xE2, index + 2 < title.count,
        let folded = fold(title[index + 1], title[index + 2])
      {
        key.append(contentsOf: folded.utf8)
        index += 3
      } else {
        key.append(AddressKey.lowercased(byte))
        index += 1
      }
    }
    return key.count > start
  }

  /// General punctuation, U+2000 to U+206F, which is E2 80 … and E2 81 … in UTF-8.
  private static func fold(_ second: UInt8, _ third: UInt8) -> String? {
    guard second == 0x80 else { return nil }
    switch third {
    case 0x90...0x95: return "-"
    case 0x98...0x9B: return "'"
    case 0x9C...0x9F: return "\""
    case 0xA6: return "..."
    default: return nil
    }
  }
}
