import FeedModel
import FeedXML

/// Media RSS: pictures, and files beyond the first enclosure.
///
/// Specification: Media RSS 1.5.1. The namespace's name ends with a slash; feeds without it are
/// ignored by readers.
extension XMLNamespace {
  /// `http://search.yahoo.com/mrss/`.
  public static let media = XMLNamespace("media", "http://search.yahoo.com/mrss/")
}

extension XMLSerializer {
  /// Writes `media:content` for a post's picture.
  mutating func mediaContent(_ image: Image) {
    open("content", in: .media)
    attribute("url", URI.fromIRI(image.url))
    attribute("type", image.mediaType.unlessEmpty)
    attribute("medium", "image")
    attribute("width", image.width.flatMap { $0 > 0 ? $0 : nil })
    attribute("height", image.height.flatMap { $0 > 0 ? $0 : nil })
    if let description = image.description.unlessEmpty {
      open("description", in: .media)
      attribute("type", "plain")
      text(description)
      close()
    }
    close()
  }

  /// Writes `media:content` for a file.
  mutating func mediaContent(_ attachment: Attachment) {
    open("content", in: .media)
    attribute("url", URI.fromIRI(attachment.url))
    attribute("fileSize", attachment.knownSize)
    attribute("type", attachment.saidMediaType)
    attribute("medium", medium(of: attachment.mediaType))
    attribute("duration", attachment.knownDuration.flatMap { Int(exactly: $0.rounded()) })
    if let title = attachment.title.unlessEmpty {
      open("title", in: .media)
      attribute("type", "plain")
      text(title)
      close()
    }
    close()
  }

  private func medium(of mediaType: String) -> String? {
    switch mediaType.prefix(while: { $0 != "/" }) {
    case "image": "image"
    case "audio": "audio"
    case "video": "video"
    case "text": "document"
    default: nil
    }
  }
}

/// Reads Media RSS.
///
/// A picture is an image of the post; one with a size in bytes and no width is a file, as the writer
/// has it. Further pictures are sizes of the first to most feeds, and left out. A picture of Gravatar
/// is the author's, as WordPress.com has it.
///
/// Not read: players, credits, ratings, restrictions, prices, scenes and what else there is.
enum MediaReader {
  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("content", in: .media) { readContent($0, $1, group: nil) },
    .element("group", in: .media) { element, draft in
      draft.mediaGroups += 1
      let group = draft.mediaGroups
      for child in element.children {
        if child.isNamed("content") {
          readContent(child, draft, group: group)
        } else {
          readDetail(child, draft)
        }
      }
    },
    .element("thumbnail", "title", "description", "keywords", in: .media) { readDetail($0, $1) },
  ]

  /// What stands in an item, a group or beside a file alike.
  private static func readDetail(_ element: FeedElement, _ draft: PostDraft) {
    if element.isNamed("thumbnail") {
      guard let url = element.url("url") ?? element.url else { return }
      draft.thumbnails.append(
        Image(url: url, width: element.size("width"), height: element.size("height"))
      )
    } else if element.isNamed("title") {
      draft.title.offer(element.mediaLine, rank: 25)
    } else if element.isNamed("description") {
      draft.lesserSummary.offer(element.mediaText, rank: 10)
    } else if element.isNamed("keywords") {
      draft.addKeywords(element.line)
    }
  }

  private static func readContent(_ element: FeedElement, _ draft: PostDraft, group: Int?) {
    for child in element.children where child.isNamed("thumbnail") { readDetail(child, draft) }
    guard let url = element.url("url") else { return }
    let type = element.attribute("type") ?? ""
    let medium = element.attribute("medium")?.lowercased()
    let size = element.count("fileSize").flatMap { $0 > 0 ? Int64($0) : nil }
    let width = element.size("width")
    let isPicture =
      medium == "image" || (medium == nil && type.hasPrefix("image/"))
      || (medium == nil && type.isEmpty && hasPictureName(url))
    if isPicture, Address.site(of: url)?.hasSuffix("gravatar.com") == true {
      if draft.avatar == nil { draft.avatar = url }
      return
    }
    var duration: Double?
    if let text = element.attribute("duration") {
      duration = LenientNumber.seconds(text)
      if duration == nil {
        element.note(.value, "has duration \(excerpt(text)), which is none: left out")
      }
    }
    draft.media.append(
      PostDraft.Medium(
        attachment: Attachment(
          url: url,
          mediaType: type,
          size: size,
          duration: duration,
          title: element.child("title")?.mediaLine
        ),
        image: Image(
          url: url,
          description: element.child("description")?.mediaLine,
          mediaType: type.unlessEmpty,
          width: width,
          height: element.size("height")
        ),
        isImage: isPicture && (size == nil || width != nil),
        isDefault: element.attribute("isDefault")?.lowercased() == "true",
        group: group
      )
    )
  }

  private static func hasPictureName(_ url: String) -> Bool {
    let path = url.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"].contains {
      path.hasSuffix($0)
    }
  }
}

extension FeedElement {
  /// A size in pixels, above 0.
  fileprivate func size(_ name: StaticString) -> Int? {
    guard let text = attribute(name), let size = LenientNumber.count(text), size > 0 else {
      return nil
    }
    return size
  }

  /// A text of Media RSS on one line, plain unless it says that it is HTML.
  fileprivate var mediaLine: String? {
    switch attribute("type")?.lowercased() {
    case "html": line(of: .html)
    case "plain": line(of: .plain)
    default: line
    }
  }

  /// A text of Media RSS with its lines.
  fileprivate var mediaText: String? {
    attribute("type")?.lowercased() == "html" ? line(of: .html) : text
  }
}
