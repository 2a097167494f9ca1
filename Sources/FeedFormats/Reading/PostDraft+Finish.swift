import FeedModel
import FeedXML

/// How a post is put together from what its elements say.
extension PostDraft {
  /// What is known of the document around the post.
  struct Surroundings {
    /// The site's address and its host without `www.`.
    var homePage: String?
    var site: String?
    /// What relative URLs are resolved against.
    var base: BaseURL?
    var notes: ReadingNotes
  }

  /// The post.
  func finished(in surroundings: Surroundings) -> Post {
    var post = post
    post.title = title.value
    post.published = published.value
    post.updated = updated.value
    post.authors = authors.isEmpty ? lesserAuthors : authors
    if post.authors.count == 1, post.authors[0].avatar == nil { post.authors[0].avatar = avatar }
    post.contributors = contributors
    post.tags = tags.isEmpty ? keywords : tags
    post.rights = rights.value
    post.language = language.value
    post.extensions = extensions
    setLinks(of: &post, surroundings)
    setFiles(of: &post)
    setTexts(of: &post, surroundings)
    setID(of: &post, surroundings)
    return post
  }

  /// An id that is missing is what most feed readers take instead: the link, then the file, then a
  /// name made of title, date and text, which changes when they do.
  private func setID(of post: inout Post, _ surroundings: Surroundings) {
    if let id = id.value {
      post.id = id
      return
    }
    if let link = post.permalink ?? post.externalLink ?? post.attachments.first?.url {
      post.id = link
      surroundings.notes.add(.id, nil, "has no id: its link stands for it", at: position)
      return
    }
    var name = post.title ?? ""
    name += "\n" + (post.published.map(RFC3339.string) ?? "")
    name += "\n" + (post.content?.html ?? post.content?.text ?? post.summary ?? "")
    post.id =
      "urn:uuid:"
      + NameBasedUUID(name, namespace: NameBasedUUID.namespaceOfOthers).string
    surroundings.notes.add(
      .id,
      nil,
      "has neither id nor link: a name made of title, date and text stands for it",
      at: position
    )
  }

  /// A link to another site is the page that the post is about if the post has a page of its own on
  /// the feed's site: by a `guid` that is an address, or by Atom's `via` and `related`.
  private func setLinks(of post: inout Post, _ surroundings: Surroundings) {
    var permalink = link.value
    let guid = guidAsPage(surroundings)
    if permalink == nil { permalink = guid }
    post.permalink = permalink
    post.externalLink = related.first
    guard let permalink, let site = surroundings.site,
      !(surroundings.homePage.map(permalink.hasPrefix) ?? false),
      let host = Address.site(of: permalink), host != site
    else { return }
    let own = ([guid].compactMap { $0 } + via + related).first { Address.site(of: $0) == site }
    guard let own else { return }
    post.permalink = own
    post.externalLink = Address.isRedirector(host) ? nil : permalink
  }

  private func guidAsPage(_ surroundings: Surroundings) -> String? {
    guard idIsGUID, idIsPermalink != false, let guid = id.value else { return nil }
    if Address.isPage(guid) { return guid }
    // Some feeds have `/2024/post` there, and say that it is an address.
    guard idIsPermalink == true || guid.hasPrefix("/"), !URI.isAbsolute(guid) else { return nil }
    return surroundings.base?.resolve(guid)
  }

  // MARK: Texts

  /// `description` is the post itself where nothing else is, and a summary beside it.
  private func setTexts(of post: inout Post, _ surroundings: Surroundings) {
    var text = content.value
    if let description {
      if text == nil {
        text = description
      } else if text?.string != description.string {
        summary.offer(plain(description))
      }
    }
    post.summary = summary.value
    if let text {
      var content = Content()
      switch text.kind {
      case .html: content.html = absolute(text, post.permalink, surroundings)
      case .plain: content.text = text.string
      }
      post.content = content
    } else if post.summary == nil {
      post.summary = lesserSummary.value
    }
    if let markdown {
      post.content = post.content ?? Content()
      post.content?.markdown = markdown
    }
  }

  private func plain(_ text: Text) -> String? {
    switch text.kind {
    case .plain: text.string
    case .html: HTMLText.plain(text.string).unlessEmpty
    }
  }

  /// URLs in HTML are relative to `xml:base`, else to the post's own page.
  private func absolute(
    _ text: Text,
    _ permalink: String?,
    _ surroundings: Surroundings
  ) -> String {
    var used: BaseURL?
    let bytes = text.string.withUTF8Bytes { html in
      HTMLAbsoluteURLs.resolve(html) {
        used = text.base ?? permalink.flatMap { BaseURL($0) } ?? surroundings.base
        return used
      }
    }
    guard let bytes, let used else { return text.string }
    if text.base == nil {
      surroundings.notes.add(
        .url,
        text.name,
        "has relative URLs, which are resolved against \(used.string)",
        at: text.position
      )
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Files

  /// Of Media RSS the widest picture stands for the post, a thumbnail where there is no other. Other
  /// files are attachments, one of each group, and complete the enclosure if they are the same.
  private func setFiles(of post: inout Post) {
    post.attachments = enclosures
    var picture: Image? = post.image
    var groups: Set<Int> = []
    for medium in media where !medium.isImage {
      if let group = medium.group, !medium.isDefault {
        let hasDefault = media.contains { $0.group == group && $0.isDefault && !$0.isImage }
        if hasDefault || groups.contains(group) { continue }
      }
      if let group = medium.group { groups.insert(group) }
      add(medium.attachment, to: &post)
    }
    for medium in media where medium.isImage {
      let image = medium.image
      let isWider = (image.width ?? 0) > (picture?.width ?? 0)
      if picture == nil || (isWider && post.image == nil) { picture = image }
    }
    if picture == nil {
      for thumbnail in thumbnails where (thumbnail.width ?? 0) > (picture?.width ?? -1) {
        picture = thumbnail
      }
    }
    post.image = picture
  }

  private func add(_ attachment: Attachment, to post: inout Post) {
    guard let known = post.attachments.firstIndex(where: { $0.url == attachment.url }) else {
      post.attachments.append(attachment)
      return
    }
    if post.attachments[known].mediaType.isEmpty {
      post.attachments[known].mediaType = attachment.mediaType
    }
    post.attachments[known].size = post.attachments[known].size ?? attachment.size
    post.attachments[known].duration = post.attachments[known].duration ?? attachment.duration
    post.attachments[known].title = post.attachments[known].title ?? attachment.title
  }
}
