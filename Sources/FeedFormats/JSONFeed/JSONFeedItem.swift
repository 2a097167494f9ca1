import FeedJSON
import FeedModel

/// Items: what a post says.
extension JSONFeedWriter {
  /// `url` is the post's own page whatever readers should open: JSON Feed has `external_url` for the
  /// page elsewhere.
  func writeItem(_ post: Post, to json: inout JSONSerializer, notes: inout FeedOutput) {
    json.member("id", post.id)
    json.member("url", url: post.permalink)
    json.member("external_url", url: post.externalLink)
    json.member("title", post.title.unlessEmpty)
    writeContent(of: post, to: &json, notes: &notes)
    json.member("image", url: post.image?.url)
    json.member("banner_image", url: post.banner?.url)
    json.member("date_published", date: post.published)
    json.member("date_modified", date: post.updated)
    json.authors(post.authors)
    writeTags(of: post, to: &json, notes: &notes)
    json.member("language", post.language.unlessEmpty)
    writeAttachments(of: post, to: &json, notes: &notes)
    noteOmissions(of: post, in: &notes)
    if !post.extensions.isEmpty { json.extensions(post.extensions, notes: &notes, of: post) }
  }

  /// An item needs `content_html` or `content_text`: without content, the summary or the title is the
  /// text.
  private func writeContent(
    of post: Post,
    to json: inout JSONSerializer,
    notes: inout FeedOutput
  ) {
    let content = EntryContent(post, mode: options.content)
    json.member("summary", content.summary)
    json.member("content_html", content.html)
    json.member("content_text", content.text)
    if !content.hasContent { json.member("content_text", content.summary ?? post.title ?? "") }
    notes.omit(
      "content",
      if: options.includesMarkdown && content.markdown != nil,
      "only RSS carries the Markdown",
      of: post
    )
  }

  /// No tag stands twice (the official schema's `uniqueItems`).
  private func writeTags(of post: Post, to json: inout JSONSerializer, notes: inout FeedOutput) {
    guard !post.tags.isEmpty else { return }
    // A post has a handful of tags: hashing them costs more than comparing.
    var written: [String] = []
    json.key("tags")
    json.beginArray()
    for tag in post.tags {
      guard let text = tag.label.unlessEmpty ?? tag.term.unlessEmpty else { continue }
      guard !written.contains(text) else { continue }
      written.append(text)
      json.value(text)
    }
    json.endArray()
    notes.omit(
      "tags",
      if: post.tags.contains { $0.label.unlessEmpty == nil && $0.term.isEmpty },
      "one has no name",
      of: post
    )
    notes.omit(
      "tags",
      if: post.tags.contains { tag in
        tag.scheme.unlessEmpty != nil || (tag.label.unlessEmpty != nil && tag.label != tag.term)
      },
      "JSON Feed has words that people see, without schemes and terms",
      of: post
    )
  }

  private func writeAttachments(
    of post: Post,
    to json: inout JSONSerializer,
    notes: inout FeedOutput
  ) {
    guard !post.attachments.isEmpty else { return }
    json.key("attachments")
    json.beginArray()
    for attachment in post.attachments {
      json.beginObject()
      json.member("url", URI.fromIRI(attachment.url))
      json.member("mime_type", attachment.knownMediaType)
      json.member("title", attachment.title.unlessEmpty)
      json.member("size_in_bytes", attachment.knownSize.flatMap { Int(exactly: $0) })
      if let duration = attachment.knownDuration {
        json.key("duration_in_seconds")
        if let whole = Int(exactly: duration) { json.value(whole) } else { json.value(duration) }
      }
      json.endObject()
    }
    json.endArray()
    notes.omitMediaTypes(of: post)
  }

  private func noteOmissions(of post: Post, in notes: inout FeedOutput) {
    notes.omitJSONDetails(ofAuthors: post.authors, of: post)
    notes.omit(
      "contributors",
      if: !post.contributors.isEmpty,
      "JSON Feed does not carry it",
      of: post
    )
    notes.omit(
      "rights",
      if: post.rights.unlessEmpty != nil,
      "JSON Feed does not carry it",
      of: post
    )
    notes.omit(
      "commentsPage",
      if: post.commentsPage.unlessEmpty != nil,
      "JSON Feed does not carry it",
      of: post
    )
    notes.omit("source", if: post.source != nil, "JSON Feed does not carry it", of: post)
    notes.omit(
      "image",
      if: post.image?.description.unlessEmpty != nil,
      "JSON Feed does not say what a picture shows",
      of: post
    )
  }
}
