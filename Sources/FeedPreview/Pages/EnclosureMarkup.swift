import FeedModel

/// The files of an entry, as readers offer them.
enum EnclosureMarkup {
  static func list(_ attachments: [Attachment], _ local: LocalAddresses) -> String {
    guard !attachments.isEmpty else { return "" }
    let items = attachments.map { "<li>\(item($0, local))</li>\n" }.joined()
    return "<ul class=\"enclosures\" aria-label=\"Files\">\n\(items)</ul>\n"
  }

  private static func item(_ attachment: Attachment, _ local: LocalAddresses) -> String {
    let file = attachment.url.split(separator: "/").last.map(String.init) ?? attachment.url
    let name = attachment.title ?? file
    var facts = [Markup.text(attachment.mediaType)]
    if let size = attachment.size, size > 0 { facts.append(Words.size(size)) }
    if let duration = attachment.duration {
      let text = Words.duration(duration)
      if !text.isEmpty { facts.append(text) }
    }
    facts.removeAll(where: \.isEmpty)
    let label = "<span dir=\"auto\">\(Markup.text(name))</span>"
    var html = "<p>\(Markup.link(attachment.url, label))"
    html += " <span class=\"quiet\">\(facts.joined(separator: " · "))</span></p>"
    if attachment.mediaType.hasPrefix("audio/"), let source = local.source(attachment.url) {
      html += "<audio controls preload=\"none\" src=\"\(source)\"></audio>"
    } else if attachment.mediaType.hasPrefix("video/"), let source = local.source(attachment.url) {
      html += "<video controls preload=\"none\" src=\"\(source)\"></video>"
    }
    return html
  }
}
