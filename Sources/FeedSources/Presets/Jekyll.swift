extension Preset {
  /// Jekyll, and jekyll-feed's front matter.
  ///
  /// Source: Jekyll's documentation of front matter, drafts and permalinks; jekyll-feed's feed.xml.
  public static let jekyll = Preset(
    name: "jekyll",
    title: "Jekyll",
    marks: [["_config.yml"], ["_config.yaml"], ["_config.toml"], ["_posts"]],
    folders: ["_posts"],
    outputFolders: ["_site"],
    staticFolders: ["."],
    fields: [
      .updated: ["last_modified_at"],
      .url: ["permalink"],
      .summary: ["description", "excerpt"],
      // What stands in the singular wins.
      .tags: ["tag", "tags"],
      .categories: ["category", "categories"],
      .image: ["image"],
    ],
    url: "/{categories}/{year}/{month}/{day}/{slug}.html",
    slugStyle: Slug.Style(keeping: "._~!$&'()+,;=@", lowercases: false),
    notation: .jekyll,
    tagSeparator: .space,
    singularKeys: ["tag", "category"],
    draftFolders: ["_drafts"],
    titlesHoldHTML: true,
    takesTitlesFromNames: true,
    picturesCountFromRoot: true,
    templates: .jekyll
  )
}
