import FeedXML
import Foundation
import Testing

@testable import FeedValidation

struct KnownGrammarsTests {
  private var folder: URL {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Sources/FeedValidation/Grammars")
  }

  @Test func listIsTheFolder() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!files.isEmpty)
    #expect(KnownGrammars.all.map { $0.name + ".rng" } == files)
    #expect(KnownGrammars.extensions.map(\.name) == KnownGrammars.extensions.map(\.name).sorted())
  }

  @Test func textIsTheFileAndNamesItsNamespace() throws {
    for grammar in KnownGrammars.all {
      let file = folder.appendingPathComponent(grammar.name + ".rng")
      let text = try Data(contentsOf: file)
      #expect([UInt8](text) == grammar.text(), "\(grammar.name)")
      let root = try #require(
        String(decoding: text, as: UTF8.self).firstRange(of: "ns=\"\(grammar.namespace)\""),
        "\(grammar.name)"
      )
      #expect(!root.isEmpty || grammar.name == "common")
      #expect(text.starts(with: Data("<!-- ".utf8)), "\(grammar.name) says what it is made from")
    }
  }

  /// Every namespace alone and all together: the texts go together in any combination.
  @Test func everyCombinationCompiles() throws {
    for kind in OneVerdictTests.kinds {
      let plan = try #require(FeedGrammars.plan(for: kind), "\(kind.name)")
      var sets: [UInt64] = [0, (1 << UInt64(plan.namespaces.count)) - 1]
      sets += plan.namespaces.indices.map { 1 << UInt64($0) }
      for set in sets {
        for part in [GrammarPlan.Part.entry, .skeleton] {
          #expect(throws: Never.self, "\(kind.name) \(part) \(set)") {
            _ = try plan.grammar(part, set)
          }
        }
      }
    }
  }
}
