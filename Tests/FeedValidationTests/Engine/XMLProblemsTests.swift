import FeedValidation
import Foundation
import Testing

/// What is said of documents that are not well-formed, of those in a wrong encoding, and of those that
/// are no feeds: a file, and what is expected of it beside it, informations left out. Another file
/// adds a test; `TIDINGS_RECORD=1` writes down what is said now.
@Suite("What is wrong with a document as XML")
struct XMLProblemsTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".xml") || $0.hasSuffix(".bin") }.sorted()
  }()

  static func report(_ bytes: [UInt8], by size: Int = .max) -> String {
    let validator = FeedValidator(ValidationSettings(now: 1_719_792_000))
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = start + min(size, bytes.count - start)
        validator.consume(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
    var lines = ""
    for found in validator.finish().diagnostics where found.severity > .info {
      lines += "\(found.line):\(found.column) \(found.severity.rawValue) \(found.rule)"
      lines += " \(found.path ?? "/")\n  \(found.message)\n  \(found.help ?? "")\n"
    }
    return lines
  }

  @Test("there are fixtures")
  func fixturesExist() { #expect(Self.names.count > 60) }

  @Test("is told once, where it is, with how to mend it", arguments: names)
  func problem(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let expected = file.deletingPathExtension().appendingPathExtension("txt")
    let bytes = try [UInt8](Data(contentsOf: file))
    let report = Self.report(bytes)
    if ProcessInfo.processInfo.environment["TIDINGS_RECORD"] != nil {
      try report.write(to: expected, atomically: true, encoding: .utf8)
    }
    #expect(try report == String(contentsOf: expected, encoding: .utf8))
    for size in [1, 7, 100] {
      #expect(Self.report(bytes, by: size) == report, "in pieces of \(size)")
    }
  }
}
