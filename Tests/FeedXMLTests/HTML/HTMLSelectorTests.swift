import FeedXML
import Testing

@Suite struct HTMLSelectorTests {
  @Test(arguments: [
    ("p", "<p>x</p>", true), ("P", "<p>x</p>", true), ("p", "<pre>x</pre>", false),
    ("*", "<b>x</b>", true), (".a", "<p class='b a'>x</p>", true),
    (".a", "<p class=ab>x</p>", false),
    (".A", "<p class=a>x</p>", false), (".a.b", "<p class='b a'>x</p>", true),
    (".a.b", "<p class=a>x</p>", false), ("#i", "<p id=i>x</p>", true),
    ("p#i.c", "<p class=c id=i>x</p>", true), ("b#i.c", "<p class=c id=i>x</p>", false),
    ("[hidden]", "<p hidden>x</p>", true), ("[HIDDEN]", "<p hidden=''>x</p>", true),
    ("[a=b]", "<p a=b>x</p>", true), ("[a=b]", "<p a='b c'>x</p>", false),
    ("[a = 'b c']", "<p a='b c'>x</p>", true), ("[a~=c]", "<p a='b c'>x</p>", true),
    ("[lang|=en]", "<p lang=en-GB>x</p>", true), ("[lang|=en]", "<p lang=eng>x</p>", false),
    ("[a^=b]", "<p a=bc>x</p>", true), ("[a^='']", "<p a=bc>x</p>", false),
    ("[a$=\"c\"]", "<p a=bc>x</p>", true), ("[a*=c]", "<p a=bcd>x</p>", true),
    ("[a='<b>']", "<p a='&lt;b&gt;'>x</p>", true), ("i, p , b", "<p>x</p>", true),
    ("my-element[a]", "<my-element a>x</my-element>", true), (".a\\:b", "<p class=a:b>x</p>", true),
    ("a-name-of-more-than-sixteen-bytes", "<a-name-of-more-than-sixteen-bytes>x</p>", true),
  ])
  func matches(selector: String, html: String, isMatch: Bool) throws {
    var policy = HTMLCleaner.Policy()
    policy.unlistedElements = .keep
    policy.removedSelectors = [try HTMLSelector(parsing: selector)]
    let report = HTMLCleaner(policy: policy).clean(html, base: nil).report
    #expect(report.removedElements.isEmpty != isMatch)
  }

  @Test(arguments: [
    ("", 0, "expected a selector"), ("a,", 2, "expected a selector"),
    (",a", 0, "expected a selector, found \",\""), (".", 1, "expected a class after \".\""),
    ("#", 1, "expected an id after \"#\""),
    ("a > b", 2, "combinators such as \">\" are not supported"),
    ("a b", 2, "descendant combinators are not supported; separate selectors with commas"),
    ("a:hover", 1, "pseudo-classes and pseudo-elements are not supported"),
    ("[a", 2, "expected \"]\" or an operator such as \"=\" or \"^=\""),
    ("[a^b]", 3, "expected \"=\""),
    ("[a='b]", 3, "the quoted value does not end"), ("[a=]", 3, "expected a value"),
    ("[a=b c]", 5, "expected \"]\""), ("[]", 1, "expected an attribute name after \"[\""),
    ("a%", 1, "unexpected \"%\""),
  ])
  func faults(text: String, offset: Int, message: String) {
    let error = #expect(throws: HTMLSelector.ParseError.self) { try HTMLSelector(parsing: text) }
    #expect(error?.offset == offset)
    #expect(error?.message == message)
  }
}
