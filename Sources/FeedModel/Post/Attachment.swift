/// A file that belongs to a post: an enclosure.
public struct Attachment: Sendable, Equatable {
  /// The absolute URL.
  public var url: String

  /// The media type, such as `audio/mpeg`. RSS and JSON Feed require it: where it is empty or cannot
  /// be one, they say `application/octet-stream`, which is reported.
  ///
  /// RSS: `enclosure type`, `media:content type` · Atom: `type` · JSON Feed: `mime_type`.
  public var mediaType: String

  /// The size in bytes. RSS requires it; 0 stands for "unknown" there, as the profile says, which is
  /// reported.
  ///
  /// RSS: `enclosure length`, `media:content fileSize` · Atom: `length` · JSON Feed: `size_in_bytes`.
  public var size: Int64?

  /// How long it plays, in seconds.
  ///
  /// RSS: `media:content duration` on further attachments, in whole seconds · Atom: not carried · JSON
  /// Feed: `duration_in_seconds`. It is not reported where `itunes:duration` says it.
  public var duration: Double?

  /// The name people should see. JSON Feed takes attachments with one title for the same thing in
  /// several encodings.
  ///
  /// RSS: `media:title` on further attachments · Atom: `title` · JSON Feed: `title`.
  public var title: String?

  /// A file with its type, and what else is known.
  public init(
    url: String,
    mediaType: String,
    size: Int64? = nil,
    duration: Double? = nil,
    title: String? = nil
  ) {
    self.url = url
    self.mediaType = mediaType
    self.size = size
    self.duration = duration
    self.title = title
  }
}
