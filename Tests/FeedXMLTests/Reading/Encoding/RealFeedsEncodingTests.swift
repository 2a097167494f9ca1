import Foundation
import TestSupport
import Testing

@testable import FeedXML

/// Feeds that were published, with the encodings that are known of them.
@Suite struct RealFeedsEncodingTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/feeds")

  /// Declared to be ISO-8859-1, but "für" and "©" are UTF-8 in them.
  static let mislabelled: Set<String> = [
    "codehollow-feedreader/Rss20FinanzenNet.xml", "node-feedparser/mediacontent-dupes.xml",
  ]

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "manifest.tsv").path)
  }

  @Test(.enabled(if: isThere)) func decodesThemAll() throws {
    let manifest = try String(
      contentsOf: Self.folder.appending(path: "manifest.tsv"),
      encoding: .utf8
    )
    var generator = SeededGenerator(seed: 0xFEED)
    var count = 0
    for line in manifest.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let path = String(fields[0])
      let known = String(fields[5])
      let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: path)))
      let found = Decoding(bytes)
      count += 1
      let name = found.report.encoding.name.lowercased()
      let expected = known.hasPrefix("ascii") ? "utf-8" : known.prefix { $0 != "+" && $0 != "(" }
      #expect(name == expected, "\(path)")
      #expect((found.report.evidence == .byteOrderMark) == known.hasSuffix("+BOM"), "\(path)")
      let invalid = found.report.problems.contains { "\($0)".hasPrefix("invalidBytes") }
      #expect(invalid == known.hasSuffix("!invalid"), "\(path)")
      let looksLikeUTF8 = found.report.problems.contains { "\($0)".hasPrefix("looksLike") }
      #expect(looksLikeUTF8 == Self.mislabelled.contains(path), "\(path)")
      if !invalid {
        let start = found.report.textStart.offset
        let converter = ["iso-8859-1": "CP1252", "iso-8859-9": "CP1254"][name] ?? name
        #expect(found.bytes == iconvDecoded(Array(bytes[start...]), from: converter), "\(path)")
      }
      #expect(Decoding(bytes, chunks: &generator) == found, "\(path)")
    }
    #expect(count > 400)
  }
}
