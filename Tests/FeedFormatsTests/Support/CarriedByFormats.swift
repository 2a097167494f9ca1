import FeedFormats
import FeedModel
import FeedXML

/// What is left of a feed when a format has carried it: the mapping table of `Feed` and `Post` as
/// code, written anew.
extension Case {
  func carried(by format: FeedFormat) -> (feed: Feed, posts: [Post]) {
    var feed = feed
    let dates = posts.compactMap { $0.updated ?? $0.published }
    feed.updated = feed.updated ?? dates.max()
    switch format {
    case .rss: return (feed.carriedByRSS(), posts.map { $0.carriedByRSS(options) })
    case .atom: return (feed.carriedByAtom(), posts.map { $0.carriedByAtom(feed) })
    case .json: return (feed.carriedByJSON(), posts.map { $0.carriedByJSON() })
    }
  }
}

extension Person {
  fileprivate func keeping(email: Bool = false, url: Bool = false, avatar: Bool = false) -> Person {
    Person(
      name: name,
      email: email ? self.email : nil,
      url: url ? self.url : nil,
      avatar: avatar ? self.avatar : nil
    )
  }

  fileprivate var carriedByJSON: Person {
    var person = self
    if url != nil { person.email = nil }
    return person
  }
}

extension [Person] {
  /// A single author with an address has one element, all others only names.
  fileprivate var carriedByRSS: [Person] {
    let hasAddress = count == 1 && self[0].email != nil
    return map { $0.keeping(email: hasAddress) }
  }
}

extension Feed {
  fileprivate func carriedByRSS() -> Feed {
    var feed = self
    feed.id = nil
    feed.subtitle = subtitle ?? title
    feed.homePage = homePage ?? selfURL
    feed.authors = authors.carriedByRSS
    // Nobody is named but by the podcast's elements.
    if authors.isEmpty, let author = extensions[ITunesShow.self]?.author {
      feed.authors = [Person(name: author)]
    }
    feed.contributors = contributors.map { $0.keeping() }
    feed.webMaster = webMaster.flatMap { $0.email == nil ? nil : $0.keeping(email: true) }
    feed.tags = tags.map { Tag($0.term, scheme: $0.scheme) }
    feed.logo = logo ?? icon
    feed.icon = nil
    feed.hubs = hubs.filter { $0.type == "WebSub" }
    feed.isExpired = extensions[ITunesShow.self]?.isComplete ?? false
    return feed
  }

  fileprivate func carriedByAtom() -> Feed {
    var feed = self
    feed.id = id ?? selfURL ?? homePage ?? AtomIRI.id(for: title)
    feed.id = feed.id.map(AtomIRI.originalID)
    feed.updated = updated ?? Timestamp(secondsSince1970: 0)
    feed.authors = authors.isEmpty ? [Person(name: title)] : authors
    feed.authors = feed.authors.map { $0.keeping(email: true, url: true) }
    feed.contributors = contributors.map { $0.keeping(email: true, url: true) }
    feed.webMaster = nil
    feed.hubs = hubs.filter { $0.type == "WebSub" }
    feed.timeToLive = nil
    feed.skipHours = []
    feed.skipDays = []
    feed.cloud = nil
    feed.textInput = nil
    feed.isExpired = extensions[ITunesShow.self]?.isComplete ?? false
    return feed
  }

  fileprivate func carriedByJSON() -> Feed {
    var feed = Feed(title: title)
    feed.subtitle = subtitle
    feed.homePage = homePage
    feed.selfURL = selfURL
    feed.language = language
    feed.authors = authors.map(\.carriedByJSON)
    feed.icon = icon
    feed.logo = logo
    feed.hubs = hubs
    feed.paging.next = paging.next ?? paging.previousArchive
    feed.isExpired = isExpired
    if let show = extensions[ITunesShow.self] {
      feed.extensions[ITunesShow.self] = show
      if show.isComplete { feed.isExpired = true }
    }
    return feed
  }
}

extension Post {
  fileprivate func carriedByRSS(_ options: WriterOptions) -> Post {
    var post = self
    post.externalLink = nil
    carryTextsByRSS(&post)
    post.published = published ?? updated
    post.updated = updated == published ? nil : updated
    post.authors = authors.carriedByRSS
    post.contributors = contributors.map { $0.keeping() }
    post.tags = tags.map { Tag($0.term, scheme: $0.scheme) }
    post.banner = nil
    if !attachments.isEmpty {
      post.attachments[0].title = nil
      post.attachments[0].duration = nil
    }
    post.source = source.flatMap { source in
      source.feedURL.map { Source(title: source.title, feedURL: $0) }
    }
    post.title = title ?? extensions[ITunesEpisode.self]?.title
    return post
  }

  /// A lone `description` is the post itself.
  private func carryTextsByRSS(_ post: inout Post) {
    let html = content?.html ?? content?.text.map(HTMLEscaping.escape)
    if let html {
      post.content = Content(html: html)
    } else if let summary {
      post.summary = nil
      post.content = Content(html: HTMLEscaping.escape(summary))
    } else if title == nil {
      // An item needs a title or a description.
      post.content = Content(html: HTMLEscaping.escape(permalink ?? id))
    }
  }

  fileprivate func carriedByAtom(_ feed: Feed) -> Post {
    var post = self
    post.title = title ?? extensions[ITunesEpisode.self]?.title
    post.updated = updated ?? published ?? feed.updated ?? Timestamp(secondsSince1970: 0)
    post.authors = authors.map { $0.keeping(email: true, url: true) }
    post.contributors = contributors.map { $0.keeping(email: true, url: true) }
    post.banner = nil
    for index in attachments.indices { post.attachments[index].duration = nil }
    if let html = content?.html {
      post.content = Content(html: html)
    } else if let text = content?.text {
      post.content = Content(text: text)
    } else if permalink == nil {
      // An entry without link has the summary as its content.
      post.content = summary.map { Content(text: $0) }
      post.summary = nil
    }
    post.source = source.map { source in
      var source = source
      source.authors = source.authors.map { $0.keeping(email: true, url: true) }
      return source
    }
    return post
  }

  fileprivate func carriedByJSON() -> Post {
    var post = Post(id: id)
    post.permalink = permalink
    post.externalLink = externalLink
    post.title = title
    post.summary = summary
    if content?.html != nil || content?.text != nil {
      post.content = Content(html: content?.html, text: content?.text)
    }
    post.published = published
    post.updated = updated
    post.authors = authors.map(\.carriedByJSON)
    post.tags = tags.map { Tag($0.label ?? $0.term) }
    post.image = image.map { Image(url: $0.url) }
    post.banner = banner.map { Image(url: $0.url) }
    post.attachments = attachments
    post.language = language
    post.extensions[ITunesEpisode.self] = extensions[ITunesEpisode.self]
    return post
  }
}
