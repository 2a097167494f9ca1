import FeedDiff
import Foundation

/// A blog in a temporary folder, whose feeds before and after a change are compared.
struct Blog {
  let site: Site

  init() throws { site = try Site() }

  static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")

  /// The posts of the seed's blog, all of them; they lie beside the project where there are any.
  static let portfolio = shared.appendingPathComponent("blogs/bhavaniravi-portfolio/data/blogs")

  static var hasPortfolio: Bool { FileManager.default.fileExists(atPath: portfolio.path) }

  /// The posts' files below the site's folder.
  func files(in folder: String = "posts") -> [String] {
    let url = site.folder.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }

  func configure(
    scheme: String = "https",
    host: String = "weir.example",
    preset: String = "gatsby",
    from: String = "posts",
    url: String = "/blog/{slug}",
    more: String = ""
  ) throws {
    try site.write(
      "tidings.yml",
      """
      site:
        title: A blog
        url: \(scheme)://\(host)/
        authors: [Ada Brook]
      posts:
        from: \(from)
        preset: \(preset)
        url: "\(url)"
        fields: {date: [published_date, created_date, date]}
      feeds: [feed.xml, atom.xml, feed.json]
      output: public
      history: false
      \(more)

      """
    )
  }

  /// Replaces a text in all posts.
  func edit(_ edit: (String, inout String) -> Void, in folder: String = "posts") throws {
    for name in files(in: folder) {
      let path = folder + "/" + name
      var text = site.text(path) ?? ""
      edit(name, &text)
      try site.write(path, text)
    }
  }

  func move(_ name: String, to target: String) throws {
    let url = site.folder.appendingPathComponent(target)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try FileManager.default.moveItem(at: site.folder.appendingPathComponent(name), to: url)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: site.folder.appendingPathComponent(path))
  }

  /// The feeds as they are, by name.
  func feeds() -> [String: FeedSnapshot] {
    var feeds: [String: FeedSnapshot] = [:]
    for name in ["feed.xml", "atom.xml", "feed.json"] {
      feeds[name] = site.data("public/" + name).map { FeedSnapshotReader.read(Array($0)) }
    }
    return feeds
  }

  func tidings(_ arguments: String...) throws -> Tool.Run {
    try Tool.run("tidings", arguments, in: site.folder)
  }
}
