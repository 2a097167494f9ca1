import FeedModel
import FeedXML
import Testing

@Suite struct HTMLCleanerTests {
  @Test func reportsWhatItDid() {
    let html = """
      <!-- c --><script>x</script><SCRIPT>y</SCRIPT><form>z</form><p onclick=x style=y>a</p>
      <a href="javascript:x">b</a><iframe src="https://ex.org/"></iframe><img src="https://ex.org/i">
      <h1>t<a class=anchor href=#t>#</a></h1><button>
      """
    let report = HTMLCleaner(policy: .feed).clean(html, base: nil).report
    var expected = HTMLCleaner.Report()
    expected.removedElements = ["script": 2, "iframe": 1, "button": 1]
    expected.unwrappedElements = ["form": 1]
    expected.removedComments = 1
    expected.removedAttributes = 3
    expected.dangerousURLs = 1
    expected.iframesLinked = 1
    expected.headingAnchors = 1
    expected.unclosed = 1
    expected.containsImages = true
    #expect(report == expected)
  }

  @Test func leavesReferencesWithoutBase() {
    let html = "<a href='/a?b&amp;c'>x</a> <img srcset='a 1x'> <a href='javascript:x'>y</a>"
    let cleaned = HTMLCleaner(policy: .feed).clean(html, base: nil).html
    #expect(cleaned == "<a href='/a?b&amp;c'>x</a> <img srcset='a 1x'> <a>y</a>")
  }

  @Test func prefixesFootnotesWithoutBase() {
    let html = "<a href=\"#fn-1\" id=\"fnref-1\">1</a><p id=fn-1>"
    let cleaned = HTMLCleaner(policy: .feed).clean(html, base: nil, anchorPrefix: "a&b-").html
    #expect(
      cleaned == "<a href=\"#a&amp;b-fn-1\" id=\"a&amp;b-fnref-1\">1</a><p id=\"a&amp;b-fn-1\">"
    )
  }

  @Test(arguments: [
    ("https://player.vimeo.com/x", true), ("//www.youtube.com/x", true),
    ("https://youtube.com", true),
    ("https://notyoutube.com/", false), ("https://youtube.com.evil.example/", false), ("/x", false),
  ])
  func keepsFramesOfHosts(source: String, isKept: Bool) {
    var policy = HTMLCleaner.Policy()
    policy.frameHosts = ["youtube.com", "player.vimeo.com"]
    let html = "<iframe src=\"\(source)\"></iframe>"
    let cleaned = HTMLCleaner(policy: policy).clean(html, base: BaseURL("https://ex.org/")).html
    #expect(cleaned.hasPrefix("<iframe") == isKept)
  }

  @Test func appendsToTheOutput() {
    var output = Array("before ".utf8)
    var html = "<b>x</b>"
    let report = html.withUTF8 {
      HTMLCleaner(policy: .feed).clean($0, base: nil, anchorPrefix: nil, into: &output)
    }
    #expect(String(decoding: output, as: UTF8.self) == "before <b>x</b>")
    #expect(report == HTMLCleaner.Report())
  }
}
