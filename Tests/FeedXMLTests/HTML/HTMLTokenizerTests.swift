import FeedXML
import Testing

@Suite struct HTMLTokenizerTests {
  @Test(arguments: [
    ("a<b>c</b>", "text(a) start(b) text(c) end(b)"),
    ("<A HREF='x' b=c/d e F>", "start(A HREF='x' b=c/d e F)"),
    ("<br/><br / ><br a=b/>", "start(br /) start(br) start(br a=b/)"),
    ("<a b=\">\"c='\"'>", "start(a b=\">\" c='\"')"),
    ("<a b = c  d=\"\" e=>", "start(a b=c d=\"\" e=)"),
    ("<a =b =c==d>", "start(a =b=c==d)"),
    ("a < b <3 <= <> <", "text(a < b <3 <= <> <)"),
    ("<<b>", "text(<) start(b)"),
    ("a</", "text(a</)"), ("</>x", "bogusComment(</>) text(x)"), ("</3>", "bogusComment(</3>)"),
    ("<!-- a -- b --> c", "comment(<!-- a -- b -->) text( c)"),
    ("<!-->a", "comment(<!-->) text(a)"), ("<!--->a", "comment(<!--->) text(a)"),
    ("<!---->a", "comment(<!---->) text(a)"), ("<!--a--!>b", "comment(<!--a--!>) text(b)"),
    ("<!--a-->-->", "comment(<!--a-->) text(-->)"), ("<!--a", "comment(<!--a)!"),
    ("<!DocType html>x", "doctype(<!DocType html>) text(x)"),
    ("<![CDATA[a]]>b", "cdata(<![CDATA[a]]>) text(b)"),
    ("<!x>", "bogusComment(<!x>)"), ("<?x y?>", "bogusComment(<?x y?>)"),
    ("<!", "bogusComment(<!)!"),
    ("<a href=\"x>y", "unterminated(<a href=\"x>y)!"), ("x<a", "text(x) unterminated(<a)!"),
    ("<script>a<b></i></script >c", "start(script) raw(a<b></i>) end(script) text(c)"),
    ("<script></script>", "start(script) end(script)"),
    (
      "<script><!--<script></script>--></script>x",
      "start(script) raw(<!--<script></script>-->) end(script) text(x)"
    ),
    ("<script><!--<script>--></script>x", "start(script) raw(<!--<script>-->) end(script) text(x)"),
    ("<script><!--></script>x", "start(script) raw(<!-->) end(script) text(x)"),
    ("<STYLE></styled></style>", "start(STYLE) raw(</styled>) end(style)"),
    (
      "<title><b></title><textarea><p></textarea>",
      "start(title) raw(<b>) end(title) start(textarea) raw(<p>) end(textarea)"
    ),
    (
      "<iframe><p></iframe><noscript><p></noscript>",
      "start(iframe) raw(<p>) end(iframe) start(noscript) start(p) end(noscript)"
    ),
    ("<xmp><p>", "start(xmp) raw(<p>)!"),
    (
      "<svg><script/><b/></svg><script/>x",
      "start(svg) start(script /) start(b /) end(svg) start(script /) raw(x)!"
    ),
    ("</p a=b>", "end(p a=b)"), ("&amp;<p>&lt;", "text(&amp;) start(p) text(&lt;)"),
    ("", ""),
  ])
  func tokens(html: String, expected: String) {
    #expect(Self.describe(html) == expected)
  }

  /// Tokens lie side by side and cover every byte of any input.
  @Test func tokensCoverTheInput() {
    var generator = SoupGenerator(state: 7)
    let alphabet = Array("<>/!-='\"ab ?[]&\u{0}é".unicodeScalars)
    for _ in 0..<20_000 {
      let seed = generator.state
      var text = ""
      for _ in 0..<generator.below(24) {
        text.unicodeScalars.append(alphabet[generator.below(alphabet.count)])
      }
      text.withUTF8 { bytes in
        var tokenizer = HTMLTokenizer(bytes)
        var end = 0
        while tokenizer.advance() {
          let range = tokenizer.token.range
          #expect(range.lowerBound == end && !range.isEmpty, "seed \(seed)")
          end = range.upperBound
        }
        #expect(end == bytes.count, "seed \(seed)")
      }
    }
  }

  @Test func attributesAreLimited() {
    var html = "<a" + String(repeating: " b", count: 5_000) + ">"
    html.withUTF8 { bytes in
      var tokenizer = HTMLTokenizer(bytes)
      let hasToken = tokenizer.advance()
      #expect(hasToken)
      #expect(tokenizer.attributes.count == HTMLTokenizer.attributeLimit)
      #expect(tokenizer.token.range == 0..<bytes.count)
    }
    let cleaned = HTMLCleaner(policy: .feed).clean(html + "x", base: nil).html
    #expect(cleaned == "<a" + String(repeating: " b", count: HTMLTokenizer.attributeLimit) + ">x")
  }

  private static func describe(_ html: String) -> String {
    var copy = html
    return copy.withUTF8 { bytes in
      func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      var tokenizer = HTMLTokenizer(bytes)
      var result: [String] = []
      while tokenizer.advance() {
        let token = tokenizer.token
        var attributes = ""
        for attribute in tokenizer.attributes {
          attributes += " " + text(attribute.name)
          switch attribute.quote {
          case .noValue: break
          case .unquoted: attributes += "=" + text(attribute.value)
          case .single: attributes += "='" + text(attribute.value) + "'"
          case .double: attributes += "=\"" + text(attribute.value) + "\""
          }
        }
        let mark = token.isUnclosed ? "!" : ""
        switch token.kind {
        case .startTag:
          result.append("start(\(text(token.name))\(attributes)\(token.isSelfClosing ? " /" : ""))")
        case .endTag: result.append("end(\(text(token.name))\(attributes))")
        case .text:
          result.append("\(token.isRawText ? "raw" : "text")(\(text(token.range)))\(mark)")
        default: result.append("\(token.kind)(\(text(token.range)))\(mark)")
        }
      }
      return result.joined(separator: " ")
    }
  }
}
