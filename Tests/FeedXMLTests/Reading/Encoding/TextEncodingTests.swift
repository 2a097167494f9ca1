import Testing

@testable import FeedXML

@Suite struct TextEncodingTests {
  @Test(arguments: [
    ("utf-8", "UTF-8"), (" UTF-8\n", "UTF-8"), ("utf8", "UTF-8"), ("UTF-16", "UTF-16"),
    ("utf-16be", "UTF-16BE"), ("us-ascii", "US-ASCII"), ("latin1", "ISO-8859-1"),
    ("ISO-8859-1", "ISO-8859-1"), ("iso8859-15", "ISO-8859-15"), ("cp1252", "windows-1252"),
    ("Windows-1251", "windows-1251"), ("koi8-r", "KOI8-R"), ("x-sjis", "Shift_JIS"),
    ("Shift_JIS", "Shift_JIS"), ("euc-jp", "EUC-JP"), ("gb2312", "GB18030"), ("GBK", "GB18030"),
    ("big5", "Big5"), ("ks_c_5601-1987", "EUC-KR"), ("tis-620", "windows-874"),
    ("mac-cyrillic", "x-mac-cyrillic"), ("ebcdic-cp-us", "IBM037"), ("utf-7", "UTF-7"),
    ("iso-8859-8-i", "ISO-8859-8"),
  ])
  func knowsLabels(_ label: String, _ name: String) {
    #expect(TextEncoding(label: label)?.name == name)
  }

  @Test(arguments: [
    "", " ", "utf-9", "utf 8", "none", "UTF-8//TRANSLIT", "wchar_t", "internal", "ebcdic-int",
    "\u{0}", "utf-8\u{0}", "é", String(repeating: "a", count: 100_000),
  ])
  func refusesOthers(_ label: String) {
    #expect(TextEncoding(label: label) == nil)
  }

  @Test func knowsWhatTheSystemKnows() throws {
    let encoding = try #require(TextEncoding(label: "ISO_6937"))
    #expect(encoding.support == .obscure)
  }

  @Test func namesEachLabelOnceAndCanReadAll() {
    var seen: Set<String> = []
    for row in EncodingLabels.rows {
      #expect(row.encoding.isReadable, "\(row.encoding.name)")
      for label in "\(row.registered) \(row.others)".split(separator: " ") {
        #expect(seen.insert(String(label)).inserted, "\(label)")
        #expect(label == label.lowercased())
        #expect(TextEncoding(label: String(label)) == row.encoding, "\(label)")
      }
      if !row.encoding.name.hasPrefix("x-") {
        #expect(TextEncoding.find(row.encoding.name)?.isRegistered == true, "\(row.encoding.name)")
      }
    }
    #expect(seen.count > 250)
  }
}
