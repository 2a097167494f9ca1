import FeedModel
import FeedPublishing
import Foundation
import Synchronization

@testable import FeedPreview

/// A site in a temporary folder, previewed without a socket, at a moment that tests choose.
final class PreviewedSite: Sendable {
  let folder: URL
  let preview: SitePreview
  let site: PreviewSite

  init(feeds: String = "[feed.xml, atom.xml, feed.json]", more: String = "") throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tidings-\(UUID().uuidString)").resolvingSymlinksInPath()
    let temporary = folder.appendingPathComponent("temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    self.folder = folder
    let configuration = folder.appendingPathComponent("site/tidings.yml")
    let rehearser = Rehearser(
      configurationPath: configuration.path,
      output: nil,
      folder: temporary.path
    )
    let clock = Clock()
    preview = SitePreview(rehearser) { clock.now }
    site = PreviewSite(preview)
    self.clock = clock
    try write(
      "tidings.yml",
      """
      site:
        title: A site
        url: https://example.org/
        authors: [Ada]
      posts:
        from: posts
        url: /{slug}/
      feeds: \(feeds)
      opml: feeds.opml
      output: public
      \(more)
      """
    )
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A clock that is set.
  final class Clock: Sendable {
    private let seconds = Mutex<Int64>(1_719_792_000)
    var now: Timestamp { Timestamp(secondsSince1970: seconds.withLock { $0 }) }
    func set(_ text: String) throws {
      let date = try RFC3339.parse(text)
      seconds.withLock { $0 = date.secondsSince1970 }
    }
  }

  /// Begins at 2024-07-01T00:00:00Z.
  let clock: Clock

  /// Writes a file of the site.
  func write(_ path: String, _ text: String) throws {
    let url = folder.appendingPathComponent("site/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// Writes a post.
  func post(_ name: String, _ frontMatter: String, body: String = "Words.\n") throws {
    try write("posts/\(name)", "---\n\(frontMatter)\n---\n\n\(body)")
  }

  /// Publishes as of the clock's moment.
  func publish() async throws {
    let path = folder.appendingPathComponent("site/tidings.yml").path
    _ = try await Publisher(path, options: Publisher.Options(now: clock.now)).run()
  }

  /// Asks for a target.
  func get(
    _ target: String,
    _ fields: [String: String] = [:],
    method: String = "GET"
  ) async -> PreviewAnswer {
    let fields = ["Host": "localhost:8000"].merging(fields) { _, own in own }
    return await site.answer(PreviewRequest(method: method, target: target, fields: fields))
  }

  /// The files of the site with their bytes and times.
  func state() throws -> [String: String] {
    let root = folder.appendingPathComponent("site").path
    var state: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root)
      ?? FileManager.DirectoryEnumerator()
    {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
      let date = attributes[.modificationDate] as? Date
      let bytes = FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data()
      state[path] = "\(date?.timeIntervalSince1970 ?? 0) \(bytes.base64EncodedString())"
    }
    return state
  }
}

extension PreviewAnswer {
  /// The body's bytes.
  var bytes: [UInt8] {
    switch body {
    case .bytes(let bytes): bytes
    case .file(let file, let range): file.read(at: range.lowerBound, count: range.count)
    }
  }

  /// The body as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
