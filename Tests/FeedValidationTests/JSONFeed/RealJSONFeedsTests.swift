import Foundation
import Testing

@testable import FeedValidation

/// JSON Feeds as they are on the web, where they are at hand.
struct RealJSONFeedsTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/feeds")

  private static let rows: [(path: String, version: String, entries: Int)] = {
    let manifest = folder.appendingPathComponent("manifest.tsv")
    guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > 7, fields[4].hasPrefix("json"), let entries = Int(fields[7]) else {
        return nil
      }
      return (fields[0], String(fields[4].dropFirst(4)), entries)
    }
  }()

  /// What publishers would be glad to hear.
  private static let mistakes: [String: [String: Int]] = [
    "capyreader/feed-kibty-town.json": ["date-not-rfc3339": 6],
    "extractus/json-feed-miss-base-url.json": ["url-relative": 4],
    "extractus/json-feed-standard-realworld.json": ["date-not-rfc3339": 10],
    "feed-rs/jsonfeed_elastic_1.1.json": [
      "date-not-rfc3339": 4, "json-id-missing": 3, "json-item-without-content": 1,
      "url-relative": 2,
    ],
    "readrops/json_feed.json": ["url-character": 1],
  ]

  @Test(.enabled(if: !rows.isEmpty))
  func saysNothingWrongOfWhatIsRight() throws {
    for row in Self.rows {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(row.path)))
      let report = JSONFeedValidationTests.validate(bytes)
      #expect(report.kind.name == "json-feed-\(row.version)", "\(row.path)")
      #expect(report.entries == row.entries, "\(row.path)")
      let errors = report.diagnostics.filter { $0.severity == .error }
      let counts = errors.reduce(into: [String: Int]()) { $0[$1.rule, default: 0] += 1 }
      #expect(counts == Self.mistakes[row.path] ?? [:], "\(row.path): \(errors)")
    }
  }
}
