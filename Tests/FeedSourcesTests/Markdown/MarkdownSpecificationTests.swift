import Foundation
import Testing

@testable import FeedSources

/// The examples of the CommonMark and GFM specifications, where they stand beside the project: the
/// renderer adds nothing to cmark-gfm's output and takes nothing from it.
@Suite struct MarkdownSpecificationTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/specs/commonmark")

  private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// A specification and the examples whose output is another here, by number, with the reason.
  struct Specification: Sendable, CustomStringConvertible {
    var file: String
    var examples: Int
    var smartPunctuation = false
    var differences: [Int: String] = [:]

    var description: String { file }
  }

  private static let autolink =
    "addresses in text become links: the autolink extension is always on, and the specification shows "
    + "these examples without it"
  private static let tagFilter =
    "the tag filter is off: the cleaner decides about raw HTML afterwards, in posts of every kind"
  private static let attributes =
    "the library writes the attributes of checkboxes in another order, and closes them"

  static let specifications = [
    Specification(
      file: "spec.txt",
      examples: 673,
      differences: [
        279: attributes, 280: attributes, 610: autolink, 614: autolink, 616: autolink,
        619: autolink,
        620: autolink, 653: tagFilter,
      ]
    ),
    // The library follows CommonMark 0.29.
    Specification(
      file: "spec-0.30.txt",
      examples: 652,
      differences: [
        28: "character references had up to eight digits in CommonMark 0.29, not seven",
        171: "`textarea` began no block of raw HTML in CommonMark 0.29", 601: autolink,
        605: autolink, 607: autolink, 610: autolink, 611: autolink,
      ]
    ),
    Specification(
      file: "extensions.txt",
      examples: 30,
      differences: [20: "the expected output is `<IGNORE>`: any will do", 22: tagFilter]
    ),
    Specification(file: "regression.txt", examples: 25),
    Specification(file: "smart_punct.txt", examples: 16, smartPunctuation: true),
  ]

  @Test(.enabled(if: isThere), arguments: specifications)
  func examplesAreRenderedAsSpecified(_ specification: Specification) throws {
    let renderer = MarkdownRenderer(smartPunctuation: specification.smartPunctuation)
    let examples = try examples(of: specification.file)
    #expect(examples.count == specification.examples)
    for (index, example) in examples.enumerated() {
      let found = try renderer.html(of: example.markdown)
      if let reason = specification.differences[index + 1] {
        #expect(found != example.html, "example \(index + 1) is as specified, despite: \(reason)")
      } else {
        #expect(found == example.html, "example \(index + 1): \(example.markdown.debugDescription)")
      }
    }
  }

  private func examples(of file: String) throws -> [(markdown: String, html: String)] {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: "\n" + fence + " example").dropFirst().map { part in
      let lines = part.components(separatedBy: "\n" + fence)[0].components(separatedBy: "\n")
        .dropFirst()
      let middle = lines.firstIndex(of: ".") ?? lines.endIndex
      let text = { (lines: ArraySlice<String>) in
        lines.map { $0.replacingOccurrences(of: "→", with: "\t") + "\n" }.joined()
      }
      return (text(lines[..<middle]), text(lines[middle...].dropFirst()))
    }
  }
}
