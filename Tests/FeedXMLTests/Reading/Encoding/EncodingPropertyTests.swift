import TestSupport
import Testing

@testable import FeedXML

@Suite struct EncodingPropertyTests {
  /// What each script writes, for encodings that have it.
  static let samples: [(label: String, iconv: String, characters: String)] = [
    ("utf-8", "UTF-8", "aé€日本語😀\u{2028}"), ("utf-16le", "UTF-16LE", "aé€日本語😀\u{E000}"),
    ("utf-16be", "UTF-16BE", "aé€日本語😀"), ("utf-32le", "UTF-32LE", "aé€日😀"),
    ("utf-32be", "UTF-32BE", "aé€日😀"), ("iso-8859-1", "ISO-8859-1", "aéüß§þÿ"),
    ("windows-1252", "CP1252", "aé€“”–ž"), ("iso-8859-2", "ISO-8859-2", "aąłšž"),
    ("iso-8859-3", "ISO-8859-3", "aħĉ"), ("iso-8859-4", "ISO-8859-4", "aāķ"),
    ("iso-8859-5", "ISO-8859-5", "aжя"), ("iso-8859-6", "ISO-8859-6", "aعرب"),
    ("iso-8859-7", "ISO-8859-7", "aαβγ"), ("iso-8859-8", "ISO-8859-8", "aאבג"),
    ("iso-8859-9", "ISO-8859-9", "aşğı"), ("iso-8859-10", "ISO-8859-10", "aāđ"),
    ("iso-8859-13", "ISO-8859-13", "aąž"), ("iso-8859-14", "ISO-8859-14", "aḃŵ"),
    ("iso-8859-15", "ISO-8859-15", "a€œŸ"), ("iso-8859-16", "ISO-8859-16", "așț€"),
    ("windows-1250", "CP1250", "ałš„”"), ("windows-1251", "CP1251", "aжя«»№"),
    ("windows-1253", "CP1253", "aαβγ’"), ("windows-1254", "CP1254", "aşğı€"),
    ("windows-1255", "CP1255", "aאבג₪"), ("windows-1256", "CP1256", "aعربپ"),
    ("windows-1257", "CP1257", "aąž€"), ("windows-1258", "CP1258", "ađơ₫"),
    ("koi8-r", "KOI8-R", "aжяЖ─"), ("koi8-u", "KOI8-U", "aіїєґ"),
    ("shift_jis", "CP932", "a日本語ｱ～①表ソ"), ("euc-jp", "EUC-JP", "a日本語ｱ表"),
    ("iso-2022-jp", "ISO-2022-JP", "a日本語b表"), ("gb18030", "GB18030", "a中文€😀é"),
    ("gbk", "GBK", "a中文镕"), ("big5", "BIG5-HKSCS", "a中文功許"),
    ("euc-kr", "CP949", "a한국어똠"), ("iso-2022-kr", "ISO-2022-KR", "a한국어"),
    ("iso-2022-cn", "ISO-2022-CN", "a中文"), ("windows-874", "CP874", "aไทย€"),
    ("ibm866", "CP866", "aжя░"), ("macintosh", "MACINTOSH", "aéπ∂"),
    ("mac-cyrillic", "MAC-CYRILLIC", "aжя"), ("viscii", "VISCII", "ađơệ"),
    ("utf-7", "UTF-7", "aé日😀"), ("ibm037", "IBM037", "aéß"), ("ibm500", "IBM500", "aéß"),
    ("ibm1047", "IBM1047", "aéß"), ("cp1140", "IBM1140", "aé€"), ("ibm437", "IBM437", "aéπ"),
    ("ibm850", "IBM850", "aéð"), ("ibm852", "IBM852", "aął"), ("iso_6937", "ISO_6937", "aéł"),
  ]

