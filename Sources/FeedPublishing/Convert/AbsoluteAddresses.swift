import FeedFormats
import FeedModel

/// Leaves out addresses that are still relative after reading: from another place, and in RSS and
/// JSON Feed from anywhere, they lead nowhere.
struct AbsoluteAddresses {
  /// Whether any was left out.
  private(set) var hasLeftOut = false

  /// What is said of them.
  static let omission = Omission(
    property: "addresses",
    reason: "relative ones, of a feed that does not say to what (--location URL does)"
  )

  /// Nothing was seen yet.
  init() {}

  /// Leaves them out of a feed.
  mutating func apply(to feed: inout Feed) {
    keep(&feed.homePage)
    keep(&feed.icon)
    keep(&feed.logo)
    keep(&feed.paging.first)
    keep(&feed.paging.last)
    keep(&feed.paging.previous)
    keep(&feed.paging.next)
    keep(&feed.paging.previousArchive)
    keep(&feed.paging.nextArchive)
    keep(&feed.paging.current)
    if let textInput = feed.textInput, !isAbsolute(textInput.link) { feed.textInput = nil }
    let hubs = feed.hubs.filter { URI.isAbsolute($0.url) }
    if hubs.count < feed.hubs.count { hasLeftOut = true }
    feed.hubs = hubs
    apply(to: &feed.authors)
    apply(to: &feed.contributors)
  }

  /// Leaves them out of a post.
  mutating func apply(to post: inout Post) {
    keep(&post.permalink)
    keep(&post.externalLink)
    keep(&post.commentsPage)
    if let image = post.image, !isAbsolute(image.url) { post.image = nil }
    if let banner = post.banner, !isAbsolute(banner.url) { post.banner = nil }
    if post.attachments.contains(where: { !URI.isAbsolute($0.url) }) {
      hasLeftOut = true
      post.attachments.removeAll { !URI.isAbsolute($0.url) }
    }
    if var source = post.source {
      keep(&source.feedURL)
      keep(&source.homePage)
      post.source = source
    }
    apply(to: &post.authors)
    apply(to: &post.contributors)
  }

  private mutating func apply(to people: inout [Person]) {
    for index in people.indices {
      keep(&people[index].url)
      keep(&people[index].avatar)
    }
  }

  private mutating func keep(_ address: inout String?) {
    if let text = address, !isAbsolute(text) { address = nil }
  }

  private mutating func isAbsolute(_ address: String) -> Bool {
    let isAbsolute = address.isEmpty || URI.isAbsolute(address)
    if !isAbsolute { hasLeftOut = true }
    return isAbsolute
  }
}
