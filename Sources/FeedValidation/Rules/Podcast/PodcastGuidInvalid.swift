import FeedXML

extension Rule {
  static let podcastGuidInvalid = Rule(
    id: "podcast-guid-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A podcast’s guid is a UUID",
    why: """
      Apps find a show again by it, and refer to shows by it in value splits and \
      lists; other forms are not found.
      """,
    help: """
      Make it once from the feed’s address without its scheme and trailing slashes, \
      with the namespace ead4c236-bf58-58c6-a2c6-a6b28d128cb6, and keep it when the \
      feed moves.
      """,
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssChannel(
          "<podcast:guid xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>"
        )
      ],
      failing: [
        .rssChannel(
          "<podcast:guid xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">↓https://example.org/</podcast:guid>"
        )
      ]
    )
  )
}

extension Rule {
  static let podcastGuidVersion = Rule(
    id: "podcast-guid-version",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A podcast’s guid is a UUID of version 5",
    why: """
      Made from the feed’s address, it is the same whoever makes it. One of another version works \
      only where it was read from the feed.
      """,
    help: Rule.podcastGuidInvalid.help,
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssChannel(
          "<podcast:guid xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>"
        )
      ],
      failing: [
        .rssChannel(
          "<podcast:guid xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">↓917393e3-1b1e-4cef-ace4-edaa54e1f810</podcast:guid>"
        )
      ]
    )
  )
}

/// Looks at guids of shows, and at references to them.
final class PodcastGuidInvalidCheck: Check {
  let interests: [Interest] = [
    .element(PodcastGuidInvalidCheck.podcast, "guid"),
    .element(PodcastGuidInvalidCheck.podcast, "remoteItem"),
  ]
  static let podcast = "https://podcastindex.org/namespace/1.0"

  func end(_ element: ElementRecord, _ context: CheckContext) {
    if element.name == "guid" {
      check(element.text, "", at: element.textPosition ?? element.position, element, context)
    } else if let guid = element.attribute("feedGuid") {
      check(guid.value, "feedGuid of ", at: guid.position, element, context)
    }
  }

  private func check(
    _ value: String,
    _ subject: String,
    at position: SourcePosition,
    _ element: ElementRecord,
    _ context: CheckContext
  ) {
    guard !value.isEmpty else { return }
    let complaint: String
    var rule = Rule.podcastGuidInvalid
    if let version = Self.version(value) {
      guard version != "5" else { return }
      rule = .podcastGuidVersion
      complaint = "is a UUID of version \(version), not of version 5"
    } else {
      complaint = "is no UUID"
    }
    context.report(
      rule,
      "\(subject)\(element.qualifiedName) \(Excerpt.quote(value)) \(complaint)",
      at: element,
      position: position,
      attribute: subject.isEmpty ? nil : "feedGuid"
    )
  }

  /// The version of a UUID; `nil` if it is none.
  private static func version(_ text: String) -> Character? {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return nil }
      default: if !(byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6) { return nil }
      }
    }
    return Character(UnicodeScalar(bytes[14]))
  }
}
