import FeedFormats
import FeedModel

/// The cases that are held against golden files: a line here adds three documents.
extension Case {
  static let named: [(name: String, example: Case)] = [
    ("empty", Case(feed: Feed(title: "Nothing yet"), posts: [])),
    ("small", .with()),
    ("blog", .blog),
    ("blog-summaries", .blog.with(WriterOptions(content: .summary))),
    ("blog-whole-posts", .blog.with(WriterOptions(content: .full, includesMarkdown: true))),
    ("link-blog", .linkBlog.with(WriterOptions(link: .external))),
    ("link-blog-own-pages", .linkBlog),
    ("planet", .planet),
    ("podcast", .podcast),
    ("archive", .archive),
    ("every-property", .everyProperty),
    ("awkward", .awkward),
  ]

  func with(_ options: WriterOptions) -> Case {
    var other = self
    other.options = options
    return other
  }

  private static func date(_ day: Int, _ hour: Int = 9) -> Timestamp? {
    Timestamp(year: 2024, month: 2, day: day, hour: hour, offsetSeconds: 3_600)
  }

  private static var blog: Case {
    var feed = smallFeed
    feed.updated = nil
    feed.language = "en"
    feed.authors = [Person(name: "Ada Brook", email: "ada@weir.example")]
    feed.logo = "https://weir.example/logo.png"
    feed.icon = "https://weir.example/icon.png"
    feed.generator = Generator(name: "Tidings", url: "https://tidings.example/", version: "1.0")
    feed.hubs = [Hub(url: "https://hub.example/")]
    feed.stylesheets = [Stylesheet(href: "/feed.css")]
    feed.rights = "© Ada Brook"

    var floods = smallPost
    floods.title = "Floods & <droughts>"
    floods.summary = "When 5 < 6 & \"so on\""
    floods.content = Content(
      html: "<p>Water &amp; more. <img src=\"https://weir.example/a.png\" alt=\"\"></p>",
      markdown: "Water & more. ![](a.png)"
    )
    floods.tags = [Tag("rivers"), Tag("weather", scheme: "https://weir.example/tags/")]
    floods.image = Image(
      url: "https://weir.example/a.png",
      description: "A river",
      mediaType: "image/png",
      width: 800,
      height: 600
    )
    floods.updated = date(4)
    floods.commentsPage = "https://weir.example/floods/#comments"

    var note = Post(id: "note-7")
    note.permalink = "https://weir.example/notes/7"
    note.content = Content(text: "No title, 3 < 4.\nTwo lines.")
    note.published = date(2)
    note.authors = [Person(name: "Bo Lind"), Person(name: "Cy Ode", email: "cy@weir.example")]
    note.language = "sv"

    var plain = Post(id: "https://weir.example/plain/")
    plain.permalink = "https://weir.example/plain/"
    plain.title = "Only a title"
    plain.published = date(1)
    return Case(feed: feed, posts: [floods, note, plain])
  }

  private static var linkBlog: Case {
    var post = smallPost
    post.externalLink = "https://example.org/ein schöner tag"
    post.summary = "Somebody else's words."
    post.content = nil
    var own = smallPost
    own.id = "https://weir.example/own/"
    own.permalink = own.id
    var pageless = Post(id: "tag:weir.example,2024:3")
    pageless.externalLink = "https://example.org/3"
    pageless.title = "A link without a page"
    return Case(feed: smallFeed, posts: [post, own, pageless])
  }

  private static var planet: Case {
    var post = smallPost
    post.source = Source(
      title: "Bo's blog",
      id: "tag:bo.example,2020:blog",
      feedURL: "https://bo.example/feed.xml",
      homePage: "https://bo.example/",
      updated: date(3),
      authors: [Person(name: "Bo Lind", url: "https://bo.example/")],
      rights: "CC0"
    )
    var nameless = smallPost
    nameless.id = "x"
    nameless.source = Source(title: "A blog without a feed")
    return Case(feed: smallFeed, posts: [post, nameless])
  }

