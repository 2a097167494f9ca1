import FeedModel
import Foundation
import Testing

@testable import FeedPublishing

/// What is known of sources, on the disk.
@Suite("The database of sources")
struct SourceStoreTests {
  private static func path() throws -> (path: String, site: Site) {
    let site = try Site()
    return (site.path + "/sources.sqlite", site)
  }

  @Test("gives back what it was given, byte for byte")
  func roundTrip() throws {
    let (path, site) = try Self.path()
    defer { withExtendedLifetime(site) {} }
    var full = SourceRecord(address: "https://weir.example/?a='; DROP TABLE sources; --")
    full.current = "https://weir.example/new"
    full.entityTag = "W/\"\u{E9}\u{FF}\u{80} \t'\""
    full.lastModified = "yesterday"
    full.checked = SourceSite.moment("2026-03-01T12:00:00.123456789Z")
    full.lastGood = SourceSite.moment("2026-02-01T00:00:00Z")
    full.lastWhole = SourceSite.moment("2026-01-01T00:00:00Z")
    full.failures = 3
    full.failingSince = SourceSite.moment("2026-03-01T11:00:00Z")
    full.lastError = "the server answered 500"
    full.notBefore = SourceSite.moment("2026-03-01T13:00:00Z")
    full.movedTo = "https://other.example/"
    full.movedSince = SourceSite.moment("2026-02-28T00:00:00Z")
    full.isGone = true
    full.digest = .max
    full.charset = "iso-8859-1"
    full.location = "https://weir.example/feed"
    let empty = SourceRecord(address: "https://weir.example/empty")
    try SourceStore(path).keep([full, empty])
    let store = try SourceStore(path)
    #expect(try store.record(of: full.address) == full)
    #expect(try store.record(of: empty.address) == empty)
    #expect(try store.record(of: "x") == SourceRecord(address: "x"))
  }

  @Test("is not taken for a history, nor a history for it")
  func otherDatabase() throws {
    let (path, site) = try Self.path()
    defer { withExtendedLifetime(site) {} }
    _ = try SourceStore(path)
    #expect(throws: DatabaseError.self) { try BuildHistory(reading: path) }
    let history = site.path + "/history.sqlite"
    _ = try BuildHistory.open(history)
    #expect(throws: DatabaseError.self) { try SourceStore(history) }
  }

  @Test("of a later version, or of none that there can be, is left alone", arguments: [99, -1])
  func otherVersion(_ version: Int) throws {
    let (path, site) = try Self.path()
    defer { withExtendedLifetime(site) {} }
    _ = try SourceStore(path)
    try Database(path, isReadOnly: false).execute("PRAGMA user_version = \(version)")
    #expect {
      try SourceStore(path)
    } throws: {
      ($0 as? DatabaseError)?.message.contains("later version") == true
    }
  }
}
