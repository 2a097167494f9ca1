extension Preset {
  /// Astro's content collections, with the names of its blog template.
  ///
  /// Source: Astro's blog and starlog examples. Dates are what JavaScript's `Date` reads.
  public static let astro = Preset(
    name: "astro",
    title: "Astro",
    marks: [
      ["astro.config.mjs"], ["astro.config.js"], ["astro.config.ts"], ["astro.config.mts"],
      ["astro.config.cjs"], ["src/content.config.ts"], ["src/content/config.ts"],
    ],
    packages: ["astro"],
    folders: [
      "src/content/blog", "src/content/posts", "src/content/post", "src/pages/posts",
      "src/pages/blog", "src/content/releases", "src/content",
    ],
    contentRoots: ["src/content", "src/pages", "src", "content"],
    outputFolders: ["public"],
    staticFolders: ["public"],
    fields: [
      .date: ["pubDate", "pubDatetime", "publishDate", "date"],
      .updated: ["updatedDate", "modDatetime", "updated"],
      .summary: ["description", "summary", "excerpt"],
      .image: [
        "heroImage", "cover_image", "image", "ogImage", "cover", "thumbnail",
      ],
      .authors: ["authors", "author", "writer"],
    ],
    url: "/{path}/{slug}/",
    pageFolders: ["src/pages"],
    // github-slugger, which makes the ids of collections' entries.
    slugStyle: Slug.Style(keeping: "_", separatesAtPunctuation: false),
    stylesOwnSlugs: false,
    dropsDatesFromSlugs: false,
    bundlesPictures: true
  )
}
