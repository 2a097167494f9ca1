import FeedFormats
import FeedModel
import FeedValidation
import Foundation
import Testing

/// What `tidings validate --fix` does is not seen by readers: the same posts, known by the same ids.
@Suite("Mended feeds", .timeLimit(.minutes(15))) struct FixedFeedsTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/feeds")

  private static let paths: [String] = {
    let manifest = shared.appending(path: "manifest.tsv")
    guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: "\t").first.map(String.init)
    }
  }()

  private func check(_ bytes: [UInt8], _ name: String) -> Bool {
    // No address: a link to itself would make the reader resolve what is relative.
    let settings = ValidationSettings(now: 1_793_491_200)
    let fixed = FeedFixer(settings).fix(bytes)
    guard fixed.isChanged else { return false }
    let before = FeedReader.read(bytes).posts
    let after = FeedReader.read(fixed.document).posts
    let place = Comment(rawValue: name)
    #expect(before.map(\.id) == after.map(\.id), place)
    #expect(before.map(\.title) == after.map(\.title), place)
    #expect(before.map(\.content) == after.map(\.content), place)
    for (old, new) in zip(before, after) where old.published != nil {
      #expect(old.published?.secondsSince1970 == new.published?.secondsSince1970, place)
    }
    return true
  }

  @Test(.enabled(if: !paths.isEmpty)) func realFeeds() async throws {
    var changed = 0
    for path in Self.paths {
      // Others have their turn: what takes long would hold their time up.
      await Task.yield()
      let bytes = try [UInt8](Data(contentsOf: Self.shared.appending(path: path)))
      if check(bytes, path) { changed += 1 }
    }
    #expect(changed > 50)
  }
}
