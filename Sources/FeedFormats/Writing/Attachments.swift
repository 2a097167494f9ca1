import FeedModel

/// What the formats ask about files.
extension Attachment {
  /// The media type; where it is not known, that of any bytes: RSS and JSON Feed require one.
  var knownMediaType: String { mediaType.unlessEmpty ?? "application/octet-stream" }

  /// The size if it can be one.
  var knownSize: Int64? { size.flatMap { $0 >= 0 ? $0 : nil } }

  /// The duration if it can be one.
  var knownDuration: Double? { duration.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil } }
}

extension Post {
  /// Whether the podcast's elements say how long the post plays.
  var saysDuration: Bool { extensions[ITunesEpisode.self]?.duration != nil }
}

extension FeedOutput {
  /// Notes files of which the type is not known.
  mutating func omitMediaTypes(of post: Post) {
    omit(
      "attachments",
      if: post.attachments.contains { $0.mediaType.isEmpty },
      "the type of a file is not known, so it stands for any bytes",
      of: post
    )
  }
}
