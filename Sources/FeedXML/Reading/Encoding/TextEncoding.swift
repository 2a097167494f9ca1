/// A character encoding that documents can be read in.
///
/// Found by its label, after the table of the WHATWG Encoding Standard (section 4.2) and the names
/// of IANA's registry. As there, several labels may mean one encoding: `gb2312` is read as GB 18030
/// and `shift_jis` as Windows-31J, which contain them.
public struct TextEncoding: Sendable, Hashable {
  /// How widely an encoding can be read.
  public enum Support: Sendable, Hashable {
    /// Every XML processor reads it (XML 1.0 section 2.2): UTF-8 and UTF-16.
    case required
    /// Processors need not read it, but those of most feed readers do.
    case common
    /// Few processors read it.
    case obscure
  }

  /// How bytes become text.
  enum Form: Sendable, Hashable {
    case utf8
    /// UTF-8 that should have been ASCII: the same reading, other complaints.
    case ascii
    /// Without byte order where it is said elsewhere.
    case utf16(ByteOrder?)
    case utf32(ByteOrder?)
    /// One byte, one character, after a table; ASCII's half is ASCII.
    case singleByte
    /// As before, but nothing is where ASCII has it.
    case ebcdic
    /// Whatever iconv makes of it; tags are where ASCII has them.
    case multiByte
  }

  /// Which of a unit's bytes comes first.
  enum ByteOrder: Sendable, Hashable {
    case big
    case little
  }

  /// IANA's preferred name where there is one, such as `windows-1252`.
  public let name: String
  /// How widely it can be read.
  public let support: Support
  let form: Form
  /// What iconv calls it.
  let converter: String

  /// UTF-8.
  public static let utf8 = TextEncoding(
    name: "UTF-8",
    support: .required,
    form: .utf8,
    converter: "UTF-8"
  )

  /// An encoding by its label, or `nil` for a label that neither the tables nor the system know.
  /// Letter case and white space around it do not count.
  public init?(label: String) {
    guard let found = Self.find(label) else { return nil }
    self = found.encoding
  }

  /// The encoding of a label, and whether IANA registered the label.
  static func find(_ label: String) -> (encoding: TextEncoding, isRegistered: Bool)? {
    let key = folded(label)
    guard !key.isEmpty, key.count <= 64 else { return nil }
    if key.elementsEqual("utf-8".utf8) { return (utf8, true) }
    for row in EncodingLabels.rows {
      let isRegistered = EncodingLabels.contains(row.registered, key)
      if isRegistered || EncodingLabels.contains(row.others, key) {
        return (row.encoding, isRegistered)
      }
    }
    return IconvConverter.systemEncoding(key, label).map { ($0, false) }
  }

  private static func folded(_ label: String) -> [UInt8] {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    var bytes = Array(label.utf8)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes.drop(while: isSpace).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  init(name: String, support: Support, form: Form, converter: String) {
    self.name = name
    self.support = support
    self.form = form
    self.converter = converter
  }
}
