import TestSupport
import Testing

@testable import FeedXML

@Suite("XMLReader")
struct XMLReaderTests {
  @Test("Everything has its place")
  func places() {
    let log = EventLog.read(
      """
      <?xml version="1.0"?>
      <rss version="2.0"
           a='é"'
        xmlns:x="urn:x"><channel>
        <title>a &amp; b</title><x:y  b = "1&amp;2"/>
        <description><![CDATA[<p>
      x]]> y</description>
      </channel></rss>
      """
    )
    #expect(
      log.lines.filter { !$0.contains("\"\n") } == [
        "2:1 <rss version=2:15:2.0 a=3:9:é\">",
        "4:19 <channel>",
        "5:3 <title>",
        "5:10 \"a & b\"",
        "</title>",
        "5:27 <x:y b=5:38:1&2>",
        "</x:y>",
        "6:3 <description>",
        "6:25 \"<p>\nx y\"",
        "</description>",
        "</channel>",
        "</rss>",
      ]
    )
    #expect(log.problems.isEmpty)
  }

  @Test(
    "What XML parsers refuse is read as feed readers do",
    arguments: [
      ("<a>x &nbsp;&lt; y</a>", ["1:1 <a>", "1:4 \"x \u{A0}< y\"", "</a>"]),
      ("<a>R&D &foo; &lt;</a>", ["1:1 <a>", "1:4 \"R&D &foo; <\"", "</a>"]),
      (
        "<a b=\"?x=1&y=2&amp;z\">&</a>",
        ["1:1 <a b=1:7:?x=1&y=2&z>", "1:23 \"&\"", "</a>"]
      ),
      (
        "<r><i><t>1</i><i><t>2</t>&lt;</i></r>",
        [
          "1:1 <r>", "1:4 <i>", "1:7 <t>", "1:10 \"1\"", "</t>", "</i>", "1:15 <i>", "1:18 <t>",
          "1:21 \"2\"", "</t>", "1:26 \"<\"", "</i>", "</r>",
        ]
      ),
      (
        "<r><i>a</b>c</i></r>",
        ["1:1 <r>", "1:4 <i>", "1:7 \"ac\"", "</i>", "</r>"]
      ),
      ("<r><i>a", ["1:1 <r>", "1:4 <i>", "1:7 \"a\"", "</i>", "</r>"]),
    ]
  )
  func lenient(_ document: String, _ expected: [String]) {
    let log = EventLog.read(document)
    #expect(log.lines == expected)
    #expect(!log.problems.isEmpty)
  }

  @Test("A byte of an attribute's value has the place where it is written")
  func attributeBytes() throws {
    final class Finder: XMLReaderDelegate {
      var places: [String] = []
      func startElement(_ tag: borrowing XMLStartTag) {
        guard let value = tag.attribute(0)?.value else { return }
        for byte in 0...value.count {
          let place = tag.position(ofAttribute: "b", valueByte: byte)
          places.append(place.map { "\($0.line):\($0.column)" } ?? "-")
        }
      }
      func endElement(_ name: XMLName) {}
      func text(_ piece: XMLTextPiece) {}
      func problem(_ problem: XMLProblem) {}
    }
    let finder = Finder()
    let reader = XMLReader(delegate: finder)
    Array("<a b='x&amp;y\r\nz&#xE9;w&nbsp;&'/>".utf8).withUnsafeBufferPointer { reader.consume($0) }
    reader.finish()
    #expect(
      finder.places == [
        "1:7", "1:8", "1:13", "1:14", "2:1", "2:2", "2:2", "2:8", "2:9", "2:9", "2:15", "2:16",
      ]
    )
  }

  @Test("More attributes than any tag has end the document")
  func manyAttributes() {
    func document(_ count: Int) -> String {
      "<a" + (0..<count).map { " a\($0)=''" }.joined() + "/>"
    }
    #expect(EventLog.read(document(1_001)).problems.map(\.kind) == [.tooManyAttributes])
    #expect(EventLog.read(document(1_000)).problems.isEmpty)
  }

  @Test("How the bytes arrive makes no difference")
  func chunks() {
    let document = """
      <?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE r [<!ENTITY x "&#38;">]>
      <r xmlns="urn:r"><!-- & --><i a="1 &amp; 2">é&eacute;&lt;p&gt; R&D <![CDATA[&amp; ]] &]]></i>
      <t>x<i></t></r>
      """
    let whole = EventLog.read(document)
    for size in [1, 2, 3, 5, 7, 11, 64] {
      let parts = EventLog.read(document, by: size)
      #expect(parts.lines == whole.lines, "in pieces of \(size)")
      #expect(parts.problemLines == whole.problemLines, "in pieces of \(size)")
    }
  }

  @Test(
    "Tags that are not well-formed are read as what they are meant to be",
    arguments: [
      ("<a b=c d='e'>x</a>", ["1:1 <a b=1:6:c d=1:11:e>", "1:14 \"x\"", "</a>"]),
      ("<a b=c/>", ["1:1 <a b=1:6:c>", "</a>"]),
      ("<a b=“c d”>x</a>", ["1:1 <a b=1:6:c d>", "1:12 \"x\"", "</a>"]),
      ("<a b=\"1\"c=\"2\"/>", ["1:1 <a b=1:7:1 c=1:12:2>", "</a>"]),
      ("<a b c=\"2\"/>", ["1:1 <a c=1:9:2>", "</a>"]),
      ("<a b=\"x c=\"2\"/>", ["1:1 <a b=1:7:x c=2>", "</a>"]),
      ("<a b=\"x>y</a>", ["1:1 <a b=1:7:x>", "1:9 \"y\"", "</a>"]),
      ("<a b=\"1\" b=\"2\" c=\"3\"/>", ["1:1 <a b=1:7:1 c=1:19:3>", "</a>"]),
      ("<a b=\"1<2\"/>", ["1:1 <a b=1:7:1<2>", "</a>"]),
      ("<a><b<c/></b></a>", ["1:1 <a>", "1:4 <b>", "1:6 <c>", "</c>", "</b>", "</a>"]),
      ("<a><b x</b></a>", ["1:1 <a>", "1:4 <b>", "1:6 \" x\"", "</b>", "</a>"]),
      ("<a><b>x</b</a>", ["1:1 <a>", "1:4 <b>", "1:7 \"x\"", "</b>", "</a>"]),
      ("<a>1 <b and c</a>", ["1:1 <a>", "1:4 \"1 <b and c\"", "</a>"]),
      ("<a><me@here>x</a>", ["1:1 <a>", "1:4 \"<me@here>x\"", "</a>"]),
      ("<a>xy&#xFFFE;z</a>", ["1:1 <a>", "1:4 \"xyz\"", "</a>"]),
      ("x<a/>y", ["1:2 <a>", "</a>"]),
      ("<a/><a>x</a>", ["1:1 <a>", "</a>"]),
      ("<a>x</a></b>", ["1:1 <a>", "1:4 \"x\"", "</a>"]),
      (
        "<a><title>x</titel><c/></a>",
        [
          "1:1 <a>", "1:4 <title>", "1:11 \"x\"", "</title>", "1:20 <c>", "</c>", "</a>",
        ]
      ),
      ("<a><b>x</a>", ["1:1 <a>", "1:4 <b>", "1:7 \"x\"", "</b>", "</a>"]),
      ("<a>x<b", ["1:1 <a>", "1:4 \"x\"", "</a>"]),
    ]
  )
  func tags(_ document: String, _ expected: [String]) {
    let log = EventLog.read(document)
    #expect(log.lines == expected)
    #expect(log.problems.count == 1, "\(log.problemLines)")
    for size in [1, 2, 3, 5] {
      let parts = EventLog.read(document, by: size)
      #expect(parts.lines == log.lines, "in pieces of \(size)")
      #expect(parts.problemLines == log.problemLines, "in pieces of \(size)")
    }
  }

  @Test("Prefixes that nothing declares stand for what is customary")
  func undeclaredPrefixes() {
    final class Names: XMLReaderDelegate {
      var all: [String] = []
      func startElement(_ tag: borrowing XMLStartTag) {
        all.append(tag.name.namespaceURI)
        for index in 0..<tag.attributeCount {
          all.append(tag.attribute(index)?.name.namespaceURI ?? "")
        }
      }
      func endElement(_ name: XMLName) { all.append(name.namespaceURI) }
      func text(_ piece: XMLTextPiece) {}
      func problem(_ problem: XMLProblem) { all.append(problem.message) }
    }
    let names = Names()
    let reader = XMLReader(delegate: names)
    Array("<a><dc:b/><dc:c/><d foo:e=\"\" f=\"\"/></a>".utf8).withUnsafeBufferPointer {
      reader.consume($0)
    }
    reader.finish()
    let dublinCore = "http://purl.org/dc/elements/1.1/"
    #expect(
      names.all == [
        "", "has the prefix dc, which nothing declares", dublinCore, dublinCore, dublinCore,
        dublinCore, "has the prefix foo, which nothing declares", "", "urn:undeclared-prefix:foo",
        "", "", "",
      ]
    )
  }

  @Test("Entities of the document type are read where they are short plain text")
  func declaredEntities() {
    let type = """
      <!DOCTYPE a [<!-- ' --><!ENTITY % p "x"><!ENTITY b "B&#233;&#x3C;"><!ENTITY b 'C'>
      <!ENTITY c SYSTEM "c"><!ENTITY d "&b;&b;"><!ENTITY e "<i/>"><!ENTITY long "\(
        String(repeating: "x", count: 1_025))">]>
      """
    let log = EventLog.read(type + "<a x=\"&b;\">&b;&c;&d;&e;&long;&p;</a>")
    #expect(
      log.lines.map { $0.drop { $0 != " " } } == [
        " <a x=2:\(1_111):Bé<>", " \"Bé<&c;&d;&e;&long;&p;\"", "",
      ]
    )
    #expect(
      log.problems.map(\.kind) == [
        .entityOfDocumentType(name: "c"), .entityOfDocumentType(name: "d"),
        .entityOfDocumentType(name: "e"), .entityOfDocumentType(name: "long"),
        .undefinedEntity(name: "p", isHTML: false),
      ]
    )
  }

  @Test("What stands for an entity does not outgrow its bounds")
  func expansionIsBounded() {
    let value = String(repeating: "ha", count: 500)
    let references = String(repeating: "&a;", count: 5_000)
    let log = EventLog.read("<!DOCTYPE a [<!ENTITY a \"\(value)\">]><a>\(references)</a>")
    #expect(log.lines.reduce(0) { $0 + $1.utf8.count } < 1 << 21)
    #expect(log.problems.allSatisfy { $0.kind == .entityOfDocumentType(name: "a") })
  }

  @Test("Elements nest so deep and no deeper")
  func depth() {
    let most = XMLReader.deepest
    let deep = EventLog.read(String(repeating: "<a>", count: most))
    #expect(deep.problems.allSatisfy { $0.kind != .limit })
    let tooDeep = EventLog.read(String(repeating: "<a>", count: 50 * most))
    #expect(tooDeep.problems.last?.kind == .limit)
    #expect(tooDeep.problems.last?.isFatal == true)
    #expect(tooDeep.problems.last?.position.column == 3 * most + 1)
    #expect(tooDeep.lines.count { $0.contains("<a>") } == most)
  }

  @Test("Any bytes are read to an end, and tags are balanced")
  func anyBytes() {
    var random = SeededGenerator(seed: 20)
    let pieces = [
      "<", ">", "/", "=", "\"", "'", "&", ";", "#", "a", "b:c", " ", "\n", "<a>", "</a>",
      "<b c=\"d\">",
      "</b>", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "<!DOCTYPE a [", "<!ENTITY e \"f\">",
      "]>",
      "&e;", "&#7;", "“", "é", "<a b=c>", "</",
    ]
    for _ in 0..<2_000 {
      let document = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let whole = EventLog.read("<r>" + document)
      let parts = EventLog.read("<r>" + document, by: Int.random(in: 1...9, using: &random))
      #expect(whole.lines == parts.lines, "\(document.debugDescription)")
      #expect(whole.problemLines == parts.problemLines, "\(document.debugDescription)")
      let starts = whole.lines.count { $0.contains(" <") && !$0.contains(" \"") }
      let ends = whole.lines.count { $0.hasPrefix("</") }
      #expect(starts == ends, "\(document.debugDescription)")
    }
  }
}
