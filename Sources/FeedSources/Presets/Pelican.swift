extension Preset {
  /// Pelican's Markdown articles, whose front matter is `Key: value` lines.
  ///
  /// Source: Pelican's documentation of file metadata; keys are not case-sensitive there.
  public static let pelican = Preset(
    name: "pelican",
    title: "Pelican",
    marks: [["pelicanconf.py"], ["publishconf.py"]],
    folders: ["content/articles", "content/posts", "content/blog", "content"],
    outputFolders: ["output"],
    staticFolders: ["content", "content/extra"],
    fields: [
      .updated: ["modified"],
      .url: ["url", "save_as"],
      .summary: ["summary"],
      .categories: ["category"],
      .language: ["lang"],
      .unlisted: [],
    ],
    url: "/{slug}.html",
    slugStyle: Slug.Style(keeping: "_", separatesAtPunctuation: false, foldsAccents: true),
    stylesOwnSlugs: false,
    notation: .pelican,
    takesSlugsFromTitles: true,
    allowsHeaderLines: true,
    tagSeparator: .commaOrSemicolon,
    singularKeys: ["author", "category"],
    templates: .pelican
  )
}
