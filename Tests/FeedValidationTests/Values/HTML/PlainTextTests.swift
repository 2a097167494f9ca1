import Testing

@testable import FeedValidation

@Suite struct PlainTextTests {
  static let text = [
    "a < b", "<3", "I <3 you", "a < b && c > d || e <= f", "AT&T", "Q&A", "R&D", "1&1", "A & B",
    "Bill & Ted",
    "W&H; and more", "ATT&CK", "<", "&", "x &; y", "<-- here", "-> there <-", "5 << 3",
  ]

  static let ambiguous = [
    "Use the ↓<video> tag", "vector↓<int>", "Nice ↓<gorilla>", "&↓<a", "&↓</", "alpha↓&omega",
    "↓&#0", "John ↓<john@example.org>", "↓<br>", "2 ↓<i and", "a↓<b && c>d",
  ]

  static let markup = [
    "↓<b>One</b>", "x ↓<i>y</i> z", "↓<br/>", "a↓<br>b<br>c", "↓<a href=\"x\">", "f↓&uuml;r",
    "Lo↓&#239;c",
    "alpha↓&#x26;omega", "text ↓&amp; text", "↓&copy; 2005", "↓<b>;Invalid</b>", "↓</p>",
    "↓<IMG SRC='x'>", "tom ↓&nbsp;jerry",
  ]

  @Test(arguments: text) func textIsText(_ text: String) {
    for type in [ValueType.plainText, .characterData, .undeclaredText] {
      #expect(findings(type, Array(text.utf8)).map(\.message) == [])
    }
  }

  @Test(arguments: ambiguous) func doubtsConcernRSSOnly(_ text: String) {
    let value = MarkedValue(text)
    #expect(findings(.plainText, value.bytes).isEmpty)
    #expect(findings(.undeclaredText, value.bytes).isEmpty)
    let found = findings(.characterData, value.bytes)
    #expect(found.map(\.rule.id) == ["text-markup-ambiguous"])
    #expect(found.map(\.offset) == value.marks)
  }

  @Test(arguments: markup) func markupIsFound(_ text: String) {
    let value = MarkedValue(text)
    for (type, rule) in [
      (ValueType.plainText, "text-contains-html"), (.characterData, "text-contains-html"),
      (.undeclaredText, "text-html-undeclared"),
    ] {
      let found = findings(type, value.bytes)
      #expect(found.map(\.rule.id) == [rule])
      #expect(found.map(\.offset) == value.marks)
    }
  }

  @Test func referencesAreReplacedWhereNothingElseIsInDoubt() {
    func replacement(_ text: String) -> String? {
      findings(.plainText, Array(text.utf8)).first?.replacement
    }
    #expect(replacement("Zimmer f&uuml;r 5 &#8364;") == "Zimmer für 5 €")
    #expect(replacement("a &lt;b&gt; c") == nil)
    #expect(replacement("<b>x</b>") == nil)
  }

  @Test func hexadecimalReferencesAreBeyondDoubt() {
    let title = Array("Nice <gorilla> & the &amp; entity".utf8)
    var found: [ValueFinding] = []
    title.withUnsafeBufferPointer {
      PlainText.check($0, .characterData, isHexadecimal: { _ in true }) { found.append($0) }
    }
    #expect(found.isEmpty)
    for (document, isHexadecimal) in [
      ("&#x3C;", true), ("&#x26;b", true), ("&#38;", false), ("&lt;", false), ("&#x;", false),
      ("&#x26", false), ("<", false), ("", false),
    ] {
      Array(document.utf8).withUnsafeBufferPointer {
        #expect(PlainText.isHexadecimalReference($0, at: 0) == isHexadecimal)
      }
    }
  }

  @Test func escapedMarkupIsKnown() {
    #expect(HTMLMarkup.isEscapedMarkup("Some <b>bold</b> text.".utf8))
    #expect(HTMLMarkup.isEscapedMarkup("\n<p>This</p>".utf8))
    #expect(!HTMLMarkup.isEscapedMarkup("Hello, weblog world! 2 < 4!".utf8))
  }

  @Test func documentsAreKnown() {
    for (html, isDocument) in [
      ("<!DOCTYPE html><html><body>x", true), ("<HTML lang=de>", true), ("<p>x</p>", false),
      ("x", false), ("<p><html>", false),
    ] {
      Array(html.utf8).withUnsafeBufferPointer {
        #expect(HTMLMarkup.isDocument($0) == isDocument)
      }
    }
  }
}
