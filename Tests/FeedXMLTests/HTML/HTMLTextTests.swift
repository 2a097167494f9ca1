import FeedXML
import Testing

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>Hello, <b>wor</b>ld!</p>", "Hello, world!"), ("<p>a</p><p>b</p>", "a b"),
    ("a<br>b<br/>c", "a b c"), ("  a \n\t b  ", "a b"), ("", ""), ("<p> </p>", ""),
    ("<td>a</td><td>b</td>", "a b"), ("<li>a<li>b", "a b"),
    ("a<script>x</script>b<style>y</style>c<title>t</title>d", "abcd"),
    ("<script>unclosed", ""), ("a<button>unclosed</p>b", "aunclosed b"), ("a<!-- x -->b", "ab"),
    ("&amp;lt; &lt;b&gt; &eacute;&#233;&#xe9; &copy; &copy2 &AMP;x", "&lt; <b> ééé © ©2 &x"),
    ("&nbsp;a&nbsp;&nbsp;b\u{A0}c&nbsp;", "a b c"), ("&unknown; &x & y &", "&unknown; &x & y &"),
    ("&#0; &#x110000; &#xD800; &#128;", "\u{FFFD} \u{FFFD} \u{FFFD} €"),
    ("&ngE; &NotEqualTilde;", "≧̸ ≂̸"),
    ("é 日本 😀", "é 日本 😀"), ("a < b", "a < b"), ("<svg><title>t</title><text>x</text></svg>y", "y"),
    ("x<math><mi>y</mi><annotation>z</annotation></math>", "xy"),
    ("<xmp><b>&amp;</xmp>", "<b>&amp;"),
    ("<img alt='no'>x<select><option>no</select>", "x"),
    ("<p>&Agrave;\u{C2}\u{85}</p>", "ÀÂ\u{85}"),
  ])
  func plainText(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test func cutsPlainTextAtCharacters() {
    #expect(HTMLText.plain("<b>Hello</b> world", maximumCharacters: 7) == "Hello w")
    #expect(HTMLText.plain("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", maximumCharacters: 2) == "👩‍👩‍👧‍👦👩‍👩‍👧‍👦")
    #expect(HTMLText.plain("e\u{301}e\u{301}x", maximumCharacters: 2) == "e\u{301}e\u{301}")
    #expect(HTMLText.plain("<b>e</b>\u{301}x", maximumCharacters: 1) == "e\u{301}")
    #expect(HTMLText.plain("abc", maximumCharacters: 0) == "")
    #expect(HTMLText.plain("abc", maximumCharacters: -1) == "")
  }

  @Test(arguments: [
    ("one two three", 3, "one two three"), ("one two three", 2, "one two…"),
    ("<p>one, two</p><p>three", 1, "one…"), ("one two.", 2, "one two."), ("", 3, ""),
    ("日本語の文章です。", 4, "日本語の…"), ("日本語", 3, "日本語"), ("Swift は 速い", 2, "Swift は…"),
    ("one - two", 2, "one - two"),
    ("one – “two” three", 2, "one – “two”…"), ("é è à", 2, "é è…"), ("(one) two", 1, "(one)…"),
    ("😀 one two", 2, "😀 one…"), ("one", 0, ""), ("a … b", 1, "a…"),
  ])
  func summariesByWords(html: String, words: Int, summary: String) {
    #expect(HTMLText.summary(of: html, words: words) == summary)
  }

  @Test(arguments: [
    ("one two three", 13, "one two three"), ("one two three", 12, "one two…"),
    ("one two three", 9, "one two…"), ("one two three", 8, "one two…"),
    ("one two three", 7, "one…"),
    ("one, two", 6, "one…"), ("incomprehensibilities", 6, "incom…"), ("日本語の文章です。", 5, "日本語の…"),
    ("日本語", 3, "日本語"), ("Swiftは速い言語", 8, "Swiftは速…"), ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦…"),
    ("한국어 블로그 글", 6, "한국어…"), ("a", 0, ""), ("a b", 1, ""), ("&lt;b&gt; &amp; c", 6, "<b> &…"),
  ])
  func summariesByCharacters(html: String, characters: Int, summary: String) {
    let actual = HTMLText.summary(of: html, characters: characters)
    #expect(actual == summary)
    #expect(actual.count <= characters)
  }

  @Test(arguments: [
    ("<p>x</p><h2>a <em>b</em></h2><h1>c</h1>", "a b"), ("<h1></h1><h2>a</h2>", "a"),
    ("<p>x</p>", nil),
    ("<h1>a", nil), ("<h1>Title<a class=headerlink href=#t>¶</a></h1>", "Title"),
    ("<script><h1>no</h1></script><h3>yes</h3>", "yes"),
    ("<h1><a class=anchor href=#t>Wrapped</a></h1>", "Wrapped"),
  ])
  func firstHeadings(html: String, heading: String?) {
    #expect(HTMLText.firstHeading(in: html) == heading)
  }

  @Test(arguments: [
    ("My Title", "<h1>My Title</h1>\n<p>x</p>", "<p>x</p>"),
    ("My Title", "\n<!-- c --><h2 id=x>my  <em>title</em></h2>x", "x"),
    ("My Title", "<h1>My Titles</h1>x", nil), ("My Title", "<p>y</p><h1>My Title</h1>x", nil),
    ("My Title", "y<h1>My Title</h1>x", nil),
    ("It's \"so\" - yes...", "<h1>It’s “so” — yes…</h1>x", "x"),
    ("A & B < C", "<h1>A &amp; B &lt; C</h1>x", "x"), ("&amp;", "<h1>&amp;amp;</h1>x", "x"),
    ("T", "<h1><a class=anchor href=#t>#</a>T</h1>x", "x"), ("T", "<h1>T #</h1>x", "x"),
    ("C#", "<h1>C#</h1>x", "x"), ("C", "<h1>C#</h1>x", nil), ("T", "<h1>T", nil),
    ("T", "<h1>T<h2>x</h2>", nil), ("T", "<header><h1>T</h1></header>x", nil),
    ("", "<h1></h1>x", "x"),
  ])
  func leadingHeadings(title: String, html: String, rest: String?) {
    #expect(HTMLText.droppingLeadingHeading(equalTo: title, in: html) == rest ?? html)
  }
}
