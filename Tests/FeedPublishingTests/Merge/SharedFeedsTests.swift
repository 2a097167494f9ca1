import FeedFormats
import FeedModel
import FeedValidation
import Foundation
import Testing

@testable import FeedPublishing

/// The real feeds beside the project, where there are any, as one planet.
@Suite("A planet of real feeds", .enabled(if: SharedFeeds.areThere))
struct SharedFeedsTests {
  @Test("of valid feeds is valid in every format")
  func valid() async throws {
    let names = try SharedFeeds.all.filter { try SharedFeeds.isValid($0) }
    #expect(names.count > 50)
    let (site, report) = try await planet(of: names)
    #expect(report.posts > 1_000)
    for name in ["feed.xml", "atom.xml", "feed.json"] {
      let text = try site.text("feeds/" + name)
      let validator = FeedValidator(ValidationSettings(now: 1_900_000_000))
      Array(text.utf8).withUnsafeBufferPointer { validator.consume($0) }
      let result = validator.finish()
      let errors = result.diagnostics.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(name): \(errors.count), such as \(errors.prefix(8))")
      #expect(result.entries == report.posts)
    }
  }

  @Test("of feeds that can be read at all is one that the gate lets pass")
  func readable() async throws {
    let (_, report) = try await planet(
      of: try SharedFeeds.all.filter { try !SharedFeeds.isValid($0) }
    )
    #expect(report.posts > 1_000)
  }

  private func planet(of names: [String]) async throws -> (Site, BuildReport) {
    let site = try Site()
    try site.write(
      """
      site: {title: A planet, url: "https://planet.example/", language: en}
      posts:
        - from: [\(names.map { "\"\(SharedFeeds.folder.path)/\($0)\"" }.joined(separator: ", "))]
      feeds: [feed.xml, atom.xml, feed.json]
      """,
      to: "tidings.yml"
    )
    let report = try await site.build(at: "2030-01-01T00:00:00Z")
    #expect(report.problems.isEmpty, "\(report.problems.prefix(3))")
    #expect(report.refusals.isEmpty, "\(report.refusals.prefix(3))")
    return (site, report)
  }
}

/// The feeds beside the project.
enum SharedFeeds {
  static let folder = SharedBlogs.folder.appendingPathComponent("feeds")

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("manifest.tsv").path)
  }

  /// The paths of those that are feeds and can be read to their ends.
  static let all: [String] = {
    let manifest = folder.appendingPathComponent("manifest.tsv")
    let lines = (try? String(contentsOf: manifest, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.dropFirst().compactMap { line in
      let path = line.split(separator: "\t").first.map(String.init) ?? ""
      guard [".xml", ".rss", ".atom", ".rdf", ".json"].contains(where: path.hasSuffix),
        let data = try? Data(contentsOf: folder.appendingPathComponent(path))
      else { return nil }
      let result = FeedReader.read([UInt8](data)).result
      return result.isFeed && result.isComplete ? path : nil
    }
  }()

  /// Whether our validator has no error in one.
  static func isValid(_ path: String) throws -> Bool {
    let validator = FeedValidator(ValidationSettings(now: 1_900_000_000))
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    bytes.withUnsafeBufferPointer { validator.consume($0) }
    return validator.finish().isValid
  }
}
