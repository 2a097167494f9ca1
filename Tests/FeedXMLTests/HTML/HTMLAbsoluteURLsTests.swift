import FeedModel
import FeedXML
import Testing

@Suite struct HTMLAbsoluteURLsTests {
  private func resolve(_ html: String) -> String? {
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      HTMLAbsoluteURLs.resolve(bytes) { BaseURL("https://weir.example/a/b?q") }
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("<a href=\"/x\">x</a>", "<a href=\"https://weir.example/x\">x</a>"),
    ("<A HREF='c?d=1&amp;e'>x</A>", "<A HREF='https://weir.example/a/c?d=1&amp;e'>x</A>"),
    ("<img src=i.png alt=a>", "<img src=\"https://weir.example/a/i.png\" alt=a>"),
    ("<img src=\"//cdn.example/i\">", "<img src=\"https://cdn.example/i\">"),
    (
      "<img srcset=\"a.png 1x, https://x.example/b.png 2x\">",
      "<img srcset=\"https://weir.example/a/a.png 1x, https://x.example/b.png 2x\">"
    ),
    ("é<a href=\"ü\">é</a>é", "é<a href=\"https://weir.example/a/ü\">é</a>é"),
  ])
  func relativeOnesAreResolved(html: String, expected: String) {
    #expect(resolve(html) == expected)
  }

  @Test(arguments: [
    "", "text", "<p>a</p>", "<a href=\"https://x.example/\">", "<a href=\"#x\">", "<a href=\"\">",
    "<a href=\"mailto:a@b\">", "<a href>", "<!-- <a href=\"/x\"> -->", "<a href=\"/x",
    "<img src=\"data:image/png;base64,AA==\">", "<a href=\"javascript:x()\">",
  ])
  func othersStay(html: String) { #expect(resolve(html) == nil) }

  @Test func withoutBaseNothingChanges() {
    let html = Array("<a href=\"/x\">".utf8)
    #expect(html.withUnsafeBufferPointer { HTMLAbsoluteURLs.resolve($0) { nil } } == nil)
  }
}
