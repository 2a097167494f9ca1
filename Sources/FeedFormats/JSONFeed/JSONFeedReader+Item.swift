import FeedJSON
import FeedModel
import FeedXML

/// Reads an item: what a post says.
struct JSONFeedItemReader {
  private var json: JSONMembers
  /// Whether the item that was read has an id.
  private(set) var hasID = false

  init(_ members: JSONMembers) {
    json = members
  }

  /// The post; nil where there is no object, or a broken one.
  mutating func read(at position: SourcePosition) -> Post? {
    let draft = PostDraft(at: position)
    do throws(JSONError) {
      let isObject = try json.eachMember { key, json throws(JSONError) in
        try JSONFeedItemReader.read(key, &json, into: draft)
      }
      guard isObject else {
        json.notes.add(.syntax, nil, "is no object: left out", at: position)
        return nil
      }
      try json.end()
    } catch {
      json.note(error)
      return nil
    }
    hasID = draft.id.value != nil
    return finished(draft)
  }

  /// The writer gives an item without content its summary or title as text, since one is required.
  private func finished(_ draft: PostDraft) -> Post {
    let plain = draft.plainContent
    let isRepeated =
      draft.content.value == nil && plain == (draft.summary.value ?? draft.title.value)
    var post = draft.finished(
      in: PostDraft.Surroundings(site: nil, base: json.base, notes: json.notes)
    )
    if let plain, !isRepeated {
      post.content = post.content ?? Content()
      post.content?.text = plain
    }
    return post
  }

  private static func read(
    _ key: JSONToken,
    _ json: inout JSONMembers,
    into draft: PostDraft
  ) throws(JSONError) {
    switch key.text {
    case "id": draft.id.offer(try json.text())
    case "url": draft.link.offer(try json.url())
    case "external_url": if let url = try json.url() { draft.related.append(url) }
    case "title": draft.title.offer(try json.line())
    case "content_html":
      guard let html = try json.verbatim()?.trimmingSpaces().unlessEmpty else { return }
      draft.content.offer(
        PostDraft.Text(
          kind: .html,
          string: html,
          base: nil,
          element: nil,
          position: draft.position
        )
      )
    case "content_text": draft.plainContent = try json.verbatim()
    case "summary": draft.summary.offer(try json.text())
    case "image": if let url = try json.url() { draft.post.image = Image(url: url) }
    case "banner_image": if let url = try json.url() { draft.post.banner = Image(url: url) }
    case "date_published": draft.published.offer(try json.date())
    case "date_modified": draft.updated.offer(try json.date())
    case "authors":
      draft.authors = []
      try json.people(into: &draft.authors)
    case "author":
      // JSON Feed 1.0; 1.1 has a list.
      guard draft.authors.isEmpty else { return try json.skip() }
      try json.people(into: &draft.authors)
    case "tags":
      for tag in try json.texts() where !draft.tags.contains(where: { $0.term == tag }) {
        draft.tags.append(Tag(tag))
      }
    case "language": draft.language.offer(try json.language())
    case "attachments": try readAttachments(&json, into: draft)
    case ITunesEpisode.jsonKey:
      if let episode = try ITunesEpisode(&json) { draft.extensions[ITunesEpisode.self] = episode }
    default: try json.skip()
    }
  }

  private static func readAttachments(
    _ json: inout JSONMembers,
    into draft: PostDraft
  ) throws(JSONError) {
    try json.eachObject { json, object throws(JSONError) in
      var attachment = Attachment(url: "", mediaType: "")
      try json.members(of: object) { key, json throws(JSONError) in
        switch key.text {
        case "url": attachment.url = try json.url() ?? ""
        case "mime_type": attachment.mediaType = try json.text() ?? ""
        case "title": attachment.title = try json.line()
        case "size_in_bytes": attachment.size = try json.count().map { Int64($0) }
        case "duration_in_seconds": attachment.duration = try json.number()
        default: try json.skip()
        }
      }
      if !attachment.url.isEmpty { draft.enclosures.append(attachment) }
    }
  }
}