  private static var podcast: Case {
    var feed = smallFeed
    feed.language = "en-gb"
    var show = ITunesShow(
      categories: [
        ITunesShow.Category("Society & Culture", subcategory: "Documentary"),
        ITunesShow.Category("History"),
      ],
      isExplicit: false,
      image: "https://weir.example/cover.jpg"
    )
    show.author = "Ada Brook"
    show.kind = .serial
    show.owner = Person(name: "Ada Brook", email: "ada@weir.example")
    feed.extensions[ITunesShow.self] = show
    var podcast = PodcastShow()
    podcast.guid = PodcastShow.guid(forFeedURL: "https://weir.example/feed/")
    podcast.lock = PodcastShow.Lock(true, owner: "ada@weir.example")
    podcast.funding = [PodcastFunding(url: "https://weir.example/give", text: "Buy a boat")]
    podcast.medium = .podcast
    podcast.people = [
      PodcastPerson(name: "Ada Brook", role: "host", url: "https://weir.example/ada")
    ]
    podcast.locations = [
      PodcastLocation(
        name: "Ghent",
        relation: .subject,
        geo: "geo:51.05,3.72",
        openStreetMap: "R897671",
        country: "BE"
      )
    ]
    podcast.license = PodcastLicense("cc-by-4.0")
    if let date = date(1) {
      podcast.trailers = [
        PodcastShow.Trailer(
          title: "Coming soon",
          url: "https://weir.example/trailer.mp3",
          published: date,
          size: 1_000,
          mediaType: "audio/mpeg",
          season: 1
        )
      ]
    }
    feed.extensions[PodcastShow.self] = podcast

    var post = smallPost
    post.attachments = [
      File(
        url: "https://weir.example/1.mp3",
        mediaType: "audio/mpeg",
        size: 24_986_239,
        duration: 1_801.5
      )
    ]
    var episode = ITunesEpisode()
    episode.duration = 1_801
    episode.number = 1
    episode.season = 1
    episode.kind = .full
    episode.isExplicit = false
    episode.image = "https://weir.example/1.jpg"
    episode.title = "Floods"
    post.extensions[ITunesEpisode.self] = episode
    var more = PodcastEpisode()
    more.transcripts = [
      PodcastEpisode.Transcript(
        url: "https://weir.example/1.vtt",
        mediaType: "text/vtt",
        language: "en",
        isCaptions: true
      )
    ]
    more.chapters = PodcastEpisode.Chapters(url: "https://weir.example/1.json")
    more.soundbites = [PodcastEpisode.Soundbite(start: 73.25, duration: 60, title: "The bridge")]
    more.season = PodcastEpisode.Season(1, name: "Rivers")
    more.number = PodcastEpisode.Number(1.5, display: "One and a half")
    var opus = PodcastEpisode.AlternateEnclosure(
      mediaType: "audio/opus",
      sources: [
        PodcastEpisode.AlternateEnclosure.Source(uri: "https://weir.example/1.opus"),
        PodcastEpisode.AlternateEnclosure.Source(
          uri: "https://weir.example/1.torrent",
          contentType: "application/x-bittorrent"
        ),
      ]
    )
    opus.size = 9_000_000
    opus.bitrate = 64_000.5
    opus.title = "Small"
    opus.integrity = PodcastEpisode.AlternateEnclosure.Integrity(
      type: "sri",
      value: "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"
    )
    more.alternateEnclosures = [opus]
    var talk = PodcastEpisode.SocialInteract(
      protocolName: "activitypub",
      uri: "https://social.example/@ada/1"
    )
    talk.accountID = "@ada"
    talk.priority = 1
    more.socialInteracts = [talk]
    post.extensions[PodcastEpisode.self] = more
    return Case(feed: feed, posts: [post])
  }

  private static var archive: Case {
    var feed = smallFeed
    feed.selfURL = "https://weir.example/2023.xml"
    feed.paging.current = "https://weir.example/feed"
    feed.paging.previousArchive = "https://weir.example/2022.xml"
    feed.paging.nextArchive = "https://weir.example/2024.xml"
    feed.paging.isArchive = true
    return Case(feed: feed, posts: [smallPost])
  }

