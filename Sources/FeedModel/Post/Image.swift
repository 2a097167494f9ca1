/// A picture, by its address.
public struct Image: Sendable, Equatable {
  /// The absolute URL.
  ///
  /// RSS, Atom: `media:content url` · JSON Feed: `image` or `banner_image`.
  public var url: String
  /// What the picture shows, plain text.
  ///
  /// RSS, Atom: `media:description` · JSON Feed: not carried.
  public var description: String?
  /// The media type, when known.
  ///
  /// RSS, Atom: `media:content type` · JSON Feed: not carried and not reported, as the width and the
  /// height: the picture says it itself.
  public var mediaType: String?
  /// The width in pixels: `media:content width`.
  public var width: Int?
  /// The height in pixels: `media:content height`.
  public var height: Int?

  /// A picture, with what is known of it.
  public init(
    url: String,
    description: String? = nil,
    mediaType: String? = nil,
    width: Int? = nil,
    height: Int? = nil
  ) {
    self.url = url
    self.description = description
    self.mediaType = mediaType
    self.width = width
    self.height = height
  }
}
