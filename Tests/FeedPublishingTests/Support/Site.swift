import FeedModel
import FeedPublishing
import Foundation

/// A site in a folder that is gone when the test is.
final class Site {
  let path: String
  /// What the site lies in.
  private let top: TemporaryCopy

  /// A copy of a folder, or an empty one.
  init(copying source: URL? = nil) throws {
    top = try TemporaryCopy(of: source)
    path = top.path
  }

  private init(path: String, top: TemporaryCopy) {
    self.path = path
    self.top = top
  }

  /// A folder of this one as a site of its own.
  func subsite(_ folder: String) -> Site {
    folder.isEmpty ? self : Site(path: path + "/" + folder, top: top)
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// Builds with the site's `tidings.yml`, into `feeds`.
  @discardableResult
  func build(at moment: String = "2026-01-01T00:00:00Z") async throws -> BuildReport {
    let configuration = try ConfigurationReader.read(path + "/tidings.yml")
    let options = SiteBuilder.Options(
      now: try RFC3339.parse(moment),
      output: path + "/feeds"
    )
    return try await SiteBuilder(configuration, options: options).build()
  }

  /// Builds with the configuration that `init` drafts.
  @discardableResult
  func draftAndBuild(at moment: String) async throws -> BuildReport {
    try ConfigurationDraft(lookingAt: path).write(replacing: true)
    return try await build(at: moment)
  }
}

private final class TemporaryCopy {
  let path: String

  init(of source: URL?) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("tidings-site-\(UUID().uuidString)")
    if let source {
      try FileManager.default.copyItem(at: source, to: url)
    } else {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
