import Foundation
import Testing

/// A blog that is published with the real binary, at moments that tests choose.
struct PublishedSite {
  let site: Site

  static let feeds = ["feed.xml", "atom.xml", "feed.json"]

  init(posts: Int = 5, more: String = "") throws {
    site = try Site()
    try site.configure(feeds: "[feed.xml, atom.xml, feed.json]", more: more)
    for number in 1...posts { try post(number) }
  }

  func post(_ number: Int, title: String? = nil, month: Int = 1) throws {
    try site.post(
      "p\(number).md",
      "title: \(title ?? "Post \(number)")\ndate: 2024-0\(month)-0\(number)"
    )
    settle()
  }

  /// Waits until the clock of the file system has ticked: what was written just now is not trusted.
  func settle() { usleep(70_000) }

  func run(_ arguments: String..., prefix: [String] = []) throws -> Tool.Run {
    try Tool.run("tidings", arguments, in: site.folder, prefix: prefix)
  }

  func publish(
    _ arguments: String...,
    at date: String = "2024-07-01",
    prefix: [String] = []
  ) throws -> Tool.Run {
    try Tool.run(
      "tidings",
      ["publish", "--as-of", date] + arguments,
      in: site.folder,
      prefix: prefix
    )
  }

  /// The published feeds.
  func set() -> [Data?] { Self.feeds.map { site.data("public/" + $0) } }

  /// All files of the site with their bytes and times.
  func state() throws -> [String: String] {
    var state: [String: String] = [:]
    let paths =
      FileManager.default.enumerator(atPath: site.folder.path)?
      .compactMap { $0 as? String } ?? []
    for path in paths {
      let url = site.folder.appendingPathComponent(path)
      let values = try FileManager.default.attributesOfItem(atPath: url.path)
      let date = values[.modificationDate] as? Date
      let bytes = (try? Data(contentsOf: url))?.hashValue ?? 0
      state[path] = "\(date?.timeIntervalSince1970 ?? 0) \(bytes)"
    }
    return state
  }

  /// Files that a run left beside those that it was to replace.
  func leftovers() -> [String] {
    site.names().filter { $0.contains(".tidings-") }
  }
}
