import Testing

@testable import FeedPreview

@Suite("Paths of requests")
struct RequestPathTests {
  @Test(
    "lead down",
    arguments: [
      ("/", [], true), ("/feed.xml", ["feed.xml"], false), ("/tags/a/", ["tags", "a"], true),
      ("/a%20b/%C3%A5.xml", ["a b", "å.xml"], false), ("/a?page=2", ["a"], false),
      ("/..a/b..", ["..a", "b.."], false), ("/a\\..\\b", ["a\\..\\b"], false),
    ]
  )
  func good(target: String, names: [String], isFolder: Bool) {
    let path = RequestPath(target)
    #expect(path?.names == names)
    #expect(path?.isFolder == isFolder)
  }

  @Test(
    "never lead up, and have no names that no file has",
    arguments: [
      "", "feed.xml", "*", "http://localhost/feed.xml", "/..", "/../etc/passwd", "/a/../../b",
      "/./a",
      "/%2e%2e/etc/passwd", "/%2E%2e%2fetc", "/a%2Fb", "/a//b", "//evil.example/", "/a%00", "/a%0a",
      "/%zz", "/a%", "/a%4", "/%ff", "/%c0%ae%c0%ae/a", "/a%7f",
    ]
  )
  func bad(target: String) { #expect(RequestPath(target) == nil) }

  @Test("have a query, of which the first value of a name counts")
  func query() {
    let path = RequestPath("/a?page=2&show=changes&page=3&x=%41+b&flag")
    #expect(path?.query == ["page": "2", "show": "changes", "x": "A+b", "flag": ""])
  }

  @Test("are encoded so that they come back")
  func encoded() {
    let name = "tags/a b?#%&<\"å/feed.xml"
    let encoded = RequestPath.encoded(name)
    #expect(encoded == "tags/a%20b%3F%23%25%26%3C%22%C3%A5/feed.xml")
    #expect(RequestPath("/" + encoded)?.joined == name)
  }
}
