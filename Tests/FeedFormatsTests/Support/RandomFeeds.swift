import FeedFormats
import FeedModel
import TestSupport

/// Feeds and posts with any text anywhere. Ids are never empty, since sources see to it.
struct RandomFeeds {
  var random: SeededGenerator

  mutating func nextCase() -> Case {
    let options = WriterOptions(
      content: WriterOptions.ContentMode.allCases.randomElement(using: &random) ?? .both,
      link: WriterOptions.LinkTarget.allCases.randomElement(using: &random) ?? .permalink,
      includesMarkdown: Bool.random(using: &random)
    )
    let posts = (0..<Int.random(in: 0...4, using: &random)).map { post($0) }
    return Case(feed: feed(), posts: posts, options: options)
  }

  private mutating func text() -> String { NastyText.random(&random) }
  private mutating func maybe() -> String? { NastyText.maybe(&random) }
  private mutating func chance() -> Bool { Bool.random(using: &random) }

  private mutating func url() -> String {
    "https://weir.example/" + (chance() ? "" : NastyText.random(&random))
  }

  private mutating func maybeURL() -> String? { chance() ? url() : nil }

  private mutating func date() -> Timestamp? {
    guard chance() else { return nil }
    return Timestamp(
      secondsSince1970: .random(in: -3_000_000_000...8_000_000_000, using: &random),
      nanoseconds: chance() ? 0 : .random(in: 0...999_999_999, using: &random),
      offsetSeconds: 60 * .random(in: -1_000...1_000, using: &random)
    )
  }

