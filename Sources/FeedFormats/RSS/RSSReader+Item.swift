import FeedModel
import FeedXML

/// Items: what a post says.
extension RSSReader {
  /// The children of `item`.
  static let itemRules: [ElementRule<PostDraft>] = [
    .markup("title") { $1.title.offer($0.line) },
    .element("link") { element, draft in
      guard element.text != nil else {
        AtomReader.readLink(element, draft)
        return
      }
      draft.link.offer(element.url)
    },
    .element("guid") { element, draft in
      guard let id = element.text, draft.id.value == nil || !draft.idIsGUID else { return }
      draft.id.offer(id, rank: -1)
      draft.idIsGUID = true
      switch element.attribute("isPermaLink")?.lowercased() {
      case "true": draft.idIsPermalink = true
      case nil: draft.idIsPermalink = nil
      default: draft.idIsPermalink = false
      }
    },
    .element("pubDate") { $1.published.offer($0.date) },
    .element("author") { element, draft in
      if let person = element.rssPerson { draft.authors.add(person) }
    },
    .element("category") { $1.tags.add(rssCategory: $0) },
    .markup("description") { element, draft in
      guard draft.description == nil else { return }
      draft.description = element.html
    },
    .element("enclosure") { element, draft in
      guard let url = element.url("url") ?? element.url("href") ?? element.url else {
        element.note(.omission, "has no URL")
        return
      }
      let attachment = Attachment(
        url: url,
        mediaType: element.attribute("type") ?? "",
        // 0 stands for a length that is not known (RSS Best Practices Profile).
        size: element.count("length").flatMap { $0 > 0 ? Int64($0) : nil }
      )
      if !draft.enclosures.contains(where: { $0.url == url }) {
        draft.enclosures.append(attachment)
      }
    },
    .element("comments") { element, draft in
      draft.post.commentsPage = draft.post.commentsPage ?? element.url
    },
    .element("source") { element, draft in
      guard draft.post.source == nil else { return }
      let url = element.url("url")
      guard let title = element.line ?? url else { return }
      draft.post.source = Source(title: title, feedURL: url)
    },
    .element("image") { element, draft in
      guard draft.post.image == nil, let url = element.imageAddress else { return }
      draft.post.image = Image(url: url)
    },
    .element("language") { $1.language.offer($0.language, rank: 1) },
    .markup("copyright") { $1.rights.offer($0.line, rank: 1) },
  ]
}

extension FeedElement {
  /// Text that is HTML; nil where there is none.
  var html: PostDraft.Text? { text.map { text(.html, $0) } }

  /// A text of the post with where it is from.
  func text(_ kind: PostDraft.Text.Kind, _ string: String) -> PostDraft.Text {
    PostDraft.Text(
      kind: kind,
      string: string,
      base: base,
      element: name,
      position: textPosition
    )
  }
}
