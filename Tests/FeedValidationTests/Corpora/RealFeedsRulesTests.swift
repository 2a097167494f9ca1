import FeedValidation
import Foundation
import Testing

/// What the validator says of feeds as they are on the web: which rules speak, of how many feeds, how
/// often. The table is kept, so that a change that makes a rule speak more or less is seen, and each
/// rule that speaks of more than a few has been held against the feeds that it speaks of.
@Suite("Real feeds", .enabled(if: SharedData.has("feeds/manifest.tsv")))
struct RealFeedsRulesTests {
  /// 1 November 2026.
  private static let now: Int64 = 1_793_491_200

  private static let table = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("RealFeeds.tsv")

  private struct Count: Equatable {
    var severity: String
    var feeds = 0
    var findings = 0
  }

  /// Feeds in which the manifest counts no entries because they are in a namespace.
  private static let namespaced: Set<String> = [
    "feeder-android/rss_ukrnet.xml", "node-feedparser/iconv.xml", "spec-samples/rdf-09.xml",
  ]

  @Test("The table of rules is up to date, and every entry is seen")
  func rules() throws {
    var counts: [String: Count] = [:]
    let rows = try SharedData.table("feeds/manifest.tsv")
    #expect(rows.count > 400)
    for row in rows where row["format"] != "html/not-a-feed" {
      let path = try #require(row["path"])
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let report = FeedValidator.report(
        try SharedData.bytes("feeds/" + path),
        ValidationSettings(now: Self.now, location: .file(name)),
        by: 1 << 16
      )
      #expect(report.kind != .unknown, "\(path)")
      if Self.namespaced.contains(path) {
        #expect(report.entries > 0, "\(path)")
      } else {
        #expect(report.entries == row["entries"].flatMap(Int.init), "\(path)")
      }
      for (rule, findings) in report.counts {
        let severity = Rule.all.first { $0.id == rule }?.severity?.rawValue ?? "off"
        counts[rule, default: Count(severity: severity)].feeds += 1
        counts[rule]?.findings += findings
      }
    }
    let lines = counts.sorted { $0.key < $1.key }.map { rule, count in
      "\(rule)\t\(count.severity)\t\(count.feeds)\t\(count.findings)"
    }
    let text = (["rule\tseverity\tfeeds\tfindings"] + lines).joined(separator: "\n") + "\n"
    // `TIDINGS_RECORD=1` writes the table anew, for somebody to read the difference.
    if ProcessInfo.processInfo.environment["TIDINGS_RECORD"] != nil {
      try Data(text.utf8).write(to: Self.table)
    }
    let known = try String(contentsOf: Self.table, encoding: .utf8)
    let difference = Set(text.split(separator: "\n")).symmetricDifference(
      known.split(separator: "\n")
    )
    #expect(difference.isEmpty, "\(difference.sorted().joined(separator: "\n"))")
  }

  @Test("What is no feed is said to be none")
  func pages() throws {
    for row in try SharedData.table("feeds/manifest.tsv")
    where row["format"] == "html/not-a-feed" {
      let path = try #require(row["path"])
      let report = FeedValidator.report(
        try SharedData.bytes("feeds/" + path),
        ValidationSettings(now: Self.now)
      )
      #expect(!report.isValid, "\(path)")
      #expect(report.kind == .unknown, "\(path): \(report.kind.name)")
    }
  }
}
