extension TemplateSyntax {
  /// Nunjucks, with Hexo's tag plugins.
  ///
  /// Source: Hexo's documentation of tag plugins.
  static let hexo = TemplateSyntax(
    generator: "Hexo",
    notation: .nunjucks,
    tags: liquidTags.merging([
      "codeblock": .code(.named("lang")), "code": .code(.named("lang")),
      "blockquote": .quotation, "quote": .quotation, "pullquote": .excerpt,
      "img": .image, "asset_img": .ownImage,
      "post_path": .pageAddress, "post_link": .pageLink,
      "gist": .link(.gist),
    ]) { _, own in own },
    fieldPrefix: "",
    values: ["config.url": .site, "config.root": .rootPath],
    filters: ["safe": .identity],
    offSwitch: OffSwitch(key: "disableNunjucks", values: ["true"])
  )
}
