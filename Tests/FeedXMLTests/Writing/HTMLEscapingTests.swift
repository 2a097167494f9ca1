import FeedXML
import Testing

@Suite struct HTMLEscapingTests {
  @Test(arguments: [
    ("", ""), ("plain é 東京", "plain é 東京"), ("a < b & c", "a &lt; b &amp; c"),
    ("\"q\" 'a'", "&quot;q&quot; 'a'"), ("&amp;", "&amp;amp;"), ("a\r\n\tb", "a\r\n\tb"),
    ("<b>", "&lt;b&gt;"),
  ]) func text(_ text: String, isShownBy html: String) {
    #expect(HTMLEscaping.escape(text) == html)
  }
}
