import FeedModel
import FeedSources
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

@Suite("What a run of publishing looked at")
struct PublishInputsTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tidings-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["a.md", "b.md"] { try write(name, "Words") }
    usleep(70_000)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// What looking at the folder, two files and one that is not there leaves behind.
  private func look() throws -> PublishInputs? {
    let trace = FileTrace()
    try FileTrace.$current.withValue(trace) {
      _ = try FileSystem.names(inFolder: folder.path)
      for name in ["a.md", "b.md"] {
        var reader = FileReader()
        try reader.open(path(name))
      }
      #expect(FileSystem.kind(of: path("people.yml")) == nil)
    }
    return PublishInputs(trace, written: [], setting: "1\tx", nextChange: now.advanced(by: 60))
  }

  private let now = Timestamp(secondsSince1970: 1_720_000_000)

  private func holds(_ inputs: PublishInputs) -> Bool {
    inputs.outcome(at: now, setting: "1\tx") == .same
  }

  @Test("hold while all of it is the same, and no longer")
  func changes() throws {
    let inputs = try #require(try look())
    #expect(holds(inputs))
    #expect(inputs.outcome(at: now, setting: "2\tx") == .different)
    #expect(inputs.outcome(at: now.advanced(by: 60), setting: "1\tx") == .otherPosts)
    let changes: [(String, (PublishInputsTests) throws -> Void)] = [
      ("another text", { try $0.write("a.md", "Other") }),
      ("the same text again", { try $0.write("a.md", "Words") }),
      ("a new file", { try $0.write("c.md", "Words") }),
      ("a file gone", { try FileManager.default.removeItem(atPath: $0.path("b.md")) }),
      ("a file that was missed", { try $0.write("people.yml", "a: b") }),
    ]
    for (what, change) in changes {
      let other = try PublishInputsTests()
      let inputs = try #require(try other.look())
      #expect(other.holds(inputs))
      try change(other)
      #expect(!other.holds(inputs), "\(what)")
    }
    // What is staged there is nobody's post.
    try write(".feed.xml.tidings-new", "")
    #expect(holds(inputs))
  }

  @Test("what was written a moment ago is not trusted")
  func unsteady() throws {
    try write("a.md", "Just now")
    #expect(try look() == nil)
  }

  @Test("come back from their file as they were, and are nothing if a byte is missing")
  func file() throws {
    let inputs = try #require(try look())
    let bytes = inputs.bytes
    #expect(bytes.withUnsafeBufferPointer { PublishInputs($0) } == inputs)
    for count in 0..<bytes.count {
      let part = bytes.prefix(count).withUnsafeBufferPointer { PublishInputs($0) }
      // Without its last line it is a file of fewer inputs, which begins and ends as one.
      if let part { #expect(part.files.count < inputs.files.count && bytes[count - 1] == 0x0A) }
    }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      var broken = bytes
      broken[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      _ = broken.withUnsafeBufferPointer { PublishInputs($0) }
    }
  }
}
