import FeedModel
import FeedXML
import Foundation
import Testing

@testable import FeedValidation

/// Vocabularies and grammars were written apart from each other, from the same specifications: where
/// they do not agree on a document, one of them is wrong, or OneVerdict.tsv says why not.
struct OneVerdictTests {
  static let kinds: [FeedKind] = [
    .rss(version: "2.0"), .rss(version: "0.91"), .rdf(version: "1.0"), .rdf(version: "0.90"),
    .atom(version: "1.0"), .atomEntry(version: "1.0"), .atom(version: "0.3"),
    .opml(version: "2.0"),
  ]

  /// A difference that has a reason. Words, elements and parents may end in `*`.
  private struct Row: CustomStringConvertible {
    var side: String
    var word: String
    var element: String
    var parent: String
    var reason: String

    var description: String { "\(side) \(word) \(element) \(parent)" }

    func covers(_ difference: Verdicts.Difference) -> Bool {
      difference.side.rawValue == side && Self.matches(word, difference.word)
        && Self.matches(element, difference.element) && Self.matches(parent, difference.parent)
    }

    private static func matches(_ pattern: String, _ text: String) -> Bool {
      pattern.hasSuffix("*") ? text.hasPrefix(pattern.dropLast()) : text == pattern
    }
  }

  private static let rows: [Row] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("OneVerdict.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(
        side: fields[0],
        word: fields[1],
        element: fields[2],
        parent: fields[3],
        reason: fields[4]
      )
    }
  }()

  private struct Document {
    var name: String
    var bytes: [UInt8]
  }

  @Test("Every difference between the rules and the grammars has a reason, and every reason is one")
  func differences() async throws {
    #expect(Self.rows.allSatisfy { !$0.reason.isEmpty })
    var used: Set<String> = []
    var kinds: Set<FeedKind> = []
    var unexplained: [String] = []
    var count = 0
    for document in Self.made() + (try Self.fixtures()) + (try Self.shared()) {
      // Other tests wait for the thread.
      await Task.yield()
      guard let verdicts = Verdicts(document.bytes) else { continue }
      count += 1
      kinds.insert(verdicts.kind)
      for difference in verdicts.differences {
        if let row = Self.rows.first(where: { $0.covers(difference) }) {
          used.insert(row.description)
        } else {
          unexplained.append("\(difference) in \(document.name)")
        }
      }
    }
    #expect(count > 3_000)
    #expect(kinds.isSuperset(of: Self.kinds))
    #expect(unexplained.isEmpty, "\(unexplained.joined(separator: "\n"))")
    // Some differences are only known from other people's feeds.
    guard SharedData.has("feeds/manifest.tsv"), SharedData.has("w3c-suite") else { return }
    let stale = Self.rows.filter { !used.contains($0.description) }
    #expect(stale.isEmpty, "\(stale)")
  }

  /// What is made from the vocabularies.
  private static func made() -> [Document] {
    kinds.flatMap { kind in
      VocabularyDocuments(kind).documents().map {
        Document(name: $0.name, bytes: Array($0.text.utf8))
      }
    }
  }

  /// What tests, rules and examples have.
  private static func fixtures() throws -> [Document] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent()
    var documents: [Document] = []
    for folder in [tests, root.appendingPathComponent("Examples")] {
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard ["xml", "opml", "rss", "atom", "rdf"].contains(file.pathExtension) else { continue }
        documents.append(
          Document(name: file.path, bytes: try [UInt8](Data(contentsOf: file)))
        )
      }
    }
    #expect(documents.count > 60)
    for rule in Rule.all {
      for (number, example) in (rule.examples.passing + rule.examples.failing).enumerated() {
        documents.append(
          Document(name: "\(rule.id) \(number)", bytes: ExampleDocument(example).bytes)
        )
      }
    }
    return documents
  }

  /// Other people's feeds, where they are at hand.
  private static func shared() throws -> [Document] {
    var documents: [Document] = []
    if SharedData.has("feeds/manifest.tsv") {
      for row in try SharedData.table("feeds/manifest.tsv") {
        guard let path = row["path"], row["format"] != "html/not-a-feed" else { continue }
        documents.append(Document(name: path, bytes: try SharedData.bytes("feeds/" + path)))
      }
    }
    if SharedData.has("w3c-suite") {
      for path in Set(try SharedData.table("w3c-suite/cases.tsv").compactMap { $0["path"] }) {
        documents.append(
          Document(name: path, bytes: try SharedData.bytes("w3c-suite/cases/" + path))
        )
      }
    }
    return documents
  }
}
