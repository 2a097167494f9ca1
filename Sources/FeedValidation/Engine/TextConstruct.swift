import FeedXML

/// What an Atom text construct or `content` that is being read holds, as its `type` says
/// (RFC 4287, sections 3.1 and 4.1.3).
struct TextConstruct {
  /// What it holds.
  enum Kind: Equatable {
    /// Text without markup.
    case text
    /// Escaped HTML.
    case html
    /// One XHTML `div`.
    case xhtml
    /// Elements of another XML vocabulary.
    case xml
    /// Text of a type such as `text/css`.
    case otherText
    /// Base64.
    case base64
    /// Nothing: it is elsewhere.
    case external
  }

  var kind: Kind
  /// Where its type is written.
  var typePosition: SourcePosition?
  /// Whether it is HTML inside, however that is packed.
  private(set) var isHTML = false
  /// Whether its type is that of whole documents.
  private(set) var isWholeDocument = false
  /// How many children it has, and how many of them are `div` of XHTML.
  var children = 0
  var divisions = 0
  /// Where text stands before its first child, and behind it.
  var textBefore: SourcePosition?
  var textBehind: SourcePosition?
  /// How many elements there are below the `div`.
  var descendants = 0

  /// Of a text construct with a `type`; media types are read as what they mean, since some feeds
  /// have them from Atom 0.3.
  init(textType: String) {
    switch textType.lowercased() {
    case "html", "text/html": kind = .html
    case "xhtml", "application/xhtml+xml": kind = .xhtml
    default: kind = .text
    }
  }

  /// Of Media RSS, where text is plain unless it says that it is HTML.
  init(mediaType: String) {
    kind = mediaType.lowercased() == "html" ? .html : .text
  }

  /// Of Atom 0.3, whose `mode` is `xml` unless it says otherwise.
  init(type: String, mode: String) {
    let type = type.lowercased()
    switch mode {
    case "escaped": kind = type.contains("html") ? .html : .otherText
    case "base64": kind = .base64
    default: kind = type.isEmpty || type == "text/plain" ? .text : .xml
    }
  }

  /// Of `content` with a `type`, in the order of section 4.1.3.3.
  init(contentType: String, isExternal: Bool) {
    if contentType == "html", !isExternal {
      // Nearly all of them.
      kind = .html
      isHTML = true
      return
    }
    let type = contentType.lowercased().prefix { $0 != ";" }
    isHTML = type.contains("html")
    isWholeDocument = type == "text/html"
    if isExternal {
      kind = .external
      return
    }
    switch type {
    case "", "text": kind = .text
    case "html": kind = .html
    case "xhtml": kind = .xhtml
    default:
      if type.hasSuffix("+xml") || type.hasSuffix("/xml") {
        kind = .xml
      } else if type.hasPrefix("text/") {
        kind = type == "text/html" ? .html : type == "text/plain" ? .text : .otherText
      } else if type.contains("/") {
        kind = .base64
      } else {
        kind = .text
      }
    }
  }
}
