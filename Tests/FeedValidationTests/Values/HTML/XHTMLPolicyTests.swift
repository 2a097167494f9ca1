import Testing

@testable import FeedValidation

@Suite struct XHTMLPolicyTests {
  private func element(_ name: String, _ vocabulary: XHTMLPolicy.Vocabulary) -> [String] {
    var found: [String] = []
    Array(name.utf8).withUnsafeBufferPointer {
      XHTMLPolicy.checkElement($0, in: vocabulary) { found.append($0.rule.id) }
    }
    return found
  }

  private func attribute(
    _ name: String,
    _ value: String,
    of element: String = "b",
    in vocabulary: XHTMLPolicy.Vocabulary = .xhtml,
    hasBase: Bool = false
  ) -> [String] {
    var found: [String] = []
    let context = ValueContext(now: 0, hasBase: hasBase)
    Array(name.utf8).withUnsafeBufferPointer { name in
      Array(value.utf8).withUnsafeBufferPointer { value in
        Array(element.utf8).withUnsafeBufferPointer { element in
          XHTMLPolicy.checkAttribute(name, value, of: element, in: vocabulary, context) {
            found.append($0.rule.id)
          }
        }
      }
    }
    return found
  }

  @Test(
    arguments: [
      ("p", XHTMLPolicy.Vocabulary.xhtml, nil), ("video", .xhtml, nil), ("div", .xhtml, nil),
      ("script", .xhtml, "html-active-element"), ("meta", .xhtml, "html-active-element"),
      ("embed", .xhtml, "html-active-element"), ("iframe", .xhtml, "html-element-stripped"),
      ("my-part", .xhtml, "html-element-stripped"),
      ("scriptingNews", .xhtml, "html-element-unknown"),
      ("B", .xhtml, "html-element-unknown"), ("circle", .xhtml, "html-element-unknown"),
      ("linearGradient", .svg, nil), ("a", .svg, nil), ("feBlend", .svg, nil),
      ("lineargradient", .svg, "foreign-element-unknown"),
      ("bogus", .svg, "foreign-element-unknown"),
      ("script", .svg, "html-active-element"), ("foreignObject", .svg, "html-element-stripped"),
      ("mi", .mathML, nil), ("csymbol", .mathML, nil),
      ("mathml", .mathML, "foreign-element-unknown"),
      ("bogus", .mathML, "foreign-element-unknown"), ("", .svg, "foreign-element-unknown"),
    ] as [(String, XHTMLPolicy.Vocabulary, String?)]
  )
  func elements(_ name: String, _ vocabulary: XHTMLPolicy.Vocabulary, _ rule: String?) {
    #expect(element(name, vocabulary) == (rule.map { [$0] } ?? []))
  }

  @Test func attributes() {
    #expect(attribute("class", "x") == [])
    #expect(attribute("whatever", "x") == [])
    #expect(attribute("onclick", "go()") == ["html-event-handler"])
    #expect(attribute("ONCLICK", "go()") == ["html-event-handler"])
    #expect(attribute("onbug", "true") == ["html-attribute-like-handler"])
    #expect(attribute("on-click", "go") == [])
    #expect(attribute("one-link-mark", "1") == [])
    #expect(attribute("style", "bogus") == ["html-style-stripped"])
    #expect(attribute("style", "position:fixed") == ["html-style-dangerous"])
    #expect(attribute("href", "javascript:x", of: "a") == ["html-url-script"])
    #expect(attribute("href", "/x", of: "a") == ["html-url-relative"])
    #expect(attribute("href", "/x", of: "a", hasBase: true) == [])
    #expect(attribute("href", "/x", of: "link") == [])
    #expect(attribute("srcset", "/x 1x", of: "img") == ["html-url-relative"])
    #expect(attribute("viewBox", "0 0 1 1", of: "svg", in: .svg) == [])
    #expect(attribute("aria-label", "x", of: "svg", in: .svg) == [])
    #expect(attribute("xlink:href", "#x", of: "use", in: .svg) == [])
    #expect(attribute("bogus", "x", of: "svg", in: .svg) == ["foreign-attribute-unknown"])
    #expect(attribute("onload", "x", of: "svg", in: .svg) == ["html-event-handler"])
    #expect(attribute("displaystyle", "true", of: "math", in: .mathML) == [])
    #expect(attribute("bogus", "x", of: "mi", in: .mathML) == ["foreign-attribute-unknown"])
  }

  @Test func vocabulariesAreKnownByNamespace() {
    #expect(XHTMLPolicy.Vocabulary(namespace: "http://www.w3.org/1999/xhtml") == .xhtml)
    #expect(XHTMLPolicy.Vocabulary(namespace: "http://www.w3.org/2005/Atom") == nil)
  }
}
