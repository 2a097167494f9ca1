extension Preset {
  /// Any site: the names that the other presets use, the common ones first.
  public static let auto = Preset(
    name: "auto",
    title: "any generator",
    folders: [
      "content/posts", "content/blog", "content/post", "src/content/blog", "src/posts", "_posts",
      "posts", "blog", "blogs", "data/blogs", "src/pages/posts", "src/pages/blog", "content",
    ],
    contentRoots: ["content", "src/content", "src/pages", "src", "data"],
    outputFolders: ["public", "static", "_site"],
    staticFolders: ["static", "public"],
    fields: [
      .date: [
        "date", "published_date", "pubDate", "publishDate", "published_at", "created_date",
        "created", "published",
      ],
      .updated: [
        "updated", "updated_date", "updatedDate", "lastmod", "last_modified_at", "modified",
        "last_update.date",
      ],
      .publish: [],
      .url: ["permalink", "url"],
      .summary: ["summary", "description", "excerpt", "subtitle"],
      .image: [
        "image", "cover", "heroImage", "featuredImgPath", "featured_image", "thumbnail",
      ],
      .tags: ["tags", "tag", "taxonomies.tags"],
      .categories: ["categories", "category", "taxonomies.categories"],
    ],
    url: "/{path}/{slug}/",
    pageFolders: ["src/pages"],
    notation: .jekyll,
    allowsHeaderLines: true,
    sectionFiles: ["_index.md"],
    draftFolders: ["_drafts", "drafts"]
  )
}
