import FeedFormats
import FeedModel
import Testing

@testable import FeedDiff

@Suite("Causes of other ids")
struct CauseTests {
  @Test(
    "are told by the ids",
    arguments: [
      ("http://a.example/p/1", "https://a.example/p/1", "scheme"),
      ("https://a.example/p/1", "https://b.example/p/1", "host"),
      ("http://a.example/p/1", "https://www.a.example/blog/1", "host"),
      ("https://a.example/p/1", "https://a.example/p/1/", "slash"),
      ("https://a.example/blog/one", "https://a.example/2024/one", "slug"),
      ("https://a.example/one", "https://a.example/one.html", "slug"),
      ("https://a.example/one?t=17000000", "https://a.example/one?t=17000099", "random"),
      ("https://a.example/?p=12", "https://a.example/one/", "slug"),
      ("17", "https://a.example/one/", "format"),
      ("https://a.example/one/", "tag:a.example,2024:one", "format"),
      ("tag:a.example,2024:one", "tag:b.example,2024:one", "host"),
      (
        "urn:uuid:6ba7b814-9dad-11d1-80b4-00c04fd430c8",
        "urn:uuid:7ba7b814-9dad-11d1-80b4-00c04fd430c8", "random"
      ),
      ("d41d8cd98f00b204e9800998ecf8427e", "e41d8cd98f00b204e9800998ecf8427e", "random"),
      ("the first post", "The First Post", "slug"),
    ]
  )
  func causes(old: String, new: String, expected: String) {
    var (old, new) = (old, new)
    let cause = old.withUTF8 { old in
      new.withUTF8 { ReidentificationCause.between(old, $0) }
    }
    #expect(cause.rawValue == expected)
  }

  @Test("one that stands behind most of them is told once")
  func summary() throws {
    var posts = SampleFeed.posts(20)
    let old = SampleFeed.rss(posts)
    for index in posts.indices {
      posts[index].id = posts[index].id.replacing("weir.example", with: "weir.test")
      posts[index].permalink = posts[index].id
    }
    let difference = try FeedDifference(old: old, new: SampleFeed.rss(posts))
    #expect(difference.summary.reidentified == 20)
    let summary = CauseSummary(difference)
    #expect(summary.cause == .host)
    #expect(summary.count == 20)
    #expect(summary.replacement?.before == "weir.example")
    #expect(summary.replacement?.after == "weir.test")
  }
}
