import Testing

@testable import FeedFormats

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("Rivers & weirs", "Rivers & weirs", false),
    ("5 < 6 > 4", "5 < 6 > 4", false),
    ("How to use <div>", "How to use <div>", false),
    ("AT&T;", "AT&T;", false),
    ("a &copy b", "a &copy b", false),
    ("Tom &amp; Jerry&#8217;s", "Tom & Jerry’s", true),
    ("<div> &amp; <span>", "<div> & <span>", true),
    ("<i>Moby</i> Dick", "Moby Dick", true),
    ("One<br>two", "One two", true),
    ("&lt;b&gt;", "<b>", true),
    ("two\n  lines", "two lines", false),
  ])
  func lines(text: String, expected: String, isGuess: Bool) {
    let found = Array(text.utf8).withUnsafeBufferPointer {
      PlainText.line($0, .guessed, guesses: true)
    }
    #expect(found?.text == expected)
    #expect(found?.isGuess == isGuess)
  }

  @Test func nothingIsGuessedWhereThatIsNotWanted() {
    let text = Array("<b>a</b> &amp;".utf8)
    let found = text.withUnsafeBufferPointer { PlainText.line($0, .guessed, guesses: false) }
    #expect(found?.text == "<b>a</b> &amp;")
    #expect(found?.isGuess == false)
  }
}
