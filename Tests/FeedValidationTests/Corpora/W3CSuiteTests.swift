import FeedValidation
import Foundation
import Testing

/// The cases of the W3C Feed Validator that are at hand: what it reports, our rules that answer to
/// the same message report, and where it is silent they are.
@Suite("W3C Feed Validator's cases", .enabled(if: SharedData.has("w3c-suite")))
struct W3CSuiteTests {
  /// Of a feed that was copied, these say nothing.
  private static let ofPlaces: Set<String> = ["MissingSelf", "SelfDoesntMatchLocation"]

  @Test("Every row holds")
  func rows() throws {
    let rows = try SharedData.table("w3c-suite/cases.tsv")
    #expect(rows.count > 700)
    let messages = Dictionary(
      uniqueKeysWithValues: Rule.all.map { ($0.id, Set($0.w3c)) }
    )
    var failures: [String] = []
    for row in rows {
      let path = try #require(row["path"])
      let bytes = Self.withoutExpectation(try SharedData.bytes("w3c-suite/cases/" + path))
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let report = FeedValidator.report(
        bytes,
        ValidationSettings(
          now: Int64(Date().timeIntervalSince1970),
          location: .file(name)
        )
      )
      if !holds(row, report.diagnostics, messages) {
        let rules = Set(report.diagnostics.map(\.rule)).sorted().joined(separator: ", ")
        failures.append("\(path): \(row["expect"] ?? "") \(row["message"] ?? ""), found \(rules)")
      }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  private func holds(
    _ row: [String: String],
    _ diagnostics: [Diagnostic],
    _ messages: [String: Set<String>]
  ) -> Bool {
    let message = row["message"] ?? ""
    let speaks = diagnostics.contains { messages[$0.rule]?.contains(message) == true }
    if row["expect"] == "report" { return speaks }
    if message == "*" {
      let element = Self.local(row["element"])
      return !diagnostics.contains {
        $0.severity == .error
          && (Self.local($0.element) == element || Self.local($0.attribute) == element)
      }
    }
    let floors: [String: Diagnostic.Severity] = [
      "Message": .info, "Warning": .warning, "Error": .error,
    ]
    guard let floor = floors[message] else { return !speaks }
    return !diagnostics.contains {
      $0.severity >= floor && messages[$0.rule]?.isDisjoint(with: Self.ofPlaces) != false
    }
  }

  private static func local(_ name: String?) -> Substring {
    (name ?? "").split(separator: ":").last ?? ""
  }

  /// The comment that states the expectation must not be read by the validator, nor move a line.
  private static func withoutExpectation(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var start = 0
    for _ in 0..<3 {
      guard let open = find("<!--", in: bytes, from: start),
        let close = find("-->", in: bytes, from: open)
      else { break }
      let text = String(decoding: bytes[open..<close], as: UTF8.self)
      if ["Expect:", "Message:", "Description:"].contains(where: text.contains) {
        for index in open..<(close + 3) where bytes[index] != 0x0A { bytes[index] = 0x20 }
      }
      start = close + 3
    }
    return bytes
  }

  private static func find(_ word: String, in bytes: [UInt8], from start: Int) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count, start <= bytes.count - word.count else { return nil }
    return (start...(bytes.count - word.count)).first { bytes[$0...].starts(with: word) }
  }
}
