import FeedFormats
import FeedModel
import TestSupport
import Testing

/// What is written comes back: equal but for what the mapping table says is not carried.
@Suite(.timeLimit(.minutes(15))) struct RoundTripTests {
  @Test(arguments: FeedFormat.allCases) func plainFeedsComeBack(format: FeedFormat) {
    for seed in 0..<200 as Range<UInt64> {
      var plain = PlainFeeds(seed: seed)
      var example = plain.nextCase()
      example.options.includesMarkdown = false
      for index in example.posts.indices { example.posts[index].content?.markdown = nil }
      let expected = example.carried(by: format)
      let (result, posts) = FeedReader.read(example.output(format).bytes)
      #expect(result.isComplete && result.isFeed)
      #expect(result.notes == [], "seed \(seed)")
      guard compare(result.feed, expected.feed, "\(format) seed \(seed)") else { return }
      guard posts.count == expected.posts.count else {
        Issue.record("\(format) seed \(seed): \(posts.count) posts of \(expected.posts.count)")
        return
      }
      for (found, wanted) in zip(posts, expected.posts) {
        guard compare(found, wanted, "\(format) seed \(seed)") else { return }
      }
    }
  }

  /// Whatever the texts are, nothing changes any more once the formats' requirements are met: a title
  /// of spaces is none, and something stands for it.
  @Test(arguments: FeedFormat.allCases) func whatWasReadStays(format: FeedFormat) {
    let options = ReadingOptions(guessesMarkup: false)
    for seed in 0..<150 as Range<UInt64> {
      var random = RandomFeeds(random: SeededGenerator(seed: seed))
      var example = random.nextCase()
      example.options = WriterOptions()
      let count = example.posts.count
      var previous: (feed: Feed, posts: [Post])?
      for round in 1...3 {
        let (result, posts) = FeedReader.read(example.output(format).bytes, options: options)
        #expect(posts.count == count, "\(format) seed \(seed)")
        if round == 3, let previous {
          guard compare(result.feed, previous.feed, "\(format) seed \(seed)") else { return }
          for (found, wanted) in zip(posts, previous.posts) {
            guard compare(found, wanted, "\(format) seed \(seed)") else { return }
          }
        }
        previous = (result.feed, posts)
        example = Case(feed: result.feed, posts: posts)
      }
    }
  }

  @Test func markdownComesBack() {
    var example = Case.with(post: { $0.content?.markdown = "Water *rises*.\n\nAnd falls." })
    example.options.includesMarkdown = true
    let (_, posts) = FeedReader.read(example.output(.rss).bytes)
    #expect(posts.first?.content?.markdown == "Water *rises*.\n\nAnd falls.")
  }

  /// A link blog's posts have their pages as ids, or Atom's links to them.
  @Test(arguments: [FeedFormat.rss, .atom]) func linkBlogsComeBack(format: FeedFormat) {
    var example = Case.with(post: { $0.externalLink = "https://elsewhere.example/x" })
    example.options.link = .external
    let (_, posts) = FeedReader.read(example.output(format).bytes)
    #expect(posts.first?.permalink == "https://weir.example/floods/")
    #expect(posts.first?.externalLink == "https://elsewhere.example/x")
  }

  /// Says which properties differ.
  private func compare<Value: Equatable>(_ found: Value, _ wanted: Value, _ place: String) -> Bool {
    guard found != wanted else { return true }
    Issue.record("\(place)")
    let pairs = zip(Mirror(reflecting: found).children, Mirror(reflecting: wanted).children)
    for (left, right) in pairs where "\(left.value)" != "\(right.value)" {
      Issue.record("\(place): \(left.label ?? "")\nis  \(left.value)\nwas \(right.value)")
    }
    return false
  }
}
