import FeedFormats
import FeedModel
import FeedXML
import Foundation
import TestSupport
import Testing

/// What generators of feeds get wrong, one test each, named after the mistake.
@Suite struct PitfallTests {
  // MARK: XML

  @Test(arguments: WriterOptions.ContentMode.allCases)
  func undeclaredPrefixOfContentEncoded(mode: WriterOptions.ContentMode) throws {
    let example = Case.with(
      post: { $0.summary = "Short." },
      options: WriterOptions(content: mode, includesMarkdown: true)
    )
    let item = try example.rssItem()
    #expect(item["content:encoded"] != nil || mode != .both)
  }

  @Test func undeclaredPrefixOfAnExtension() throws {
    let example = Case.with(
      feed: { $0.extensions[Odd.self] = Odd(namespace: 1) },
      post: { $0.extensions[Odd.self] = Odd(namespace: 2) }
    )
    for format in [FeedFormat.rss, .atom] {
      let root = try XMLTree.parse(example.output(format).bytes)
      #expect(root.all.filter { $0.name == "odd" }.count == 2)
    }
  }

  /// An extension with a prefix that another namespace has.
  private struct Odd: XMLFeedExtension {
    static let namespace = XMLNamespace("media", "https://odd.example/1")
    var namespace: Int
    func write(to xml: inout XMLSerializer) { xml.element("odd", in: Self.namespace, text: "x") }
  }

  @Test func extensionWithAnothersPrefix() throws {
    let example = Case.with(post: {
      $0.extensions[Odd.self] = Odd(namespace: 1)
      $0.image = Image(url: "https://weir.example/a.png")
    })
    let item = try example.rssItem()
    #expect(item["media:content"] != nil)
    #expect(item.children.contains { $0.namespace == "https://odd.example/1" })
  }

  @Test func unsplitEndOfCDATA() throws {
    let html = "<pre>]]></pre>]]]]>]]\u{0}>"
    let example = Case.with(post: { $0.content = Content(html: html) })
    #expect(try example.rssItem()["description"]?.text == "<pre>]]></pre>]]]]>]]>")
    #expect(try example.atomEntry()["atom:content"]?.text == "<pre>]]></pre>]]]]>]]>")
  }

  @Test func namedEntitiesThatXMLDoesNotHave() throws {
    let example = Case.with(post: {
      $0.title = "a&nbsp;b"
      $0.content = Content(html: "<p>a&nbsp;b&copy;</p>")
    })
    #expect(try example.rssItem()["title"]?.text == "a&nbsp;b")
    #expect(try example.rssItem()["description"]?.text == "<p>a&nbsp;b&copy;</p>")
    #expect(try example.atomEntry()["atom:content"]?.text == "<p>a&nbsp;b&copy;</p>")
  }

  @Test func controlCharacters() throws {
    let example = Case.with(post: { $0.title = "a\u{8}b\u{FFFF}" })
    #expect(try example.rssItem()["title"]?.text == "ab")
    #expect(try example.atomEntry()["atom:title"]?.text == "ab")
    #expect(try example.jsonItem()["title"] as? String == "a\u{8}b\u{FFFF}")
    let expected = ["text: 2 control characters that XML cannot hold dropped"]
    #expect(example.omissions(.rss).filter { $0.hasPrefix("text") } == expected)
    #expect(example.omissions(.atom) == expected)
    #expect(example.omissions(.json) == [])
  }

  @Test(arguments: [FeedFormat.rss, .atom])
  func spaceOrByteOrderMarkBeforeTheDeclaration(format: FeedFormat) {
    let plain = Case.with().text(format)
    #expect(plain.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<"))
    #expect(plain.hasSuffix(">\n"))
  }

