import FeedModel
import FeedXML

/// What Atom's `type` and `mode` make of a text (RFC 4287, sections 3.1 and 4.1.3; the draft of Atom
/// 0.3 for `mode`), and what text without them most likely is.
struct TextConstruct {
  /// What the text is.
  enum Kind {
    case plain
    case html
    /// Something else, by its media type.
    case other(String)
  }

  let kind: Kind
  /// Text that was Base64; nil for all else.
  let decoded: String?

  init(_ element: FeedElement) {
    let type = element.attribute("type")?.lowercased().prefix { $0 != ";" } ?? ""
    let mode = element.attribute("mode")?.lowercased()
    var decoded: String?
    let isText = type.hasPrefix("text/") || type.hasSuffix("xml") || type.contains("html")
    // RFC 4287 section 4.1.3.3: other media types stand as Base64.
    if mode == "base64" || (mode == nil && type.contains("/") && !isText) {
      decoded = element.withText { Base64.decode(Array($0)) }.flatMap {
        String(validating: $0, as: UTF8.self)
      }
    }
    self.decoded = decoded

    switch type {
    case "html", "text/html", "xhtml", "application/xhtml+xml":
      kind = .html
    case "", "text":
      if element.isMarkup {
        kind = .html
        element.note(.markup, "has elements, but no type that says so: they are read as HTML")
      } else if type.isEmpty, element.arena.options.guessesMarkup,
        element.withText(PlainText.hasTags)
      {
        kind = .html
        element.note(.markup, "has no type, but looks like HTML and is read as such")
      } else {
        kind = .plain
      }
    case "text/plain": kind = element.isMarkup ? .html : .plain
    default:
      // MathML and SVG are part of HTML, and some write `application/xml` for XHTML.
      let isHTML =
        decoded == nil && (element.hasDivision || type.hasPrefix("text/"))
        || type == "image/svg+xml" || type == "application/mathml+xml"
      kind = isHTML ? .html : .other(String(type))
    }
  }
}
