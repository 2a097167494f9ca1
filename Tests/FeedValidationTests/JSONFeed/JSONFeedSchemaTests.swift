import Foundation
import Testing

@testable import FeedValidation

/// The official schema (manton/jsonfeed-validator, config/schema.json) as a second opinion on feeds
/// with mistakes in them, where it is at hand.
struct JSONFeedSchemaTests {
  private static let schema: SchemaValue? = {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/specs/jsonfeed-schema/schema.json")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode(SchemaValue.self, from: data)
  }()

  /// Those that are about shapes; the schema says nothing of values.
  private static let rules: Set<String> = [
    "json-not-feed", "json-type-wrong", "json-value-null", "json-key-missing", "json-id-missing",
    "json-key-unknown", "json-extension-name", "json-extension-not-object",
    "json-item-without-content", "json-author-empty", "json-tag-duplicate",
  ]

  @Test(.enabled(if: schema != nil))
  func agreesWithTheSchema() throws {
    let schema = try #require(Self.schema)
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Gate/Fixtures/json/valid/full.json")
    // The schema refuses extensions of one letter, and allows full stops in their keys.
    let text = try String(contentsOf: url, encoding: .utf8)
      .replacing("\"_x\"", with: "\"_xy\"").replacing("\"a.b\"", with: "\"ab\"")
    let feed = try JSONDecoder().decode(SchemaValue.self, from: Data(text.utf8))
    let evaluator = SchemaEvaluator(root: schema)
    #expect(evaluator.accepts(feed))
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    var refused = 0
    for round in 0..<2_000 {
      var mutant = feed
      for _ in 0..<Int.random(in: 1...2, using: &random) { mutant.mutate(using: &random) }
      let report = JSONFeedValidationTests.validate(mutant.text)
      let found = report.diagnostics.filter { Self.rules.contains($0.rule) }
      let isValid = evaluator.accepts(mutant)
      if !isValid { refused += 1 }
      #expect(found.isEmpty == isValid, "seed \(seed) round \(round): \(mutant.text): \(found)")
    }
    #expect((500..<1_900).contains(refused))
  }
}

/// A JSON value.
enum SchemaValue: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([SchemaValue])
  case object([String: SchemaValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([SchemaValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: SchemaValue].self))
    }
  }

  subscript(_ key: String) -> SchemaValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var elements: [SchemaValue] {
    if case .array(let values) = self { values } else { [] }
  }

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text):
      "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    case .array(let values): "[\(values.map(\.text).joined(separator: ", "))]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }
        .map { "\(SchemaValue.string($0.key).text): \($0.value.text)" }
        .joined(separator: ", ") + "}"
    }
  }

  /// Makes a mistake somewhere, mostly.
  ///
  /// Left out are mistakes of which the schema knows nothing, or knows too much: keys of hubs, ids
  /// of no type, items that are no objects, extensions of one letter.
  mutating func mutate(using random: inout SplitMix, path: [String] = []) {
    let others: [SchemaValue] = [
      .null, .bool(true), .number(7), .string("x"), .array([]), .object([:]),
    ]
    let names = ["titel", "_1a", "_ab", "_a.b", "author", "language", "tags", "name"]
    switch self {
    case .object(var members):
      let keys = members.keys.sorted()
      let isExtension = path.contains { $0.hasPrefix("_") }
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        if let key = keys.randomElement(using: &random), key != "items", key != "version" {
          members[key] = nil
        }
      case 1 where !isExtension && path.last != "hubs":
        if let name = names.randomElement(using: &random) {
          members[name] = others.randomElement(using: &random)
        }
      case 2:
        if let key = keys.randomElement(using: &random), key != "id", key != "items",
          key != "version"
        {
          members[key] = others.randomElement(using: &random)
        }
      default:
        if let key = keys.randomElement(using: &random), key != "id" {
          members[key]?.mutate(using: &random, path: path + [key])
        }
      }
      self = .object(members)
    case .array(var values):
      guard let index = values.indices.randomElement(using: &random) else { return }
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where path.last != "items":
        values[index] = others.randomElement(using: &random) ?? .null
      case 1 where values[index].string != nil: values.append(values[index])
      default: values[index].mutate(using: &random, path: path)
      }
      self = .array(values)
    default:
      guard path.last != "id", path.last != "version" else { return }
      self = others.randomElement(using: &random) ?? .null
    }
  }
}

/// As much of JSON Schema's draft 4 as the schema of JSON Feed needs; formats are not looked at.
struct SchemaEvaluator {
  let root: SchemaValue

  func accepts(_ value: SchemaValue) -> Bool { accepts(value, root) }

  private func accepts(_ value: SchemaValue, _ schema: SchemaValue) -> Bool {
    if let reference = schema["$ref"]?.string {
      var target = root
      for step in reference.split(separator: "/").dropFirst() {
        target = target[String(step)] ?? .null
      }
      return accepts(value, target)
    }
    if let type = schema["type"] {
      let types = type.string.map { [$0] } ?? type.elements.compactMap(\.string)
      guard types.contains(where: { isType(value, $0) }) else { return false }
    }
    if let choices = schema["enum"], !choices.elements.contains(value) { return false }
    if let all = schema["allOf"], !all.elements.allSatisfy({ accepts(value, $0) }) { return false }
    if let any = schema["anyOf"], !any.elements.contains(where: { accepts(value, $0) }) {
      return false
    }
    if let one = schema["oneOf"], one.elements.filter({ accepts(value, $0) }).count != 1 {
      return false
    }
    if let not = schema["not"], accepts(value, not) { return false }
    switch value {
    case .object(let members): return accepts(members, schema)
    case .array(let values):
      if case .bool(true)? = schema["uniqueItems"], Set(values).count != values.count {
        return false
      }
      guard let items = schema["items"] else { return true }
      return values.allSatisfy { accepts($0, items) }
    default: return true
    }
  }

  private func accepts(_ members: [String: SchemaValue], _ schema: SchemaValue) -> Bool {
    let required = schema["required"]?.elements.compactMap(\.string) ?? []
    guard required.allSatisfy({ members[$0] != nil }) else { return false }
    if case .number(let least)? = schema["minProperties"], members.count < Int(least) {
      return false
    }
    for (key, value) in members {
      if let property = schema["properties"]?[key] {
        guard accepts(value, property) else { return false }
      } else if let pattern = schema["patternProperties"], isExtension(key),
        case .object(let patterns) = pattern
      {
        guard patterns.values.allSatisfy({ accepts(value, $0) }) else { return false }
      } else if case .bool(false)? = schema["additionalProperties"] {
        return false
      }
    }
    return true
  }

  /// The schema's only pattern: `^_[a-zA-Z]([^.]+)$`.
  private func isExtension(_ key: String) -> Bool {
    key.wholeMatch(of: #/_[a-zA-Z][^.]+/#) != nil
  }

  private func isType(_ value: SchemaValue, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number: type == "number"
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }
}
