import FeedFormats
import FeedModel

/// What a converted document says of the feed: what the original says, but for what is true of the
/// original document only.
struct ConvertedHead {
  private(set) var feed: Feed
  private(set) var omissions: [Omission] = []

  /// - Parameters:
  ///   - url: The address that the document will have.
  ///   - entryPage: The page of an entry.
  init(
    _ original: Feed,
    from kind: FeedKind,
    to format: FeedFormat,
    url: String?,
    entryPage: String? = nil
  ) {
    feed = original
    var addresses = AbsoluteAddresses()
    addresses.apply(to: &feed)
    if addresses.hasLeftOut { omissions.append(AbsoluteAddresses.omission) }
    if format == .atom, feed.id == nil { feed.id = original.selfURL }
    if format == .rss, feed.homePage == nil { addPage(of: original, entryPage) }
    // RSS and JSON Feed require a title that says something; the site's address is one.
    if format != .atom, feed.title.unicodeScalars.allSatisfy({ $0.value <= 0x20 }) {
      feed.title = feed.homePage ?? original.selfURL ?? "Untitled"
      omit(
        "title",
        "\(format.name) requires one that says something, so \(feed.title) stands for it"
      )
    }
    feed.selfURL = url
    feed.generator = Generator(name: "Tidings", version: Tidings.version)
    leaveOutPush(original, hasAddress: url != nil)
    if FeedFormat(kind) != format { leaveOutDocuments(of: original) }
  }

  /// RSS requires a page: the original is better than none, and so is the site of an entry.
  private mutating func addPage(of original: Feed, _ entryPage: String?) {
    let documents = [original.selfURL, original.id].compactMap { $0 }
    if let address = documents.first(where: { BaseURL($0)?.isOnWeb ?? false }) {
      feed.homePage = address
    } else if let entryPage, let base = BaseURL(entryPage), base.isOnWeb {
      feed.homePage = base.resolve("/")
      omit("homePage", "RSS requires a page, so the site of an entry stands for one")
    } else {
      omit("homePage", "RSS requires a page, and the original has no address at all")
    }
  }

  /// Hubs and clouds tell of changes of the document that was given to them, by its address.
  private mutating func leaveOutPush(_ original: Feed, hasAddress: Bool) {
    if let address = original.selfURL, address != feed.selfURL {
      omit("selfURL", "it is the address of the original, \(address)")
    }
    guard !hasAddress else { return }
    feed.hubs = []
    feed.cloud = nil
    if !original.hubs.isEmpty { omit("hubs", "they push the original, by its address") }
    if original.cloud != nil { omit("cloud", "it tells of the original, by its address") }
  }

  /// Other pages of the feed, and style sheets, are for the original's format.
  private mutating func leaveOutDocuments(of original: Feed) {
    feed.stylesheets = []
    if !original.stylesheets.isEmpty {
      omit("stylesheets", "they are made for the format of the original")
    }
    feed.paging = Paging()
    feed.paging.isComplete = original.paging.isComplete
    feed.paging.isArchive = original.paging.isArchive
    if original.paging != feed.paging {
      omit("paging", "the feed's other documents are in the format of the original")
    }
  }

  private mutating func omit(_ property: String, _ reason: String) {
    omissions.append(Omission(property: property, reason: reason))
  }
}

extension FeedFormat {
  /// The format that a kind of document is a version of.
  fileprivate init?(_ kind: FeedKind) {
    switch kind {
    case .rss, .rdf: self = .rss
    case .atom, .atomEntry: self = .atom
    case .jsonFeed: self = .json
    case .opml, .unknown: return nil
    }
  }
}

extension BaseURL {
  /// Whether it is an address that browsers open.
  fileprivate var isOnWeb: Bool {
    let root = resolve("/")
    return root.hasPrefix("http://") || root.hasPrefix("https://")
  }
}
