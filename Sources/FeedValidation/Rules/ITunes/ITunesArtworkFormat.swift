extension Rule {
  static let itunesArtworkFormat = Rule(
    id: "itunes-artwork-format",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "Artwork of a podcast is JPEG or PNG, and its address says so",
    why: """
      Apple Podcasts loads artwork by the ending of its address, and shows a grey \
      square for other formats.
      """,
    help: """
      Publish the picture as JPEG or PNG, square, with 1400 to 3000 pixels a side, and \
      name it .jpg or .png.
      """,
    spec: "https://podcasters.apple.com/support/896-artwork-requirements",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><itunes:image xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" href=\"https://example.org/a.png\"/>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><itunes:image xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" href=\"↓https://example.org/a.webp\"/>"
        )
      ]
    )
  )
}

/// Looks at the endings of artwork’s addresses.
final class ITunesArtworkFormatCheck: Check {
  let interests: [Interest] = [.element(ITunesElementMissingCheck.itunes, "image")]

  func start(_ element: ElementRecord, _ context: CheckContext) {
    guard let address = element.attribute("href"), let ending = FileExtension.of(address.value),
      !["jpg", "jpeg", "png"].contains(ending), FileExtension.pictures.contains(ending)
    else { return }
    context.report(
      .itunesArtworkFormat,
      "href of \(element.qualifiedName) ends with .\(ending); Apple takes JPEG and PNG",
      at: element,
      position: address.position,
      attribute: "href"
    )
  }
}
