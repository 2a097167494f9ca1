import FeedFormats
import FeedModel
import Foundation
import Testing

/// Documents and what is read of them: `name.xml` or `name.json` with `name.expected.txt` beside it,
/// which is written where it is missing, and the test fails once.
@Suite struct ReadingFixturesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".json") }.sorted()
  }()

  @Test func thereAreFixtures() { #expect(Self.names.count > 20) }

  @Test(arguments: names) func documentsAreRead(name: String) throws {
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
    let (result, posts) = FeedReader.read(bytes)
    let found = dumped(result, posts)
    let stem = name.replacing(#/\.(xml|json)$/#, with: "")
    let expectedFile = Self.folder.appending(path: "\(stem).expected.txt")
    guard let expected = try? String(contentsOf: expectedFile, encoding: .utf8) else {
      try found.write(to: expectedFile, atomically: true, encoding: .utf8)
      Issue.record("recorded \(stem).expected.txt, run again")
      return
    }
    guard found != expected else { return }
    let lines = (found.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    let line = zip(lines.0, lines.1).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(stem).expected.txt differs at line \(line + 1) (remove the file to record it anew):
      is  \(line < lines.0.count ? lines.0[line] : "nothing")
      was \(line < lines.1.count ? lines.1[line] : "nothing")
      """
    )
  }

  /// How the bytes are cut makes no difference.
  @Test(arguments: names) func chunksMakeNoDifference(name: String) throws {
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
    let whole = FeedReader.read(bytes)
    for size in [1, 2, 3, 7, 64, 1_000] {
      var posts: [Post] = []
      let reader = FeedReader { post, _ in posts.append(post) }
      bytes.withUnsafeBufferPointer { bytes in
        for start in stride(from: 0, to: bytes.count, by: size) {
          let end = min(start + size, bytes.count)
          reader.consume(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
      }
      let result = reader.finish()
      #expect(posts == whole.posts, "chunks of \(size)")
      #expect(result.feed == whole.result.feed, "chunks of \(size)")
      #expect(result.kind == whole.result.kind, "chunks of \(size)")
      #expect(result.notes == whole.result.notes, "chunks of \(size)")
    }
  }
}
