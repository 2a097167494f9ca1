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
    attribute("type", attachment.mediaType.unlessEmpty)
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
