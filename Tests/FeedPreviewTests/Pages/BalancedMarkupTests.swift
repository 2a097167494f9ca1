import FeedXML
import TestSupport
import Testing

@testable import FeedPreview

@Suite("Balanced markup")
struct BalancedMarkupTests {
  @Test(
    "closes what is open, and drops what closes nothing",
    arguments: [
      ("", ""), ("text &amp; <em>more</em>", "text &amp; <em>more</em>"),
      ("<b>open", "<b>open</b>"), ("close</div></article>", "close"),
      ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</ul>"), ("<p>a<p>b", "<p>a<p>b"),
      ("<b><i>a</b>b</i>", "<b><i>a</i></b>b"),
      ("<br>a<img src=\"x>y\">", "<br>a<img src=\"x>y\">"),
      ("<table><tr><td>a</template></table></table>b", "<table><tr><td>a</table>b"),
      ("<A HREF=x>a", "<A HREF=x>a</A>"), ("<svg><path/></svg>", "<svg><path/></path></svg>"),
      ("a<!-- b --><unknown>c</unknown>", "ac"),
    ]
  )
  func balanced(fragment: String, expected: String) {
    #expect(BalancedMarkup(fragment).text == expected)
    #expect(BalancedMarkup(expected).text == expected)
  }

  @Test("loads what is here from here")
  func local() {
    let here = ["https://example.org/a?b&c": "/a\"b", "https://example.org/d": "/d"]
    func markup(_ fragment: String) -> String { BalancedMarkup(fragment) { here[$0] }.text }
    let picture = "<img alt='x' src=\"https://example.org/a?b&amp;c\" title=\"y\">"
    #expect(markup(picture) == "<img alt='x' src=\"/a&quot;b\" title=\"y\">")
    #expect(markup("<a href=\"https://example.org/d\">d</a>").contains("https://example.org/d"))
    #expect(
      markup("<img srcset=\"https://example.org/d 2x, https://example.org/d\">")
        == "<img srcset=\"/d 2x, /d\">"
    )
    let foreign = "<img srcset=\"https://example.org/d 2x, https://other.example/d\">"
    #expect(markup(foreign) == foreign)
  }

  @Test("of anything, a second time changes nothing, and time grows as the text does")
  func random() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "<b>", "</b>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "</div>", "<div>", "a",
      "<li>",
      "<svg>", "</svg>", "<br/>", "<a href='>'>", "</a>", "<", ">", "\"", "</template>",
    ]
    for _ in 0..<500 {
      let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let clean = HTMLCleaner(policy: .feed).clean(text, base: nil).html
      let once = BalancedMarkup(clean).text
      #expect(BalancedMarkup(once).text == once)
      #expect(!once.contains("template"))
    }
    let deep = String(repeating: "<div>", count: 100_000)
    #expect(BalancedMarkup(deep).text.utf8.count == 200 * "<div></div>".utf8.count)
  }
}
