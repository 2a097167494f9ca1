import Foundation
import Testing

/// Holds the SARIF report against the rules of sarif-schema-2.1.0.json for the objects that it uses:
/// which properties there are, of what type, and which are required.
@Suite("tidings validate, SARIF")
struct SARIFSchemaTests {
  /// What a property may be.
  indirect enum Shape: Sendable {
    case string
    case word(Set<String>)
    case integer(from: Int)
    case flag
    case object(String)
    case list(Shape)
  }

  struct ObjectRule: Sendable {
    var required: Set<String>
    var properties: [String: Shape]
  }

  static let definitions: [String: ObjectRule] = [
    "log": ObjectRule(
      required: ["version", "runs"],
      properties: [
        "$schema": .string, "version": .word(["2.1.0"]), "runs": .list(.object("run")),
      ]
    ),
    "run": ObjectRule(
      required: ["tool"],
      properties: [
        "tool": .object("tool"), "results": .list(.object("result")),
        "invocations": .list(.object("invocation")),
        "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]),
      ]
    ),
    "tool": ObjectRule(required: ["driver"], properties: ["driver": .object("toolComponent")]),
    "toolComponent": ObjectRule(
      required: ["name"],
      properties: [
        "name": .string, "semanticVersion": .string, "rules": .list(.object("rule")),
      ]
    ),
    "rule": ObjectRule(
      required: ["id"],
      properties: [
        "id": .string, "shortDescription": .object("text"), "fullDescription": .object("text"),
        "help": .object("text"), "helpUri": .string,
        "defaultConfiguration": .object("configuration"), "properties": .object("propertyBag"),
      ]
    ),
    "text": ObjectRule(required: ["text"], properties: ["text": .string]),
    "configuration": ObjectRule(
      required: [],
      properties: ["enabled": .flag, "level": .word(["none", "note", "warning", "error"])]
    ),
    "propertyBag": ObjectRule(required: [], properties: ["tags": .list(.string)]),
    "result": ObjectRule(
      required: ["message"],
      properties: [
        "ruleId": .string, "ruleIndex": .integer(from: 0), "message": .object("text"),
        "level": .word(["none", "note", "warning", "error"]),
        "locations": .list(.object("location")), "fixes": .list(.object("fix")),
      ]
    ),
    "fix": ObjectRule(
      required: ["artifactChanges"],
      properties: [
        "description": .object("text"), "artifactChanges": .list(.object("artifactChange")),
      ]
    ),
    "artifactChange": ObjectRule(
      required: ["artifactLocation", "replacements"],
      properties: [
        "artifactLocation": .object("artifactLocation"),
        "replacements": .list(.object("replacement")),
      ]
    ),
    "replacement": ObjectRule(
      required: ["deletedRegion"],
      properties: ["deletedRegion": .object("region"), "insertedContent": .object("text")]
    ),
    "location": ObjectRule(
      required: [],
      properties: [
        "physicalLocation": .object("physicalLocation"),
        "logicalLocations": .list(.object("logicalLocation")),
      ]
    ),
    "physicalLocation": ObjectRule(
      required: ["artifactLocation"],
      properties: ["artifactLocation": .object("artifactLocation"), "region": .object("region")]
    ),
    "artifactLocation": ObjectRule(required: [], properties: ["uri": .string]),
    "region": ObjectRule(
      required: [],
      properties: [
        "startLine": .integer(from: 1), "startColumn": .integer(from: 1),
        "endLine": .integer(from: 1), "endColumn": .integer(from: 1),
      ]
    ),
    "logicalLocation": ObjectRule(
      required: [],
      properties: ["fullyQualifiedName": .string, "kind": .string]
    ),
    "invocation": ObjectRule(
      required: ["executionSuccessful"],
      properties: [
        "executionSuccessful": .flag,
        "toolExecutionNotifications": .list(.object("notification")),
      ]
    ),
    "notification": ObjectRule(
      required: ["message"],
      properties: [
        "message": .object("text"), "level": .word(["none", "note", "warning", "error"]),
        "locations": .list(.object("location")),
      ]
    ),
  ]

  @Test("keeps to the schema", arguments: ReportGoldenTests.fixtures)
  func schema(fixture: String) throws {
    let run = try ReportGoldenTests.run(fixture, "sarif")
    let log = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    check(log, .object("log"), at: "$")
    let first = try #require(((log as? [String: Any])?["runs"] as? [[String: Any]])?.first)
    let driver = (first["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = (driver?["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    #expect(Set(rules).count == rules.count)
    for result in first["results"] as? [[String: Any]] ?? [] {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
    }
  }

  private func check(_ value: Any, _ shape: Shape, at path: String) {
    switch shape {
    case .string: #expect(value is String, "\(path) is no string")
    case .word(let words): #expect(words.contains(value as? String ?? ""), "\(path): \(value)")
    case .integer(let least): #expect((value as? Int ?? .min) >= least, "\(path): \(value)")
    case .flag: #expect(value is Bool, "\(path) is no truth value")
    case .list(let element):
      guard let list = value as? [Any] else {
        Issue.record("\(path) is no array")
        return
      }
      for (index, value) in list.enumerated() { check(value, element, at: "\(path)[\(index)]") }
    case .object(let name):
      guard let object = value as? [String: Any], let rule = Self.definitions[name] else {
        Issue.record("\(path) is no object")
        return
      }
      for key in rule.required { #expect(object[key] != nil, "\(path) has no \(key)") }
      for (key, value) in object {
        guard let shape = rule.properties[key] else {
          Issue.record("\(path).\(key) is not known")
          continue
        }
        check(value, shape, at: "\(path).\(key)")
      }
    }
  }
}
