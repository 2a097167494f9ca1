import FeedFormats
import FeedModel
import Testing

/// The mapping table: what each format does not carry of each property, and nothing else.
@Suite struct MappingTests {
  private static let page = "https://weir.example/x"

  private struct Row {
    var property: String
    /// Changes the small feed or its post.
    var change: (inout Feed, inout Post) -> Void
    /// What RSS, Atom and JSON Feed report; empty where all is carried.
    var rss: [String] = []
    var atom: [String] = []
    var json: [String] = []
  }

  private static func feed(
    _ property: String,
    rss: Bool = true,
    atom: Bool = true,
    json: Bool = true,
    _ change: @escaping (inout Feed) -> Void
  ) -> Row {
    Row(
      property: property,
      change: { feed, _ in change(&feed) },
      rss: rss ? [] : [property],
      atom: atom ? [] : [property],
      json: json ? [] : [property]
    )
  }

  private static func post(
    _ property: String,
    rss: Bool = true,
    atom: Bool = true,
    json: Bool = true,
    _ change: @escaping (inout Post) -> Void
  ) -> Row {
    Row(
      property: property,
      change: { _, post in change(&post) },
      rss: rss ? [] : [property],
      atom: atom ? [] : [property],
      json: json ? [] : [property]
    )
  }

  private static let sound = File(
    url: page,
    mediaType: "audio/mpeg",
    size: 5
  )

  private static func sound(_ change: (inout File) -> Void) -> File {
    var changed = sound
    change(&changed)
    return changed
  }

