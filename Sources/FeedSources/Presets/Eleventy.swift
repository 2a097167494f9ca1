extension Preset {
  /// Eleventy. Its tags name collections, so the usual names of collections are no subjects.
  ///
  /// Source: Eleventy's documentation of dates, permalinks and collections.
  public static let eleventy = Preset(
    name: "eleventy",
    title: "Eleventy",
    marks: [
      ["eleventy.config.js"], ["eleventy.config.mjs"], ["eleventy.config.cjs"],
      ["eleventy.config.ts"], [".eleventy.js"], ["src/_data"],
    ],
    packages: ["@11ty/eleventy"],
    folders: ["src/posts", "content/blog", "src/blog", "posts", "blog", "content/posts"],
    contentRoots: ["src", "content"],
    outputFolders: ["_site"],
    staticFolders: ["public", "static", "src"],
    fields: [
      .date: ["date"],
      .url: ["permalink"],
      .language: ["lang", "language", "page.lang"],
      .unlisted: ["eleventyExcludeFromCollections", "unlisted"],
    ],
    url: "/{path}/{slug}/",
    notation: .eleventy,
    tagSeparator: .none,
    structuralTags: ["all", "nav", "page", "pages", "post", "posts"],
    templates: .eleventy
  )
}
