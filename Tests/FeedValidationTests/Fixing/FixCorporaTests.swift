import Foundation
import Testing

@testable import FeedValidation

/// The promises of `--fix` on other people's feeds.
@Suite("--fix, feeds of others", .timeLimit(.minutes(15)))
struct FixCorporaTests {
  private func check(_ paths: [String]) async throws -> (changed: Int, rejected: [String: [String]])
  {
    var changed = 0
    var rejected: [String: [String]] = [:]
    for path in paths {
      // Others have their turn: what takes long would hold their time up.
      await Task.yield()
      let bytes = try SharedData.bytes(path)
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let settings = ValidationSettings(
        now: FixGuarantee.now,
        location: .address("https://example.org/\(name)")
      )
      let (fixed, broken) = FixGuarantee.broken(bytes, settings)
      #expect(broken.isEmpty, "\(path): \(broken)")
      if fixed.isChanged { changed += 1 }
      for rule in fixed.rejected { rejected[rule, default: []].append(path) }
    }
    return (changed, rejected)
  }

  @Test("hold for real feeds", .enabled(if: SharedData.has("feeds/manifest.tsv")))
  func realFeeds() async throws {
    let rows = try SharedData.table("feeds/manifest.tsv")
    let (changed, rejected) = try await check(rows.compactMap { $0["path"] }.map { "feeds/" + $0 })
    #expect(changed > 150)
    #expect(rejected.isEmpty, "\(rejected)")
  }

  @Test("hold for the W3C's cases", .enabled(if: SharedData.has("w3c-suite")))
  func suite() async throws {
    let rows = try SharedData.table("w3c-suite/cases.tsv")
    let paths = Set(rows.compactMap { $0["path"] }).sorted().map { "w3c-suite/cases/" + $0 }
    let (changed, rejected) = try await check(paths)
    #expect(changed > 200)
    #expect(rejected.count < 5, "\(rejected)")
  }
}
