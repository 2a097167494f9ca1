import FeedModel
import FeedXML

/// Items: what a post says.
extension RSSWriter {
  /// The namespaces that an item for the post may use.
  public static func namespaces(of post: Post, options: WriterOptions) -> [XMLNamespace] {
    var namespaces = post.extensions.xmlNamespaces
    if post.updated != nil, post.updated != post.published { namespaces.append(.atom) }
    if options.content == .both, post.summary != nil, post.content != nil {
      namespaces.append(.content)
    }
    if post.language.unlessEmpty != nil || post.rights.unlessEmpty != nil
      || !post.contributors.isEmpty
      || (!post.authors.isEmpty && post.authors.singleRSSAddress == nil)
    {
      namespaces.append(.dublinCore)
    }
    if post.image != nil || post.attachments.count > 1 { namespaces.append(.media) }
    if options.includesMarkdown, post.content != nil { namespaces.append(.source) }
    return namespaces
  }

  func writeItem(_ post: Post, to xml: inout XMLSerializer, notes: inout FeedOutput) {
    xml.element("title", text: post.title.unlessEmpty)
    writeLink(of: post, to: &xml, notes: &notes)
    writeGUID(of: post, to: &xml)
    xml.element("pubDate", rfc822: post.published ?? post.updated)
    writePeople(of: post, to: &xml, notes: &notes)
    xml.rssCategories(post.tags, notes: &notes, of: post)
    writeContent(of: post, to: &xml)
    writeAttachments(of: post, to: &xml, notes: &notes)
    if let image = post.image { xml.mediaContent(image) }
    notes.omit("banner", if: post.banner != nil, "only JSON Feed carries it", of: post)
    xml.element("comments", url: post.commentsPage)
    xml.element("language", in: .dublinCore, text: post.language.unlessEmpty)
    xml.element("rights", in: .dublinCore, text: post.rights.unlessEmpty)
    if post.updated != post.published {
      xml.element("updated", in: .atom, rfc3339: post.updated)
    }
    writeSource(of: post, to: &xml, notes: &notes)
    if !post.extensions.isEmpty { post.extensions.write(to: &xml, notes: &notes, of: post) }
  }

  private func writeLink(of post: Post, to xml: inout XMLSerializer, notes: inout FeedOutput) {
    let permalink = post.permalink.unlessEmpty
    let external = post.externalLink.unlessEmpty
    let link = options.link == .external ? external ?? permalink : permalink
    xml.element("link", url: link)
    notes.omit(
      "externalLink",
      if: external != nil && external != link,
      "an RSS item has one link, and this feed links to its own pages",
      of: post
    )
    notes.omit(
      "permalink",
      if: permalink != nil && permalink != link && permalink != post.id,
      "an RSS item has one link, and this feed links to other pages",
      of: post
    )
  }

  /// `isPermaLink` is always said: its default is true, which makes readers open ids that are no
  /// address. True asks for a URL, so that an id with letters of other scripts cannot have it.
  private func writeGUID(of post: Post, to xml: inout XMLSerializer) {
    guard !post.id.isEmpty else { return }
    let isPermalink =
      post.id == post.permalink && URI.isAbsolute(post.id)
      && URI.fromIRI(post.id) == post.id
    xml.open("guid")
    xml.attribute("isPermaLink", isPermalink ? "true" : "false")
    xml.text(post.id)
    xml.close()
  }

  private func writePeople(of post: Post, to xml: inout XMLSerializer, notes: inout FeedOutput) {
    guard !post.authors.isEmpty || !post.contributors.isEmpty else { return }
    let address = post.authors.singleRSSAddress
    if let address {
      xml.element("author", text: address)
    } else {
      xml.dublinCoreCreators(post.authors)
    }
    xml.dublinCoreContributors(post.contributors)
    notes.omitDetails(
      ofAuthors: post.authors,
      hasAddress: address != nil,
      contributors: post.contributors,
      of: post
    )
  }

  /// `description` is HTML to readers, and stands before `content:encoded`: some take the last they
  /// see (RSS Best Practices Profile, `content:encoded`).
  private func writeContent(of post: Post, to xml: inout XMLSerializer) {
    let content = EntryContent(post, mode: options.content)
    if let summary = content.summary {
      xml.element("description", markup: HTMLEscaping.escape(summary))
      if let html = content.contentAsHTML { xml.contentEncoded(html) }
    } else if let html = content.contentAsHTML {
      xml.element("description", markup: html)
    } else if post.title.unlessEmpty == nil {
      // An item needs a title or a description.
      xml.element(
        "description",
        markup: HTMLEscaping.escape(post.permalink.unlessEmpty ?? post.id)
      )
    }
    if options.includesMarkdown, let markdown = content.markdown { xml.sourceMarkdown(markdown) }
  }

  /// The profile allows one enclosure an item, and readers disagree on further ones.
  private func writeAttachments(
    of post: Post,
    to xml: inout XMLSerializer,
    notes: inout FeedOutput
  ) {
    guard let enclosure = post.attachments.first else { return }
    let size = enclosure.knownSize
    xml.open("enclosure")
    xml.attribute("url", URI.fromIRI(enclosure.url))
    xml.attribute("length", size ?? 0)
    xml.attribute("type", enclosure.knownMediaType)
    xml.close()
    for attachment in post.attachments.dropFirst() { xml.mediaContent(attachment) }

    notes.omit(
      "attachments",
      if: size == nil,
      "the size of an enclosure is not known, so RSS says 0",
      of: post
    )
    notes.omitMediaTypes(of: post)
    notes.omit(
      "attachments",
      if: post.attachments.count > 1,
      "an RSS item has one enclosure; the others are media:content",
      of: post
    )
    notes.omit(
      "attachments",
      if: enclosure.title.unlessEmpty != nil,
      "an RSS enclosure has no title",
      of: post
    )
    notes.omit(
      "attachments",
      if: enclosure.knownDuration != nil && !post.saysDuration,
      "an RSS enclosure does not say how long it plays",
      of: post
    )
  }

  private func writeSource(of post: Post, to xml: inout XMLSerializer, notes: inout FeedOutput) {
    guard let source = post.source else { return }
    guard let url = source.feedURL.unlessEmpty else {
      notes.omit("source", "RSS needs the URL of the feed that the post is from", of: post)
      return
    }
    xml.open("source")
    xml.attribute("url", URI.fromIRI(url))
    xml.text(source.title)
    xml.close()
    notes.omit(
      "source",
      if: (source.id.unlessEmpty != nil && source.id != url)
        || source.homePage.unlessEmpty != nil || source.updated != nil
        || !source.authors.isEmpty || source.rights.unlessEmpty != nil,
      "RSS carries the name and the URL of the feed that the post is from, nothing else",
      of: post
    )
  }
}
