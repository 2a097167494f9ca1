extension Preset {
  /// Hexo, and hexo-generator-feed's choice of summary.
  ///
  /// Source: Hexo's documentation of front matter and permalinks.
  public static let hexo = Preset(
    name: "hexo",
    title: "Hexo",
    // Jekyll's sites have a `_config.yml` too.
    marks: [["_config.yml", "scaffolds"], ["_config.yml", "source/_posts"]],
    packages: ["hexo"],
    folders: ["source/_posts"],
    outputFolders: ["public"],
    staticFolders: ["source"],
    fields: [
      .updated: ["updated"],
      .url: ["permalink"],
      .summary: ["description", "intro", "excerpt", "subtitle"],
      .image: ["cover", "image", "photos", "thumbnail", "top_img"],
      .published: ["published"],
    ],
    // Hexo's `:title` is the file's path below `_posts`.
    url: "/{year}/{month}/{day}/{folder}/{slug}/",
    categoryStyle: Slug.Style(lowercases: false),
    notation: .hexo,
    draftFolders: ["_drafts"],
    templates: .hexo
  )
}
