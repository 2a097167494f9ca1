import FeedModel
import FeedSources
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

@Suite("Heads that are kept")
struct PostHeadsTests {
  private let now = Timestamp(secondsSince1970: 1_800_000_000)
  private let stamp = FileStamp(kind: .file, size: 5, modified: 7, changed: 9, number: 11)

  private static func text(_ numbers: inout SeededGenerator) -> String {
    ["", "a", "Émigré & 東京", "a\u{0}b\tc\n", String(repeating: "long ", count: 300)]
      .randomElement(using: &numbers) ?? ""
  }

  private static func optional(_ numbers: inout SeededGenerator) -> String? {
    Bool.random(using: &numbers) ? text(&numbers) : nil
  }

  private static func date(_ numbers: inout SeededGenerator) -> Timestamp? {
    guard Bool.random(using: &numbers) else { return nil }
    return Timestamp(
      secondsSince1970: Int64.random(in: -9_000_000_000...1_700_000_000, using: &numbers),
      nanoseconds: Int32.random(in: 0...999_999_999, using: &numbers),
      offsetSeconds: Int32.random(in: -720...840, using: &numbers) * 60
    )
  }

  private static func post(_ number: Int, _ numbers: inout SeededGenerator) -> SourcePost {
    var post = Post(id: "https://example.org/\(number)/")
    post.permalink = optional(&numbers)
    post.externalLink = optional(&numbers)
    post.title = optional(&numbers)
    post.summary = optional(&numbers)
    post.language = optional(&numbers)
    post.published = date(&numbers)
    post.updated = date(&numbers)
    for _ in 0..<Int.random(in: 0...3, using: &numbers) {
      post.authors.append(
        Person(
          name: text(&numbers),
          email: optional(&numbers),
          url: optional(&numbers),
          avatar: optional(&numbers)
        )
      )
      post.tags.append(
        Tag(text(&numbers), scheme: optional(&numbers), label: optional(&numbers))
      )
    }
    if Bool.random(using: &numbers) {
      post.image = Image(
        url: text(&numbers),
        description: optional(&numbers),
        mediaType: optional(&numbers),
        width: Bool.random(using: &numbers) ? 640 : nil,
        height: Bool.random(using: &numbers) ? 0 : nil
      )
    }
    return SourcePost(
      post: post,
      path: "posts/\(number).md",
      file: "site/posts/\(number).md",
      body: PostBody(
        markup: [.markdown, .mdx, .html, .text].randomElement(using: &numbers) ?? .text,
        offset: Int.random(in: 0...9_000, using: &numbers),
        length: Bool.random(using: &numbers) ? 12 : nil
      ),
      section: optional(&numbers),
      notes: (0..<Int.random(in: 0...2, using: &numbers)).map { "note \($0)" },
      expires: Bool.random(using: &numbers) ? Timestamp(secondsSince1970: 1_900_000_000) : nil
    )
  }

  private static func isSame(_ left: SourcePost, _ right: SourcePost) -> Bool {
    // Dates are equal however they are written.
    left.post.published?.offsetSeconds == right.post.published?.offsetSeconds
      && left.post.updated?.offsetSeconds == right.post.updated?.offsetSeconds
      && left.post == right.post && left.path == right.path && left.file == right.file
      && left.body == right.body && left.section == right.section
      && left.nameInFile == right.nameInFile && left.notes == right.notes
      && left.expires == right.expires
  }

  @Test("come back as they were, also from the bytes of a file before")
  func roundTrip() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var numbers = SeededGenerator(seed: seed)
    let posts = (0..<500).map { Self.post($0, &numbers) }
    let stamps = Dictionary(uniqueKeysWithValues: posts.map { ($0.file, stamp) })
    let bytes = PostHeads.bytes(posts, stamps: stamps, known: nil, setting: "s")
    let heads = try #require(PostHeads(bytes, setting: "s"))
    #expect(heads.count == posts.count)
    #expect(PostHeads(bytes, setting: "t") == nil)
    let copied = PostHeads.bytes(posts, stamps: stamps, known: heads, setting: "s")
    #expect(copied == bytes)
    for post in posts {
      let kept = heads.post(post.file, stamp: stamp, now: now)
      #expect(kept.map { Self.isSame($0, post) } == true, "seed \(seed): \(post.path)")
    }
  }

  @Test("are not those of a file that changed, nor of a post that is not due or has gone")
  func moments() throws {
    var post = Post(id: "a")
    post.published = Timestamp(secondsSince1970: 100)
    post.updated = Timestamp(secondsSince1970: 200)
    let source = SourcePost(
      post: post,
      path: "a.md",
      file: "a.md",
      body: PostBody(markup: .markdown, offset: 1),
      section: nil,
      notes: [],
      expires: Timestamp(secondsSince1970: 300)
    )
    let bytes = PostHeads.bytes([source], stamps: ["a.md": stamp], known: nil, setting: "s")
    let heads = try #require(PostHeads(bytes, setting: "s"))
    var other = stamp
    other.changed += 1
    #expect(heads.post("a.md", stamp: other, now: now) == nil)
    for (seconds, isThere) in [(99, false), (199, false), (200, true), (299, true), (300, false)] {
      let now = Timestamp(secondsSince1970: Int64(seconds))
      #expect((heads.post("a.md", stamp: stamp, now: now) != nil) == isThere, "\(seconds)")
    }
  }

  @Test("with more than can be kept are read again")
  func extraordinary() {
    var post = Post(id: "a")
    post.attachments = [Attachment(url: "https://example.org/a.mp3", mediaType: "audio/mpeg")]
    let source = SourcePost(
      post: post,
      path: "a.md",
      file: "a.md",
      body: PostBody(markup: .markdown, offset: 1),
      section: nil,
      notes: []
    )
    #expect(HeadRecord.bytes(source) == nil)
  }

  @Test("of bytes that are torn are none")
  func torn() throws {
    var numbers = SeededGenerator(seed: 3)
    let posts = (0..<5).map { Self.post($0, &numbers) }
    let stamps = Dictionary(uniqueKeysWithValues: posts.map { ($0.file, stamp) })
    let bytes = PostHeads.bytes(posts, stamps: stamps, known: nil, setting: "s")
    for count in 0..<bytes.count { #expect(PostHeads(Array(bytes[..<count]), setting: "s") == nil) }
    for _ in 0..<500 {
      var broken = bytes
      broken[Int.random(in: broken.indices, using: &numbers)] ^= UInt8.random(
        in: 1...255,
        using: &numbers
      )
      #expect(PostHeads(broken, setting: "s") == nil)
    }
  }
}