  private static var rows: [Row] {
    [
      feed("nothing") { _ in },
      feed("id", rss: false, json: false) { $0.id = "tag:weir.example,2024:feed" },
      feed("id") { $0.id = $0.selfURL },
      feed("title") { $0.title = "x" },
      feed("subtitle") { $0.subtitle = nil },
      feed("homePage") { $0.homePage = nil },
      feed("selfURL") { $0.selfURL = nil },
      feed("language") { $0.language = "de" },
      feed("updated", atom: false) { $0.updated = nil },
      feed("authors", atom: false) { $0.authors = [] },
      feed("authors", rss: false, json: false) {
        $0.authors = [Person(name: "A", email: "a@weir.example", url: page)]
      },
      feed("authors", rss: false, atom: false) { $0.authors = [Person(name: "A", avatar: page)] },
      feed("authors") { $0.authors = [Person(name: "A", email: "a@weir.example")] },
      feed("authors", rss: false, atom: false, json: false) {
        $0.authors = [Person(name: "A", email: "nonsense")]
      },
      feed("contributors", json: false) { $0.contributors = [Person(name: "A")] },
      feed("contributors", rss: false, json: false) {
        $0.contributors = [Person(name: "A", email: "a@weir.example")]
      },
      feed("webMaster", atom: false, json: false) {
        $0.webMaster = Person(name: "", email: "a@weir.example")
      },
      feed("webMaster", rss: false, atom: false, json: false) { $0.webMaster = Person(name: "A") },
      feed("rights", json: false) { $0.rights = "x" },
      feed("tags", json: false) { $0.tags = [Tag("x", scheme: page)] },
      feed("tags", rss: false, json: false) { $0.tags = [Tag("x", label: "y")] },
      feed("icon") { $0.icon = page },
      feed("logo") { $0.logo = page },
      feed("icon", rss: false) {
        $0.icon = page
        $0.logo = "\(page).png"
      },
      feed("generator") { $0.generator = Generator(name: "x", url: page, version: "1") },
      feed("hubs") { $0.hubs = [Hub(url: page)] },
      feed("hubs", rss: false, atom: false) { $0.hubs = [Hub(url: page, type: "rssCloud")] },
      feed("timeToLive", atom: false, json: false) { $0.timeToLive = 5 },
      feed("timeToLive", rss: false, atom: false, json: false) { $0.timeToLive = -5 },
      feed("skipHours", atom: false, json: false) { $0.skipHours = [0, 23] },
      feed("skipHours", rss: false, atom: false, json: false) { $0.skipHours = [24] },
      feed("skipDays", atom: false, json: false) { $0.skipDays = [.monday] },
      feed("cloud", atom: false, json: false) {
        $0.cloud = Cloud(
          domain: "x",
          port: 1,
          path: "/",
          registerProcedure: "",
          protocolName: "http-post"
        )
      },
      feed("textInput", atom: false, json: false) {
        $0.textInput = TextInput(title: "x", description: "x", name: "x", link: page)
      },
      feed("paging") { $0.paging.next = page },
      feed("paging") { $0.paging.previousArchive = page },
      feed("paging", json: false) { $0.paging.previous = page },
      feed("paging", json: false) {
        $0.paging.next = page
        $0.paging.previousArchive = "\(page)/2"
      },
      feed("paging", json: false) { $0.paging.isArchive = true },
      feed("paging", json: false) { $0.paging.isComplete = true },
      feed("paging", rss: false, atom: false, json: false) {
        $0.paging.isComplete = true
        $0.paging.next = page
      },
      feed("stylesheets", json: false) { $0.stylesheets = [Stylesheet(href: "/x.css")] },
      feed("isExpired", rss: false, atom: false) { $0.isExpired = true },
      feed("isExpired") {
        $0.isExpired = true
        var show = ITunesShow(categories: [], isExplicit: false, image: nil)
        show.isComplete = true
        $0.extensions[ITunesShow.self] = show
      },
      feed("extensions", rss: false, atom: false, json: false) {
        $0.extensions[Formless.self] = Formless()
      },
      feed("extensions", json: false) {
        $0.extensions[UpdateSchedule.self] = UpdateSchedule(.daily)
      },
      feed("extensions", json: false) { $0.extensions[PodcastShow.self] = PodcastShow() },

      post("permalink") { $0.permalink = nil },
      post("externalLink", rss: false) { $0.externalLink = page },
      post("title") { $0.title = nil },
      post("summary") { $0.summary = "x" },
      post("content") { $0.content = nil },
      post("content") { $0.content = Content(text: "x") },
      post("content") { $0.content = Content(html: "x", text: "x", markdown: "x") },
      post("published") {
        $0.updated = $0.published
        $0.published = nil
      },
      post("updated", atom: false) { $0.published = nil },
      post("updated") { $0.updated = Timestamp(secondsSince1970: 5) },
      post("authors") { $0.authors = [Person(name: "A", email: "a@weir.example")] },
      post("authors") { $0.authors = [Person(name: "A"), Person(name: "B")] },
      post("authors", rss: false) {
        $0.authors = [Person(name: "A", email: "a@weir.example"), Person(name: "B")]
      },
      post("authors", rss: false) { $0.authors = [Person(name: "A", url: page)] },
      post("authors", rss: false, atom: false, json: false) { $0.authors = [Person(name: "")] },
      post("authors", rss: false, atom: false) {
        $0.authors = [Person(name: "", avatar: page), Person(name: "B")]
      },
      post("contributors", json: false) { $0.contributors = [Person(name: "A")] },
      post("contributors", rss: false, json: false) {
        $0.contributors = [Person(name: "A", url: page)]
      },
      post("tags") { $0.tags = [Tag("x"), Tag("y")] },
      post("tags", json: false) { $0.tags = [Tag("x", scheme: page)] },
      post("tags", rss: false, json: false) { $0.tags = [Tag("x", label: "y")] },
      post("tags") { $0.tags = [Tag("x", label: "x")] },
      post("tags", rss: false, atom: false, json: false) { $0.tags = [Tag("")] },
      post("image") { $0.image = Image(url: page, mediaType: "image/png", width: 5, height: 6) },
      post("image", json: false) { $0.image = Image(url: page, description: "x") },
      post("banner", rss: false, atom: false) { $0.banner = Image(url: page) },
      post("attachments") { $0.attachments = [sound] },
      post("attachments", rss: false) { $0.attachments = [sound, sound] },
      post("attachments", rss: false) { $0.attachments = [sound { $0.size = nil }] },
      post("attachments", rss: false) { $0.attachments = [sound { $0.title = "x" }] },
      post("attachments", rss: false, atom: false) {
        $0.attachments = [sound { $0.duration = 5 }]
      },
      post("attachments") {
        $0.attachments = [sound { $0.duration = 5 }]
        var episode = ITunesEpisode()
        episode.duration = 5
        $0.extensions[ITunesEpisode.self] = episode
      },
      post("attachments", rss: false, json: false) {
        $0.attachments = [sound { $0.mediaType = "" }]
      },
      post("language") { $0.language = "de" },
      post("rights", json: false) { $0.rights = "x" },
      post("commentsPage", json: false) { $0.commentsPage = page },
      post("source", json: false) { $0.source = Source(title: "x", feedURL: page) },
      post("source", rss: false, json: false) { $0.source = Source(title: "x") },
      post("source", rss: false, json: false) {
        $0.source = Source(title: "x", feedURL: page, rights: "x")
      },
      post("source", json: false) { $0.source = Source(title: "x", id: page, feedURL: page) },
      post("extensions", json: false) { $0.extensions[SlashPost.self] = SlashPost(comments: 1) },
      post("extensions", json: false) {
        $0.extensions[WellFormedWebPost.self] = WellFormedWebPost(commentFeed: page)
      },
      post("extensions", json: false) { $0.extensions[ThreadedPost.self] = ThreadedPost(total: 1) },
      post("extensions") { $0.extensions[ITunesEpisode.self] = ITunesEpisode() },
    ]
  }

