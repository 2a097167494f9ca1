import FeedFormats
import FeedModel
import TestSupport
import Testing

/// Posts with everything that all three formats carry, each in its own way.
struct RandomPosts {
  var random: SeededGenerator

  private static let words = [
    "weir", "a < b", "R&D", "“quoted”", "naïve", "日本語", "שלום", "👩‍👩‍👧", "it's", "]]>", "1 > 0",
    "&amp;",
    "ford", "alder", "gauge", "<b>", "tide", "10%", "C++",
  ]

  private mutating func text(_ range: ClosedRange<Int>) -> String {
    let count = Int.random(in: range, using: &random)
    return (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "x" }
      .joined(separator: " ")
  }

  private mutating func html() -> String {
    let paragraphs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      "<p>" + text(3...40).replacing("&", with: "&amp;").replacing("<", with: "&lt;") + "</p>"
    }
    return paragraphs.joined(separator: "\n")
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }

  mutating func post(_ number: Int) -> Post {
    var post = Post(id: chance() ? "https://weir.example/p/\(number)/" : "post \(number)")
    post.permalink = "https://weir.example/p/\(number)/"
    post.title = text(1...8) + " \(number)"
    post.published = Timestamp(
      secondsSince1970: 1_500_000_000 + Int64(number) * 86_400
        + Int64.random(in: 0...80_000, using: &random),
      offsetSeconds: chance() ? 0 : 19_800
    )
    if chance() {
      post.updated = Timestamp(
        secondsSince1970: 1_700_000_000 + Int64.random(in: 0...900_000, using: &random)
      )
    }
    if chance() { post.content = Content(html: html()) }
    if chance() || post.content == nil { post.summary = text(3...20) }
    post.authors = (0..<Int.random(in: 0...2, using: &random)).map { Person(name: "Author \($0)") }
    post.tags = (0..<Int.random(in: 0...3, using: &random)).map { Tag("tag \($0)") }
    if chance() {
      post.attachments = [
        Attachment(url: "https://weir.example/\(number).mp3", mediaType: "audio/mpeg", size: 1_000)
      ]
    }
    if chance() { post.image = Image(url: "https://weir.example/\(number).png") }
    return post
  }

  mutating func posts(_ range: ClosedRange<Int>) -> [Post] {
    (0..<Int.random(in: range, using: &random)).reversed().map { post($0) }
  }
}

/// Runs a check with many seeds; a failure names the one that repeats it.
func withSeeds(_ count: Int, _ body: (inout RandomPosts) throws -> Void) {
  let first = UInt64.random(in: 0...UInt64.max / 2)
  for seed in first..<(first + UInt64(count)) {
    var posts = RandomPosts(random: SeededGenerator(seed: seed))
    do { try body(&posts) } catch { Issue.record("seed \(seed): \(error)") }
  }
}

/// What a check found instead of what holds.
struct Violation: Error, CustomStringConvertible {
  var description: String

  /// Throws unless something holds.
  static func unless(_ holds: Bool, _ text: @autoclosure () -> String) throws {
    if !holds { throw Violation(description: text()) }
  }
}
