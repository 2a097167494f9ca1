extension ValueType {
  /// A media type: `audio/mpeg`, `text/html; charset=utf-8`.
  public static let mediaType = ValueType("a media type", ifEmpty: .mediaTypeInvalid) {
    value,
    _,
    report in
    checkMediaType(value, report)
  }

  /// The media type of what stands in Atom's content, which is no composite (RFC 4287, section
  /// 4.1.3.1).
  public static let contentMediaType = ValueType("a media type", ifEmpty: .mediaTypeInvalid) {
    value,
    _,
    report in
    checkMediaType(value, report)
    let trimmed = TrimmedValue(value)
    guard
      ASCII.hasPrefix("multipart/", in: trimmed.bytes, at: 0)
        || ASCII.hasPrefix("message/", in: trimmed.bytes, at: 0)
    else { return }
    report(
      ValueFinding(
        .mediaTypeInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), a composite type, which content cannot have",
        at: trimmed.start
      )
    )
  }

  private static func checkMediaType(
    _ value: UnsafeBufferPointer<UInt8>,
    _ report: (ValueFinding) -> Void
  ) {
    let trimmed = TrimmedValue(value)
    guard !trimmed.bytes.isEmpty else { return }
    if let place = MediaTypeText.offence(trimmed.bytes) {
      let meant = meantMediaType(trimmed.bytes)
      report(
        ValueFinding(
          .mediaTypeInvalid,
          "is \(Excerpt.quote(trimmed.bytes)), not a media type such as text/html",
          at: trimmed.start + min(place, trimmed.bytes.count - 1),
          help: meant.map { "Write \($0)." },
          replacement: meant
        )
      )
      return
    }
    let essence = MediaTypeText.essence(trimmed.bytes)
    guard MediaTypeNames.misnamed.contains(essence, in: trimmed.bytes),
      let right = MediaTypeNames.right[
        String(decoding: trimmed.bytes[essence], as: UTF8.self).lowercased()
      ]
    else { return }
    report(
      ValueFinding(
        .mediaTypeMisnamed,
        "is \(Excerpt.quote(trimmed.bytes[essence])), for which \(right) is the name",
        at: trimmed.start,
        replacement: right + String(decoding: trimmed.bytes[essence.upperBound...], as: UTF8.self)
      )
    )
  }

  /// The type of an extension: `mp3`, `.jpg`.
  private static func meantMediaType(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count <= 8 else { return nil }
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    return MediaTypeNames.ofExtensions[word.hasPrefix(".") ? String(word.dropFirst()) : word]
  }
}

/// Names of media types that are met in feeds.
private enum MediaTypeNames {
  /// What is written, in lower case, and what is registered instead.
  static let right: [String: String] = [
    "application/atom": "application/atom+xml", "application/rss": "application/rss+xml",
    "audio/m4a": "audio/mp4", "audio/mp3": "audio/mpeg", "audio/x-mp3": "audio/mpeg",
    "audio/x-mpeg": "audio/mpeg", "image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg",
    "image/svg": "image/svg+xml", "text/rss": "application/rss+xml", "video/mpeg4": "video/mp4",
  ]

  static let misnamed = WordTable(
    ignoringCase: true,
    [(0, right.keys.joined(separator: " "))]
  )

  /// Files by their extension.
  static let ofExtensions: [String: String] = [
    "aac": "audio/aac", "gif": "image/gif", "html": "text/html", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "m4a": "audio/mp4", "m4v": "video/mp4", "mov": "video/quicktime",
    "mp3": "audio/mpeg", "mp4": "video/mp4", "pdf": "application/pdf", "png": "image/png",
    "webp": "image/webp", "xhtml": "application/xhtml+xml",
  ]
}

extension Rule {
  /// Media types have two parts.
  public static let mediaTypeInvalid = Rule(
    id: "media-type-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A media type is a type, a slash and a subtype",
    why: """
      Readers choose by the type whether to play, show or download. With one that they cannot \
      parse they do nothing, or take text for markup.
      """,
    help: "Write the registered type: audio/mpeg, video/mp4, image/jpeg, text/html.",
    spec: "https://www.rfc-editor.org/rfc/rfc2045#section-5.1",
    w3c: ["InvalidMIMEType", "InvalidMIMEAttribute"],
    examples: Examples(
      passing: [.rssItem(enclosure("audio/mpeg"))],
      failing: [.rssItem(enclosure("mp↓3")), .rssItem(enclosure("audio↓/"))]
    )
  )

  /// Media types are called by their names.
  public static let mediaTypeMisnamed = Rule(
    id: "media-type-misnamed",
    severity: .info,
    formats: .all,
    summary: "A media type has the name under which it is registered",
    why: "Most readers know the wrong name too. Some compare it with the registered names only.",
    help: "Write the registered name.",
    spec: "https://www.iana.org/assignments/media-types/",
    examples: Examples(
      passing: [.rssItem(enclosure("audio/mpeg"))],
      failing: [.rssItem(enclosure("↓audio/mp3"))]
    )
  )

  private static func enclosure(_ type: String) -> String {
    """
    <title>One</title>\
    <enclosure url="https://example.org/1.mp3" length="0" type="\(type)"/>
    """
  }
}
