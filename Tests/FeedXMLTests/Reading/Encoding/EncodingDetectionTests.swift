import Testing

@testable import FeedXML

@Suite struct EncodingDetectionTests {
  struct Case: CustomTestStringConvertible {
    var bytes: [UInt8]
    var charset: String?
    var encoding: String
    var evidence: EncodingReport.Evidence
    var problems: [String] = []
    var start = 0

    var testDescription: String {
      "\(String(decoding: bytes.prefix(60), as: UTF8.self)), charset \(charset ?? "none")"
    }
  }

  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func text(_ text: String, in encoding: String = "UTF-8") -> [UInt8] {
    iconvEncoded(text, to: encoding) ?? []
  }

  static func declared(_ label: String, in encoding: String = "UTF-8") -> [UInt8] {
    text("<?xml version=\"1.0\" encoding=\"\(label)\"?><rss/>", in: encoding)
  }

  static let cases: [Case] = [
    // XML 1.0 section 4.3.3: UTF-8 without a word.
    Case(bytes: [], encoding: "UTF-8", evidence: .standard, problems: ["missingDeclaration"]),
    Case(
      bytes: text("<rss/>"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
    Case(
      bytes: text("<?xml version='1.0'?><rss/>"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
    Case(bytes: declared("utf-8"), encoding: "UTF-8", evidence: .declaration),
    Case(
      bytes: declared("utf8"),
      encoding: "UTF-8",
      evidence: .declaration,
      problems: ["unregisteredLabel"]
    ),
    Case(
      bytes: declared("ISO-8859-1"),
      encoding: "ISO-8859-1",
      evidence: .declaration,
      problems: ["optionalEncoding"]
    ),
    Case(
      bytes: declared("x-sjis"),
      encoding: "Shift_JIS",
      evidence: .declaration,
      problems: ["unregisteredLabel"]
    ),
    Case(
      bytes: declared("mac-cyrillic"),
      encoding: "x-mac-cyrillic",
      evidence: .declaration,
      problems: ["obscureEncoding"]
    ),
    Case(
      bytes: declared("klingon"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["unknownLabel"]
    ),
    Case(
      bytes: declared(""),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["unknownLabel"]
    ),
    Case(
      bytes: text("<?xml\n\tversion = '1.0'\n encoding = 'koi8-r' standalone='yes' ?><a/>"),
      encoding: "KOI8-R",
      evidence: .declaration,
      problems: ["optionalEncoding"]
    ),
    // Byte order marks win.
    Case(bytes: mark + text("<a/>"), encoding: "UTF-8", evidence: .byteOrderMark, start: 3),
    Case(bytes: mark + declared("utf-8"), encoding: "UTF-8", evidence: .byteOrderMark, start: 3),
    Case(
      bytes: mark + declared("iso-8859-1"),
      encoding: "UTF-8",
      evidence: .byteOrderMark,
      problems: ["contradiction"],
      start: 3
    ),
    Case(
      bytes: mark + declared("utf-8"),
      charset: "windows-1252",
      encoding: "UTF-8",
      evidence: .byteOrderMark,
      problems: ["contradiction"],
      start: 3
    ),
    Case(
      bytes: [0xFF, 0xFE] + declared("utf-16", in: "UTF-16LE"),
      encoding: "UTF-16",
      evidence: .byteOrderMark,
      start: 2
    ),
    Case(
      bytes: [0xFE, 0xFF] + declared("UTF-16BE", in: "UTF-16BE"),
      encoding: "UTF-16",
      evidence: .byteOrderMark,
      start: 2
    ),
    Case(
      bytes: [0xFF, 0xFE] + declared("utf-8", in: "UTF-16LE"),
      encoding: "UTF-16",
      evidence: .byteOrderMark,
      problems: ["contradiction"],
      start: 2
    ),
    Case(
      bytes: [0xFF, 0xFE] + declared("UTF-16BE", in: "UTF-16LE"),
      encoding: "UTF-16",
      evidence: .byteOrderMark,
      problems: ["contradiction"],
      start: 2
    ),
    Case(
      bytes: [0xFF, 0xFE, 0, 0] + declared("utf-32", in: "UTF-32LE"),
      encoding: "UTF-32",
      evidence: .byteOrderMark,
      problems: ["obscureEncoding"],
      start: 4
    ),
    Case(
      bytes: [0, 0, 0xFE, 0xFF] + text("<a/>", in: "UTF-32BE"),
      encoding: "UTF-32",
      evidence: .byteOrderMark,
      start: 4
    ),
    // Wide characters show without one.
    Case(
      bytes: declared("utf-16", in: "UTF-16BE"),
      encoding: "UTF-16",
      evidence: .declaration,
      problems: ["missingByteOrderMark"]
    ),
    Case(
      bytes: declared("utf-16le", in: "UTF-16LE"),
      encoding: "UTF-16LE",
      evidence: .declaration
    ),
    Case(
      bytes: text("<rss/>", in: "UTF-16LE"),
      encoding: "UTF-16",
      evidence: .firstBytes,
      problems: ["missingByteOrderMark", "missingDeclaration"]
    ),
    Case(
      bytes: declared("utf-8", in: "UTF-16LE"),
      encoding: "UTF-16",
      evidence: .firstBytes,
      problems: ["contradiction", "missingByteOrderMark"]
    ),
    Case(
      bytes: text("<rss/>", in: "UTF-32LE"),
      encoding: "UTF-32",
      evidence: .firstBytes,
      problems: ["missingByteOrderMark", "missingDeclaration"]
    ),
    Case(
      bytes: declared("utf-16"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["contradiction"]
    ),
    // EBCDIC.
    Case(
      bytes: declared("ebcdic-cp-us", in: "IBM037"),
      encoding: "IBM037",
      evidence: .declaration,
      problems: ["obscureEncoding"]
    ),
    Case(
      bytes: declared("IBM1047", in: "IBM1047"),
      encoding: "IBM1047",
      evidence: .declaration,
      problems: ["obscureEncoding"]
    ),
    Case(
      bytes: declared("utf-8", in: "IBM037"),
      encoding: "IBM037",
      evidence: .firstBytes,
      problems: ["contradiction"]
    ),
    // RFC 7303: the charset wins over the declaration.
    Case(
      bytes: declared("utf-8"),
      charset: "ISO-8859-1",
      encoding: "ISO-8859-1",
      evidence: .charset,
      problems: ["optionalEncoding", "contradiction"]
    ),
    Case(bytes: declared("utf-8"), charset: "\"UTF-8\"", encoding: "UTF-8", evidence: .charset),
    Case(bytes: text("<rss/>"), charset: "utf-8", encoding: "UTF-8", evidence: .charset),
    Case(
      bytes: declared("utf-8"),
      charset: "bogus",
      encoding: "UTF-8",
      evidence: .declaration,
      problems: ["unknownLabel"]
    ),
    Case(
      bytes: declared("utf-8"),
      charset: "utf-16",
      encoding: "UTF-8",
      evidence: .declaration,
      problems: ["contradiction"]
    ),
    Case(
      bytes: declared("utf-16", in: "UTF-16LE"),
      charset: "utf-16le",
      encoding: "UTF-16LE",
      evidence: .charset
    ),
    // What may not stand before the declaration.
    Case(
      bytes: text("\r\n ") + declared("utf-8"),
      encoding: "UTF-8",
      evidence: .declaration,
      problems: ["leadingWhitespace(3)"],
      start: 3
    ),
    Case(
      bytes: text("\n") + mark + declared("utf-8"),
      encoding: "UTF-8",
      evidence: .declaration,
      problems: ["leadingJunk(2)"],
      start: 4
    ),
    Case(
      bytes: mark + mark + declared("utf-8"),
      encoding: "UTF-8",
      evidence: .byteOrderMark,
      problems: ["leadingJunk(1)"],
      start: 6
    ),
    Case(
      bytes: mark + mark + text("<rss/>"),
      encoding: "UTF-8",
      evidence: .byteOrderMark,
      problems: ["leadingJunk(1)"],
      start: 6
    ),
    Case(
      bytes: text("Warning: x\n") + declared("koi8-r"),
      encoding: "KOI8-R",
      evidence: .declaration,
      problems: ["optionalEncoding", "leadingJunk(11)"],
      start: 11
    ),
    Case(
      bytes: text("<br />\n<b>Notice</b>: é<!-- a <rss> --><?php ?>") + declared("utf-8"),
      encoding: "UTF-8",
      evidence: .declaration,
      problems: ["leadingJunk(47)"],
      start: 48
    ),
    Case(
      bytes: [0xFF, 0xFE] + text("\n", in: "UTF-16LE") + declared("utf-16", in: "UTF-16LE"),
      encoding: "UTF-16",
      evidence: .byteOrderMark,
      problems: ["leadingWhitespace(1)"],
      start: 4
    ),
    Case(
      bytes: text("\n", in: "UTF-16LE") + declared("utf-16le", in: "UTF-16LE"),
      encoding: "UTF-16LE",
      evidence: .declaration,
      problems: ["leadingWhitespace(1)"],
      start: 2
    ),
    // What may.
    Case(
      bytes: text(" \n<rss/>"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
    Case(
      bytes: text("<!-- <?xml version='1.0'?> --><rss/>"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
    Case(
      bytes: text("<rss><![CDATA[<?xml version='1.0' encoding='koi8-r'?>]]></rss>"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
    Case(
      bytes: text("{\"a\":\"<?xml version='1.0' encoding='koi8-r'?>\"}"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
    Case(
      bytes: text("<?xml-stylesheet encoding='koi8-r'?><a/>"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
    Case(
      bytes: text("Gone <?xml"),
      encoding: "UTF-8",
      evidence: .standard,
      problems: ["missingDeclaration"]
    ),
  ]

  @Test(arguments: cases)
  func finds(_ item: Case) throws {
    for size in [1, 2, 5, 10_000] {
      let found = Decoding(item.bytes, charset: item.charset) { _ in size }
      #expect(found.report.encoding.name == item.encoding)
      #expect(found.report.evidence == item.evidence)
      #expect(found.report.textStart.offset == item.start)
      #expect(found.report.problems.map(summary) == item.problems)
      #expect(found == Decoding(item.bytes, charset: item.charset))
      #expect(!found.text.contains("\u{FEFF}"))
    }
  }

  @Test func tellsWhereTheLabelStands() throws {
    let text = "\u{FEFF}<?xml\n\tversion=\"1.0\"\n\t encoding=\"mac-cyrillic\"?><rss/>"
    let found = Decoding(Array(text.utf8)).report
    let claim = try #require(found.declaration)
    #expect(claim.label == "mac-cyrillic")
    #expect(claim.position == SourcePosition(offset: 36, line: 3, column: 13))
    let wide = Decoding(Self.text(text, in: "UTF-16LE")).report
    #expect(wide.declaration?.position == SourcePosition(offset: 68, line: 3, column: 13))
  }

  @Test func looksAtSoMuchOnly() {
    let padding = [UInt8](repeating: 0x20, count: 100_000)
    let found = Decoding(padding + Self.declared("koi8-r"))
    #expect(found.report.encoding == .utf8)
    #expect(found.bytes.count == 100_000 + Self.declared("koi8-r").count)
    let long = Self.text("<?xml version='1.0'") + padding + Self.text(" encoding='koi8-r'?>")
    #expect(Decoding(long) { _ in 1000 }.report.encoding == .utf8)
    #expect(Decoding(long) { _ in 1000 }.report.hasXMLDeclaration)
  }

  private func summary(_ problem: EncodingProblem) -> String {
    let text = "\(problem)"
    switch problem {
    case .leadingWhitespace(let count): return "leadingWhitespace(\(count))"
    case .leadingJunk(let count, _): return "leadingJunk(\(count))"
    default: return String(text.prefix { $0 != "(" })
    }
  }
}