  private static var everyProperty: Case {
    var feed = smallFeed
    feed.id = "tag:weir.example,2020:feed"
    feed.language = "en"
    feed.authors = [
      Person(
        name: "Ada Brook",
        email: "ada@weir.example",
        url: "https://weir.example/ada",
        avatar: "https://weir.example/ada.png"
      ),
      Person(name: "Bo Lind"),
    ]
    feed.contributors = [Person(name: "Cy Ode")]
    feed.webMaster = Person(name: "Di Pole", email: "di@weir.example")
    feed.rights = "© 2024"
    feed.tags = [Tag("rivers", scheme: "https://weir.example/tags/", label: "Rivers")]
    feed.icon = "https://weir.example/icon.png"
    feed.logo = "https://weir.example/logo.png"
    feed.generator = Generator(name: "Tidings", url: "https://tidings.example/", version: "1.0")
    feed.hubs = [
      Hub(url: "https://hub.example/"), Hub(url: "https://cloud.example/", type: "rssCloud"),
    ]
    feed.timeToLive = 60
    feed.skipHours = [3, 1, 2, 3]
    feed.skipDays = [.saturday, .sunday]
    feed.cloud = Cloud(
      domain: "cloud.example",
      port: 443,
      path: "/notify",
      registerProcedure: "",
      protocolName: "http-post"
    )
    feed.textInput = TextInput(
      title: "Search",
      description: "Search rivers",
      name: "q",
      link: "https://weir.example/search"
    )
    feed.paging.first = "https://weir.example/feed"
    feed.paging.last = "https://weir.example/feed?page=9"
    feed.paging.next = "https://weir.example/feed?page=2"
    feed.stylesheets = [
      Stylesheet(href: "/feed.css", media: "screen", title: "Plain"), Stylesheet(href: "/feed.xsl"),
    ]
    feed.isExpired = true
    feed.extensions[UpdateSchedule.self] = UpdateSchedule(.daily, frequency: 2, base: date(1, 0))

    var post = smallPost
    post.externalLink = "https://example.org/"
    post.summary = "About water."
    post.content = Content(html: "<p>Water.</p>", text: "Water.", markdown: "Water.")
    post.updated = date(5)
    post.authors = feed.authors
    post.contributors = [Person(name: "Cy Ode", email: "cy@weir.example")]
    post.tags = [
      Tag("rivers"), Tag("h2o", scheme: "https://weir.example/tags/", label: "Water"), Tag("Water"),
    ]
    post.image = Image(url: "https://weir.example/a.jpg", description: "A river")
    post.banner = Image(url: "https://weir.example/wide.jpg")
    post.attachments = [
      File(url: "https://weir.example/a.mp3", mediaType: "audio/mpeg", size: 5, duration: 9),
      File(
        url: "https://weir.example/a.pdf",
        mediaType: "application/pdf",
        size: 7,
        title: "The map"
      ),
    ]
    post.language = "fr"
    post.rights = "CC0"
    post.commentsPage = "https://weir.example/floods/#comments"
    post.source = Source(title: "Bo", feedURL: "https://bo.example/feed.xml")
    post.extensions[SlashPost.self] = SlashPost(comments: 12)
    post.extensions[WellFormedWebPost.self] = WellFormedWebPost(
      commentFeed: "https://weir.example/floods/comments.xml",
      commentURL: "https://weir.example/floods/comment"
    )
    post.extensions[ThreadedPost.self] = ThreadedPost(
      inReplyTo: [
        ThreadedPost.InReplyTo(
          id: "tag:bo.example,2024:1",
          href: "https://bo.example/1",
          mediaType: "text/html",
          source: "https://bo.example/feed.xml"
        )
      ],
      total: 12
    )
    return Case(feed: feed, posts: [post], options: WriterOptions(includesMarkdown: true))
  }

  private static var awkward: Case {
    var feed = Feed(title: "<b>& \"quotes\" ]]> \u{1}")
    feed.homePage = "https://weïr.example/ä b"
    feed.authors = [Person(name: ""), Person(name: "", email: "no address"), Person(name: "x")]
    var post = Post(id: "a b?c#d%41")
    post.title = "]]> \u{0}东京 שלום e\u{301} 🚀 &amp; &nbsp;"
    post.content = Content(html: "<p>]]\u{0}> &nbsp; \u{FFFF}</p>")
    var windows = Post(id: "http://weir.example/ä")
    windows.permalink = "http://weir.example/ä"
    windows.content = Content(html: "<p>\r\n</p>")
    windows.attachments = [File(url: "https://weir.example/a b.bin", mediaType: "")]
    windows.tags = [Tag(""), Tag("a", label: "A"), Tag("A")]
    return Case(feed: feed, posts: [post, windows, Post(id: "bare")])
  }
}
