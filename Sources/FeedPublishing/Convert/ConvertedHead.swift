import FeedFormats
import FeedModel

/// What a converted document says of the feed: what the original says, but for what is true of the
/// original document only.
struct ConvertedHead {
  private(set) var feed: Feed
  private(set) var omissions: [Omission] = []

  init(_ original: Feed, from kind: FeedKind, to format: FeedFormat, url: String?) {
    feed = original
    var addresses = AbsoluteAddresses()
    addresses.apply(to: &feed)
    if addresses.hasLeftOut { omissions.append(AbsoluteAddresses.omission) }
    if format == .atom, feed.id == nil { feed.id = original.selfURL }
    // RSS requires a page, for which the original is better than none.
    if format == .rss, feed.homePage == nil { feed.homePage = Self.page(of: original) }
    feed.selfURL = url
    feed.generator = Generator(name: "Tidings", version: Tidings.version)
    leaveOutPush(original, hasAddress: url != nil)
    if FeedFormat(kind) != format { leaveOutDocuments(of: original) }
  }

  private static func page(of original: Feed) -> String? {
    [original.selfURL, original.id].compactMap { $0 }.first { address in
      let scheme = URI.scheme(of: address)
      return scheme == "http" || scheme == "https"
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
