import Foundation
import Testing

@testable import FeedValidation

/// Documents and what becomes of them: `NAME.in.xml` and `NAME.out.xml`. A pair of files is a test.
/// Without the second it is written, for somebody to look at.
@Suite("--fix, document by document")
struct FixFixturesTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.contains(".in.") }.sorted()

  @Test("there are fixtures")
  func fixturesExist() { #expect(Self.names.count >= 12) }

  @Test("become what is recorded", arguments: names)
  func golden(_ name: String) throws {
    let input = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    let (fixed, broken) = FixGuarantee.broken(input)
    #expect(broken.isEmpty, "\(broken)")
    #expect(fixed.rejected.isEmpty)
    let output = Self.folder.appendingPathComponent(name.replacing(".in.", with: ".out."))
    guard let expected = try? Data(contentsOf: output) else {
      try Data(fixed.document).write(to: output)
      Issue.record("\(output.lastPathComponent) is recorded now: look at it and run again")
      return
    }
    #expect(
      fixed.document == [UInt8](expected),
      "\(String(decoding: fixed.document, as: UTF8.self))"
    )
  }
}
