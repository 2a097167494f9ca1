import FeedModel
import FeedSources

/// One folder, file or pattern of `posts.from`, with the files in it and the means to read them.
struct SourceListing: Sendable {
  /// The files that may be posts.
  let files: [PostFiles.File]
  /// The files that are no posts, and why.
  let excluded: [(relativePath: String, reason: Exclusion)]
  /// Reads the heads.
  let reader: PostReader
  /// Makes the content.
  let renderer: ContentRenderer

  /// What is shown before a file's own path.
  private let shownPrefix: String
  /// Whether the files' paths begin with that.
  private let pathsAreShown: Bool

  /// Lists the files of a source.
  ///
  /// - Throws: `SourceProblem` when the folder or file is missing or cannot be read.
  init(
    from: String,
    source: PostSource,
    configuration: SiteConfiguration,
    now: Timestamp
  ) throws(SourceProblem) {
    let preset = source.preset ?? Self.detectedPreset(in: configuration.folder)
    let place = try Place(from: from, folder: configuration.folder)
    let shownFolder = Self.joined(configuration.folder, place.folder)
    shownPrefix = shownFolder == "." ? "" : shownFolder + "/"
    switch place.kind {
    case .file(let name):
      guard let markup = PostFiles.markup(ofFile: name) else {
        throw SourceProblem(
          path: from,
          message: "posts.from names a file that Tidings does not read",
          help: "name a folder, or a file that ends in .md, .mdx, .html or .jsonl"
        )
      }
      let path = Self.joined(configuration.folder, Self.joined(place.folder, name))
      files = [PostFiles.File(relativePath: name, path: path, markup: markup)]
      excluded = []
      pathsAreShown = false
    case .folder(let patterns):
      do {
        let found = try PostFiles(
          folder: Self.joined(configuration.folder, place.folder),
          include: patterns + source.include,
          exclude: source.exclude,
          sectionFiles: preset.sectionFiles
        )
        files = found.files
        excluded = found.excluded
        pathsAreShown = !shownPrefix.isEmpty
      } catch {
        throw SourceProblem(path: from, message: "cannot \(error.action): \(error.reason)")
      }
    }
    let rules = Self.rules(
      preset: preset,
      from: place.folder,
      source: source,
      configuration: configuration,
      now: now
    )
    do {
      reader = try PostReader(rules: rules)
    } catch {
      throw SourceProblem(path: ConfigurationReader.fileName, message: error.message)
    }
    renderer = ContentRenderer(
      rules: source.content,
      templates: source.resolvesTemplates ? PostTemplates(rules: rules) : nil
    )
  }

  /// A file's path relative to the configuration, for people.
  func shown(_ file: PostFiles.File) -> String {
    // One text for both, in all folders but the configuration's own.
    pathsAreShown ? file.path : shown(file.relativePath)
  }

  /// The path of a file below the source's folder, relative to the configuration.
  func shown(_ relativePath: String) -> String {
    shownPrefix + relativePath
  }

  private static func rules(
    preset: Preset,
    from: String,
    source: PostSource,
    configuration: SiteConfiguration,
    now: Timestamp
  ) -> PostRules {
    var rules = PostRules(preset: preset, site: configuration.url, now: now)
    rules.fields = source.fields
    rules.url = source.url
    rules.dates = FrontMatterDateParser(
      siteZone: configuration.timeZone,
      defaultHour: source.defaultMinuteOfDay / 60,
      defaultMinute: source.defaultMinuteOfDay % 60
    )
    rules.includesFuture = source.includesFuture
    rules.includesDrafts = source.includesDrafts
    rules.conditions = source.conditions
    rules.people = source.people
    rules.from = from
    let folders = source.assetFolders + preset.staticFolders
    rules.assetFolders = folders.map { joined(configuration.folder, $0) }
    return rules
  }

  private static func detectedPreset(in folder: String) -> Preset {
    Preset.detected(inFolder: folder) ?? .auto
  }

  static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." || folder.isEmpty { return path }
    return path == "." || path.isEmpty
      ? folder : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}

/// What a `from` means.
private struct Place {
  enum Kind {
    case file(String)
    /// A folder, and the pattern that its files must match, if there is one.
    case folder([PathPattern])
  }

  var folder: String
  var kind: Kind

  init(from: String, folder base: String) throws(SourceProblem) {
    var path = from
    while path.hasSuffix("/"), path.utf8.count > 1 { path.removeLast() }
    if path.hasPrefix("./") { path.removeFirst(2) }
    let full = SourceListing.joined(base, path)
    switch FileSystem.kind(of: full) {
    case .folder:
      folder = path.isEmpty ? "." : path
      kind = .folder([])
    case .file, .other:
      let slash = path.lastIndex(of: "/")
      folder = slash.map { String(path[..<$0]) } ?? "."
      kind = .file(slash.map { String(path[path.index(after: $0)...]) } ?? path)
    case nil:
      let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard let first = parts.firstIndex(where: PathPattern.isPattern) else {
        throw SourceProblem(
          path: from,
          message: "there is no such folder or file in \(base == "." ? "this folder" : base)",
          help: "posts.from is counted from the folder of the configuration"
        )
      }
      folder = first == 0 ? "." : parts[..<first].joined(separator: "/")
      let pattern = parts[first...].joined(separator: "/")
      kind = .folder([PathPattern(pattern.contains("/") ? pattern : "./" + pattern)])
    }
  }
}
