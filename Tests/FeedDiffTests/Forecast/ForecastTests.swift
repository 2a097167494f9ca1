import FeedFormats
import FeedModel
import TestSupport
import Testing

@testable import FeedDiff

@Suite("Forecasts")
struct ForecastTests {
  typealias Scenario = ForecastScenario

  // MARK: Podcasts

  static func episode(_ number: Int) -> Post {
    var post = ReaderRulesTests.post(Int64(number), id: "episode-\(number)")
    post.attachments = [
      Attachment(url: "https://weir.example/\(number).mp3", mediaType: "audio/mpeg")
    ]
    return post
  }

  static func antennaPod(_ change: (inout [Post]) -> Void) throws -> String? {
    let old = (1...5).reversed().map(episode)
    var new = old
    change(&new)
    let scenario = Scenario(old: SampleFeed.rss(old), new: SampleFeed.rss(new))
    return try scenario.forecast()["AntennaPod"]?.counts.text
  }

  @Test("AntennaPod repairs ids, and takes what is older than the newest for old")
  func podcasts() throws {
    #expect(try Self.antennaPod { _ in } == "nothing changes")
    #expect(try Self.antennaPod { $0.insert(Self.episode(6), at: 0) } == "1 new")
    #expect(try Self.antennaPod { $0.append(Self.episode(-3)) } == "1 arrives as read")
    #expect(try Self.antennaPod { $0[0].id = "other" } == "nothing changes")
    #expect(
      try Self.antennaPod {
        $0[0].id = "other"
        $0[0].attachments[0].url = "https://cdn.example/5.mp3"
      } == "1 updated silently"
    )
    #expect(
      try Self.antennaPod {
        $0[0].id = "other"
        $0[0].title = "Another title"
        $0[0].attachments[0].url = "https://cdn.example/5.mp3"
      } == "1 comes back as unread"
    )
    #expect(try Self.antennaPod { $0[1].id = $0[0].id } == "1 hidden")
  }

  @Test("AntennaPod shows an episode again when its file comes")
  func lateFile() throws {
    var old = (1...3).reversed().map(Self.episode)
    let new = old
    old[0].attachments = []
    let scenario = Scenario(old: SampleFeed.rss(old), new: SampleFeed.rss(new))
    let text = try scenario.forecast()["AntennaPod"]?.counts.text
    #expect(text == "1 updated and brought up again")
  }

  // MARK: Formats

  @Test("readers without JSON Feed stand by")
  func bystanders() throws {
    let posts = SampleFeed.posts(4)
    var bare = posts
    bare[0].content = nil
    let scenario = Scenario(
      old: SampleFeed.snapshot(posts, as: .json),
      new: SampleFeed.snapshot(posts + [], as: .json)
    )
    let forecast = try scenario.forecast()
    #expect(
      forecast.bystanders.map(\.name) == ["Newsboat", "AntennaPod", "CommaFeed", "Tiny Tiny RSS"]
    )
    #expect(forecast.groups.map(\.counts.isQuiet) == [true])
    // JSON Feed's items need a content there.
    var new = bare
    new.insert(ReaderRulesTests.post(8), at: 0)
    new[0].content = nil
    new[0].summary = "The sluice was opened."
    let other = Scenario(
      old: SampleFeed.snapshot(posts, as: .json),
      new: SampleFeed.snapshot([new[0]] + posts, as: .json)
    )
    #expect(try other.forecast()["NetNewsWire"]?.counts.text == "1 hidden")
    #expect(try other.forecast()["Miniflux"]?.counts.text == "1 new")
  }

  @Test(
    "another format with the same ids changes nothing",
    arguments: [FeedFormat.atom, .json]
  )
  func formats(_ format: FeedFormat) throws {
    let posts = SampleFeed.posts(6)
    let scenario = Scenario(old: SampleFeed.rss(posts), new: SampleFeed.snapshot(posts, as: format))
    for reader in try scenario.forecast().readers {
      #expect(reader.counts.isQuiet, "\(reader.name): \(reader.counts.text)")
    }
  }

  // MARK: The feed as a whole

  @Test("readers that know entries by the feed's address say so when it changes")
  func address() throws {
    func snapshot(_ address: String) -> FeedSnapshot {
      var feed = Feed(title: "Weir notes")
      feed.selfURL = address
      let document = FeedFormat.rss.writer.document(feed, posts: SampleFeed.posts(3))
      return FeedSnapshotReader.read(document.bytes)
    }
    let scenario = Scenario(
      old: snapshot("https://weir.example/feed"),
      new: snapshot("https://weir.example/rss.xml")
    )
    let forecast = try scenario.forecast()
    #expect(
      forecast.readers.filter { !$0.notes.isEmpty }.map(\.name) == ["NetNewsWire", "Feedbin"]
    )
  }

  @Test("FreshRSS's tipping point is told before and when it is reached")
  func tippingPoint() throws {
    let near = try Scenario.rss(10) { $0[0].id = $0[1].id }.forecast()["FreshRSS"]
    #expect(near?.counts.returningUnread == 0)
    #expect(near?.notes.first?.contains("from 2 on") == true)
    let reached = try Scenario.rss(9) { $0[0].id = $0[1].id }.forecast()["FreshRSS"]
    #expect(reached?.notes.first?.contains("1 of 9 entries has") == true)
    // Once over, a feed stays there.
    let broken = Scenario.rss(9) { $0[0].id = $0[1].id }.new
    let repaired = Scenario(old: broken, new: SampleFeed.rss(SampleFeed.posts(9)))
    #expect(try repaired.forecast()["FreshRSS"]?.counts.isQuiet == true)
  }

  @Test("what Feedbin has in reach are 300 entries")
  func reach() throws {
    let scenario = Scenario.rss(299) { posts in
      posts.append(ReaderRulesTests.post(-1))
      posts.append(ReaderRulesTests.post(-2))
    }
    var soon = scenario
    soon.now = Scenario.date(20)
    #expect(try soon.forecast()["Feedbin"]?.counts.text == "1 hidden, 1 new")
  }

  @Test("entries are told by what happens to them")
  func entries() throws {
    let forecast = try Scenario.rss { posts in
      posts.insert(ReaderRulesTests.post(10), at: 0)
      posts[3].id = "urn:weir:moved"
    }.forecast()
    let reader = try #require(forecast["Miniflux"])
    #expect(reader.entries(.newUnread) == [0, 3])
    #expect(reader.entries(.newUnread, returning: true) == [3])
    #expect(reader.entries(.newUnread, returning: false) == [0])
    #expect(reader.outcome(of: 1) == .unchanged)
    #expect(reader.outcome(of: 99) == nil)
    #expect(reader.counts.text == "1 comes back as unread, 1 new")
  }

  @Test("every reader says where its rule stands")
  func sources() {
    for rule in Forecast.rules {
      #expect(rule.source.repository.contains("/"))
      #expect(!rule.source.files.isEmpty && !rule.source.seen.isEmpty)
      #expect(rule.source.text.hasPrefix(rule.source.rule))
    }
    #expect(Set(Forecast.rules.map(\.name)).count == 9)
  }

  // MARK: Properties

  /// Feeds with every trouble that ids, links, titles and dates can have.
  private static func troubled(_ random: inout SeededGenerator) -> FeedSnapshot {
    var posts: [Post] = []
    for number in 0..<Int.random(in: 0...25, using: &random) {
      let other = Int.random(in: 0...number, using: &random)
      var post = Post(id: "https://weir.example/\(Bool.random(using: &random) ? number : other)")
      if Int.random(in: 0..<4, using: &random) > 0 { post.permalink = post.id }
      if Int.random(in: 0..<4, using: &random) > 0 { post.title = "Note \(other)" }
      if Int.random(in: 0..<4, using: &random) > 0 {
        post.published = Scenario.date(Int64.random(in: -800...9, using: &random))
      }
      if Int.random(in: 0..<4, using: &random) > 0 {
        post.content = Content(html: "<p>The gauge stood at \(other).</p>")
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        post.attachments = [
          Attachment(url: "https://weir.example/\(other).mp3", mediaType: "audio/mpeg")
        ]
      }
      posts.append(post)
    }
    let dropped = ["guid", "link", "title", "pubDate"].filter { _ in
      Int.random(in: 0..<4, using: &random) == 0
    }
    return Scenario.rss(posts, without: dropped)
  }

  @Test("where nothing changed, nothing happens")
  func nothing() throws {
    for seed in UInt64(0)..<300 {
      var random = SeededGenerator(seed: seed)
      let feed = Self.troubled(&random)
      for reader in try Scenario(old: feed, new: feed).forecast().readers {
        #expect(reader.counts.isQuiet, "seed \(seed), \(reader.name): \(reader.counts.text)")
      }
    }
  }

  @Test("every entry of the new version has one outcome")
  func sums() throws {
    for seed in UInt64(0)..<300 {
      var random = SeededGenerator(seed: seed)
      let scenario = Scenario(old: Self.troubled(&random), new: Self.troubled(&random))
      for reader in try scenario.forecast().readers {
        #expect(reader.counts.total == scenario.new.count, "seed \(seed), \(reader.name)")
        let told = ForecastOutcome.allCases.reduce(0) { $0 + reader.entries($1).count }
        #expect(told == scenario.new.count, "seed \(seed), \(reader.name)")
      }
    }
  }
}
