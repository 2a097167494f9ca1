extension TemplateSyntax {
  /// Liquid or Nunjucks, as the site has it; in what is known they do not differ.
  ///
  /// Source: Eleventy's documentation of supplied data, filters and template languages; its base
  /// blog for `metadata`, and its plugin of code blocks for `highlight`.
  static let eleventy = TemplateSyntax(
    generator: "Eleventy",
    notation: .nunjucks,
    tags: liquidTags.merging(["highlight": .code(.first)]) { _, own in own },
    fieldPrefix: "",
    values: ["site.url": .site, "metadata.url": .site, "page.url": .pagePath],
    filters: [
      "url": .relativeAddress, "safe": .identity, "prepend": .prepend, "append": .append,
    ],
    offSwitch: OffSwitch(key: "templateEngineOverride", values: ["md", "html", "false"])
  )
}
