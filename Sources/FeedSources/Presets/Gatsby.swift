extension Preset {
  /// Gatsby has no fixed front matter; its starters and their descendants use these names.
  public static let gatsby = Preset(
    name: "gatsby",
    title: "Gatsby",
    marks: [
      ["gatsby-config.js"], ["gatsby-config.ts"], ["gatsby-config.mjs"], ["gatsby-node.js"],
    ],
    packages: ["gatsby"],
    folders: ["content/blog", "data/blogs", "content/posts", "src/posts", "content", "posts"],
    contentRoots: ["content", "data", "src/pages", "src"],
    outputFolders: ["public"],
    staticFolders: ["static"],
    fields: [
      .date: ["date", "published_date", "created_date", "publishedAt", "created"],
      .updated: ["updated", "updated_date", "modified", "lastmod"],
      .url: ["path", "permalink"],
      .summary: ["description", "summary", "excerpt", "subtitle", "spoiler"],
      .image: [
        "featuredImgPath", "featuredImage", "featured_image", "image", "cover", "thumbnail", "hero",
      ],
    ],
    url: "/{folder}/{slug}/",
    dropsDatesFromSlugs: false,
    draftFolders: ["drafts"],
    bundlesPictures: true
  )
}
