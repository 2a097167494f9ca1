/// How one site generator's authors write: where posts lie, what their front matter is called, and
/// which addresses their pages get.
public struct Preset: Sendable, Equatable {
  /// The name in `tidings.yml`.
  public var name: String
  /// The generator's name, as people know it.
  public var title: String
  /// Files and folders of a site that give the generator away when all of one list are there.
  public var marks: [[String]]
  /// The packages by which a `package.json` names the generator.
  public var packages: [String]
  /// Where posts usually lie, the likeliest first.
  public var folders: [String]
  /// The folder that addresses are counted from: a post's `{path}` starts below it.
  public var contentRoots: [String]
  /// Where the site's pages are written.
  public var outputFolders: [String]
  /// Where files lie that are copied to the site's root, such as sounds and pictures.
  public var staticFolders: [String]
  /// Front matter keys, in the order of preference; dots lead into mappings.
  public var fields: [PostField: [String]]
  /// The address of a post's page, with placeholders, when front matter names none.
  public var url: String
  /// The folders whose files are pages themselves, at addresses that front matter does not change.
  public var pageFolders: [String]
  /// Whether `2019-06-13-title.md` dates a post that has no date of its own.
  public var datesFromFileNames: Bool
  /// What becomes of the names of files and folders in an address; nil leaves them as they are.
  public var slugStyle: Slug.Style?
  /// Whether the style is for slugs in front matter too.
  public var stylesOwnSlugs: Bool
  /// What becomes of categories in an address; nil makes their letters small and no more.
  public var categoryStyle: Slug.Style?
  /// How the generator writes patterns of addresses.
  public var notation: AddressNotation
  /// Whether an address in front matter names a folder, whether or not it ends with a slash.
  public var ownAddressesAreFolders: Bool
  /// Whether an address does without the date that a file's name begins with.
  public var dropsDatesFromSlugs: Bool
  /// Whether a post without a slug gets it from its title instead of its file's name.
  public var takesSlugsFromTitles: Bool
  /// Whether a file without front matter is no post.
  public var needsFrontMatter: Bool
  /// Whether `Key: value` lines may begin a post.
  public var allowsHeaderLines: Bool
  /// How a text stands for several tags.
  public var tagSeparator: TagSeparator
  /// Keys whose text is one name, whatever stands in it: Jekyll's `tag` and `category`.
  public var singularKeys: [String]
  /// Tags that say where a page belongs rather than what it is about.
  public var structuralTags: [String]
  /// Files that describe a folder instead of being posts.
  public var sectionFiles: [String]
  /// Folders of posts that are not ready.
  public var draftFolders: [String]
  /// Whether titles hold HTML.
  public var titlesHoldHTML: Bool
  /// Whether a post without a title gets one from its file's name: `first-post`, `First Post`.
  public var takesTitlesFromNames: Bool
  /// Whether pictures are addressed from the site's root, as pages are.
  public var picturesCountFromRoot: Bool
  /// Whether pictures beside a post get addresses that only the generator knows.
  public var bundlesPictures: Bool
  /// The tags that the generator replaces in posts; nil where it replaces none.
  public var templates: TemplateSyntax?

  /// What stands between tags in one text.
  public enum TagSeparator: Sendable, Equatable {
    /// A text is one tag.
    case none
    /// `red, green`.
    case comma
    /// `red green`.
    case space
    /// `red, green`; or `red; green, or blue`, where commas belong to the names.
    case commaOrSemicolon
  }

  init(
    name: String,
    title: String,
    marks: [[String]] = [],
    packages: [String] = [],
    folders: [String],
    contentRoots: [String] = [],
    outputFolders: [String] = [],
    staticFolders: [String] = [],
    fields: [PostField: [String]],
    url: String,
    pageFolders: [String] = [],
    datesFromFileNames: Bool = true,
    slugStyle: Slug.Style? = nil,
    stylesOwnSlugs: Bool = true,
    categoryStyle: Slug.Style? = nil,
    notation: AddressNotation = .none,
    ownAddressesAreFolders: Bool = false,
    dropsDatesFromSlugs: Bool = true,
    takesSlugsFromTitles: Bool = false,
    needsFrontMatter: Bool = true,
    allowsHeaderLines: Bool = false,
    tagSeparator: TagSeparator = .comma,
    singularKeys: [String] = [],
    structuralTags: [String] = [],
    sectionFiles: [String] = [],
    draftFolders: [String] = [],
    titlesHoldHTML: Bool = false,
    takesTitlesFromNames: Bool = false,
    picturesCountFromRoot: Bool = false,
    bundlesPictures: Bool = false,
    templates: TemplateSyntax? = nil
  ) {
    self.name = name
    self.title = title
    self.marks = marks
    self.packages = packages
    self.folders = folders
    self.contentRoots = contentRoots
    self.outputFolders = outputFolders
    self.staticFolders = staticFolders
    self.fields = fields.merging(Self.shared) { own, _ in own }
    self.url = url
    self.pageFolders = pageFolders
    self.datesFromFileNames = datesFromFileNames
    self.slugStyle = slugStyle
    self.stylesOwnSlugs = stylesOwnSlugs
    self.categoryStyle = categoryStyle
    self.notation = notation
    self.ownAddressesAreFolders = ownAddressesAreFolders
    self.dropsDatesFromSlugs = dropsDatesFromSlugs
    self.takesSlugsFromTitles = takesSlugsFromTitles
    self.needsFrontMatter = needsFrontMatter
    self.allowsHeaderLines = allowsHeaderLines
    self.tagSeparator = tagSeparator
    self.singularKeys = singularKeys
    self.structuralTags = structuralTags
    self.sectionFiles = sectionFiles
    self.draftFolders = draftFolders
    self.titlesHoldHTML = titlesHoldHTML
    self.takesTitlesFromNames = takesTitlesFromNames
    self.picturesCountFromRoot = picturesCountFromRoot
    self.bundlesPictures = bundlesPictures
    self.templates = templates
  }

  /// The address of the page of a post in a folder of the site.
  public func url(ofPostsIn folder: String) -> String {
    let isPage = pageFolders.contains { folder == $0 || folder.hasPrefix($0 + "/") }
    return isPage ? "/{path}/{name}/" : url
  }

  /// Keys that mean the same everywhere, for the fields about which a preset says nothing.
  private static let shared: [PostField: [String]] = [
    .title: ["title"],
    .date: ["date"],
    .updated: ["updated", "last_modified_at", "lastmod", "modified"],
    .publish: ["publish_date", "publishDate"],
    .expires: ["expires", "expiryDate", "expiry_date"],
    .slug: ["slug"],
    .url: ["permalink"],
    .id: ["guid"],
    .external: ["external_url", "external-url", "link_url", "link"],
    .summary: ["summary", "description", "excerpt"],
    .authors: ["authors", "author"],
    .tags: ["tags", "tag", "keywords"],
    .categories: ["categories", "category"],
    .image: ["image", "cover"],
    .banner: ["banner_image", "banner"],
    .attachments: ["enclosures", "enclosure", "attachments", "audio", "video"],
    .language: ["language", "lang", "locale"],
    .rights: ["rights", "copyright"],
    .comments: ["comments_url", "comment_url"],
    .draft: ["draft"],
    .published: ["published"],
    .unlisted: ["unlisted", "hidden"],
    .status: ["status"],
  ]
}
