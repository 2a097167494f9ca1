import FeedFormats
import FeedModel
import Testing

@testable import FeedDiff

@Suite("Entries are recognized")
struct MatcherTests {
  /// What becomes of ten posts when each is edited in one way.
  private func difference(
    options: FeedDifference.Options = FeedDifference.Options(),
    _ edit: (inout Post) -> Void
  ) throws -> FeedDifference {
    var posts = SampleFeed.posts(10)
    let old = SampleFeed.rss(posts)
    for index in posts.indices { edit(&posts[index]) }
    return try FeedDifference(old: old, new: SampleFeed.rss(posts), options: options)
  }

  private func basis(_ edit: (inout Post) -> Void) throws -> Set<MatchBasis> {
    let difference = try difference(edit)
    #expect(difference.summary.reidentified == 10, "\(difference.summary)")
    return Set(difference.entries.compactMap(\.basis))
  }

  @Test("by their ids, whatever else changed")
  func byID() throws {
    let difference = try difference { post in
      post.title = "Another"
      post.permalink = "https://weir.example/another/"
      post.content = Content(html: "<p>All of it is new.</p>")
      post.published = nil
    }
    #expect(difference.summary.changed == 10)
    #expect(difference.entries.allSatisfy { $0.isIDReused })
  }

  @Test("by what a move leaves of their ids")
  func byAlias() throws {
    let moves: [(String, String)] = [
      ("https://weir.example/notes/", "http://weir.example/notes/"),
      ("https://weir.example/notes/", "https://www.weir.test:8080/notes/"),
    ]
    for (before, after) in moves {
      let basis = try basis { post in
        post.id = post.id.replacing(before, with: after)
        post.permalink = nil
        post.title = nil
      }
      #expect(basis == [.alias], "\(after)")
    }
    #expect(try basis { $0.id = String($0.id.dropLast()) } == [.alias])
    #expect(try basis { $0.id = $0.id.dropLast() + ".html" } == [.alias])
    #expect(try basis { $0.id += "?utm_source=feed" } == [.alias])
  }

  @Test("by link, file, title and day, and text")
  func byOthers() throws {
    #expect(try basis { $0.id = "urn:x:" + ($0.title ?? "") } == [.link])
    #expect(
      try basis { post in
        post.id = "urn:x:" + (post.title ?? "")
        post.permalink = "https://weir.example/" + String(post.title?.utf8.last ?? 0)
      } == [.title]
    )
    let long = String(repeating: "It rained, and the river rose. ", count: 10)
    var posts = SampleFeed.posts(3)
    for index in posts.indices { posts[index].content = Content(html: "<p>\(index) \(long)</p>") }
    let old = SampleFeed.rss(posts)
    for index in posts.indices {
      posts[index].id = "urn:x:\(index)"
      posts[index].permalink = "https://weir.example/x\(index)"
      posts[index].title = "Retitled \(index)"
      posts[index].content = Content(html: "<div>\(index) \(long)</div>")
    }
    let difference = try FeedDifference(old: old, new: SampleFeed.rss(posts))
    #expect(Set(difference.entries.compactMap(\.basis)) == [.text])
    #expect(difference.entries.allSatisfy { $0.isMarkupOnly })
  }

  @Test("by similarity only if guesses are wanted")
  func bySimilarity() throws {
    let long = (0..<60).map { "word\($0)" }.joined(separator: " ")
    func feed(_ id: String, _ title: String, _ text: String) -> FeedSnapshot {
      var post = Post(id: id)
      post.permalink = "https://weir.example/\(id)"
      post.title = title
      post.published = Timestamp(secondsSince1970: 1_700_000_000)
      post.content = Content(html: "<p>\(text)</p>")
      return SampleFeed.rss([post])
    }
    let old = feed("one", "The alder by the ford", long)
    let new = feed("two", "The alder at the ford", long + " more")
    #expect(try FeedDifference(old: old, new: new).summary.reidentified == 0)
    var options = FeedDifference.Options()
    options.guesses = true
    let guessed = try FeedDifference(old: old, new: new, options: options)
    #expect(guessed.summary.reidentified == 1)
    #expect(guessed.entries.first?.basis == .similarity)
  }

  @Test("a link that many share says nothing")
  func sharedLinks() throws {
    var posts = SampleFeed.posts(5)
    for index in posts.indices { posts[index].permalink = "https://weir.example/list" }
    let old = SampleFeed.rss(posts)
    posts[0].id = "urn:x:new"
    posts[0].title = "Another"
    posts[0].published = Timestamp(secondsSince1970: 1_800_000_000)
    posts[0].content = nil
    let difference = try FeedDifference(old: old, new: SampleFeed.rss(posts))
    #expect(difference.summary.reidentified == 0)
    #expect(difference.summary.added == 1)
  }

  @Test("entries that share an id are paired by link, content and order, and told of")
  func duplicates() throws {
    var posts = SampleFeed.posts(4)
    for index in posts.indices { posts[index].id = "urn:x:one" }
    let old = SampleFeed.rss(posts)
    let new = SampleFeed.rss(posts.reversed())
    let difference = try FeedDifference(old: old, new: new)
    #expect(difference.isEmpty)
    #expect(difference.duplicates == [DuplicateID(id: "urn:x:one", old: 4, new: 4)])
  }

  @Test("what ages out of a full feed is not removed, and what comes late is backfilled")
  func leftovers() throws {
    let posts = SampleFeed.posts(30)
    let window = try FeedDifference(
      old: SampleFeed.rss(Array(posts[5..<25])),
      new: SampleFeed.rss(Array(posts[0..<20]))
    )
    #expect(window.summary.added == 5)
    #expect(window.summary.agedOut == 5)
    #expect(window.summary.removed == 0)

    var fewer = Array(posts[0..<20])
    fewer.remove(at: 7)
    let removed = try FeedDifference(
      old: SampleFeed.rss(Array(posts[0..<20])),
      new: SampleFeed.rss(fewer)
    )
    #expect(removed.summary.removed == 1 && removed.summary.agedOut == 0)

    var options = FeedDifference.Options()
    options.limit = 10
    let smaller = try FeedDifference(
      old: SampleFeed.rss(Array(posts[0..<20])),
      new: SampleFeed.rss(Array(posts[0..<10])),
      options: options
    )
    #expect(smaller.summary.agedOut == 10 && !smaller.isOfTwoFeeds)

    let backfilled = try FeedDifference(
      old: SampleFeed.rss(Array(posts[0..<10])),
      new: SampleFeed.rss(Array(posts[0..<10]) + [posts[25]])
    )
    #expect(backfilled.summary.backfilled == 1 && backfilled.summary.added == 0)
  }

  @Test("two feeds are two feeds")
  func strangers() throws {
    let posts = SampleFeed.posts(20)
    let strangers = try FeedDifference(
      old: SampleFeed.rss(Array(posts[0..<10])),
      new: SampleFeed.rss(Array(posts[10..<20]))
    )
    #expect(strangers.isOfTwoFeeds)
  }
}