  @Test func malformedStylesheetInstruction() {
    let example = Case.with(feed: {
      $0.stylesheets = [
        Stylesheet(href: "/a.xsl?x=\"1\"&y=?>", media: "print", title: "A <b>"),
        Stylesheet(href: "/b.css"),
      ]
    })
    let expected = """
      <?xml-stylesheet href="/a.xsl?x=&quot;1&quot;&amp;y=?&gt;" type="text/xsl" media="print" \
      title="A &lt;b&gt;"?>
      <?xml-stylesheet href="/b.css" type="text/css"?>

      """
    #expect(example.text(.rss).contains("?>\n" + expected + "<rss"))
    #expect(example.text(.atom).contains("?>\n" + expected + "<feed"))
  }

  // MARK: Text

  @Test func markupInTitles() throws {
    let title = "Tom & Jerry’s <em>\"5 < 6\"</em>"
    let example = Case.with(feed: { $0.title = title }, post: { $0.title = title })
    #expect(
      example.text(.rss).contains(
        "<title>Tom &#x26; Jerry’s &#x3C;em&#x3E;\"5 &#x3C; 6\"&#x3C;/em&#x3E;</title>"
      )
    )
    #expect(try example.rssItem()["title"]?.text == title)
    let atom = try #require(try example.atomEntry()["atom:title"])
    #expect(atom.text == title)
    #expect(atom.attributes["type"] == nil, "text is the default")
    #expect(try example.jsonItem()["title"] as? String == title)
  }

  @Test func titlesEscapedTwice() throws {
    let example = Case.with(post: { $0.title = "AT&amp;T" })
    #expect(try example.rssItem()["title"]?.text == "AT&amp;T")
    #expect(try example.atomEntry()["atom:title"]?.text == "AT&amp;T")
  }

  @Test func summariesThatAreNotHTMLToReadersOfRSS() throws {
    let example = Case.with(post: { $0.summary = "5 < 6 & 7" })
    let description = try #require(try example.rssItem()["description"])
    #expect(description.text == "5 &lt; 6 &amp; 7", "readers take it for HTML")
    #expect(try example.atomEntry()["atom:summary"]?.text == "5 < 6 & 7")
    #expect(try example.jsonItem()["summary"] as? String == "5 < 6 & 7")
  }

  @Test func jsonMadeByAnHTMLTemplate() throws {
    let example = Case.with(post: {
      $0.title = "\"quoted\" & \\ 'so'\n"
      $0.content = Content(html: "<a href=\"#\">\\</a>")
    })
    let item = try example.jsonItem()
    #expect(item["title"] as? String == "\"quoted\" & \\ 'so'\n")
    #expect(item["content_html"] as? String == "<a href=\"#\">\\</a>")
    #expect(item["content_text"] == nil)
  }

  // MARK: Ids and dates

  @Test(arguments: [
    ("https://weir.example/a/", "https://weir.example/a/", "true"),
    ("https://weir.example/a/", "https://weir.example/b/", "false"),
    ("tag:weir.example,2024:1", "https://weir.example/a/", "false"),
    ("17", "https://weir.example/17/", "false"), ("/a/", "/a/", "false"),
    ("https://weir.example/ä/", "https://weir.example/ä/", "false"),
    ("https://weir.example/a b", "https://weir.example/a b", "false"),
  ]) func guidWithoutIsPermaLink(id: String, permalink: String, expected: String) throws {
    let example = Case.with(post: {
      $0.id = id
      $0.permalink = permalink
    })
    let guid = try #require(try example.rssItem()["guid"])
    #expect(guid.text == id)
    #expect(guid.attributes == ["isPermaLink": expected])
  }

  @Test func idThatChangesWithTheDate() throws {
    var ids: Set<String> = []
    for day in 1...9 {
      let example = Case.with(post: {
        $0.id = "note"
        $0.updated = Timestamp(year: 2024, month: 3, day: day, offsetSeconds: 0)
      })
      ids.insert(try #require(try example.rssItem()["guid"]).text)
      ids.insert(try #require(try example.jsonItem()["id"] as? String))
      #expect(try example.atomEntry()["atom:id"]?.text == "urn:tidings:note")
    }
    #expect(ids == ["note"])
  }

  @Test func atomWithoutUpdated() throws {
    func updated(_ change: (inout Post) -> Void) throws -> String? {
      try Case.with(post: change).atomEntry()["atom:updated"]?.text
    }
    let later = Timestamp(year: 2025, month: 1, day: 1, offsetSeconds: 0)
    #expect(try updated { $0.updated = later } == "2025-01-01T00:00:00Z")
    #expect(try updated { _ in } == "2024-02-03T09:00:00+01:00")
    #expect(try updated { $0.published = nil } == "2024-02-03T00:00:00Z")
    let dateless = Case.with(feed: { $0.updated = nil }, post: { $0.published = nil })
    #expect(try dateless.atomEntry()["atom:updated"]?.text == "1970-01-01T00:00:00Z")
    #expect(try dateless.atom()["atom:updated"]?.text == "1970-01-01T00:00:00Z")
    #expect(
      dateless.omissions(.atom) == [
        "updated: Atom requires a date and no entry has one, so it says 1970",
        "updated: Atom requires a date, so it says 1970",
      ]
    )
  }

  @Test func dateOfTheFeedFromTheClock() throws {
    let example = Case.with(feed: { $0.updated = nil })
    #expect(try example.atom()["atom:updated"]?.text == "2024-02-03T09:00:00+01:00")
    #expect(try example.rss()["lastBuildDate"]?.text == "Sat, 03 Feb 2024 09:00:00 +0100")
  }

  @Test func pubDateInOtherForms() throws {
    let form =
      #/(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z][a-z] \d{4} \d\d:\d\d:\d\d [+-]\d{4}/#
    for hour in 0..<48 {
      let example = Case.with(post: {
        $0.published = Timestamp(
          secondsSince1970: Int64(hour) * 3_600 * 137,
          offsetSeconds: -12_600
        )
      })
      let date = try #require(try example.rssItem()["pubDate"]).text
      #expect(date.wholeMatch(of: form) != nil, "\(date)")
      #expect(!date.contains(" 24:"))
    }
  }

  @Test func sameTimeForAllPosts() throws {
    let posts = (1...3).map { day in
      var post = Case.smallPost
      post.id = "\(day)"
      post.published = Timestamp(year: 2024, month: 1, day: day, offsetSeconds: 0)
      return post
    }
    let example = Case(feed: Case.smallFeed, posts: posts)
    #expect(Set(try example.rss().all("item").map { $0["pubDate"]?.text }).count == 3)
    #expect(Set(try example.atom().all("atom:entry").map { $0["atom:updated"]?.text }).count == 3)
  }

  // MARK: People

  @Test func atomPersonWithoutName() throws {
    let example = Case.with(post: {
      $0.authors = [
        Person(name: "", email: "ada@weir.example"), Person(name: "", url: "https://bo.example/"),
        Person(name: "", avatar: "https://weir.example/x.png"),
      ]
    })
    let names = try example.atomEntry().all("atom:author").map { $0["atom:name"]?.text }
    #expect(names == ["ada@weir.example", "https://bo.example/"])
    #expect(
      example.omissions(.atom).contains(
        "authors: somebody without name and address is left out"
      )
    )
  }

  @Test func bareNamesAsAuthorInRSS() throws {
    func people(_ people: Person...) throws -> [String] {
      let item = try Case.with(post: { $0.authors = people }).rssItem()
      return item.texts("author").map { "author \($0)" }
        + item.texts("dc:creator").map { "dc:creator \($0)" }
    }
    let ada = Person(name: "Ada", email: "ada@weir.example")
    let bo = Person(name: "Bo")
    #expect(try people(ada) == ["author ada@weir.example (Ada)"])
    #expect(try people(bo) == ["dc:creator Bo"])
    #expect(try people(ada, bo) == ["dc:creator Ada", "dc:creator Bo"])
    #expect(try people(Person(name: "Cy", email: "cy at weir")) == ["dc:creator Cy"])
    #expect(try people(Person(name: "", email: "cy@weir.example")) == ["author cy@weir.example"])
    #expect(try people(Person(name: "")) == [], "nobody is called unknown")
  }

  @Test func authorAndCreatorBoth() throws {
    var feeds = RandomFeeds(random: SeededGenerator(seed: 5))
    for _ in 0..<50 {
      let channel = try feeds.nextCase().rss()
      #expect(channel["managingEditor"] == nil || channel["dc:creator"] == nil)
      for item in channel.all("item") {
        #expect(item["author"] == nil || item["dc:creator"] == nil)
      }
    }
  }

  // MARK: Content

  @Test func descriptionAfterContentEncoded() throws {
    let item = try Case.with(post: { $0.summary = "Short." }).rssItem()
    let names = item.children.map(\.name)
    let description = try #require(names.firstIndex(of: "description"))
    let encoded = try #require(names.firstIndex(of: "encoded"))
    #expect(description < encoded)
  }

  @Test func contentEncodedWithoutDescription() throws {
    let item = try Case.with().rssItem()
    #expect(item["content:encoded"] == nil)
    #expect(item["description"]?.text == "<p>Water.</p>")
  }

  @Test func itemWithNeitherTitleNorDescription() throws {
    let example = Case.with(post: {
      $0.title = ""
      $0.content = nil
      $0.permalink = "https://weir.example/?a&b"
    })
    let item = try example.rssItem()
    #expect(item["title"] == nil)
    #expect(item["description"]?.text == "https://weir.example/?a&amp;b")
  }

  @Test func atomEntryWithNeitherContentNorAlternateLink() throws {
    let example = Case.with(post: {
      $0.permalink = nil
      $0.content = nil
      $0.summary = "Short."
    })
    let entry = try example.atomEntry()
    #expect(entry["atom:content"]?.text == "Short.")
    #expect(entry["atom:summary"] == nil)
  }

  @Test func twoAlternateLinks() throws {
    for link in WriterOptions.LinkTarget.allCases {
      let example = Case.with(
        post: { $0.externalLink = "https://example.org/" },
        options: WriterOptions(link: link)
      )
      let rels = try example.atomEntry().all("atom:link").map { $0.attributes["rel"] }
      #expect(rels == (link == .external ? ["alternate", "via"] : ["alternate", "related"]))
    }
  }

  @Test func jsonItemWithoutContent() throws {
    for mode in WriterOptions.ContentMode.allCases {
      let bare = Case(
        feed: Case.smallFeed,
        posts: [Post(id: "1")],
        options: WriterOptions(content: mode)
      )
      #expect(try bare.jsonItem()["content_text"] as? String == "")
    }
  }

  // MARK: Files

  @Test func enclosureWithoutLengthOrType() throws {
    let example = Case.with(post: {
      $0.attachments = [File(url: "https://weir.example/a?b&c", mediaType: "")]
    })
    #expect(
      try example.rssItem()["enclosure"]?.attributes == [
        "url": "https://weir.example/a?b&c", "length": "0", "type": "application/octet-stream",
      ]
    )
    #expect(example.omissions(.rss).count == 2)
  }

  @Test func twoEnclosuresInRSS() throws {
    let example = Case.with(post: {
      $0.attachments = (1...3).map {
        File(url: "https://weir.example/\($0).mp3", mediaType: "audio/mpeg", size: 5)
      }
    })
    let item = try example.rssItem()
    #expect(item.all("enclosure").map { $0.attributes["url"] } == ["https://weir.example/1.mp3"])
    #expect(
      item.all("media:content").map { $0.attributes["url"] } == [
        "https://weir.example/2.mp3", "https://weir.example/3.mp3",
      ]
    )
    let links = try example.atomEntry().all("atom:link").filter {
      $0.attributes["rel"] == "enclosure"
    }
    #expect(links.count == 3)
    #expect((try example.jsonItem()["attachments"] as? [Any])?.count == 3)
    #expect(
      example.omissions(.rss) == [
        "attachments: an RSS item has one enclosure; the others are media:content"
      ]
    )
    #expect(example.omissions(.atom) == [])
  }

  @Test func atomEnclosureWithoutItsAttributes() throws {
    let example = Case.with(post: {
      $0.attachments = [
        File(
          url: "https://weir.example/a.mp3",
          mediaType: "audio/mpeg",
          size: 5_000_000_000,
          title: "A & B"
        )
      ]
    })
    let link = try #require(try example.atomEntry().all("atom:link").last)
    #expect(
      link.attributes == [
        "href": "https://weir.example/a.mp3", "rel": "enclosure", "type": "audio/mpeg",
        "length": "5000000000", "title": "A & B",
      ]
    )
  }

  @Test func writingThatChangesThePost() {
    let example = Case.named.first { $0.name == "podcast" }?.example
    let before = example?.posts
    _ = example?.output(.rss)
    _ = example?.output(.rss)
    #expect(example?.posts == before)
    #expect(example?.text(.rss) == example?.text(.rss))
  }

  // MARK: Channels

  @Test func imageAsBareURL() throws {
    let image = try #require(
      try Case.with(feed: { $0.logo = "https://weir.example/logo.png" }).rss()["image"]
    )
    #expect(image["url"]?.text == "https://weir.example/logo.png")
    #expect(image["title"]?.text == "Weir")
    #expect(image["link"]?.text == "https://weir.example/")
  }

  /// No elements of RSS's own that RSS does not have.
  @Test func inventedElements() throws {
    let channel: Set = [
      "title", "link", "description", "language", "copyright", "managingEditor", "webMaster",
      "pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image",
      "rating", "textInput", "skipHours", "skipDays", "item",
    ]
    let item: Set = [
      "title", "link", "description", "author", "category", "comments", "enclosure", "guid",
      "pubDate", "source",
    ]
    var feeds = RandomFeeds(random: SeededGenerator(seed: 1))
    for _ in 0..<50 {
      let root = try feeds.nextCase().rss()
      #expect(Set(root.children.filter(\.namespace.isEmpty).map(\.name)).isSubset(of: channel))
      for entry in root.all("item") {
        #expect(Set(entry.children.filter(\.namespace.isEmpty).map(\.name)).isSubset(of: item))
      }
    }
  }

  @Test func selfLinkMissingOrWrong() throws {
    let example = Case.with()
    let rss = try #require(try example.rss()["atom:link"])
    #expect(
      rss.attributes == [
        "href": "https://weir.example/feed", "rel": "self", "type": "application/rss+xml",
      ]
    )
    let atom = try example.atom().all("atom:link").first { $0.attributes["rel"] == "self" }
    #expect(
      atom?.attributes == [
        "href": "https://weir.example/feed", "rel": "self", "type": "application/atom+xml",
      ]
    )
    #expect(try example.json()["feed_url"] as? String == "https://weir.example/feed")
  }

  @Test func itemsBeforeOtherElements() throws {
    let names = try Case.with(feed: {
      $0.skipHours = [1]
      $0.extensions[UpdateSchedule.self] = UpdateSchedule(.daily)
    }).rss().children.map(\.name)
    #expect(names.last == "item")
    #expect(names.filter { $0 == "item" }.count == 1)
  }

  // MARK: JSON

  @Test func jsonKeysThatDoNotExist() throws {
    let top: Set = [
      "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url",
      "icon", "favicon", "authors", "language", "expired", "hubs", "items",
    ]
    let item: Set = [
      "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image",
      "banner_image", "date_published", "date_modified", "authors", "tags", "language",
      "attachments",
    ]
    let attachment: Set = ["url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"]
    var feeds = RandomFeeds(random: SeededGenerator(seed: 2))
    for _ in 0..<50 {
      let json = try feeds.nextCase().json()
      #expect(Set(json.keys.filter { !$0.hasPrefix("_") }).isSubset(of: top))
      #expect(
        json.keys.allSatisfy { !$0.hasPrefix("_") || $0.wholeMatch(of: #/_[a-zA-Z][^.]+/#) != nil }
      )
      for entry in try #require(json["items"] as? [[String: Any]]) {
        #expect(Set(entry.keys.filter { !$0.hasPrefix("_") }).isSubset(of: item))
        #expect(entry["content_html"] != nil || entry["content_text"] != nil)
        let tags = entry["tags"] as? [String] ?? []
        #expect(Set(tags.map { Array($0.utf8) }).count == tags.count, "each tag once")
        for file in entry["attachments"] as? [[String: Any]] ?? [] {
          #expect(Set(file.keys).isSubset(of: attachment))
          #expect(file["url"] is String && file["mime_type"] is String)
          #expect(!(file["duration_in_seconds"] is NSNull))
        }
      }
      for author in json["authors"] as? [[String: Any]] ?? [] { #expect(!author.isEmpty) }
    }
  }

  @Test func jsonItemsDroppedWhenThereAreNone() throws {
    let items = try Case(feed: Case.smallFeed, posts: []).json()["items"] as? [Any]
    #expect(items?.isEmpty == true)
  }

  @Test func jsonSizesOf32Bits() throws {
    let example = Case.with(post: {
      $0.attachments = [
        File(url: "https://weir.example/a", mediaType: "video/mp4", size: .max)
      ]
    })
    #expect(example.text(.json).contains("\"size_in_bytes\":9223372036854775807"))
  }

  @Test func jsonBanner() throws {
    let example = Case.with(post: { $0.banner = Image(url: "https://weir.example/b.png") })
    #expect(try example.jsonItem()["banner_image"] as? String == "https://weir.example/b.png")
    #expect(example.omissions(.rss) == ["banner: only JSON Feed carries it"])
    #expect(example.omissions(.atom) == ["banner: only JSON Feed carries it"])
  }

  @Test func jsonThatFollowsItself() throws {
    let example = Case.with(feed: { $0.paging.next = $0.selfURL })
    #expect(try example.json()["next_url"] == nil)
    #expect(example.omissions(.json) == ["paging: a document does not follow itself"])
  }

  @Test func jsonLinkBlogThatLosesItsOwnPages() throws {
    let example = Case.with(
      post: { $0.externalLink = "https://example.org/" },
      options: WriterOptions(link: .external)
    )
    let item = try example.jsonItem()
    #expect(item["url"] as? String == "https://weir.example/floods/")
    #expect(item["external_url"] as? String == "https://example.org/")
  }

  // MARK: URLs

  @Test(arguments: [
    ("//cdn.example/a.png", "https://cdn.example/a.png"), ("/a.png", "https://weir.example/a.png"),
    ("#x", "https://weir.example/floods/#x"),
    ("data:image/png;base64,AA", "data:image/png;base64,AA"),
    ("mailto:ada@weir.example", "mailto:ada@weir.example"),
  ]) func addressWithoutSchemeTakenForAPath(reference: String, expected: String) throws {
    let base = try #require(BaseURL("https://weir.example/floods/"))
    #expect(base.resolve(reference) == expected)
  }

  @Test func twoPostsWithOneID() throws {
    let example = Case(feed: Case.smallFeed, posts: [Case.smallPost, Case.smallPost])
    #expect(try !example.complaints(.json).isEmpty)
  }

  // MARK: Podcasts

  @Test func ampersandInCategories() throws {
    let example = Case.with(feed: {
      $0.extensions[ITunesShow.self] = ITunesShow(
        categories: [ITunesShow.Category("Society & Culture", subcategory: "Documentary")],
        isExplicit: true,
        image: nil
      )
    })
    let category = try #require(try example.rss()["itunes:category"])
    #expect(category.attributes["text"] == "Society & Culture")
    #expect(category["itunes:category"]?.attributes["text"] == "Documentary")
    #expect(try example.rss()["itunes:explicit"]?.text == "true")
  }
}
