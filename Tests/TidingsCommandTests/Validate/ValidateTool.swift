import Foundation

/// `tidings` with standard input, or on a terminal.
enum ValidateTool {
  /// Runs `tidings` with bytes on standard input.
  static func run(_ arguments: [String], input: Data, in folder: URL? = nil) throws -> Tool.Run {
    let file = TemporaryFile()
    try input.write(to: file.url)
    // A pipe, as `curl | tidings` has: a file could be read twice.
    return try Tool.run(
      "tidings",
      arguments,
      in: folder,
      prefix: ["bash", "-c", "cat '\(file.url.path)' | \"$@\"", "--"]
    )
  }

  /// Runs `tidings diff` with bytes on standard input.
  static func diff(_ arguments: [String], input: Data, in folder: URL) throws -> Tool.Run {
    try run(["diff"] + arguments, input: input, in: folder)
  }

  /// Runs `tidings` with its output on a terminal, which `script` of util-linux makes.
  static func runOnTerminal(
    _ arguments: [String],
    in folder: URL,
    environment: String = ""
  ) throws -> String {
    let command = ([Tool.product("tidings").path] + arguments).joined(separator: " ")
    let script = "unset NO_COLOR; \(environment) script -qec '\(command)' /dev/null"
    return try Tool.run("", [], in: folder, prefix: ["bash", "-c", script, "--"]).output
  }
}

/// Feeds to validate.
enum SampleFeed {
  /// An RSS feed of which nobody complains.
  static func valid(items: String = "", name: String = "feed.xml") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>T</title><link>https://example.org/</link><description>D</description>
    <language>en</language>
    <atom:link rel="self" href="https://example.org/\(name)"/>
    <item><title>One</title><guid>https://example.org/1</guid></item>
    \(items)
    </channel></rss>

    """
  }

  /// One with a warning: an item has no guid.
  static func doubtful(name: String = "feed.xml") -> String {
    valid(items: "<item><title>Two</title></item>", name: name)
  }

  /// One with an error: an element that RSS does not have.
  static func invalid(name: String = "feed.xml") -> String {
    valid(
      items: "<item><title>Two</title><guid>https://example.org/2</guid><wrong/></item>",
      name: name
    )
  }
}
