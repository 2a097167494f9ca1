import FeedFormats
import FeedModel
import Testing

@testable import FeedPublishing

@Suite struct ConvertedHeadTests {
  private var original: Feed {
    var feed = Feed(title: "Weir")
    feed.homePage = "https://weir.example/"
    feed.selfURL = "https://weir.example/feed.xml"
    feed.hubs = [Hub(url: "https://hub.example/")]
    feed.cloud = Cloud(
      domain: "d",
      port: 80,
      path: "/",
      registerProcedure: "",
      protocolName: "http-post"
    )
    feed.paging.next = "https://weir.example/feed2.xml"
    feed.paging.isComplete = true
    feed.stylesheets = [Stylesheet(href: "/feed.xsl")]
    feed.generator = Generator(name: "WordPress", version: "6")
    return feed
  }

  private func properties(_ head: ConvertedHead) -> [String] { head.omissions.map(\.property) }

  @Test("what is true of the original document only is left out")
  func otherFormat() {
    let head = ConvertedHead(original, from: .rss(version: "2.0"), to: .atom, url: nil)
    #expect(properties(head) == ["selfURL", "hubs", "cloud", "stylesheets", "paging"])
    #expect(head.feed.selfURL == nil)
    #expect(head.feed.hubs.isEmpty)
    #expect(head.feed.cloud == nil)
    #expect(head.feed.paging.next == nil)
    #expect(head.feed.paging.isComplete)
    #expect(head.feed.stylesheets.isEmpty)
    #expect(head.feed.generator?.name == "Tidings")
    #expect(head.feed.id == "https://weir.example/feed.xml", "the feed stays the same feed")
  }

  @Test("who says where the result will be can tell the hubs of it")
  func newAddress() {
    let url = "https://weir.example/new.xml"
    let head = ConvertedHead(original, from: .rss(version: "0.92"), to: .rss, url: url)
    #expect(properties(head) == ["selfURL"])
    #expect(head.feed.selfURL == url)
    #expect(head.feed.hubs.count == 1)
    #expect(head.feed.cloud != nil)
    #expect(head.feed.paging.next == "https://weir.example/feed2.xml")
    #expect(head.feed.stylesheets.count == 1)
  }

  @Test("RSS has the original for a page where there is no other")
  func page() {
    var feed = original
    feed.homePage = nil
    let head = ConvertedHead(feed, from: .atom(version: "1.0"), to: .rss, url: nil)
    #expect(head.feed.homePage == "https://weir.example/feed.xml")
  }

  @Test("RSS has the site of an entry for a page where the original has no address")
  func siteOfEntry() {
    let feed = Feed(title: "Weir")
    let page = "https://weir.example/2024/tide.html"
    let kind = FeedKind.jsonFeed(version: "1.1")
    let head = ConvertedHead(feed, from: kind, to: .rss, url: nil, entryPage: page)
    #expect(head.feed.homePage == "https://weir.example/")
    #expect(properties(head) == ["homePage"])
    let none = ConvertedHead(feed, from: kind, to: .rss, url: nil, entryPage: "urn:uuid:1")
    #expect(none.feed.homePage == nil)
    #expect(properties(none) == ["homePage"])
    #expect(ConvertedHead(feed, from: kind, to: .atom, url: nil).omissions.isEmpty)
  }

  @Test("addresses that lead nowhere are left out")
  func relative() {
    var feed = original
    feed.homePage = "/"
    feed.logo = "logo.png"
    let head = ConvertedHead(feed, from: .rss(version: "2.0"), to: .json, url: nil)
    #expect(head.feed.homePage == nil)
    #expect(head.feed.logo == nil)
    #expect(properties(head).contains("addresses"))
  }
}
