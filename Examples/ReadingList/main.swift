// Builds a feed through the library and prints it: `swift run reading-list` for RSS,
// `swift run reading-list atom` or `json` for the other formats.
import FeedFormats
import FeedModel

var feed = Feed(title: "Ada's reading list")
feed.subtitle = "One book at a time"
feed.homePage = "https://weir.example/reading/"
feed.selfURL = "https://weir.example/reading/feed.xml"
feed.language = "en"
feed.authors = [Person(name: "Ada Brook", email: "ada@weir.example")]

let books: [(title: String, day: Int, note: String)] = [
  ("Rivers & Reasons", 3, "Chapter 4 is about <em>weirs</em>, at last."),
  ("The Gauge Keeper's Year", 17, "Dry, and better for it."),
]

let posts = books.map { book in
  let url = "https://weir.example/reading/2024-02-\(book.day < 10 ? "0" : "")\(book.day)/"
  var post = Post(id: url)
  post.permalink = url
  post.title = book.title
  post.content = Content(html: "<p>\(book.note)</p>")
  post.published = Timestamp(year: 2024, month: 2, day: book.day, offsetSeconds: 3_600)
  return post
}

let output =
  switch CommandLine.arguments.dropFirst().first {
  case "atom": AtomWriter.document(feed, posts: posts)
  case "json": JSONFeedWriter.document(feed, posts: posts)
  default: RSSWriter.document(feed, posts: posts)
  }

print(String(decoding: output.bytes, as: UTF8.self), terminator: "")
for omission in output.omissions {
  // What a format cannot carry is never lost in silence.
  print("<!-- \(omission.property): \(omission.reason) -->")
}
