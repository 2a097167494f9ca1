import FeedSources

/// What the posts of a site look like: where they are, and which keys their front matter has.
struct PostSurvey {
  /// The folder of posts, relative to the site's.
  let folder: String
  /// How many files may be posts.
  let files: Int
  /// A key whose values are dates, when the preset's own keys are not in use.
  let dateKey: String?

  private static let sampleSize = 60
  /// Folders that hold other things than posts.
  private static let skipped: Set<String> = [
    "node_modules", "public", "_site", "dist", "build", "vendor", "themes", "static", "assets",
    "drafts", "_drafts", "templates", "layouts", "_layouts", "_includes", "archetypes", "scaffolds",
    "docs",
  ]
  /// Files that lie about in every repository.
  private static let skippedFiles: Set<String> = [
    "readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security",
    "authors", "index", "404", "about",
  ]

  /// Surveys a site's folder.
  ///
  /// - Throws: `FileError` when the folder cannot be read.
  init(site: String, preset: Preset) throws(FileError) {
    let found = try Self.folder(in: site, preset: preset)
    folder = found.folder
    files = found.files.count
    dateKey = Self.dateKey(in: found.files, preset: preset)
  }

  /// The preset's folders first; else the folder with the most posts in it.
  private static func folder(
    in site: String,
    preset: Preset
  ) throws(FileError) -> (folder: String, files: [PostFiles.File]) {
    for name in preset.folders where FileSystem.kind(of: site + "/" + name) == .folder {
      let files = try posts(in: site + "/" + name, preset: preset)
      if !files.isEmpty { return (name, files) }
    }
    var counts: [String: Int] = [:]
    for file in try posts(in: site, preset: preset) {
      guard let folder = home(of: file.relativePath) else { continue }
      counts[folder, default: 0] += 1
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return (".", [])
    }
    let files = try posts(in: best.isEmpty ? site : site + "/" + best, preset: preset)
    return (best.isEmpty ? "." : best, files)
  }

  /// The folder that a post belongs to: folders by year, and those that hold one post, are its own.
  private static func home(of path: String) -> String? {
    var parts = path.split(separator: "/")
    guard let name = parts.popLast()?.lowercased() else { return nil }
    guard !parts.contains(where: { skipped.contains($0.lowercased()) }) else { return nil }
    let stem = String(name.prefix { $0 != "." })
    if stem == "index", parts.count > 1 {
      parts.removeLast()
    } else if skippedFiles.contains(stem) {
      return nil
    }
    while let last = parts.last, last.allSatisfy(\.isNumber) { parts.removeLast() }
    return parts.joined(separator: "/")
  }

  private static func posts(
    in folder: String,
    preset: Preset
  ) throws(FileError) -> [PostFiles.File] {
    try PostFiles(folder: folder, sectionFiles: preset.sectionFiles).files
      .filter { $0.markup != .html }
  }

  /// The key that most posts have their date in, unless most are dated by the preset's own rules.
  private static func dateKey(in files: [PostFiles.File], preset: Preset) -> String? {
    let ownFields: [PostField] = [.date, .updated, .publish, .expires]
    let own = Set(ownFields.flatMap { preset.fields[$0] ?? [] }.map { $0.lowercased() })
    let known = Set((preset.fields[.date] ?? []).map { $0.lowercased() })
    let dates = FrontMatterDateParser()
    var counts: [String: Int] = [:]
    var dated = 0
    var sampled = 0
    for index in stride(from: 0, to: files.count, by: max(1, files.count / sampleSize)) {
      guard let mapping = frontMatter(of: files[index], preset: preset) else { continue }
      sampled += 1
      let keys = mapping.entries.filter { entry in
        // A year or a number by itself is hardly meant as a date.
        guard let text = entry.node.asString, let date = try? dates.parse(text) else {
          return false
        }
        return date.precision >= .day && !text.allSatisfy(\.isNumber)
      }.map(\.key)
      let isNamed =
        preset.datesFromFileNames && FileNameDate.parse(files[index].relativePath) != nil
      if isNamed || keys.contains(where: { known.contains($0.lowercased()) }) {
        dated += 1
      } else {
        for key in keys where !own.contains(key.lowercased()) { counts[key, default: 0] += 1 }
      }
    }
    guard dated * 2 < sampled else { return nil }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func frontMatter(of file: PostFiles.File, preset: Preset) -> DataMapping? {
    var reader = FileReader()
    guard (try? reader.open(file.path)) != nil, (try? reader.readToEnd(limit: 64_000)) != nil,
      let split = try? FrontMatter.split(
        reader.bytes,
        isWholeFile: true,
        allowsHeaderLines: preset.allowsHeaderLines
      ), split.syntax != .none
    else { return nil }
    return (try? FrontMatter.parse(reader.bytes, split))?.asMapping
  }
}
