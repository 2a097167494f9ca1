import FeedJSON
import Foundation
import Testing

@testable import FeedSources

/// Every `Fixtures/NAME.md` with what is read from it in `NAME.expected.json`. Header lines are
/// allowed where NAME begins with "headers". With RECORD_FIXTURES=1 in the environment the expected
/// files are written anew, to be read before they are committed.
@Suite struct FrontMatterFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private static var posts: [URL] {
    ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []).filter { $0.pathExtension == "md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private func result(of bytes: [UInt8], headers: Bool) -> String {
    var json = JSONSerializer(.indented)
    json.beginObject()
    do {
      try bytes.withUnsafeBufferPointer { buffer in
        let split = try FrontMatter.split(
          buffer,
          isWholeFile: true,
          allowsHeaderLines: headers
        )
        json.member("syntax", "\(split.syntax)")
        json.member("bodyLine", split.bodyLine)
        json.member("body", String(decoding: buffer[split.bodyOffset...], as: UTF8.self))
        let node = try FrontMatter.parse(buffer, split)
        json.key("metadata")
        node.write(to: &json)
        var places: [(path: String, what: String)] = []
        node.describePlaces(into: &places)
        json.key("places")
        json.beginObject()
        for place in places { json.member(place.path, place.what) }
        json.endObject()
      }
    } catch {
      json.key("error")
      json.beginObject()
      if let error = error as? DataError {
        json.member("line", error.line)
        json.member("column", error.column)
        json.member("message", error.message)
        json.member("help", error.help)
      }
      json.endObject()
    }
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func fixturesReadAsExpected() throws {
    let posts = Self.posts
    try #require(!posts.isEmpty, "no fixtures in \(Self.folder.path)")
    for post in posts {
      let name = post.deletingPathExtension().lastPathComponent
      let expectedFile = Self.folder.appendingPathComponent(name + ".expected.json")
      let found = result(of: Array(try Data(contentsOf: post)), headers: name.hasPrefix("headers"))
      if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
        try Data(found.utf8).write(to: expectedFile)
      }
      let expected = try String(contentsOf: expectedFile, encoding: .utf8)
      #expect(found == expected, "\(name)")
    }
  }
}
