extension Rule {
  static let imageFormat = Rule(
    id: "image-format",
    severity: .warning,
    formats: .rss,
    summary: "The channel's image is a GIF, JPEG or PNG",
    why: "The specification allows these three, and readers may show no other.",
    help: "Use a GIF, JPEG or PNG.",
    spec: "https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt",
    w3c: ["ImageUrlFormat"],
    examples: Examples(
      passing: [
        .rssChannel(
          "<image><url>https://example.org/a.png</url><title>Example</title><link>https://example.org/</link></image>"
        )
      ],
      failing: [
        .rssChannel(
          "<image><url>↓https://example.org/a.bmp</url><title>Example</title><link>https://example.org/</link></image>"
        )
      ]
    )
  )
}

/// Looks at the suffix of the image's URL, if it has one.
final class ImageFormatCheck: Check {
  let interests: [Interest] = [.element("", "url")]
  private static let known = ["gif", "jpg", "jpeg", "jpe", "png"]

  func end(_ url: ElementRecord, _ context: CheckContext) {
    guard url.parentRole == .image else { return }
    let path = url.text.prefix { $0 != "?" && $0 != "#" }
    guard let name = path.split(separator: "/").last, path.contains("://"),
      path.split(separator: "/").count > 2, let dot = name.lastIndex(of: ".")
    else { return }
    let suffix = name[name.index(after: dot)...].lowercased()
    // A dynamic page may well answer with a picture.
    guard !Self.known.contains(suffix), Self.pictures.contains(suffix) else { return }
    context.report(
      .imageFormat,
      "url of image leads to a file of the type \(suffix)",
      at: url,
      position: url.textPosition
    )
  }

  private static let pictures: Set<String> = [
    "avif", "bmp", "heic", "heif", "ico", "jfif", "pict", "svg", "tif", "tiff", "webp", "xbm",
    "mp4",
    "html", "htm", "pdf", "swf",
  ]
}
