/// A style sheet for people who open a feed in a browser (xml-stylesheet 1.0).
public struct Stylesheet: Sendable, Equatable {
  /// Where the style sheet is, absolute or relative to the document.
  public var href: String
  /// The media type, `text/css` or `text/xsl`.
  public var mediaType: String
  /// The media query it is meant for.
  public var media: String?
  /// Its name, for alternates.
  public var title: String?

  /// A style sheet; the media type follows from the name's ending unless given.
  public init(
    href: String,
    mediaType: String? = nil,
    media: String? = nil,
    title: String? = nil
  ) {
    let path = href.prefix { $0 != "?" && $0 != "#" }
    let isCSS = path.lowercased().hasSuffix(".css")
    self.href = href
    self.mediaType = mediaType ?? (isCSS ? "text/css" : "text/xsl")
    self.media = media
    self.title = title
  }
}
