import ArgumentParser
import FeedSources

/// What no feed generator on cmark-gfm can be faster than: reading the files and rendering them.
struct RenderFloor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Reads and renders posts, one after the other, and throws the HTML away."
  )

  @Argument(help: "The folder of posts.")
  var folder: String

  func run() throws {
    let renderer = MarkdownRenderer()
    var reader = FileReader()
    var bytes = 0
    for name in try FileSystem.names(inFolder: folder) {
      try reader.open("\(folder)/\(name)")
      try reader.readToEnd()
      let split = try FrontMatter.split(reader.bytes, isWholeFile: true)
      let body = UnsafeBufferPointer(rebasing: reader.bytes[split.bodyOffset...])
      bytes += try renderer.withHTML(of: body) { $0.count }
    }
    print("\(bytes) bytes of HTML")
  }
}
