import TestSupport
import Testing

@testable import FeedValidation

@Suite struct HTMLTypeTests {
  static let good = [
    "<p>One &amp; two</p>", "plain text, 1 < 2, AT&T, <3", "<br><br/><hr>",
    "<p>One<p>Two<ul><li>a<li>b</ul>", "<table><tr><td>1<td>2</table>",
    #"<a href="https://example.org/">x</a> <a href='mailto:a@b.c'>m</a> <a href='#fn1'>1</a>"#,
    #"<img src=" http://example.com/images/foo.jpg ">"#,
    #"<img src="https://e.org/a.jpg" srcset="https://e.org/a.jpg 1x, https://e.org/b.jpg 2x">"#,
    #"<img src="data:image/png;base64,AAAA" alt="">"#,
    #"<p class="x" id="y" data-z="1" aria-label="l" role="note" lang="de" itemprop="n">x</p>"#,
    "<figure><picture><source><img></picture><figcaption>x</figcaption></figure>",
    "<details><summary>x</summary><main><section><article>y</article></section></main></details>",
    #"<video controls poster="https://e.org/p.jpg"><track></video><audio></audio>"#,
    #"<svg viewBox="0 0 9 9"><title>t</title><filter/><use href='#a'/></svg>"#,
    "<math><mi>x</mi><mglyph/></math>", "<b><i>crossed</b></i>", "<!-- note --><p>x</p>",
    "<p>use &lt;p&gt;</p>", "How &lt;b&gt;x&lt;/b&gt; works",
    "<html><head></head><body>x</body></html>",
    #"<a on="x">y</a>"#, #"<a one-link-mark="1" on-click="x" on_click="x">y</a>"#, "&lt;3 forever",
    "",
  ]

  static let bad: [(String, [String])] = [
    (#"safe↓<script src="https://e.org/x.js"></script> text"#, ["html-active-element"]),
    (
      #"↓<meta http-equiv="refresh" content="0; url='http://example.com/'">"#,
      ["html-active-element"]
    ),
    ("↓<OBJECT></OBJECT>", ["html-active-element"]),
    (#"↓<?import namespace="xss" implementation="http://e.org/xss.htc">"#, ["html-active-element"]),
    ("↓<iframe></iframe>", ["html-element-stripped"]),
    ("<p>↓<lite-youtube>x</lite-youtube></p>", ["html-element-stripped"]),
    ("↓<scriptingNews>", ["html-element-unknown"]),
    (
      "mail ↓<me@example.org> or ↓<https://e.org>",
      ["html-element-unknown", "html-element-unknown"]
    ),
    (#"<a ↓onsubmit="doevil()">x</a>"#, ["html-event-handler"]),
    (#"<a ↓ONCLICK="doevil()">x</a>"#, ["html-event-handler"]),
    (#"<a ↓onboarding="1">x</a>"#, ["html-attribute-like-handler"]),
    (#"<a href="↓javascript:x()">x</a>"#, ["html-url-script"]),
    (#"<a href="↓ java&#115;cript:x()">x</a>"#, ["html-url-script"]),
    (#"<a href="↓data:text/html,x">x</a>"#, ["html-url-script"]),
    (#"<img src="↓/images/foo.jpg">"#, ["html-url-relative"]),
    (#"<img src="↓//e.org/foo.jpg">"#, ["html-url-relative"]),
    (#"<img src="https://e.org/" srcset="https://e.org/a 1x, ↓b.jpg 2x">"#, ["html-url-relative"]),
    (#"<a href=↓foo?a=b:c>x</a>"#, ["html-url-relative"]),
    (#"<b style="color: red; ↓position:absolute">x</b>"#, ["html-style-dangerous"]),
    (#"<b style="↓mso-highlight: yellow">x</b>"#, ["html-style-stripped"]),
    (#"<b style="↓&#97;&#110;&#121;: expression(1)">x</b>"#, ["html-style-dangerous"]),
    ("\n  ↓<a\n", ["html-unfinished"]),
    ("x ↓<!-- more", ["html-unfinished"]),
    ("x ↓<a href=\"y", ["html-unfinished"]),
    ("<p>↓<b>x</p>", ["html-nesting"]),
    ("<p>x</p>↓</div>", ["html-nesting"]),
    ("↓<a name='x'/>text", ["html-nesting"]),
    ("↓&lt;p&gt;One&lt;/p&gt;", ["html-escaped-twice"]),
    ("caf↓Ã©", ["characters-misdecoded"]),
  ]

  @Test(arguments: good) func nothingIsSaid(_ html: String) {
    #expect(findings(.html, Array(html.utf8)).map(\.message) == [])
  }

  @Test(arguments: bad) func problemsAreFoundWhereTheyAre(_ html: String, _ rules: [String]) {
    let value = MarkedValue(html)
    let found = findings(.html, value.bytes)
    #expect(found.map(\.rule.id) == rules, "\(found.map(\.message))")
    #expect(found.map(\.offset) == value.marks)
  }

  @Test func relativeURLsNeedNoMentionWithABase() {
    #expect(findings(.html, Array("<img src='/a.jpg'>".utf8), hasBase: true).isEmpty)
  }

  @Test func repeatedProblemsAreToldOnce() {
    let html = Array("<img src='/a'><img src='/b'><img src='/c'><script></script>".utf8)
    #expect(
      findings(.html, html).map(\.message) == [
        "has a relative URL in src of img: “/a” (3 times)", "contains the element script",
      ]
    )
  }

  @Test func messagesFollowTheNameOfAnElement() {
    for (html, _) in Self.bad {
      for finding in findings(.html, MarkedValue(html).bytes) {
        #expect(finding.message.first?.isLowercase == true, "\(finding.message)")
        #expect(finding.message.last != ".", "\(finding.message)")
      }
    }
  }

  @Test func problemsAreBounded() {
    var html: [UInt8] = []
    for number in 0..<10_000 { html += Array("<x\(number)><b>".utf8) }
    #expect(findings(.html, html).count <= 33)
  }

  @Test func anyBytesAreJudgedWithinTheirBounds() {
    for seed in UInt64(1)...3000 {
      var generator = SeededGenerator(seed: seed)
      let (text, _) = Self.bad[Int(seed) % Self.bad.count]
      let source = text.replacing("↓", with: "")
      let bytes = generator.mutated(
        source + Self.good[Int(seed) % Self.good.count],
        alphabet: Array("<>/=\"'&;:#()!-\\ pbaxs\u{C2}\u{83}".utf8)
      )
      for type in [ValueType.html, .plainText, .characterData, .undeclaredText] {
        for finding in findings(type, bytes) {
          #expect((0...bytes.count).contains(finding.offset), "seed \(seed)")
        }
      }
    }
  }
}
