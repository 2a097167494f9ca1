import FeedFormats
import FeedModel
import TestSupport

/// Feeds and posts with every property and text that formats keep as it is: no white space at the
/// ends, no control characters, addresses that are URIs.
struct PlainFeeds {
  var random: SeededGenerator
  private var number = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func nextCase() -> Case {
    let posts = (0..<Int.random(in: 0...4, using: &random)).map { _ in post() }
    return Case(feed: feed(), posts: posts)
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }

  private mutating func maybe<Value>(_ value: (inout PlainFeeds) -> Value) -> Value? {
    chance() ? value(&self) : nil
  }

  private static let words = [
    "rivers", "& weirs", "5 < 6", "“quoted”", "\"so on\"", "]]>", "東京", "🚀", "e\u{301}té", "שלום",
    "it's", "a/b", "<div>", "100%", "wide",
  ]

  private mutating func text() -> String {
    number += 1
    let words = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      PlainFeeds.words.randomElement(using: &random) ?? ""
    }
    return (["n\(number)"] + words + ["end"]).joined(separator: " ")
  }

  private mutating func url(_ ending: String = "") -> String {
    number += 1
    return "https://weir.example/\(number)\(ending)?a=1&b=%C3%A9"
  }

  private mutating func date() -> Timestamp {
    Timestamp(
      secondsSince1970: .random(in: 0...4_000_000_000, using: &random),
      offsetSeconds: 1_800 * .random(in: -20...20, using: &random)
    )
  }

  private mutating func people() -> [Person] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      number += 1
      return Person(
        name: "Ada \(number) Brook",
        email: chance() ? "ada\(number)@weir.example" : nil,
        url: maybe { $0.url() },
        avatar: maybe { $0.url() }
      )
    }
  }

  private mutating func tags() -> [Tag] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Tag(text(), scheme: maybe { $0.url() }, label: maybe { $0.text() })
    }
  }

  private mutating func image() -> Image {
    Image(
      url: url(".png"),
      description: maybe { $0.text() },
      mediaType: chance() ? "image/png" : nil,
      width: chance() ? 640 : nil,
      height: chance() ? 480 : nil
    )
  }

  private mutating func feed() -> Feed {
    var feed = Feed(title: text())
    feed.id = maybe { _ in "tag:weir.example,2024:feed" }
    feed.subtitle = maybe { $0.text() }
    feed.homePage = maybe { $0.url() }
    feed.selfURL = maybe { $0.url() }
    feed.language = maybe { _ in "pt-BR" }
    feed.updated = maybe { $0.date() }
    feed.authors = people()
    feed.contributors = people()
    feed.webMaster = people().first
    feed.rights = maybe { $0.text() }
    feed.tags = tags()
    feed.icon = maybe { $0.url() }
    feed.logo = maybe { $0.url() }
    feed.generator = maybe {
      Generator(
        name: "Tidings & more",
        url: $0.maybe { $0.url() },
        version: $0.chance() ? "1.2" : nil
      )
    }
    feed.hubs = chance() ? [Hub(url: url()), Hub(url: url(), type: "rssCloud")] : []
    feed.timeToLive = maybe { _ in 90 }
    feed.skipHours = chance() ? [0, 7, 23] : []
    feed.skipDays = chance() ? [.sunday, .monday] : []
    feed.cloud = maybe { _ in
      Cloud(
        domain: "cloud.example",
        port: 443,
        path: "/notify",
        registerProcedure: "",
        protocolName: "http-post"
      )
    }
    feed.textInput = maybe {
      TextInput(title: $0.text(), description: $0.text(), name: "q", link: $0.url())
    }
    if chance() {
      feed.paging.first = maybe { $0.url() }
      feed.paging.last = maybe { $0.url() }
      feed.paging.previous = maybe { $0.url() }
      feed.paging.next = url()
      feed.paging.previousArchive = maybe { $0.url() }
      feed.paging.nextArchive = maybe { $0.url() }
      feed.paging.current = maybe { $0.url() }
      feed.paging.isArchive = chance()
    } else {
      feed.paging.isComplete = chance()
    }
    feed.stylesheets =
      chance() ? [Stylesheet(href: "/a&b.css", media: "screen", title: text())] : []
    feed.isExpired = chance()
    if chance() { feed.extensions[ITunesShow.self] = show() }
    if chance() { feed.extensions[PodcastShow.self] = podcastShow() }
    if chance() {
      feed.extensions[UpdateSchedule.self] = UpdateSchedule(.weekly, frequency: 2, base: date())
    }
    return feed
  }

  private mutating func show() -> ITunesShow {
    var show = ITunesShow(
      categories: [
        ITunesShow.Category("Society & Culture", subcategory: "Documentary"),
        ITunesShow.Category("Arts"),
      ],
      isExplicit: chance(),
      image: maybe { $0.url() }
    )
    show.author = maybe { $0.text() }
    show.kind = maybe { _ in .serial }
    show.owner = maybe { _ in Person(name: "Ada", email: "ada@weir.example") }
    show.title = maybe { $0.text() }
    show.newFeedURL = maybe { $0.url() }
    show.isBlocked = chance()
    show.isComplete = chance()
    return show
  }

  private mutating func podcastShow() -> PodcastShow {
    var show = PodcastShow()
    show.guid = PodcastShow.guid(forFeedURL: url())
    show.lock = PodcastShow.Lock(chance(), owner: "ada@weir.example")
    show.funding = [PodcastFunding(url: url(), text: text())]
    show.medium = .musicL
    show.people = [
      PodcastPerson(
        name: text(),
        role: "guest",
        group: "cast",
        image: maybe { $0.url() },
        url: maybe { $0.url() }
      )
    ]
    show.locations = [
      PodcastLocation(
        name: text(),
        relation: .creator,
        geo: "geo:1,2",
        openStreetMap: "R1",
        country: "BE"
      )
    ]
    show.license = PodcastLicense(text(), url: maybe { $0.url() })
    show.trailers = [
      PodcastShow.Trailer(
        title: text(),
        url: url(),
        published: date(),
        size: 7,
        mediaType: "audio/mpeg",
        season: 2
      )
    ]
    return show
  }

  private mutating func post() -> Post {
    var post = Post(id: url())
    post.permalink = chance() ? post.id : maybe { $0.url() }
    post.externalLink = maybe { _ in "https://elsewhere.example/\(Int.random(in: 0...99))" }
    post.title = maybe { $0.text() }
    post.summary = maybe { $0.text() }
    post.content = maybe {
      let text = $0.text()
      return Content(
        html: "<p>\(text.replacing("<", with: "&lt;")) <a href=\"https://weir.example/\">x</a></p>",
        text: $0.maybe { $0.text() + "\n" + $0.text() },
        markdown: $0.maybe { $0.text() }
      )
    }
    post.published = maybe { $0.date() }
    post.updated = maybe { $0.date() }
    post.authors = people()
    post.contributors = people()
    post.tags = tags()
    post.image = maybe { $0.image() }
    post.banner = maybe { $0.image() }
    post.attachments = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      File(
        url: url(".mp3"),
        mediaType: "audio/mpeg",
        size: chance() ? nil : .random(in: 1...(1 << 40), using: &random),
        duration: chance() ? nil : Double(Int.random(in: 1...9_999, using: &random)),
        title: maybe { $0.text() }
      )
    }
    post.language = maybe { _ in "fr" }
    post.rights = maybe { $0.text() }
    post.commentsPage = maybe { $0.url() }
    post.source = maybe {
      Source(
        title: $0.text(),
        id: $0.url(),
        feedURL: $0.maybe { $0.url() },
        homePage: $0.maybe { $0.url() },
        updated: $0.maybe { $0.date() },
        authors: $0.people(),
        rights: $0.maybe { $0.text() }
      )
    }
    if chance() { post.extensions[ITunesEpisode.self] = episode() }
    if chance() { post.extensions[PodcastEpisode.self] = podcastEpisode() }
    if chance() { post.extensions[SlashPost.self] = SlashPost(comments: 3) }
    if chance() {
      post.extensions[WellFormedWebPost.self] = WellFormedWebPost(
        commentFeed: url(),
        commentURL: url()
      )
    }
    if chance() {
      post.extensions[ThreadedPost.self] = ThreadedPost(
        inReplyTo: [
          ThreadedPost.InReplyTo(
            id: "not an IRI",
            href: url(),
            mediaType: "text/html",
            source: url()
          )
        ],
        total: 4
      )
    }
    return post
  }

  private mutating func episode() -> ITunesEpisode {
    var episode = ITunesEpisode()
    episode.title = maybe { $0.text() }
    episode.duration = maybe { _ in 3_601 }
    episode.number = 1
    episode.season = 2
    episode.kind = .bonus
    episode.isExplicit = maybe { $0.chance() }
    episode.image = maybe { $0.url() }
    episode.isBlocked = chance()
    return episode
  }

  private mutating func podcastEpisode() -> PodcastEpisode {
    var episode = PodcastEpisode()
    episode.transcripts = [
      PodcastEpisode.Transcript(
        url: url(),
        mediaType: "text/vtt",
        language: "en",
        isCaptions: chance()
      )
    ]
    episode.chapters = PodcastEpisode.Chapters(url: url())
    episode.soundbites = [PodcastEpisode.Soundbite(start: 1.5, duration: 60, title: text())]
    episode.funding = [PodcastFunding(url: url(), text: text())]
    episode.people = [PodcastPerson(name: text())]
    episode.locations = [PodcastLocation(name: text())]
    episode.season = PodcastEpisode.Season(2, name: maybe { $0.text() })
    episode.number = PodcastEpisode.Number(3.5, display: maybe { $0.text() })
    episode.license = PodcastLicense("cc-by-4.0")
    var enclosure = PodcastEpisode.AlternateEnclosure(
      mediaType: "audio/opus",
      sources: [
        PodcastEpisode.AlternateEnclosure.Source(
          uri: url(),
          contentType: "application/x-bittorrent"
        )
      ]
    )
    enclosure.title = maybe { $0.text() }
    enclosure.bitrate = 128_000.5
    enclosure.size = 9
    enclosure.height = 720
    enclosure.language = "en"
    enclosure.relation = "small"
    enclosure.codecs = "opus"
    enclosure.isDefault = chance()
    enclosure.integrity = PodcastEpisode.AlternateEnclosure.Integrity(
      type: "sri",
      value: "sha384-x"
    )
    episode.alternateEnclosures = [enclosure]
    var place = PodcastEpisode.SocialInteract(protocolName: "activitypub", uri: url())
    place.accountID = "@ada"
    place.accountURL = url()
    place.priority = 1
    episode.socialInteracts = [place]
    return episode
  }
}
