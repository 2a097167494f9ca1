extension TemplateSyntax {
  /// Zola's shortcodes and its links to files.
  ///
  /// Source: Zola's documentation of shortcodes and internal links.
  static let zola = TemplateSyntax(
    generator: "Zola",
    notation: .zola,
    tags: [
      "youtube": .link(.youTube), "vimeo": .link(.vimeo), "streamable": .link(.streamable),
      "gist": .link(.gist),
    ],
    linkPrefixes: [LinkPrefix(text: "@/", meaning: .page)]
  )
}
