import FeedJSON
import Foundation
import TestSupport
import Testing

@testable import FeedSources

@Suite struct DataPropertyTests {
  private static let pool: [Unicode.Scalar] = Array(
    "ab \"\\/\n\téßשלום東京🚀\u{10FFFF}{}[]:,#&*!|>'%@`-?=".unicodeScalars
  )

  private func text(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text.append(Self.pool.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  /// A tree of quoted texts, lists and mappings, which all three syntaxes write in the same way but
  /// for the sign between key and value.
  private func node(_ random: inout SeededGenerator, depth: Int) -> DataNode {
    let place = DataPosition(line: 1, column: 1)
    switch depth == 0 ? 2 : Int.random(in: 0..<(depth > 4 ? 1 : 3), using: &random) {
    case 0: return DataNode(.scalar(text: text(&random), style: .quoted), at: place)
    case 1:
      let nodes = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        node(&random, depth: depth + 1)
      }
      return DataNode(.sequence(nodes), at: place)
    default:
      var builder = DataMappingBuilder()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let key = text(&random)
        guard key != "<<", builder.index(of: key) == nil else { continue }
        let value = node(&random, depth: depth + 1)
        builder.append(.init(key: key, keyPosition: place, node: value))
      }
      return DataNode(.mapping(builder.mapping), at: place)
    }
  }

  private func inlineTOML(_ node: DataNode) -> String {
    switch node.value {
    case .null: return "\"\""
    case .scalar(let text, _):
      var bytes: [UInt8] = []
      JSONText.append(text, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    case .sequence(let nodes):
      return "[" + nodes.map { inlineTOML($0) }.joined(separator: ", ") + "]"
    case .mapping(let mapping):
      let members = mapping.entries.map { entry in
        let key = DataNode(.scalar(text: entry.key, style: .quoted), at: entry.keyPosition)
        return inlineTOML(key) + " = " + inlineTOML(entry.node)
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
  }

  @Test func whatIsWrittenComesBack() throws {
    for seed in 0..<1_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let tree = node(&random, depth: 0)
      let json = tree.json
      #expect(try jsonTree(json).json == json, "JSON, seed \(seed)")
      #expect(try yaml(json).json == json, "YAML, seed \(seed)")
      let mapping = try #require(tree.asMapping)
      let lines = mapping.entries.map { entry in
        let key = DataNode(.scalar(text: entry.key, style: .quoted), at: entry.keyPosition)
        return inlineTOML(key) + " = " + inlineTOML(entry.node)
      }
      #expect(try toml(lines.joined(separator: "\n")).json == json, "TOML, seed \(seed)")
    }
  }

  private static let bases: [String] = [
    "---\ntitle: \"A\"\ntags: [a, b]\nbase: &b {x: 1}\nuse: {<<: *b}\ntext: >-\n  one\n  two\n---\nbody",
    "+++\ntitle = \"A\"\ndate = 2020-01-02T03:04:05Z\nn = 1.5\n[extra]\na.b = [1, {c = 'd'}]\n+++\nx",
    "{\n\"title\": \"A\",\n\"tags\": [1, true, null, {\"a\": \"\\u00e9\"}]\n}\nbody",
    "Title: A\nDate: 2020-01-02\nTags: a, b\nSummary: one\n    two\n\nbody",
  ]

  private func parseAll(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      _ = try? YAML.parse(buffer)
      _ = try? TOML.parse(buffer)
      _ = try? JSONTree.parse(buffer)
      for isWholeFile in [true, false] {
        guard
          let split = try? FrontMatter.split(
            buffer,
            isWholeFile: isWholeFile,
            allowsHeaderLines: true
          )
        else { continue }
        _ = try? FrontMatter.parse(buffer, split)
      }
    }
  }

  @Test func mutationsNeverCrash() {
    for seed in 0..<5_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var bytes = Array(Self.bases[Int(seed % 4)].utf8)
      for _ in 0...Int.random(in: 0...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: place)
        case 3: bytes.removeSubrange(place...)
        default:
          let end = Int.random(in: place...bytes.count, using: &random)
          bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        }
        if bytes.isEmpty { bytes = [0x2D] }
      }
      parseAll(bytes)
    }
  }

  @Test func randomBytesNeverCrash() {
    let marks = Array("-+{}[]:,\"'\\ \n\t#&*!|>%@`?=.<~0aé".utf8)
    for seed in 0..<10_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let isText = seed % 2 == 0
      parseAll(
        (0..<Int.random(in: 0...80, using: &random)).map { _ in
          isText
            ? marks.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
        }
      )
    }
  }

  @Test func severalThreadsParseAtOnce() async throws {
    let expected = try Self.bases.map { try frontMatter($0).json }
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var wrong = 0
          for round in 0..<400 {
            let index = round % Self.bases.count
            if (try? frontMatter(Self.bases[index]).json) != expected[index] { wrong += 1 }
          }
          return wrong
        }
      }
      for await wrong in group { #expect(wrong == 0) }
    }
  }
}

/// The front matter of a whole file.
func frontMatter(_ text: String) throws -> DataNode {
  try Array(text.utf8).withUnsafeBufferPointer { buffer in
    let split = try FrontMatter.split(buffer, isWholeFile: true, allowsHeaderLines: true)
    return try FrontMatter.parse(buffer, split)
  }
}
