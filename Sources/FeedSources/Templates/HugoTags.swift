extension TemplateSyntax {
  /// Hugo's shortcodes.
  ///
  /// Source: Hugo's documentation of its embedded shortcodes.
  static let hugo = TemplateSyntax(
    generator: "Hugo",
    notation: .hugo,
    tags: [
      "comment": .comment,
      "highlight": .code(.first),
      "figure": .figure,
      "details": .details,
      "param": .field,
      "ref": .pageAddress, "relref": .pageAddress,
      "youtube": .link(.youTube), "vimeo": .link(.vimeo), "gist": .link(.gist),
      "instagram": .link(.instagram),
      "x": .link(.x), "tweet": .link(.x), "twitter": .link(.x),
    ]
  )
}
