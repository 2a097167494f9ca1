extension Preset {
  /// Hugo; keys are not case-sensitive there, which holds for all presets here.
  ///
  /// Source: Hugo's documentation of front matter and its date fallbacks.
  public static let hugo = Preset(
    name: "hugo",
    title: "Hugo",
    // Zola's sites have a `config.toml` too.
    marks: [
      ["hugo.toml"], ["hugo.yaml"], ["hugo.yml"], ["hugo.json"], ["config/_default"],
      ["config.toml", "archetypes"], ["config.toml", "layouts"], ["config.yaml"], ["config.yml"],
      ["config.json"],
    ],
    folders: ["content/posts", "content/post", "content/blog", "content"],
    contentRoots: ["content"],
    outputFolders: ["public"],
    staticFolders: ["static"],
    fields: [
      .date: ["date", "publishDate", "pubdate", "published", "lastmod", "modified"],
      .updated: ["lastmod", "modified"],
      .publish: ["publishDate", "pubdate", "published"],
      .expires: ["expiryDate", "unpublishdate"],
      .url: ["url"],
      .summary: ["summary", "description"],
      .image: ["images", "cover", "featured_image", "image"],
      .authors: ["authors", "author", "params.authors", "params.author"],
      .unlisted: ["unlisted", "hidden", "headless"],
      .status: ["status", "build.list", "_build.list"],
      .external: ["externalUrl", "external_url", "external-url", "link"],
    ],
    url: "/{path}/{slug}/",
    slugStyle: Slug.Style(keeping: "._~+@#%", separatesAtPunctuation: false),
    notation: .hugo,
    dropsDatesFromSlugs: false,
    sectionFiles: ["_index.md", "_index.html"],
    templates: .hugo
  )
}
