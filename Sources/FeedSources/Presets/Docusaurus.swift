extension Preset {
  /// Docusaurus' blog plugin.
  ///
  /// Source: the documentation of @docusaurus/plugin-content-blog.
  public static let docusaurus = Preset(
    name: "docusaurus",
    title: "Docusaurus",
    marks: [["docusaurus.config.js"], ["docusaurus.config.ts"], ["docusaurus.config.mjs"]],
    packages: ["@docusaurus/core"],
    folders: ["blog"],
    outputFolders: ["build"],
    staticFolders: ["static"],
    fields: [
      .updated: ["last_update.date"],
      .slug: ["slug", "id"],
      .url: [],
      .summary: ["description"],
      .unlisted: ["unlisted"],
    ],
    url: "/blog/{dated_path}",
    needsFrontMatter: false,
    tagSeparator: .none,
    bundlesPictures: true
  )
}
