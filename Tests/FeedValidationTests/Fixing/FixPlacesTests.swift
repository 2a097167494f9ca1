import Foundation
import Testing

@testable import FeedValidation

/// Whether fixes name the bytes that they are about, in every encoding.
@Suite("Fixes and their places")
struct FixPlacesTests {
  @Test("Edits carried out one by one give what --fix writes", arguments: FixFixturesTests.names)
  func edits(_ name: String) throws {
    let url = FixFixturesTests.folder.appendingPathComponent(name)
    let document = [UInt8](try Data(contentsOf: url))
    var report = FeedValidator.report(document, FixGuarantee.settings)
    let planner = FixPlanner(document, FixGuarantee.settings)
    planner.addFixes(to: &report)
    let fixes = report.diagnostics.compactMap(\.fix)
    for fix in fixes {
      // Alone, it does not make anything worse, and one finding less is there.
      var edited = document
      for edit in fix.edits.reversed() {
        #expect(edit.range.upperBound <= document.count)
        let bytes = try #require(encode(edit.replacement, name))
        edited.replaceSubrange(edit.range, with: bytes)
      }
      let after = FeedValidator.report(edited, FixGuarantee.settings)
      #expect(!after.hasMoreErrors(than: report), "\(name): \(fix)")
      let before = report.counts.values.reduce(0, +)
      #expect(after.counts.values.reduce(0, +) <= before, "\(name): \(fix)")
    }
    let isMended = FeedFixer(FixGuarantee.settings).fix(document).isChanged
    #expect(isMended == !fixes.isEmpty)
  }

  private func encode(_ text: String, _ name: String) -> [UInt8]? {
    if name.contains("utf16") {
      return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }
    if name.hasPrefix("encoding-"), !name.contains("utf8") {
      // Nothing but ASCII is written here.
      return text.utf8.allSatisfy { $0 < 0x80 }
        ? Array(text.utf8) : Array(text.data(using: .isoLatin1) ?? Data())
    }
    return Array(text.utf8)
  }

  @Test("Lines and columns are found whatever ends the lines")
  func places() {
    var finder = PlaceFinder(Array("\u{FEFF}aé\r\n😀b\rc\n\nd".utf8))
    #expect(finder.offset(line: 1, column: 1) == 3)
    #expect(finder.offset(line: 1, column: 3) == 6)
    #expect(finder.offset(line: 2, column: 2) == 12)
    #expect(finder.offset(line: 3, column: 1) == 14)
    #expect(finder.offset(line: 3, column: 5) == nil)
    #expect(finder.offset(line: 5, column: 1) == 17)
    #expect(finder.offset(line: 2, column: 1) == nil)
    #expect(finder.offset(line: 9, column: 1) == nil)
  }

  @Test("A document of an encoding with state is left alone, and says so")
  func obstacle() throws {
    let url = FixFixturesTests.folder.appendingPathComponent("encoding-iso-2022-jp.in.xml")
    let document = [UInt8](try Data(contentsOf: url))
    let fixed = FeedFixer(FixGuarantee.settings).fix(document)
    #expect(!fixed.isChanged)
    #expect(fixed.obstacle != nil)
  }

  @Test("Rules that are off, and notes, are left alone")
  func settings() {
    let document = Array(
      "<rss version='2.0'><channel><title>a & b</title><link>https://example.org/</link><description>&nbsp;</description></channel></rss>"
        .utf8
    )
    let off = ValidationSettings(now: 0, severities: ["xml-entity-undefined": nil])
    #expect(FeedFixer(off).fix(document).mended == ["xml-not-well-formed": 1])
    let note = ValidationSettings(
      now: 0,
      severities: ["xml-entity-undefined": .info, "xml-not-well-formed": .info]
    )
    #expect(!FeedFixer(note).fix(document).isChanged)
  }
}
