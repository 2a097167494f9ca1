/// How wide a document's characters are, as far as its first bytes show (XML 1.0 appendix F.1).
enum TextUnits: Equatable {
  /// Tags are where ASCII has them.
  case ascii
  case ebcdic
  case wide(bytes: Int, TextEncoding.ByteOrder)

  /// Stands for a byte order mark that is not at the beginning, among narrowed bytes.
  static let strayMark: UInt8 = 0xFF

  /// What characters beyond ASCII are narrowed to.
  private static let other: UInt8 = 0x7F

  /// A byte order mark.
  struct Mark {
    var length: Int
    var units: TextUnits
    var encoding: TextEncoding
  }

  /// The byte order mark that bytes begin with. UTF-32's contains UTF-16's.
  static func mark(_ bytes: some Collection<UInt8>) -> Mark? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Mark(length: 3, units: .ascii, encoding: .utf8)
    }
    let marks: [(bytes: [UInt8], order: TextEncoding.ByteOrder)] = [
      ([0x00, 0x00, 0xFE, 0xFF], .big), ([0xFF, 0xFE, 0x00, 0x00], .little),
      ([0xFE, 0xFF], .big), ([0xFF, 0xFE], .little),
    ]
    guard let found = marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    let units = TextUnits.wide(bytes: found.bytes.count, found.order)
    return Mark(length: found.bytes.count, units: units, encoding: units.assumedEncoding)
  }

  /// A guess from the first four bytes, which are ASCII characters in every XML or JSON document.
  static func guess(_ bytes: some Collection<UInt8>) -> TextUnits {
    let start = Array(bytes.prefix(4))
    guard start.count == 4 else { return .ascii }
    switch (start[0], start[1], start[2], start[3]) {
    case (0, 0, 0, 1...0x7F): return .wide(bytes: 4, .big)
    case (1...0x7F, 0, 0, 0): return .wide(bytes: 4, .little)
    case (0, 1...0x7F, 0, 1...): return .wide(bytes: 2, .big)
    case (1...0x7F, 0, 1..., 0): return .wide(bytes: 2, .little)
    case (0x4C, 0x6F, 0xA7, 0x94): return .ebcdic
    default: return .ascii
    }
  }

  /// What a document without a word on its encoding is read in.
  var assumedEncoding: TextEncoding {
    switch self {
    case .ascii: .utf8
    case .ebcdic:
      TextEncoding(name: "IBM037", support: .obscure, form: .ebcdic, converter: "IBM037")
    case .wide(2, let order):
      TextEncoding(
        name: "UTF-16",
        support: .required,
        form: .utf16(order),
        converter: "UTF-16"
      )
    case .wide(_, let order):
      TextEncoding(
        name: "UTF-32",
        support: .obscure,
        form: .utf32(order),
        converter: "UTF-32"
      )
    }
  }

  /// The encoding with what the first bytes say of its byte order, or `nil` if they cannot be in it.
  func settle(_ encoding: TextEncoding) -> TextEncoding? {
    switch (self, encoding.form) {
    case (.ascii, .utf8), (.ascii, .ascii), (.ascii, .singleByte), (.ascii, .multiByte),
      (.ebcdic, .ebcdic):
      return encoding
    case (.wide(2, let order), .utf16(let said)), (.wide(4, let order), .utf32(let said)):
      guard (said ?? order) == order else { return nil }
      let form: TextEncoding.Form =
        if case .utf16 = encoding.form { .utf16(order) } else { .utf32(order) }
      return TextEncoding(
        name: encoding.name,
        support: encoding.support,
        form: form,
        converter: encoding.converter
      )
    default: return nil
    }
  }

  /// How many bytes a unit has.
  var width: Int {
    if case .wide(let bytes, _) = self { bytes } else { 1 }
  }

  /// The units as ASCII.
  func narrow(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .ascii: return Array(bytes)
    case .ebcdic: return bytes.map { TextUnits.invariantEBCDIC[Int($0)] }
    case .wide(let width, let order):
      var narrow: [UInt8] = []
      var start = bytes.startIndex
      while start + width <= bytes.endIndex {
        var value: UInt32 = 0
        for offset in 0..<width {
          let byte = UInt32(bytes[start + offset])
          value = order == .big ? value &<< 8 | byte : value | byte &<< (8 &* UInt32(offset))
        }
        narrow.append(
          value == 0xFEFF ? TextUnits.strayMark : value < 0x7F ? UInt8(value) : TextUnits.other
        )
        start += width
      }
      return narrow
    }
  }

  /// The characters that declarations are made of are the same in all of EBCDIC's code pages.
  private static let invariantEBCDIC: [UInt8] = {
    var table = [UInt8](repeating: other, count: 256)
    let runs: [(first: Int, characters: StaticString)] = [
      (0x05, "\t"), (0x0D, "\r"), (0x15, "\n"), (0x25, "\n"), (0x40, " "), (0x4B, "."),
      (0x4C, "<"), (0x60, "-/"), (0x6D, "_>?"), (0x7A, ":"), (0x7D, "'=\""),
      (0x81, "abcdefghi"), (0x91, "jklmnopqr"), (0xA2, "stuvwxyz"),
      (0xC1, "ABCDEFGHI"), (0xD1, "JKLMNOPQR"), (0xE2, "STUVWXYZ"), (0xF0, "0123456789"),
    ]
    for run in runs {
      let characters = UnsafeBufferPointer(
        start: run.characters.utf8Start,
        count: run.characters.utf8CodeUnitCount
      )
      for (offset, character) in characters.enumerated() { table[run.first + offset] = character }
    }
    return table
  }()
}
