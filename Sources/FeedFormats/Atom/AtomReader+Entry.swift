import FeedModel
import FeedXML

/// Entries: what a post says (RFC 4287 section 4.1.2).
extension AtomReader {
  /// The children of `entry`.
  static let entryRules: [ElementRule<PostDraft>] = [
    .element("id", in: .atom) { $1.id.offer($0.text.map(AtomIRI.idAsRead), rank: guestRank) },
    .markup("title", in: .atom) { $1.title.offer($0.atomLine, rank: guestRank) },
    .element("published", "issued", in: .atom) { $1.published.offer($0.date, rank: guestRank) },
    .element("created", in: .atom) { $1.published.offer($0.date, rank: guestRank + 1) },
    .element("updated", "modified", in: .atom) { $1.updated.offer($0.date, rank: guestRank) },
    .element("link", in: .atom) { readLink($0, $1) },
    .element("author", in: .atom) { element, draft in
      if let person = person(element) { draft.authors.add(person) }
    },
    .element("contributor", in: .atom) { element, draft in
      if let person = person(element) { draft.contributors.add(person) }
    },
    .element("category", in: .atom) { $1.tags.add(atomCategory: $0) },
    .markup("rights", "copyright", in: .atom) { $1.rights.offer($0.atomLine, rank: guestRank) },
    .markup("summary", in: .atom) { readSummary($0, $1) },
    .markup("content", in: .atom) { readContent($0, $1) },
    .element("source", in: .atom) { element, draft in
      draft.post.source = draft.post.source ?? source(element)
    },
  ]

  /// Links of an entry.
  static func readLink(_ element: FeedElement, _ draft: PostDraft) {
    guard let url = element.url("href") else { return }
    switch relation(element) {
    case "alternate": draft.link.offer(url, rank: alternateRank(element))
    case "enclosure":
      guard !draft.enclosures.contains(where: { $0.url == url }) else { return }
      draft.enclosures.append(
        Attachment(
          url: url,
          mediaType: element.attribute("type") ?? "",
          size: element.count("length").flatMap { $0 > 0 ? Int64($0) : nil },
          title: element.attribute("title")
        )
      )
    case "replies":
      // The page counts, not the feed of replies, which is the default type (RFC 4685 section 4).
      if element.attribute("type")?.lowercased().contains("html") == true {
        draft.post.commentsPage = draft.post.commentsPage ?? url
      }
    case "related": draft.related.append(url)
    case "via": draft.via.append(url)
    default: break
    }
  }

  /// A summary is plain text in the model, lines kept. One in HTML is the post itself where there is
  /// no content, as RSS's `description` is: it may hold no more than a picture.
  private static func readSummary(_ element: FeedElement, _ draft: PostDraft) {
    let construct = TextConstruct(element)
    guard let text = construct.decoded ?? element.text else { return }
    switch construct.kind {
    case .plain: draft.summary.offer(text, rank: guestRank)
    case .html: draft.description = draft.description ?? element.text(.html, text)
    case .other(let type):
      element.note(.omission, "is of type \(excerpt(type)), which is not read")
    }
  }

  /// Section 4.1.3. Content elsewhere is an attachment, unless it is a page.
  private static func readContent(_ element: FeedElement, _ draft: PostDraft) {
    if let url = element.url("src") {
      let type = element.attribute("type") ?? ""
      guard !type.contains("html"), !draft.enclosures.contains(where: { $0.url == url }) else {
        element.note(.omission, "is on another page, which is not read")
        return
      }
      draft.enclosures.append(Attachment(url: url, mediaType: type))
      return
    }
    let construct = TextConstruct(element)
    guard let text = construct.decoded ?? element.text else { return }
    switch construct.kind {
    case .plain: draft.content.offer(element.text(.plain, text), rank: guestRank)
    case .html: draft.content.offer(element.text(.html, text), rank: guestRank)
    case .other(let type):
      element.note(.omission, "is of type \(excerpt(type)), which is not read")
    }
  }

  /// Section 4.2.11.
  private static func source(_ element: FeedElement) -> Source? {
    var source = Source(title: "")
    var isEmpty = true
    for child in element.children {
      isEmpty = false
      if child.isNamed("title") {
        source.title = child.atomLine ?? ""
      } else if child.isNamed("id") {
        source.id = child.text.map(AtomIRI.idAsRead)
      } else if child.isNamed("updated") || child.isNamed("modified") {
        source.updated = child.date
      } else if child.isNamed("rights") || child.isNamed("copyright") {
        source.rights = child.atomLine
      } else if child.isNamed("author"), let person = person(child) {
        source.authors.add(person)
      } else if child.isNamed("link") {
        switch relation(child) {
        case "self": source.feedURL = source.feedURL ?? child.url("href")
        case "alternate": source.homePage = source.homePage ?? child.url("href")
        default: break
        }
      }
    }
    return isEmpty ? nil : source
  }
}