  @Test func bringsBackWhatWasEncoded() {
    var generator = SeededGenerator(seed: 0xC0DE)
    for (label, iconv, characters) in Self.samples {
      let alphabet = Array((characters + "<>& \n\r\n\t").unicodeScalars)
      for round in 0..<6 {
        // UTF-7 may write tags as they are, but iconv does not.
        let head = "<?xml version=\"1.0\" encoding=\"\(label)\"?>"
        var text = ""
        for _ in 0..<Int.random(in: 0...(round == 0 ? 2000 : 200), using: &generator) {
          text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
        }
        guard let start = label == "utf-7" ? Array(head.utf8) : iconvEncoded(head, to: iconv),
          let end = iconvEncoded(text, to: iconv)
        else {
          Issue.record("\(label) has not all of \(characters)")
          continue
        }
        text = head + text
        let bytes = start + end
        let whole = Decoding(bytes)
        #expect(
          whole.bytes == Array(text.utf8),
          "\(label), seed \(generator.seed), round \(round)"
        )
        #expect(!whole.report.problems.contains { "\($0)".hasPrefix("invalidBytes") }, "\(label)")
        let parts = Decoding(bytes, chunks: &generator)
        #expect(parts == whole, "\(label), seed \(generator.seed), round \(round)")
        #expect(parts.misplaced == [], "\(label), seed \(generator.seed), round \(round)")
      }
    }
  }

  /// Longer than the windows that text passes through.
  @Test(arguments: ["utf-8", "utf-16le", "windows-1251", "gb18030", "iso-2022-jp"])
  func bringsBackLongText(_ label: String) throws {
    let sample = try #require(Self.samples.first { $0.label == label })
    let text = "<?xml version=\"1.0\" encoding=\"\(label)\"?>a"
    let long = text + String(repeating: sample.characters + "<p>\r\n", count: 6000)
    let bytes = try #require(iconvEncoded(long, to: sample.iconv))
    for size in [999, 16_385, 65_536, .max] {
      let found = Decoding(bytes) { _ in size }
      #expect(found.bytes == Array(long.utf8))
      #expect(found.misplaced == [])
    }
  }

  /// Random bytes, and documents with random faults, in every encoding: what comes out is valid
  /// UTF-8, and chunks do not show.
  @Test func takesAnyBytesInAnyChunks() {
    var generator = SeededGenerator(seed: 0xFA17)
    for (label, iconv, characters) in Self.samples {
      let text = "<?xml version=\"1.0\" encoding=\"\(label)\"?>\n<a>\(characters)</a>\r\n"
      let bytes = iconvEncoded(text, to: iconv) ?? []
      for round in 0..<20 {
        var broken = bytes
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
          let byte: UInt8 =
            Bool.random(using: &generator)
            ? [0, 1, 0x1B, 0x0D, 0x80, 0xFF, 0xC3, 0xD8].randomElement(using: &generator) ?? 0
            : .random(in: 0...255, using: &generator)
          let index = Int.random(in: 0...broken.count, using: &generator)
          if Bool.random(using: &generator) || index == broken.count {
            broken.insert(byte, at: index)
          } else {
            broken[index] = byte
          }
        }
        let drops = round % 2 == 0
        let whole = Decoding(broken, drops: drops)
        #expect(String(validating: whole.bytes, as: UTF8.self) != nil, "\(label), round \(round)")
        for _ in 0..<2 {
          let parts = Decoding(broken, drops: drops, chunks: &generator)
          #expect(parts == whole, "\(label), seed \(generator.seed), round \(round)")
        }
        let last = Decoding(broken, drops: drops) { _ in 1 }
        #expect(last == whole, "\(label), seed \(generator.seed), round \(round), bytewise")
      }
    }
  }

  @Test func takesNoise() {
    var generator = SeededGenerator(seed: 0xD1CE)
    let heads: [[UInt8]] = [
      [], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0, 0, 0xFE, 0xFF], Array("<?xml ".utf8),
      [0x3C, 0, 0x3F, 0], [0x4C, 0x6F, 0xA7, 0x94], Array("<br/><?xml version".utf8),
    ]
    for round in 0..<900 {
      let head = heads[round % heads.count]
      let count = Int.random(in: 0...(round % 30 == 0 ? 40_000 : 300), using: &generator)
      let bytes = head + (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let charset = round % 7 == 0 ? EncodingLabels.rows.randomElement(using: &generator) : nil
      let whole = Decoding(bytes, charset: charset?.encoding.name, drops: round % 2 == 0)
      #expect(String(validating: whole.bytes, as: UTF8.self) != nil, "round \(round)")
      let parts = Decoding(
        bytes,
        charset: charset?.encoding.name,
        drops: round % 2 == 0,
        chunks: &generator
      )
      #expect(parts == whole, "seed \(generator.seed), round \(round)")
    }
  }
}