  private struct Formless: FeedExtension {}

  @Test func whatIsNotCarriedIsReported() {
    for row in Self.rows {
      var feed = Case.smallFeed
      var post = Case.smallPost
      row.change(&feed, &post)
      // Not through `document`, which gives a feed without date that of its newest post.
      let options = WriterOptions()
      for format in FeedFormat.allCases {
        var output = FeedOutput()
        let writer: any FeedWriter =
          switch format {
          case .rss: RSSWriter(feed: feed, options: options, namespaces: [])
          case .atom: AtomWriter(feed: feed, options: options, namespaces: [])
          case .json: JSONFeedWriter(feed: feed, options: options, namespaces: [])
          }
        writer.writeHead(to: &output)
        writer.writeEntry(post, to: &output)
        let expected =
          switch format {
          case .rss: row.rss
          case .atom: row.atom
          case .json: row.json
          }
        let found = Set(output.omissions.map(\.property))
        #expect(
          found == Set(expected),
          "\(row.property) in \(format): \(output.omissions.map(\.reason))"
        )
      }
    }
  }

  @Test func anExternalLinkReplacesAPermalinkThatIsNotTheID() {
    func omissions(id: String) -> [String] {
      Case.with(
        post: {
          $0.id = id
          $0.externalLink = Self.page
        },
        options: WriterOptions(link: .external)
      ).output(.rss).omissions.map(\.property)
    }
    #expect(omissions(id: "https://weir.example/floods/") == [])
    #expect(omissions(id: "5") == ["permalink"])
  }

  @Test func markdownIsReportedWhenItIsAskedFor() {
    let example = Case.with(
      post: { $0.content = Content(html: "x", markdown: "y") },
      options: WriterOptions(includesMarkdown: true)
    )
    #expect(example.omissions(.rss) == [])
    #expect(example.omissions(.atom) == ["content: only RSS carries the Markdown"])
    #expect(example.omissions(.json) == ["content: only RSS carries the Markdown"])
  }

  @Test func markdownStaysOutOfSummaries() throws {
    let example = Case.with(
      post: {
        $0.summary = "x"
        $0.content = Content(html: "secret", markdown: "secret")
      },
      options: WriterOptions(content: .summary, includesMarkdown: true)
    )
    for format in FeedFormat.allCases { #expect(!example.text(format).contains("secret")) }
  }
}
