import FeedModel
import FeedXML

/// Entries: what a post says (RFC 4287 section 4.1.2).
extension AtomWriter {
  /// The namespaces that an entry for the post may use.
  public static func namespaces(of post: Post, options: WriterOptions) -> [XMLNamespace] {
    post.extensions.xmlNamespaces + (post.image == nil ? [] : [.media])
  }

  func writeEntry(_ post: Post, to xml: inout XMLSerializer, notes: inout FeedOutput) {
    xml.element("id", in: .atom, text: AtomIRI.id(for: post.id))
    xml.element("title", in: .atom, text: post.title ?? "")
    xml.element("published", in: .atom, rfc3339: post.published)
    writeUpdated(of: post, to: &xml, notes: &notes)
    writeLinks(of: post, to: &xml)
    writePeople(of: post, to: &xml, notes: &notes)
    xml.atomCategories(post.tags, notes: &notes, of: post)
    xml.element("rights", in: .atom, text: post.rights.unlessEmpty)
    writeContent(of: post, to: &xml, notes: &notes)
    if let source = post.source { writeSource(source, of: post, to: &xml, notes: &notes) }
    if let image = post.image { xml.mediaContent(image) }
    notes.omit("banner", if: post.banner != nil, "only JSON Feed carries it", of: post)
    notes.omit(
      "attachments",
      if: !post.attachments.isEmpty && !post.saysDuration
        && post.attachments.contains { $0.knownDuration != nil },
      "Atom does not say how long a file plays",
      of: post
    )
    notes.omit(
      "attachments",
      if: post.attachments.contains { !$0.mediaType.isEmpty && $0.saidMediaType == nil },
      "the type of a file is none",
      of: post
    )
    if !post.extensions.isEmpty { post.extensions.write(to: &xml, notes: &notes, of: post) }
  }

  private func writeUpdated(
    of post: Post,
    to xml: inout XMLSerializer,
    notes: inout FeedOutput
  ) {
    let date = post.updated ?? post.published
    xml.element("updated", in: .atom, rfc3339: date ?? feed.updated ?? .epoch)
    guard date == nil else { return }
    let end = xml.bytes.count - "</updated>".utf8.count
    let length = Self.dateText(feed.updated ?? .epoch).utf8.count
    notes.feedDates.append((end - length)..<end)
    let omission = feed.updated == nil ? Self.noDate : Self.feedDate
    notes.omit(omission.property, omission.reason, of: post)
  }

  /// What is said of an entry that has no date, where the feed has none either.
  package static let noDate = Omission(
    property: "updated",
    reason: "Atom requires a date, so it says 1970"
  )

  /// What is said of an entry that has no date.
  package static let feedDate = Omission(
    property: "updated",
    reason: "Atom requires a date, so it says when the feed last changed"
  )

  /// At most one link is an alternate, so that no two can be of one type and language (4.1.2).
  private func writeLinks(of post: Post, to xml: inout XMLSerializer) {
    let permalink = post.permalink.unlessEmpty
    let external = post.externalLink.unlessEmpty
    if options.link == .external, let external {
      xml.atomLink(external, rel: "alternate")
      if let permalink { xml.atomLink(permalink, rel: "via", type: "text/html") }
    } else {
      if let permalink { xml.atomLink(permalink, rel: "alternate", type: "text/html") }
      if let external { xml.atomLink(external, rel: "related") }
    }
    for attachment in post.attachments {
      xml.atomLink(
        attachment.url,
        rel: "enclosure",
        type: attachment.saidMediaType,
        title: attachment.title,
        length: attachment.knownSize
      )
    }
    if let comments = post.commentsPage.unlessEmpty {
      xml.atomLink(comments, rel: "replies", type: "text/html")
    }
  }

  private func writePeople(of post: Post, to xml: inout XMLSerializer, notes: inout FeedOutput) {
    guard !post.authors.isEmpty || !post.contributors.isEmpty else { return }
    xml.people("author", post.authors)
    xml.people("contributor", post.contributors)
    notes.omitAtomDetails(of: post.authors, "authors", of: post)
    notes.omitAtomDetails(of: post.contributors, "contributors", of: post)
  }

  private func writeContent(of post: Post, to xml: inout XMLSerializer, notes: inout FeedOutput) {
    let content = EntryContent(post, mode: options.content)
    let hasAlternate =
      post.permalink.unlessEmpty != nil
      || (options.link == .external && post.externalLink.unlessEmpty != nil)
    if content.hasContent || hasAlternate {
      xml.element("summary", in: .atom, text: content.summary)
    }
    if let html = content.html {
      xml.element("content", in: .atom, type: "html", markup: html)
    } else if let text = content.text {
      xml.element("content", in: .atom, text: text)
    } else if !hasAlternate {
      // Section 4.1.2: an entry without an alternate link needs content. The summary is all there is,
      // and would stand there twice if it were a summary too.
      xml.element("content", in: .atom, text: content.summary ?? "")
    }
    notes.omit(
      "content",
      if: options.includesMarkdown && content.markdown != nil,
      "only RSS carries the Markdown",
      of: post
    )
  }

  /// Section 4.2.11: what the entry's original feed said of itself.
  private func writeSource(
    _ source: Source,
    of post: Post,
    to xml: inout XMLSerializer,
    notes: inout FeedOutput
  ) {
    xml.open("source", in: .atom)
    if let id = source.id.unlessEmpty ?? source.feedURL.unlessEmpty {
      xml.element("id", in: .atom, text: AtomIRI.id(for: id))
    }
    xml.element("title", in: .atom, text: source.title)
    xml.element("updated", in: .atom, rfc3339: source.updated)
    if let homePage = source.homePage.unlessEmpty {
      xml.atomLink(homePage, rel: "alternate", type: "text/html")
    }
    if let feedURL = source.feedURL.unlessEmpty { xml.atomLink(feedURL, rel: "self") }
    xml.people("author", source.authors)
    xml.element("rights", in: .atom, text: source.rights.unlessEmpty)
    xml.close()
    notes.omitAtomDetails(of: source.authors, "source", of: post)
  }
}
