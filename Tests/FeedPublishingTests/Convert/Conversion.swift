import FeedFormats
import FeedModel
import FeedSources
import FeedValidation
import Foundation
import TestSupport

@testable import FeedPublishing

/// A conversion in memory.
struct Conversion {
  var result: ConvertedFeed
  var bytes: [UInt8] = []

  /// Converts a document, in pieces of so many bytes.
  init(
    _ document: [UInt8],
    to format: FeedFormat,
    url: String? = nil,
    pieces: Int = 1 << 16
  ) throws {
    let reading = ReadingOptions(guessesMarkup: false)
    let converter = FeedConverter(FeedConverter.Options(to: format, url: url, reading: reading))
    var rest = document[...]
    while !rest.isEmpty {
      try rest.prefix(pieces).withUnsafeBufferPointer { try converter.consume($0) }
      rest = rest.dropFirst(pieces)
    }
    result = try converter.finish()
    var bytes: [UInt8] = []
    try result.read { bytes += $0 }
    self.bytes = bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What is wrong with the result.
  var errors: [Diagnostic] {
    let validator = FeedValidator(ValidationSettings(now: 4_000_000_000))
    bytes.withUnsafeBufferPointer { validator.consume($0) }
    return validator.finish().diagnostics.filter { $0.severity == .error }
  }

  /// The entries of the result.
  var posts: [Post] {
    FeedReader.read(bytes, options: ReadingOptions(guessesMarkup: false)).posts
  }

  /// What is not carried: `property: reason`.
  var omissions: [String] {
    result.omissions.all.map { "\($0.omission.property): \($0.omission.reason)" }
  }
}

/// Feeds that every format carries: ids of all sorts, texts that need escaping, dates of all zones.
struct CarriedFeeds {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> (feed: Feed, posts: [Post]) {
    var feed = Feed(title: text())
    feed.subtitle = text()
    feed.homePage = "https://weir.example/"
    feed.language = "pt-BR"
    feed.authors = [Person(name: "Ada Brook")]
    return (feed, (0..<Int.random(in: 0...5, using: &random)).map { post($0) })
  }

  private static let words = [
    "rivers", "& weirs", "5 < 6", "“so”", "]]>", "東京", "🚀", "e\u{301}", "שלום", "<div>", "100%",
    "&amp;",
  ]

  private mutating func text() -> String {
    let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Self.words.randomElement(using: &random) ?? ""
    }
    return (["so"] + words + ["on"]).joined(separator: " ")
  }

  private mutating func post(_ number: Int) -> Post {
    let link = "https://weir.example/\(number)?a=1&b=(2)"
    let ids = [
      link, "https://weir.example/\(number)#x#y", "tag:weir.example,2024:\(number)", "\(number)",
      "/posts/\(number)", "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd4300\(number)",
      text() + "\(number)",
      "https://weir.example/東京 \(number)",
    ]
    var post = Post(id: ids.randomElement(using: &random) ?? link)
    post.permalink = "https://weir.example/\(number)?a=1&b=2"
    post.title = text()
    post.content = Content(html: "<p>\(number) &lt; &amp;amp; <b>東京</b> ]]&gt;</p>")
    post.published = date()
    post.updated = date()
    post.tags = [Tag("rivers")]
    if Bool.random(using: &random) {
      post.attachments = [
        Attachment(url: "https://weir.example/\(number).mp3", mediaType: "audio/mpeg", size: 5)
      ]
    }
    return post
  }

  private mutating func date() -> Timestamp {
    Timestamp(
      secondsSince1970: .random(in: 1_000_000_000...1_700_000_000, using: &random),
      offsetSeconds: 1_800 * .random(in: -20...20, using: &random)
    )
  }
}

extension FeedFormat {
  /// A document with a feed.
  func document(_ feed: Feed, _ posts: [Post]) -> [UInt8] {
    switch self {
    case .rss: RSSWriter.document(feed, posts: posts).bytes
    case .atom: AtomWriter.document(feed, posts: posts).bytes
    case .json: JSONFeedWriter.document(feed, posts: posts).bytes
    }
  }
}
