import ArgumentParser
import FeedFormats
import FeedSources

/// Reads a feed into the model and throws it away.
struct ReadProbe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads a feed into the model, entry by entry, and throws it away."
  )

  @Argument(help: "The feed's file.")
  var path: String

  func run() throws {
    var titles = 0
    let reader = FeedReader { post, _ in titles += post.title?.utf8.count ?? 0 }
    var file = FileReader()
    try file.open(path)
    var isAtEnd = false
    while !isAtEnd {
      isAtEnd = try file.read(upTo: 1 << 17)
      reader.consume(file.bytes)
      file.drop(file.bytes.count)
    }
    print("\(reader.finish().entryCount) entries, \(titles) bytes of titles")
  }
}
