extension Preset {
  /// Zola. Pages without a date are not in its feeds; `path` may hold the date.
  ///
  /// Source: Zola's documentation of pages, sections and feeds.
  public static let zola = Preset(
    name: "zola",
    title: "Zola",
    marks: [
      ["zola.toml"], ["config.toml", "templates"], ["config.toml", "sass"], ["config.toml"],
    ],
    folders: ["content"],
    contentRoots: ["content"],
    outputFolders: ["public"],
    staticFolders: ["static", "content"],
    fields: [
      .updated: ["updated"],
      .url: ["path"],
      .summary: ["summary", "description"],
      .tags: ["taxonomies.tags", "tags"],
      .categories: ["taxonomies.categories", "categories"],
      .status: ["status", "render"],
      .image: ["extra.image", "extra.cover", "extra.thumbnail", "extra.featured_image"],
      .external: ["extra.external_url", "extra.link_to", "extra.link"],
    ],
    url: "/{path}/{slug}/",
    slugStyle: Slug.Style(foldsAccents: true),
    ownAddressesAreFolders: true,
    sectionFiles: ["_index.md"],
    templates: .zola
  )
}
