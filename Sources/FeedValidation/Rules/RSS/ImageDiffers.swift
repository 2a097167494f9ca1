import FeedXML

extension Rule {
  static let imageTitleDiffers = Rule(
    id: "image-title-differs",
    severity: .warning,
    formats: .rss,
    summary: "The title of the channel's image is that of the channel",
    why: """
      Readers show the image in the place of the channel's title, with the image's \
      title as its text.
      """,
    help: "Write the channel's title.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-image-title",
    w3c: ["ImageTitleDoesntMatch"],
    examples: Examples(
      passing: [
        .rssChannel(
          "<image><url>https://example.org/a.png</url><title>Example</title><link>https://example.org/</link></image>"
        )
      ],
      failing: [
        .rssChannel(
          "<image><url>https://example.org/a.png</url><title>↓Another</title><link>https://example.org/</link></image>"
        )
      ]
    )
  )
}

extension Rule {
  static let imageLinkDiffers = Rule(
    id: "image-link-differs",
    severity: .warning,
    formats: .rss,
    summary: "The link of the channel's image is that of the channel",
    why: """
      Readers show the image as a link in the place of the channel's title, and lead \
      elsewhere.
      """,
    help: "Write the channel's link.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-image-link",
    w3c: ["ImageLinkDoesntMatch"],
    examples: Examples(
      passing: [
        .rssChannel(
          "<image><url>https://example.org/a.png</url><title>Example</title><link>https://example.org/</link></image>"
        )
      ],
      failing: [
        .rssChannel(
          "<image><url>https://example.org/a.png</url><title>Example</title><link>↓https://example.org/other</link></image>"
        )
      ]
    )
  )
}

/// Compares the image's title and link with the channel's when both are known.
final class ImageDiffersCheck: Check {
  let interests: [Interest] = [
    .element("", "title"), .element("", "link"), .role(.channel),
  ]
  private var channel: [String: String] = [:]
  private var image: [(name: String, text: String, position: SourcePosition, element: String)] = []

  func end(_ element: ElementRecord, _ context: CheckContext) {
    switch (element.role, element.parentRole) {
    case (.channel, _):
      for part in image {
        guard let expected = channel[part.name], expected != part.text else { continue }
        let isTitle = part.name == "title"
        context.report(
          Finding(
            rule: isTitle ? .imageTitleDiffers : .imageLinkDiffers,
            message:
              "\(part.name) of image is \(Excerpt.quote(part.text)), but that of the channel is "
              + Excerpt.quote(expected),
            position: part.position,
            element: part.element,
            path: "/rss/channel/image/\(part.name)"
          )
        )
      }
    case (_, .channel):
      channel[element.name] = element.text
    case (_, .image) where !element.text.isEmpty:
      image.append(
        (
          element.name, element.text, element.textPosition ?? element.position,
          element.qualifiedName
        )
      )
    default: break
    }
  }
}
