import FeedFormats
import FeedModel
import Testing

@testable import FeedDiff

@Suite("What holds of every diff", .timeLimit(.minutes(15)))
struct DiffPropertyTests {
  private func described(_ difference: FeedDifference) -> String {
    difference.entries.prefix(3).map {
      "\($0.kind) \(difference.id(of: $0)) \($0.fields.fields)"
    }.joined(separator: "; ") + " \(difference.feedFields)"
  }

  @Test("a feed and itself do not differ")
  func identity() {
    withSeeds(60) { random in
      let posts = random.posts(0...20)
      for format in FeedFormat.allCases {
        let feed = SampleFeed.snapshot(posts, as: format)
        let difference = try FeedDifference(old: feed, new: feed)
        try Violation.unless(difference.isEmpty, described(difference))
        try Violation.unless(difference.feedFields.isEmpty, described(difference))
        try Violation.unless(difference.summary.unchanged == posts.count, "\(difference.summary)")
      }
    }
  }

  @Test("the same posts in another order differ in order alone")
  func order() {
    withSeeds(60) { random in
      let posts = random.posts(2...20)
      let shuffled = posts.shuffled(using: &random.random)
      let difference = try FeedDifference(
        old: SampleFeed.rss(posts),
        new: SampleFeed.rss(shuffled)
      )
      try Violation.unless(difference.isEmpty, described(difference))
      let expected: [FeedField] = posts.map(\.id) == shuffled.map(\.id) ? [] : [.order]
      try Violation.unless(difference.feedFields == expected, described(difference))
    }
  }

  @Test("the same posts in other formats do not differ")
  func acrossFormats() {
    withSeeds(100) { random in
      let posts = random.posts(1...10)
      let feeds = FeedFormat.allCases.map { SampleFeed.snapshot(posts, as: $0) }
      for (index, old) in feeds.enumerated() {
        for new in feeds[(index + 1)...] {
          for (old, new) in [(old, new), (new, old)] {
            let difference = try FeedDifference(old: old, new: new)
            try Violation.unless(
              difference.isEmpty,
              "\(old.kind.name) \(new.kind.name): \(described(difference))"
            )
          }
        }
      }
    }
  }

  @Test("forwards and backwards are mirror images")
  func mirror() {
    withSeeds(100) { random in
      let old = random.posts(1...20)
      let new = edited(old, &random)
      let forth = try FeedDifference(old: SampleFeed.rss(old), new: SampleFeed.rss(new))
      let back = try FeedDifference(old: SampleFeed.rss(new), new: SampleFeed.rss(old))
      let (one, other) = (forth.summary, back.summary)
      try Violation.unless(one.changed == other.changed, "\(one) \(other)")
      try Violation.unless(one.reidentified == other.reidentified, "\(one) \(other)")
      try Violation.unless(one.unchanged == other.unchanged, "\(one) \(other)")
      try Violation.unless(
        one.added + one.backfilled == other.removed + other.agedOut,
        "\(one) \(other)"
      )
      try Violation.unless(
        Set(forth.pairs.map { [$0.old, $0.new] }) == Set(back.pairs.map { [$0.new, $0.old] }),
        "pairs"
      )
    }
  }

  @Test("the totals add up, and every entry is told once")
  func totals() {
    withSeeds(100) { random in
      let old = random.posts(0...20)
      let new = edited(old, &random)
      let difference = try FeedDifference(old: SampleFeed.rss(old), new: SampleFeed.rss(new))
      let sum = difference.summary
      let matched = sum.unchanged + sum.changed + sum.reidentified
      try Violation.unless(old.count == matched + sum.removed + sum.agedOut, "\(sum)")
      try Violation.unless(new.count == matched + sum.added + sum.backfilled, "\(sum)")
      try Violation.unless(
        difference.entries.count == old.count + new.count - matched - sum.unchanged,
        "\(sum)"
      )
      let olds = difference.entries.compactMap(\.old)
      let news = difference.entries.compactMap(\.new)
      try Violation.unless(Set(olds).count == olds.count, "an old entry twice")
      try Violation.unless(Set(news).count == news.count, "a new entry twice")
    }
  }

  @Test("so many other ids, so many re-identified entries")
  func reidentified() {
    withSeeds(60) { random in
      var posts = random.posts(1...20)
      let old = SampleFeed.rss(posts)
      let count = Int.random(in: 0...posts.count, using: &random.random)
      for index in posts.indices.shuffled(using: &random.random).prefix(count) {
        posts[index].id = "urn:example:\(index)"
      }
      let difference = try FeedDifference(old: old, new: SampleFeed.rss(posts))
      try Violation.unless(
        difference.summary.reidentified == count,
        "\(count) \(difference.summary)"
      )
      try Violation.unless(difference.summary.changed == 0, "\(difference.summary)")
    }
  }

  @Test("ten thousand entries of one title, link and date stay apart, and take no time")
  func equalTitles() throws {
    let posts = (0..<10_000).map { number in
      var post = Post(id: "urn:example:old:\(number)")
      post.title = "Untitled"
      post.permalink = "https://weir.example/"
      post.published = Timestamp(secondsSince1970: 1_700_000_000)
      return post
    }
    let others = posts.map { post in
      var post = post
      post.id = post.id.replacing("old", with: "new")
      return post
    }
    let difference = try FeedDifference(old: SampleFeed.rss(posts), new: SampleFeed.rss(others))
    #expect(difference.summary.reidentified == 0)
    #expect(difference.summary.removed == 10_000)
    #expect(difference.isOfTwoFeeds)
    var same = posts
    for index in same.indices { same[index].id = "urn:example:one" }
    let equal = SampleFeed.rss(same)
    #expect(try FeedDifference(old: equal, new: equal).isEmpty)
  }

  /// What happens to a feed between two builds.
  private func edited(_ posts: [Post], _ random: inout RandomPosts) -> [Post] {
    var edited: [Post] = []
    for var post in posts {
      switch Int.random(in: 0..<8, using: &random.random) {
      case 0: continue
      case 1: post.title = (post.title ?? "") + " corrected"
      case 2: post.id += "?moved"
      case 3: post.content = Content(html: "<p>Written anew.</p>")
      default: break
      }
      edited.append(post)
    }
    let newest = posts.count
    for number in 0..<Int.random(in: 0...3, using: &random.random) {
      edited.insert(random.post(newest + number), at: 0)
    }
    return edited
  }
}
