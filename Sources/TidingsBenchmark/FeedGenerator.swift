import FeedFormats
import FeedModel
import FeedSources
import FeedXML

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes feeds with full content that look like a blog's: the same bytes on every machine.
struct FeedGenerator {
  /// How long a feed is.
  enum Length {
    /// About so many megabytes.
    case megabytes(Int)
    case entries(Int)
  }

  let format: FeedFormat
  let length: Length
  /// Whether entries have titles and dates alone.
  var isBrief = false
  /// Every entry whose number is a multiple of this is another text than in the feed without.
  var editedEvery: Int?

  /// How many texts there are; longer feeds have them again, under other ids.
  private static let texts = 1_000

  /// Writes the feed, unless it is there already.
  func write(to path: String) throws {
    if FileSystem.kind(of: path) == .file { return }
    let part = path + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw FileError("write", part) }
    defer { close(descriptor) }
    switch format {
    case .atom: try write(AtomWriter.self, to: descriptor, part)
    default: try write(RSSWriter.self, to: descriptor, part)
    }
    guard rename(part, path) == 0 else { throw FileError("rename", part) }
  }

  private func write<Writer: FeedWriter>(
    _: Writer.Type,
    to descriptor: Int32,
    _ path: String
  ) throws {
    let renderer = MarkdownRenderer()
    let posts = try (0..<Self.texts).map { try post($0, renderer) }
    let options = WriterOptions()
    var feed = Feed(title: "Weir & Wharf")
    feed.subtitle = "Generated posts"
    feed.homePage = "https://weir.example/"
    feed.selfURL = "https://weir.example/feed.xml"
    feed.language = "en"
    feed.authors = [Person(name: "Ada Brook")]
    feed.updated = posts.last?.published
    let writer = Writer(
      feed: feed,
      options: options,
      namespaces: posts.first.map { Writer.namespaces(of: $0, options: options) } ?? []
    )
    var output = FeedOutput()
    writer.writeHead(to: &output)
    var written = 0
    var number = 0
    while isLonger(than: number, bytes: written + output.bytes.count) {
      if number > 0 { output.append(Writer.separator) }
      var post = posts[number % posts.count]
      post.id = "https://weir.example/posts/\(number)"
      post.permalink = post.id
      if isBrief { (post.content, post.summary) = (nil, nil) }
      if let editedEvery, number % editedEvery == 0 { edit(&post) }
      writer.writeEntry(post, to: &output)
      number += 1
      if output.bytes.count > 1 << 20 { written += try flush(&output, descriptor, path) }
    }
    writer.writeTail(to: &output)
    _ = try flush(&output, descriptor, path)
  }

  private func isLonger(than number: Int, bytes: Int) -> Bool {
    switch length {
    case .megabytes(let length): bytes < length * 1_000_000
    case .entries(let count): number < count
    }
  }

  /// A correction of some words, as authors make them.
  private func edit(_ post: inout Post) {
    guard let html = post.content?.html else {
      post.title = (post.title ?? "") + ", again"
      return
    }
    post.content?.html = html.replacing("<p>", with: "<p>As said before, ", maxReplacements: 2)
  }

  private func flush(
    _ output: inout FeedOutput,
    _ descriptor: Int32,
    _ path: String
  ) throws -> Int {
    let count = output.bytes.count
    try BenchmarkFiles.write(output.bytes, to: descriptor, path)
    output.bytes.removeAll(keepingCapacity: true)
    return count
  }

  private func post(_ number: Int, _ renderer: MarkdownRenderer) throws -> Post {
    let text = PostGenerator(count: Self.texts).text(number)
    var post = Post(id: "https://weir.example/posts/\(number)")
    post.title = text.title
    post.summary = text.summary
    // As a site's build leaves them: with absolute addresses.
    let body = text.body.replacing("](/", with: "](https://weir.example/")
      .replacing("](../", with: "](https://weir.example/")
    post.content = Content(html: try renderer.html(of: body))
    post.tags = text.tags.map { Tag($0) }
    post.published = text.date
    return post
  }
}
