import Foundation

@testable import FeedValidation

/// The documents under `Gate/Fixtures/KIND/{valid,invalid}`. What an invalid one is refused for
/// stands in comments before its root, `<!-- Expect: rule line:column part of the message -->`, or
/// for JSON in lines of the same shape in a file `NAME.expect` beside it.
struct GateFixture: CustomStringConvertible {
  var kind: FeedGate.Kind
  var isValid: Bool
  var name: String
  var bytes: [UInt8]
  var expectations: [Expectation]

  var description: String { "\(kind.rawValue) \(isValid ? "valid" : "invalid") \(name)" }

  struct Expectation {
    var rule: String
    var position: String
    var part: String

    func isMet(by diagnostic: Diagnostic) -> Bool {
      diagnostic.rule == rule && "\(diagnostic.line):\(diagnostic.column)" == position
        && diagnostic.message.contains(part)
    }
  }

  static let folders: [(folder: String, kind: FeedGate.Kind)] = [
    ("rss", .rss), ("atom", .atom), ("opml", .opml), ("json", .jsonFeed),
  ]

  static func all() throws -> [GateFixture] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
    var fixtures: [GateFixture] = []
    for (folder, kind) in folders {
      for isValid in [true, false] {
        let directory = root.appendingPathComponent(folder)
          .appendingPathComponent(isValid ? "valid" : "invalid")
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
        for name in names where name.hasSuffix(".xml") || name.hasSuffix(".json") {
          let file = directory.appendingPathComponent(name)
          let bytes = [UInt8](try Data(contentsOf: file))
          var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            .filter { $0.hasPrefix("<!-- Expect: ") && $0.hasSuffix(" -->") }
            .map { String($0.dropFirst("<!-- Expect: ".count).dropLast(" -->".count)) }
          if kind == .jsonFeed, !isValid {
            let expect = file.deletingPathExtension().appendingPathExtension("expect")
            lines = try String(contentsOf: expect, encoding: .utf8).split(separator: "\n")
              .map(String.init)
          }
          let expectations = lines.map { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            return Expectation(
              rule: words[0],
              position: words.count > 1 ? words[1] : "",
              part: words.count > 2 ? words[2] : ""
            )
          }
          fixtures.append(
            GateFixture(
              kind: kind,
              isValid: isValid,
              name: name,
              bytes: bytes,
              expectations: expectations
            )
          )
        }
      }
    }
    return fixtures
  }
}

extension FeedGate {
  /// The verdict on a whole document, fed in chunks.
  static func check(_ bytes: [UInt8], as kind: Kind, chunk: Int = .max) -> [Diagnostic] {
    let gate = FeedGate(kind: kind)
    bytes.withUnsafeBufferPointer { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = min(chunk, rest.count)
        gate.consume(UnsafeBufferPointer(rebasing: rest[..<count]))
        rest = UnsafeBufferPointer(rebasing: rest[count...])
      }
    }
    return gate.finish()
  }
}
