import FeedXML
import Testing

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
}
