import FeedFormats
import FeedModel
import Foundation
import Testing

@testable import FeedDiff

private enum Shared {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared").standardized

  static func files(_ folder: String) -> [URL] {
    let root = Self.folder.appending(path: folder)
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { !$0.hasDirectoryPath && $0.lastPathComponent != "manifest.tsv" }
      .sorted { $0.path < $1.path }
  }

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

@Suite("Real feeds", .enabled(if: Shared.isThere), .timeLimit(.minutes(15)))
struct RealFeedsContentsTests {
  @Test("entries that are read again are what they were")
  func contents() throws {
    let files = Shared.files("feeds")
    #expect(files.count > 400)
    var again = 0
    for file in files {
      let bytes = try [UInt8](Data(contentsOf: file))
      let posts = FeedReader.read(bytes).posts
      let snapshot = FeedSnapshotReader.read(bytes)
      #expect(snapshot.count == posts.count, "\(file.path)")
      guard posts.count > 2, let contents = EntryContents(snapshot) else { continue }
      let wanted = Array(stride(from: 1, to: posts.count, by: 3))
      let read = try contents.posts(wanted)
      #expect(read.count == wanted.count, "\(file.path)")
      for index in wanted where read[index] != posts[index] {
        Issue.record("\(file.path): entry \(index)")
        break
      }
      again += wanted.count
    }
    #expect(again > 1_000)
  }

  @Test("a feed and itself do not differ")
  func identity() throws {
    for file in Shared.files("feeds") {
      let snapshot = FeedSnapshotReader.read(try [UInt8](Data(contentsOf: file)))
      let difference = try FeedDifference(old: snapshot, new: snapshot)
      #expect(difference.isEmpty && difference.feedFields.isEmpty, "\(file.path)")
    }
  }

  /// Each successive pair of six feeds, as `DiffSequences.tsv` has it; `TIDINGS_RECORD=1` writes that.
  @Test("six feeds over months, every pair explained")
  func sequences() throws {
    let files = Shared.files("diffseq")
    #expect(files.count == 72)
    var lines = [
      "feed\told\tnew\tunchanged\tchanged\treidentified\tadded\tbackfilled\tremoved\tagedOut\tcause"
    ]
    for (old, new) in zip(files, files.dropFirst())
    where old.deletingLastPathComponent() == new.deletingLastPathComponent() {
      let before = FeedSnapshotReader.read(try [UInt8](Data(contentsOf: old)))
      let after = FeedSnapshotReader.read(try [UInt8](Data(contentsOf: new)))
      let difference = try FeedDifference(old: before, new: after)
      let sum = difference.summary
      let matched = sum.unchanged + sum.changed + sum.reidentified
      #expect(before.count == matched + sum.removed + sum.agedOut, "\(new.path)")
      #expect(after.count == matched + sum.added + sum.backfilled, "\(new.path)")
      #expect(!difference.isOfTwoFeeds, "\(new.path)")
      let name = old.deletingLastPathComponent().lastPathComponent
      let numbers = [
        sum.unchanged, sum.changed, sum.reidentified, sum.added, sum.backfilled, sum.removed,
        sum.agedOut,
      ]
      let versions = [old, new].map { String($0.lastPathComponent.prefix(2)) }
      let cause = CauseSummary(difference).cause?.rawValue ?? "-"
      lines.append(
        ([name] + versions + numbers.map(String.init) + [cause]).joined(separator: "\t")
      )
    }
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "DiffSequences.tsv"
    )
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["TIDINGS_RECORD"] != nil {
      try text.write(to: table, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: table, encoding: .utf8) == text)
  }
}
