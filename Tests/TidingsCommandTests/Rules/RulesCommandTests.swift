import FeedValidation
import Foundation
import Testing

@Suite("tidings rules, tidings explain")
struct RulesCommandTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("the rules reference is that of the rules")
  func reference() throws {
    let path = Self.root.appendingPathComponent(RulesReference.path)
    let kept = try String(contentsOf: path, encoding: .utf8)
    let fresh = String(decoding: RulesReference.markdown(Rule.all), as: UTF8.self)
    // The whole of both would be a page of differences.
    #expect(kept == fresh ? true : false, "it is stale; run: \(RulesReference.command)")
    let printed = try Tool.run("tidings", ["rules", "--format", "markdown"])
    #expect(printed.output == fresh ? true : false)
  }

  @Test("rules --format json has all rules, as others rely on")
  func json() throws {
    let run = try Tool.run("tidings", ["rules", "--format", "json"])
    let rules = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    #expect(rules?.map { $0["id"] as? String ?? "" } == Rule.all.map(\.id))
    for rule in rules ?? [] {
      #expect(
        Set(rule.keys) == ["id", "severity", "formats", "summary", "fixable", "spec", "w3c"]
      )
      #expect(["error", "warning", "info", "off"].contains(rule["severity"] as? String))
    }
  }

  @Test("rules has a line a rule, by subject")
  func text() throws {
    let run = try Tool.run("tidings", ["rules"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    for rule in Rule.all {
      #expect(lines.filter { $0.hasPrefix("  \(rule.id) ") }.count == 1, "\(rule.id)")
    }
    #expect(lines.contains("Dates and times"))
  }

  @Test("rules takes the beginnings of names, and subjects")
  func beginnings() throws {
    let guid = try Tool.run("tidings", ["rules", "guid", "--format", "json"])
    let known = Rule.all.map(\.id).filter { $0.hasPrefix("guid-") }
    #expect(known.count > 2)
    for id in known { #expect(guid.output.contains("\"\(id)\"")) }
    #expect(!guid.output.contains("\"date-"))
    let two = try Tool.run("tidings", ["rules", "servers", "guid-missing"])
    #expect(two.output.contains("  served-") && two.output.contains("  guid-missing "))
    #expect(!two.output.contains("  guid-duplicate "))
    let none = try Tool.run("tidings", ["rules", "giud"])
    #expect(none.status == 2)
    #expect(none.errors.contains("no rule's name begins with “giud”"))
  }

  @Test("explain says why, what to do, and shows the place")
  func explain() throws {
    let run = try Tool.run("tidings", ["explain", "element-undefined"])
    #expect(run.status == 0)
    let rule = try #require(Rule.named("element-undefined"))
    #expect(run.output.hasPrefix("element-undefined: error, in "))
    for text in ["Why: ", "Mend: ", "Fails", "Passes", rule.spec] + rule.w3c {
      #expect(run.output.contains(text), "\(run.output)")
    }
    let lines = run.output.split(separator: "\n")
    let caret = try #require(lines.firstIndex { $0.hasSuffix("^") })
    let column = lines[caret].prefix { $0 != "^" }.count
    let example = try #require(rule.examples.failing.first).text
    let meant = try #require(example.split(separator: "↓").last).prefix(4)
    #expect(lines[caret - 1].dropFirst(column).hasPrefix(meant), "\(run.output)")
  }

  @Test("every rule can be explained, without marks and without bytes that a terminal obeys")
  func explainAll() {
    let style = TerminalStyle(hasColours: false)
    for rule in Rule.all {
      let text = String(decoding: RuleExplanation.text(rule, style: style), as: UTF8.self)
      #expect(!text.contains("↓"), "\(rule.id)")
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(rule.id)")
    }
  }

  @Test("explain takes the W3C's names")
  func w3c() throws {
    let one = try Tool.run("tidings", ["explain", "missingguid"])
    #expect(one.output.hasPrefix("guid-missing: "))
    let counts = Dictionary(grouping: Rule.all.flatMap(\.w3c), by: { $0 }).mapValues(\.count)
    let shared = try #require(counts.filter { $0.value > 1 }.keys.min())
    let several = try Tool.run("tidings", ["explain", shared])
    for rule in Rule.all where rule.w3c.contains(shared) {
      #expect(several.output.contains("  \(rule.id) "))
    }
  }

  @Test(
    "an unknown rule has a nearest one",
    arguments: [
      ("guid-mising", "guid-missing"), ("missing-guid", "guid-missing"),
      ("MisingGuid", "MissingGuid"), ("qqq", "tidings rules lists them"),
    ]
  )
  func unknown(id: String, nearest: String) throws {
    let run = try Tool.run("tidings", ["explain", id])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(nearest), "\(run.errors)")
  }
}
