import FeedFormats
import FeedModel
import TestSupport
import Testing

@Suite struct AtomIRITests {
  @Test(arguments: [
    ("https://weir.example/a", "https://weir.example/a"),
    ("tag:weir.example,2024:1", "tag:weir.example,2024:1"),
    ("urn:uuid:1", "urn:uuid:1"), ("https://weir.example/ä", "https://weir.example/ä"),
    ("5", "urn:tidings:5"), ("/a/b", "urn:tidings:%2Fa/b"), ("a b", "urn:tidings:a%20b"),
    ("a%20b", "urn:tidings:a%2520b"), ("Note: a post", "urn:tidings:Note:%20a%20post"),
    ("a#b?c", "urn:tidings:a%23b%3Fc"), ("ä", "urn:tidings:%C3%A4"), ("", "urn:tidings:"),
    ("https://weir.example/a b", "urn:tidings:https://weir.example/a%20b"),
    ("x:\u{1}", "urn:tidings:x:%01"),
  ]) func id(_ id: String, becomes expected: String) {
    #expect(AtomIRI.id(for: id) == expected)
    #expect(AtomIRI.originalID(of: expected) == id)
  }

  /// No two ids become one.
  @Test func idsComeBack() {
    var random = SeededGenerator(seed: .random(in: 0...UInt64.max))
    for _ in 0..<500 {
      let id = NastyText.random(&random)
      #expect(isSame(AtomIRI.originalID(of: AtomIRI.id(for: id)), id), "seed \(random.seed)")
    }
  }

  @Test func linksKeepOtherScripts() throws {
    let example = Case.with(post: { $0.permalink = "https://weir.example/東京 |ä|\u{1}%20" })
    #expect(
      try example.atomEntry()["atom:link"]?.attributes["href"]
        == "https://weir.example/東京%20%7Cä%7C%01%20"
    )
    #expect(
      try example.rssItem()["link"]?.text
        == "https://weir.example/%E6%9D%B1%E4%BA%AC%20%7C%C3%A4%7C%01%20"
    )
  }
}
