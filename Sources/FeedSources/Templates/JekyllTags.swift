extension TemplateSyntax {
  /// Liquid, with the tags and filters of Jekyll and its usual plugins.
  ///
  /// Source: Jekyll's documentation of Liquid tags, filters and variables.
  static let jekyll = TemplateSyntax(
    generator: "Jekyll",
    notation: .liquid,
    tags: liquidTags.merging([
      "highlight": .code(.first),
      "post_url": .pageAddress,
      "link": .pageAddress,
      "gist": .link(.gist),
    ]) { _, own in own },
    fieldPrefix: "page",
    values: ["site.url": .origin, "site.baseurl": .basePath, "page.url": .pagePath],
    filters: [
      "relative_url": .relativeAddress, "absolute_url": .absoluteAddress,
      "prepend": .prepend, "append": .append,
    ],
    offSwitch: OffSwitch(key: "render_with_liquid", values: ["false"])
  )
}
