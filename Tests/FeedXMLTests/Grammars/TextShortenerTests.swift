import CLibXML2
import Testing

@testable import FeedXML

/// The shortener may leave out text, and nothing else: libxml2 must come to the same verdict.
struct TextShortenerTests {
  private func shorten(_ document: [UInt8], block: Int = 65_536) -> [UInt8] {
    let shortener = TextShortener()
    var output: [UInt8] = []
    document.withUnsafeBufferPointer { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = min(block, rest.count)
        shortener.shorten(UnsafeBufferPointer(rebasing: rest[..<count]), into: &output)
        rest = UnsafeBufferPointer(rebasing: rest[count...])
      }
    }
    return output
  }

  private func shorten(_ document: String, block: Int = 65_536) -> String {
    String(decoding: shorten(Array(document.utf8), block: block), as: UTF8.self)
  }

  @Test func leavesOutTheMiddleOfLongText() {
    let long = String(repeating: "word &amp; 東京 ", count: 100)
    for block in [1, 7, 100, 65_536] {
      let text = shorten(
        "<a>\(long)</a><b><![CDATA[\(long)]]></b><!-- \(long) --><c d='\(long)'/>",
        block: block
      )
      #expect(text.hasPrefix("<a>word &amp; 東京"))
      #expect(text.hasSuffix("]]></b><!-- \(long) --><c d='\(long)'/>"))
      if block == 65_536 {
        #expect(text.utf8.count < 2 * long.utf8.count + 700)
      }
    }
  }

  @Test(arguments: [
    "", "<a/>", "<a>short</a>", "<a><![CDATA[]]></a>", "<a>]]]]></a>", "<a><!----></a>",
    "<a><?p ??></a>", "<a b='>' c=\">\"/>", "<a>\u{0}</a>", "]]>",
  ])
  func passesShortThingsOnAsTheyAre(document: String) {
    for block in [1, 2, 3, 65_536] {
      #expect(shorten(document, block: block) == document)
    }
  }

  @Test(arguments: ["&nbsp;", "\u{1}", "&#65;", "&", "]]>"])
  func passesOnWhatIsDoubtful(doubtful: String) {
    let long = String(repeating: "word ", count: 200)
    #expect(shorten("<a>\(long)\(doubtful)\(long)</a>").contains(doubtful))
  }

  @Test func doesNotHideInkBehindWhiteSpace() {
    let space = String(repeating: " \n", count: 1_000)
    #expect(shorten("<a>\(space)ink</a>").contains("ink"))
  }

  @Test func endsCDATAOnlyAtItsEnd() {
    let long = String(repeating: "word ", count: 200)
    let tricky = "]] > ]>]] ]]]"
    #expect(shorten("<a><![CDATA[\(long)\(tricky)\(long)]]]]></a><b/>").hasSuffix("]]></a><b/>"))
  }

  /// Random documents, most of them broken: the same verdict on the whole as on the shortened text.
  @Test func neverChangesTheVerdict() {
    let pieces = [
      "<a>", "</a>", "<b c='d'>", "</b>", "<![CDATA[", "]]>", "]]", "]", ">", "&lt;", "&amp;",
      "&#65;",
      "&#x0;", "&x;", "&", ";", "<!--", "-->", "--", "<?p", "?>", "é", "東", "\u{1F600}", "\u{1}",
      "\u{FFFE}",
      " ", "\n", "\"", "'", "<", "x", String(repeating: "long text ", count: 40),
      String(repeating: "&quot;", count: 60), String(repeating: "東京\n", count: 90), "<e/>",
    ]
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    for round in 0..<6_000 {
      var bytes = Array("<r>".utf8)
      var open: [String] = []
      for _ in 0..<Int(random.next() % 14) {
        let piece = pieces[Int(random.next() % UInt64(pieces.count))]
        bytes += Array(piece.utf8)
        if piece == "<a>" { open.append("</a>") }
        if piece == "<![CDATA[" { open.append("]]>") }
      }
      // Most would be broken for sure if what was opened were not closed.
      for end in open.reversed() where random.next() % 8 > 0 { bytes += Array(end.utf8) }
      bytes += Array("</r>".utf8)
      if random.next() % 4 == 0 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let block = [1, 2, 5, 64, 65_536][Int(random.next() % 5)]
      let whole = isWellFormed(bytes)
      let short = isWellFormed(shorten(bytes, block: block))
      #expect(
        whole == short,
        "seed \(seed) round \(round) block \(block): \(String(decoding: bytes, as: UTF8.self))"
      )
    }
  }

  private func isWellFormed(_ document: [UInt8]) -> Bool {
    LibXMLStart.once()
    guard let parser = xmlNewParserCtxt() else { return false }
    defer { xmlFreeParserCtxt(parser) }
    parser.pointee.sax.pointee.serror = { _, _ in }
    let tree = document.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        parser,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(bytes.count),
        nil,
        nil,
        0
      )
    }
    if let tree { xmlFreeDoc(tree) }
    return parser.pointee.wellFormed == 1
  }
}

/// A seeded generator, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
