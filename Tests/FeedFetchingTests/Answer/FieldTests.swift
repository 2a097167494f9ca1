import FeedModel
import Testing

@testable import FeedFetching

@Suite struct FieldTests {
  @Test(arguments: [
    ("text/xml", "text/xml", nil),
    ("Application/RSS+XML; Charset=UTF-8", "application/rss+xml", "UTF-8"),
    (#"text/xml;charset="iso-8859-1""#, "text/xml", "iso-8859-1"),
    (#"text/xml; a="; charset=x"; charset = utf-8 ; b"#, "text/xml", "utf-8"),
    ("text/xml; charset=a; charset=b", "text/xml", "a"),
    ("text/xml; charset=", "text/xml", nil),
    (#"text/xml; charset="ab\"c"#, "text/xml", #"ab"c"#),
    ("text/xml;;", "text/xml", nil),
  ])
  func contentTypes(value: String, mediaType: String, charset: String?) {
    #expect(ContentType(value)?.mediaType == mediaType)
    #expect(ContentType(value)?.charset == charset)
  }

  @Test(arguments: ["", "xml", "/xml", "text/", "a/b/c", "text/xml, text/xml", ";charset=x"])
  func noContentTypes(value: String) {
    #expect(ContentType(value) == nil)
  }

  @Test func links() {
    let links = WebLinks(
      [
        #"<https://hub.example/a>; rel="hub", </feed>; title="a, b; rel=hub"; rel="alternate SELF""#,
        #"garbage, <b>;rel=hub , <https://hub.example/a>; rel=hub, , <c>"#,
        #"<x>; rel=hub; anchor="/elsewhere""#,
        #"<y>; rel=next; rel=hub"#,
        #"<unfinished"#,
        #"<z>; rel="hub"#,
      ],
      base: "https://weir.example/feeds/rss"
    )
    #expect(links.selfLink == "https://weir.example/feed")
    #expect(
      links.hubs == [
        "https://hub.example/a", "https://weir.example/feeds/b", "https://weir.example/feeds/z",
      ]
    )
  }

  @Test func hubsAreLimited() {
    let value = (0..<1000).map { "</\($0)>; rel=hub" }.joined(separator: ", ")
    #expect(WebLinks([value], base: "https://weir.example/").hubs.count == 100)
  }

  @Test func retryAfter() throws {
    #expect(RetryAfter("120") == .seconds(120))
    #expect(RetryAfter("99999999999999999999999") == .seconds(.max))
    let date = try #require(RetryAfter("Fri, 31 Dec 1999 23:59:59 GMT"))
    #expect(date.seconds(from: 946_684_790) == 9)
    #expect(date.seconds(from: 1_700_000_000) == 0)
    #expect(date.seconds(from: .min) == 0)
    for value in ["", "-1", "1.5", "soon", "12s"] { #expect(RetryAfter(value) == nil, "\(value)") }
  }

  @Test func fieldsComeAsTheyAre() {
    var fields = HeaderFields()
    for line in ["ETag:\t \"a\" ", "no field", ": no name", "X:1", "x: 2", "\t3", " ", "E:"] {
      Array(line.utf8).withUnsafeBufferPointer { fields.add(line: $0) }
    }
    [UInt8]([0x45, 0x74, 0x3A, 0xFF, 0xC3, 0xA9]).withUnsafeBufferPointer { fields.add(line: $0) }
    #expect(fields["etag"] == "\"a\"")
    #expect(fields[all: "X"] == ["1", "2 3"])
    #expect(fields["e"] == "")
    #expect(fields["none"] == nil)
    #expect(fields.opaque("et") == "\u{FF}\u{C3}\u{A9}")
    #expect(fields["et"] == "\u{FFFD}é")
  }
}