  private mutating func people() -> [Person] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      Person(
        name: text(),
        email: chance() ? nil : chance() ? "ada@weir.example" : text(),
        url: maybeURL(),
        avatar: maybeURL()
      )
    }
  }

  private mutating func tags() -> [Tag] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Tag(text(), scheme: maybeURL(), label: maybe())
    }
  }

  private mutating func image() -> Image? {
    guard chance() else { return nil }
    return Image(
      url: url(),
      description: maybe(),
      mediaType: chance() ? nil : "image/png",
      width: chance() ? nil : .random(in: -1...4_000, using: &random),
      height: chance() ? nil : 5
    )
  }

  private mutating func feed() -> Feed {
    var feed = Feed(title: text())
    feed.id = maybe()
    feed.subtitle = maybe()
    feed.homePage = maybeURL()
    feed.selfURL = maybeURL()
    feed.language = chance() ? nil : "de"
    feed.updated = date()
    feed.authors = people()
    feed.contributors = people()
    feed.webMaster = people().first
    feed.rights = maybe()
    feed.tags = tags()
    feed.icon = maybeURL()
    feed.logo = maybeURL()
    if chance() { feed.generator = Generator(name: text(), url: maybeURL(), version: maybe()) }
    if chance() { feed.hubs = [Hub(url: url()), Hub(url: url(), type: "rssCloud")] }
    feed.timeToLive = chance() ? nil : .random(in: -5...500, using: &random)
    feed.skipHours = chance() ? [] : [5, 23, 5, 24, -1]
    feed.skipDays = chance() ? [] : [.monday, .sunday, .monday]
    if chance() {
      feed.cloud = Cloud(
        domain: text(),
        port: 80,
        path: text(),
        registerProcedure: text(),
        protocolName: "http-post"
      )
    }
    if chance() {
      feed.textInput = TextInput(title: text(), description: text(), name: "q", link: url())
    }
    feed.paging.next = maybeURL()
    feed.paging.previousArchive = maybeURL()
    feed.paging.isArchive = chance()
    feed.paging.isComplete = chance()
    if chance() {
      feed.stylesheets = [
        Stylesheet(href: text(), media: maybe(), title: maybe()), Stylesheet(href: "/a.css"),
      ]
    }
    feed.isExpired = chance()
    if chance() { feed.extensions[ITunesShow.self] = show() }
    if chance() { feed.extensions[PodcastShow.self] = podcastShow() }
    if chance() { feed.extensions[UpdateSchedule.self] = UpdateSchedule(.daily, frequency: 2) }
    return feed
  }

  private mutating func show() -> ITunesShow {
    var show = ITunesShow(
      categories: [ITunesShow.Category("Arts", subcategory: maybe())],
      isExplicit: chance(),
      image: maybeURL()
    )
    show.author = maybe()
    show.owner = people().first
    show.title = maybe()
    show.newFeedURL = maybeURL()
    show.isBlocked = chance()
    show.isComplete = chance()
    return show
  }

  private mutating func podcastShow() -> PodcastShow {
    var show = PodcastShow()
    show.guid = PodcastShow.guid(forFeedURL: url())
    show.lock = PodcastShow.Lock(chance(), owner: "ada@weir.example")
    show.funding = [PodcastFunding(url: url(), text: text())]
    show.medium = .audiobook
    show.people = [PodcastPerson(name: text(), role: "guest", image: maybeURL(), url: maybeURL())]
    show.locations = [PodcastLocation(name: text(), relation: .creator, geo: "geo:1,2")]
    show.license = PodcastLicense(text(), url: maybeURL())
    show.trailers = [
      PodcastShow.Trailer(title: text(), url: url(), published: Timestamp(secondsSince1970: 0))
    ]
    return show
  }

  private mutating func post(_ number: Int) -> Post {
    var post = Post(id: "\(number)" + text())
    post.permalink = maybeURL()
    if chance() {
      post.permalink = "https://weir.example/\(number)/"
      post.id = post.permalink ?? post.id
    }
    post.externalLink = maybeURL()
    post.title = maybe()
    post.summary = maybe()
    if chance() { post.content = Content(html: maybe(), text: maybe(), markdown: maybe()) }
    post.published = date()
    post.updated = date()
    post.authors = people()
    post.contributors = people()
    post.tags = tags()
    post.image = image()
    post.banner = image()
    post.attachments = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Attachment(
        url: url(),
        mediaType: chance() ? "audio/mpeg" : "",
        size: chance() ? nil : .random(in: -1 ... .max, using: &random),
        duration: chance()
          ? nil : [-1, 0, 12.5, 3600, .infinity, .nan].randomElement(using: &random),
        title: maybe()
      )
    }
    post.language = chance() ? nil : "fr"
    post.rights = maybe()
    post.commentsPage = maybeURL()
    if chance() {
      post.source = Source(
        title: text(),
        id: maybe(),
        feedURL: maybeURL(),
        homePage: maybeURL(),
        updated: date(),
        authors: people(),
        rights: maybe()
      )
    }
    if chance() { post.extensions[ITunesEpisode.self] = episode() }
    if chance() { post.extensions[PodcastEpisode.self] = podcastEpisode() }
    if chance() { post.extensions[SlashPost.self] = SlashPost(comments: 3) }
    if chance() {
      post.extensions[WellFormedWebPost.self] = WellFormedWebPost(commentFeed: url())
    }
    if chance() {
      post.extensions[ThreadedPost.self] = ThreadedPost(
        inReplyTo: [ThreadedPost.InReplyTo(id: "x" + text(), href: maybeURL())],
        total: 4
      )
    }
    return post
  }

  private mutating func episode() -> ITunesEpisode {
    var episode = ITunesEpisode()
    episode.title = maybe()
    episode.duration = chance() ? nil : 61
    episode.number = 1
    episode.season = 2
    episode.kind = .bonus
    episode.isExplicit = chance()
    episode.image = maybeURL()
    episode.isBlocked = chance()
    return episode
  }

  private mutating func podcastEpisode() -> PodcastEpisode {
    var episode = PodcastEpisode()
    episode.transcripts = [
      PodcastEpisode.Transcript(url: url(), mediaType: "text/vtt", isCaptions: chance())
    ]
    episode.chapters = PodcastEpisode.Chapters(url: url())
    episode.soundbites = [PodcastEpisode.Soundbite(start: 1.5, duration: 60, title: text())]
    episode.season = PodcastEpisode.Season(2, name: maybe())
    episode.number = PodcastEpisode.Number(3.5, display: maybe())
    var enclosure = PodcastEpisode.AlternateEnclosure(
      mediaType: "audio/opus",
      sources: [PodcastEpisode.AlternateEnclosure.Source(uri: url())]
    )
    enclosure.title = maybe()
    enclosure.bitrate = 128_000
    episode.alternateEnclosures = [enclosure]
    episode.socialInteracts = [
      PodcastEpisode.SocialInteract(protocolName: "activitypub", uri: url())
    ]
    return episode
  }
}
