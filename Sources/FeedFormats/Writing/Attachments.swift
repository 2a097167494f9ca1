import FeedModel

/// What the formats ask about files.
extension Attachment {
  /// The media type; where it is not known, that of any bytes: RSS and JSON Feed require one.
  var knownMediaType: String { saidMediaType ?? "application/octet-stream" }

  /// The media type if it can be one: two words with a slash between them (RFC 6838 section 4.2).
  var saidMediaType: String? {
    var slashes = 0
    var length = 0
    for byte in mediaType.utf8 {
      if byte == UInt8(ascii: ";"), slashes == 1, length > 0 { return mediaType }
      if byte == UInt8(ascii: "/") {
        guard slashes == 0, length > 0 else { return nil }
        slashes = 1
        length = 0
        continue
      }
      let isWord =
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      guard isWord else { return nil }
      length += 1
    }
    return slashes == 1 && length > 0 ? mediaType : nil
  }

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
      if: post.attachments.contains { $0.saidMediaType == nil },
      "the type of a file is not known, so it stands for any bytes",
      of: post
    )
  }
}
