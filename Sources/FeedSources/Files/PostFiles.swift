/// The files below a folder that may be posts.
public struct PostFiles: Sendable {
  /// A file, by its path below the folder.
  public struct File: Sendable, Equatable {
    /// The path relative to the folder.
    public var relativePath: String
    /// The path to open it by.
    public var path: String
    /// What it is written in.
    public var markup: PostBody.Markup

    /// A file that may be a post.
    public init(relativePath: String, path: String, markup: PostBody.Markup) {
      self.relativePath = relativePath
      self.path = path
      self.markup = markup
    }
  }

  /// The posts, folder by folder in the order of their names.
  public private(set) var files: [File] = []
  /// The files that are no posts, and why.
  public private(set) var excluded: [(relativePath: String, reason: Exclusion)] = []

  /// Patterns of which a file must match one; none means all.
  private let include: [PathPattern]
  /// Patterns of which a file must match none.
  private let exclude: [PathPattern]
  private let sectionFiles: Set<String>

  /// Folders that were seen, so that each is read once.
  private var seen: Set<FileSystem.Identity> = []
  /// Links to folders, which are followed last: posts keep the paths that they really have.
  private var links: [(folder: String, relative: String)] = []

  /// Collects the files below a folder.
  ///
  /// Files and folders whose names begin with a full stop, and `node_modules`, are passed over. Links
  /// are followed; a folder that was read under another path, as in a circle, is not read again.
  public init(
    folder: String,
    include: [PathPattern] = [],
    exclude: [PathPattern] = [],
    sectionFiles: [String] = []
  ) throws(FileError) {
    self.include = include
    self.exclude = exclude
    self.sectionFiles = Set(sectionFiles)
    try collect(folder: folder, relative: "")
    while !links.isEmpty {
      let link = links.removeFirst()
      try collect(folder: link.folder, relative: link.relative)
    }
  }

  private mutating func collect(folder: String, relative: String) throws(FileError) {
    if let identity = FileSystem.Identity(of: folder), !seen.insert(identity).inserted { return }
    let folderPrefix = folder + "/"
    let relativePrefix = relative.isEmpty ? "" : relative + "/"
    for entry in try FileSystem.entries(inFolder: folder) {
      let name = entry.name
      guard name.utf8.first != UInt8(ascii: "."), name != "node_modules" else { continue }
      let path = folderPrefix + name
      let relativePath = relativePrefix + name
      switch entry.kind {
      case .folder: try collect(folder: path, relative: relativePath)
      case nil where FileSystem.kind(of: path) == .folder: links.append((path, relativePath))
      // A pipe, and a link that leads nowhere, are told of when they are read.
      case .file, .other, nil: add(relativePath: relativePath, path: path, name: name)
      }
    }
  }

  private mutating func add(relativePath: String, path: String, name: String) {
    let ending = Self.ending(of: name)
    guard let markup = Self.markups[ending] else {
      if Self.unsupported.contains(ending) {
        excluded.append((relativePath, .unsupportedMarkup(ending)))
      }
      return
    }
    if !include.isEmpty, !include.contains(where: { $0.matches(relativePath) }) {
      excluded.append((relativePath, .pattern))
    } else if exclude.contains(where: { $0.matchesFolder(of: relativePath) }) {
      excluded.append((relativePath, .pattern))
    } else if sectionFiles.contains(name) {
      excluded.append((relativePath, .sectionFile))
    } else {
      files.append(File(relativePath: relativePath, path: path, markup: markup))
    }
  }

  /// The markup that a file's ending stands for, or nil.
  public static func markup(ofFile name: String) -> PostBody.Markup? {
    markups[ending(of: name)]
  }

  private static func ending(of name: String) -> String {
    let bytes = name.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    let ending = name[bytes.index(after: dot)...]
    let isLowercase = ending.utf8.allSatisfy { $0 &- UInt8(ascii: "A") >= 26 }
    return isLowercase ? String(ending) : ending.lowercased()
  }

  private static let markups: [String: PostBody.Markup] = [
    "md": .markdown, "markdown": .markdown, "mdown": .markdown, "mkd": .markdown,
    "mdx": .mdx, "html": .html, "htm": .html, "jsonl": .jsonLine, "ndjson": .jsonLine,
  ]

  /// Markup that site generators take and Tidings does not: to be reported, not passed over.
  private static let unsupported: Set<String> = [
    "rst", "adoc", "asciidoc", "org", "textile", "pandoc", "ipynb", "njk", "liquid", "mdoc",
  ]
}
