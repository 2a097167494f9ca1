import FeedXML
import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct XMLTextTests {
  private func text(_ text: String, _ references: XMLText.References = .named) -> String {
    var bytes: [UInt8] = []
    _ = XMLText.appendText(text, references: references, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func markup(_ markup: String) -> String {
    var bytes: [UInt8] = []
    _ = XMLText.appendMarkup(markup, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a & b", "a &amp; b"), ("<p>", "&lt;p&gt;"), ("]]>", "]]&gt;"),
    ("\"'", "\"'"), ("a\r\nb\tc", "a&#13;\nb\tc"), ("&amp;", "&amp;amp;"), ("\u{0}a\u{1F}", "a"),
    ("\u{FFFE}x\u{FFFF}", "x"), ("\u{FFFD}\u{FF0C}", "\u{FFFD}\u{FF0C}"),
    ("\u{1FFFE}", "\u{1FFFE}"),
    ("\u{7F}\u{85}", "\u{7F}\u{85}"),
  ]) func characterData(text plain: String, expected: String) {
    #expect(text(plain) == expected)
  }

  @Test func plainTextOfRSSHasHexadecimalReferences() {
    #expect(text("a & <b>", .hexadecimal) == "a &#x26; &#x3C;b&#x3E;")
  }

  @Test func attributesKeepWhiteSpace() {
    var bytes: [UInt8] = []
    #expect(XMLText.appendAttribute("a\tb\nc\rd \"e\" <f>&\u{B}", to: &bytes) == 1)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "a&#9;b&#10;c&#13;d &quot;e&quot; &lt;f&gt;&amp;"
    )
  }

  @Test(arguments: [
    ("", ""), ("<p>", "<![CDATA[<p>]]>"), ("]]>", "<![CDATA[]]]]><![CDATA[>]]>"),
    ("]]]>", "<![CDATA[]]]]]><![CDATA[>]]>"), ("a]]", "<![CDATA[a]]]]>"), ("]", "<![CDATA[]]]>"),
    ("]>", "<![CDATA[]>]]>"), ("a\rb", "a&#13;b"), ("<\r]]>", "&lt;&#13;]]&gt;"),
  ]) func sections(markup source: String, expected: String) {
    #expect(markup(source) == expected)
  }

  @Test func charactersThatAreDroppedDoNotLetSectionsEnd() {
    #expect(markup("]]\u{0}>") == "<![CDATA[]]]]><![CDATA[>]]>")
    #expect(markup("]\u{FFFE}]>") == "<![CDATA[]]]><![CDATA[]>]]>")
  }

  /// All lengths and positions, since the scan takes eight bytes at a time.
  @Test func everyPositionInAWord() throws {
    for length in 1...40 {
      for position in 0..<length {
        for special in [
          "&", "<", ">", "\r", "\u{0}", "\u{1F}", "]]>", "\u{FFFF}", "\u{FF0C}", "\"", "\n",
        ] {
          let source =
            String(repeating: "é", count: position) + special
            + String(repeating: "x", count: length - position)
          let expected = source.unicodeScalars.filter { !Self.isForbidden($0) }
          let all = try Self.parse(source)
          let whole = String(String.UnicodeScalarView(expected))
          #expect(all.text.utf8.elementsEqual(whole.utf8), "text at \(position) of \(length)")
          #expect(all.markup.utf8.elementsEqual(whole.utf8), "markup at \(position) of \(length)")
          #expect(
            all.attribute.utf8.elementsEqual(whole.utf8),
            "attribute at \(position) of \(length)"
          )
        }
      }
    }
  }

  @Test func randomTextComesBack() throws {
    var random = SeededGenerator(seed: .random(in: 0...UInt64.max))
    let seed = random.seed
    let pieces = [
      "&", "<", ">", "\"", "'", "]]>", "]", ">", "\r", "\n", "\t", "\u{0}", "\u{1F}", "\u{FFFE}",
      "\u{FFFF}", "\u{FFFD}", "，", "é", "e\u{301}", "🚀", "東京", "שלום", "&amp;", "&nbsp;", "words ",
    ]
    for _ in 0..<500 {
      var source = ""
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        source += pieces.randomElement(using: &random) ?? ""
      }
      let kept = String(
        String.UnicodeScalarView(source.unicodeScalars.filter { !Self.isForbidden($0) })
      )
      let dropped = source.unicodeScalars.count - kept.unicodeScalars.count
      let all = try Self.parse(source)
      #expect(all.text.utf8.elementsEqual(kept.utf8), "seed \(seed)")
      #expect(all.markup.utf8.elementsEqual(kept.utf8), "seed \(seed)")
      #expect(all.attribute.utf8.elementsEqual(kept.utf8), "seed \(seed)")
      #expect(all.dropped == [dropped, dropped, dropped], "seed \(seed)")
    }
  }

  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private struct Written {
    var text = ""
    var markup = ""
    var attribute = ""
    var dropped: [Int] = []
  }

  /// Writes a text in three ways and lets another parser read them.
  private static func parse(_ source: String) throws -> Written {
    var bytes = Array("<r a=\"".utf8)
    var written = Written()
    written.dropped.append(XMLText.appendAttribute(source, to: &bytes))
    bytes += Array("\"><t>".utf8)
    written.dropped.append(XMLText.appendText(source, to: &bytes))
    bytes += Array("</t><m>".utf8)
    written.dropped.append(XMLText.appendMarkup(source, to: &bytes))
    bytes += Array("</m></r>".utf8)
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(decoding: bytes, as: UTF8.self))")
    written.text = reader.texts["t"] ?? ""
    written.markup = reader.texts["m"] ?? ""
    written.attribute = reader.attribute
    return written
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String: String] = [:]
    var attribute = ""
    private var name = ""

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      self.name = name
      if name == "r" { attribute = attributes["a"] ?? "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      texts[name, default: ""] += string
    }

    func parser(_ parser: XMLParser, foundCDATA data: Data) {
      texts[name, default: ""] += String(decoding: data, as: UTF8.self)
    }
  }
}
