import Foundation
import Testing

@testable import FeedValidation

/// Feeds as they are on the web, where they are at hand.
struct RealFeedsTests {
  private struct Row {
    var path: String
    var kind: FeedGate.Kind
    var isWellFormed: Bool
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/feeds")

  private static let rows: [Row] = {
    let manifest = folder.appendingPathComponent("manifest.tsv")
    guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first, let path = header.firstIndex(of: "path"),
      let format = header.firstIndex(of: "format"),
      let wellFormed = header.firstIndex(of: "well_formed")
    else { return [] }
    let kinds: [String: FeedGate.Kind] = [
      "rss2": .rss, "atom1.0": .atom, "json1": .jsonFeed, "json1.1": .jsonFeed,
    ]
    return lines.dropFirst().compactMap { fields in
      kinds[fields[format]].map { kind in
        // The column is about XML.
        Row(
          path: fields[path],
          kind: kind,
          isWellFormed: kind == .jsonFeed || fields[wellFormed] == "yes"
        )
      }
    }
  }()

  @Test(.enabled(if: !rows.isEmpty))
  func agreesOnWhatIsWellFormed() throws {
    for row in Self.rows {
      let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(row.path)))
      let diagnostics = FeedGate.check(bytes, as: row.kind)
      if row.isWellFormed {
        let syntax = ["xml-well-formed", "json-syntax"]
        #expect(!diagnostics.contains { syntax.contains($0.rule) }, "\(row.path): \(diagnostics)")
      } else {
        #expect(!diagnostics.isEmpty, "\(row.path)")
      }
      #expect(FeedGate.check(bytes, as: row.kind, chunk: 777) == diagnostics, "\(row.path)")
      for diagnostic in diagnostics {
        #expect(!diagnostic.message.contains("is not what the grammar allows"), "\(row.path)")
      }
    }
  }
}
