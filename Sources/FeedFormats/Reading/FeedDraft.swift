import FeedModel

/// What is known of a feed while it is read.
final class FeedDraft: Draft {
  /// The properties that one element alone can give.
  var feed = Feed(title: "")
  var subtitle = Candidate<String>()
  var homePage = Candidate<String>()
  var selfURL = Candidate<String>()
  var logo = Candidate<String>()
  var generator = Candidate<Generator>()

  /// What relative URLs are resolved against: the site, as feed readers do, else the document.
  func base(documentURL: String?) -> BaseURL? {
    for url in [homePage.value, documentURL, selfURL.value] {
      if let url, let base = BaseURL(url) { return base }
    }
    return nil
  }

  /// The feed as it is known now.
  func finished() -> Feed {
    var feed = feed
    feed.title = title.value ?? ""
    feed.subtitle = subtitle.value
    feed.homePage = homePage.value
    feed.selfURL = selfURL.value
    feed.language = language.value
    feed.updated = updated.value ?? published.value
    feed.authors = authors.isEmpty ? lesserAuthors : authors
    feed.contributors = contributors
    feed.rights = rights.value
    feed.tags = tags.isEmpty ? keywords : tags
    feed.logo = logo.value
    feed.generator = generator.value
    feed.extensions = extensions
    if extensions[ITunesShow.self]?.isComplete == true { feed.isExpired = true }
    return feed
  }

  /// Makes addresses absolute that stand before the one that they are relative to.
  func resolveAddresses(documentURL: String?) {
    guard let base = base(documentURL: documentURL) else { return }
    func resolve(_ url: inout String?) {
      if let relative = url, !URI.isAbsolute(relative) { url = base.resolve(relative) }
    }
    func resolve(_ url: inout Candidate<String>) {
      var value = url.value
      resolve(&value)
      url.offer(value, rank: .min)
    }
    resolve(&homePage)
    resolve(&selfURL)
    resolve(&logo)
    resolve(&feed.icon)
    resolve(&feed.paging.first)
    resolve(&feed.paging.last)
    resolve(&feed.paging.previous)
    resolve(&feed.paging.next)
    resolve(&feed.paging.previousArchive)
    resolve(&feed.paging.nextArchive)
    resolve(&feed.paging.current)
    for index in feed.hubs.indices where !URI.isAbsolute(feed.hubs[index].url) {
      feed.hubs[index].url = base.resolve(feed.hubs[index].url)
    }
  }
}
