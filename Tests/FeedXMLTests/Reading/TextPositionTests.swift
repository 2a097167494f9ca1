import FeedXML
import Testing

/// Every character of a text is where it is written, whatever stands before it.
@Suite struct TextPositionTests {
  /// Texts with a mark, `§`.
  private static let texts = [
    "a §", "a\r\nb §", "\r\n\r\n §", "a\rb §", "a\n\nb\n§", "é\r\né §", "é\ré\n§",
    String(repeating: "é", count: 700) + "§", String(repeating: "日本\r\n", count: 300) + "§",
    "a &amp; §", "&amp;\r\n§", "&#xE9;&#233;§", "a&nbsp;b\r\n §", "&nope; &\n §",
    "a<!-- b\nc -->§", "é<!-- b\r\nc --> §", "&amp;<!-- b\nc -->§", "&amp;<!--\n--><!--\n-->é\n§",
    "<![CDATA[a\r\nb §]]>", "é<![CDATA[\r\n§]]>", "<![CDATA[é]]>é\r\n§", "&lt;<![CDATA[]]>\r\n§",
    "a<?b c\nd?>é §", "&amp;<?b\n?>§",
  ]

  @Test(arguments: texts) func marksAreFound(_ text: String) throws {
    let document = "<a>\r\n" + text + "</a>"
    let mark = try #require(document.unicodeScalars.firstIndex(of: "§"))
    let expected = SourcePosition.start.advanced(over: Array(String(document[..<mark]).utf8))
    let finder = MarkFinder()
    let found = finder.position(in: document)
    #expect(found?.line == expected.line && found?.column == expected.column, "\(found as Any)")
  }
}

/// Looks for the mark in the text of a document.
private final class MarkFinder: XMLReaderDelegate {
  private var text = XMLTextBuffer()
  private var reader: XMLReader?

  func position(in document: String) -> SourcePosition? {
    let reader = XMLReader(delegate: self)
    self.reader = reader
    Array(document.utf8).withUnsafeBufferPointer { reader.consume($0) }
    reader.finish()
    self.reader = nil
    let mark = Array("§".utf8)
    let start = text.bytes.indices.first { text.bytes[$0...].starts(with: mark) }
    return start.flatMap { text.position(of: $0) }
  }

  func startElement(_ tag: borrowing XMLStartTag) {}
  func endElement(_ name: XMLName) {}
  func problem(_ problem: XMLProblem) {}

  func text(_ piece: XMLTextPiece) {
    guard let reader else { return }
    text.append(piece) { reader.position(of: piece) }
  }
}
