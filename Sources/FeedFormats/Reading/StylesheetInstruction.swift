import FeedModel
import FeedXML

extension Stylesheet {
  /// A style sheet by the pseudo-attributes of `<?xml-stylesheet?>` (xml-stylesheet 1.0 section 3);
  /// nil without `href`.
  init?(instruction: String) {
    var href: String?
    var type: String?
    var media: String?
    var title: String?
    var rest = instruction[...]
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].trimmingSpaces()
      let value = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'",
        let end = value.dropFirst().firstIndex(of: quote)
      else { break }
      let raw = Array(value.dropFirst()[..<end].utf8)
      // The references of XML are ones of HTML, too.
      let text = raw.withUnsafeBufferPointer {
        String(decoding: HTMLReferences.decoded($0), as: UTF8.self)
      }
      switch name {
      case "href": href = text
      case "type": type = text
      case "media": media = text
      case "title": title = text
      default: break
      }
      rest = value[value.index(after: end)...]
    }
    guard let href, !href.isEmpty else { return nil }
    self.init(href: href, mediaType: type, media: media, title: title)
  }
}
