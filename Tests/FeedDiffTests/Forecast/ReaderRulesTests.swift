import FeedFormats
import FeedModel
import Testing

@testable import FeedDiff

@Suite("Readers' rules")
struct ReaderRulesTests {
  typealias Scenario = ForecastScenario

  /// A change, and what the readers make of it, as reports tell it.
  struct Case: Sendable, CustomTestStringConvertible {
    var change: String
    var scenario: Scenario
    var expected: [String]
    var testDescription: String { change }

    init(_ change: String, _ scenario: Scenario, _ expected: String...) {
      self.change = change
      self.scenario = scenario
      self.expected = expected
    }
  }

  @Test("in the scenarios that publishers know", arguments: cases)
  func rules(_ one: Case) throws {
    let forecast = try one.scenario.forecast()
    #expect(forecast.groups.map(\.text) == one.expected)
    for reader in forecast.readers { #expect(reader.counts.total == one.scenario.new.count) }
  }

  static let all =
    "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, NewsBlur, CommaFeed, Tiny Tiny RSS"

  static let cases: [Case] = [
    Case("nothing", .rss { _ in }, "\(all): nothing changes"),
    Case("a post added", .rss { $0.insert(post(10), at: 0) }, "\(all): 1 new"),
    Case(
      "a post of 200 days ago added",
      .rss { $0.append(post(-190)) },
      "Miniflux, Newsboat, FreshRSS, CommaFeed, Tiny Tiny RSS: 1 new",
      "NetNewsWire, Feedbin, NewsBlur: 1 arrives as read"
    ),
    Case(
      "a post of 100 days ago added",
      .rss { $0.append(post(-90)) },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, CommaFeed, Tiny Tiny RSS: 1 new",
      "Feedbin, NewsBlur: 1 arrives as read"
    ),
    Case(
      "a post of 400 days ago added",
      .rss { $0.append(post(-390)) },
      "Miniflux, Newsboat, FreshRSS, Tiny Tiny RSS: 1 new",
      "NetNewsWire, Feedbin, NewsBlur: 1 arrives as read",
      "CommaFeed: 1 hidden"
    ),
    Case(
      "other ids, same links",
      .each { $0.id = "urn:weir:" + $0.id.suffix(2).prefix(1) },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, CommaFeed, Tiny Tiny RSS: "
        + "10 come back as unread",
      "NewsBlur: 10 updated silently"
    ),
    Case(
      "another host",
      .each { move(&$0) },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, NewsBlur, CommaFeed, Tiny Tiny RSS: "
        + "10 come back as unread",
      "Feedbin: nothing changes"
    ),
    Case(
      "another host, long texts",
      long { move(&$0) },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, CommaFeed, Tiny Tiny RSS: "
        + "10 come back as unread",
      "Feedbin: nothing changes",
      "NewsBlur: 10 updated silently"
    ),
    Case(
      "http to https",
      secure,
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, NewsBlur, CommaFeed, Tiny Tiny RSS: "
        + "10 come back as unread",
      "Feedbin: nothing changes"
    ),
    Case(
      "another host, a year later",
      later(.each { move(&$0) }),
      "Miniflux, Newsboat, FreshRSS, CommaFeed, Tiny Tiny RSS: 10 come back as unread",
      "NetNewsWire, NewsBlur: 10 come back as read",
      "Feedbin: nothing changes"
    ),
    Case(
      "10 characters more, a day old",
      .rss { grow(&$0[0], 10) },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, NewsBlur, Tiny Tiny RSS: "
        + "1 updated silently",
      "CommaFeed: nothing changes"
    ),
    Case(
      "100 characters more, a day old",
      .rss { grow(&$0[0], 100) },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, NewsBlur, Tiny Tiny RSS: 1 updated silently",
      "Feedbin: 1 updated and brought up again",
      "CommaFeed: nothing changes"
    ),
    Case(
      "100 characters more, nine days old",
      .rss { grow(&$0[8], 100) },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, NewsBlur, Tiny Tiny RSS: "
        + "1 updated silently",
      "CommaFeed: nothing changes"
    ),
    Case(
      "other markup around the same text",
      .rss { $0[0].content = Content(html: "<div>The gauge stood at <b>9</b> centimetres.</div>") },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, NewsBlur: 1 updated silently",
      "CommaFeed, Tiny Tiny RSS: nothing changes"
    ),
    Case(
      "a title corrected",
      .rss { $0[0].title = "Note nine" },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, Tiny Tiny RSS: 1 updated silently",
      "NewsBlur, CommaFeed: nothing changes"
    ),
    Case(
      "a title corrected, long texts",
      long { if $0.title == "Note 9" { $0.title = "Note 9!" } },
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, NewsBlur, Tiny Tiny RSS: "
        + "1 updated silently",
      "CommaFeed: nothing changes"
    ),
    Case(
      "a title corrected in a feed without guids",
      retitled(without: ["guid"]),
      "Feedbin: 1 comes back as unread",
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Tiny Tiny RSS: 1 updated silently",
      "NewsBlur, CommaFeed: nothing changes"
    ),
    Case(
      "a title corrected in a feed without guids and links",
      retitled(without: ["guid", "link"]),
      "Miniflux, NetNewsWire, Newsboat, FreshRSS, Feedbin, Tiny Tiny RSS: 1 new",
      "NewsBlur: nothing changes",
      "CommaFeed: 1 hidden"
    ),
    Case(
      "guids dropped that were the links",
      dropped,
      "NetNewsWire, Newsboat, FreshRSS, Feedbin: 10 come back as unread",
      "Miniflux, NewsBlur, CommaFeed, Tiny Tiny RSS: nothing changes"
    ),
    Case(
      "an id used again for a new post",
      .rss { $0.insert(post(10, id: $0[0].id), at: 0) },
      "Miniflux: 1 comes back as unread, 1 updated silently",
      "NetNewsWire, Newsboat, Feedbin: 1 hidden, 1 updated silently",
      "FreshRSS, NewsBlur, CommaFeed, Tiny Tiny RSS: 1 hidden"
    ),
    // One of nine is more than FreshRSS puts up with, one of ten is not.
    Case(
      "an id used twice in nine posts",
      .rss(9) { $0[0].id = $0[1].id },
      "FreshRSS: 9 come back as unread",
      "Miniflux: 1 comes back as unread, 1 updated silently",
      "NetNewsWire, Newsboat, Feedbin: 1 hidden, 1 updated silently",
      "NewsBlur, CommaFeed, Tiny Tiny RSS: 1 hidden"
    ),
    Case(
      "one id for all",
      .each { $0.id = "urn:weir:note" },
      "Miniflux, FreshRSS: 10 come back as unread",
      "NetNewsWire, Newsboat, Feedbin, CommaFeed, Tiny Tiny RSS: 1 comes back as unread, 9 hidden",
      "NewsBlur: nothing changes"
    ),
  ]

  // MARK: Changes

  static func post(_ number: Int64, id: String? = nil) -> Post {
    var post = Post(id: id ?? "https://weir.example/notes/\(number)/")
    post.permalink = "https://weir.example/notes/\(number)/"
    post.title = "Another note \(number)"
    post.published = Scenario.date(number)
    post.content = Content(html: "<p>The sluice was opened on day \(number).</p>")
    return post
  }

  static func move(_ post: inout Post) {
    post.id = "https://blog.weir.example" + post.id.dropFirst("https://weir.example".count)
    post.permalink = post.id
  }

  static func grow(_ post: inout Post, _ count: Int) {
    post.content = Content(
      html: (post.content?.html ?? "") + "<p>" + String(repeating: "x", count: count - 1) + "</p>"
    )
  }

  static func long(_ change: (inout Post) -> Void) -> Scenario {
    var old = SampleFeed.posts(10)
    for index in old.indices {
      old[index].content = Content(
        html: "<p>" + String(repeating: "The water rose by \(index). ", count: 60) + "</p>"
      )
    }
    var new = old
    for index in new.indices { change(&new[index]) }
    return Scenario(old: SampleFeed.rss(old), new: SampleFeed.rss(new))
  }

  static var secure: Scenario {
    var old = SampleFeed.posts(10)
    for index in old.indices {
      old[index].id = "http" + old[index].id.dropFirst(5)
      old[index].permalink = old[index].id
    }
    return Scenario(old: SampleFeed.rss(old), new: SampleFeed.rss(SampleFeed.posts(10)))
  }

  static func later(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.now = Scenario.date(360)
    return scenario
  }

  static func retitled(without elements: [String]) -> Scenario {
    let old = SampleFeed.posts(10)
    var new = old
    new[0].title = "Note nine"
    return Scenario(
      old: Scenario.rss(old, without: elements),
      new: Scenario.rss(new, without: elements)
    )
  }

  static var dropped: Scenario {
    let posts = SampleFeed.posts(10)
    return Scenario(old: SampleFeed.rss(posts), new: Scenario.rss(posts, without: ["guid"]))
  }
}
