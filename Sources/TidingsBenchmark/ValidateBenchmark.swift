import ArgumentParser
import FeedFormats
import FeedSources

/// The rows of `tidings validate`.
struct ValidateBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Measures `tidings validate`, beside libxml2's bare parser in the same run.",
    discussion: """
      Feeds have entries of about 900 words each. Reading means reading into the model, without \
      checking anything. xmllint (Debian: libxml2-utils) has to be installed.
      """
  )

  @Option(parsing: .upToNextOption, help: "How long the feeds are, in megabytes.")
  var megabytes: [Int] = [1, 10, 100]

  @Option(help: "How many runs of each row.")
  var runs = 5

  @Option(help: "Where the feeds are generated; kept for the next time.")
  var folder = ".build/benchmark/feeds"

  func run() throws {
    let tiny = try tinyFeed()
    var rows: [BenchmarkTable.Row] = [("tidings validate, a feed of one post", validate(tiny))]
    var parsed: [String: Int] = [:]
    var lengths: [String: Double] = [:]
    for format in [FeedFormat.rss, .atom] {
      for length in megabytes {
        let path = try GenerateCommand.GeneratedFeed.write(format, megabytes: length, to: folder)
        let what = "\(length) MB of \(format.name)"
        let floor = rows.count
        let commands: [BenchmarkTable.Row] = [
          ("xmllint --stream, \(what)", ["xmllint", "--noout", "--stream", path]),
          ("tidings validate, \(what)", validate(path)),
          ("reading, \(what)", [Programs.benchmark, "read", path]),
        ]
        for row in commands {
          parsed[row.name] = floor
          lengths[row.name] = Double(length)
        }
        rows += commands
      }
    }
    var table = BenchmarkTable(rows)
    try table.measure(runs: runs)
    let medians = table.medians
    print("\(max(1, runs)) runs\n")
    table.print(columns: ["wall ms", "CPU ms", "MB/s", "peak MB", "speed, of xmllint's", "by CPU"])
    {
      name,
      median in
      let floor = parsed[name].map { medians[$0] }
      return [
        BenchmarkTable.rounded(median.wall * 1_000),
        BenchmarkTable.rounded(median.cpu * 1_000),
        lengths[name].map { BenchmarkTable.rounded($0 / median.wall) } ?? "",
        BenchmarkTable.rounded(median.peak),
        floor.map { BenchmarkTable.rounded($0.wall / median.wall) } ?? "",
        floor.map { BenchmarkTable.rounded($0.cpu / median.cpu) } ?? "",
      ]
    }
  }

  private func validate(_ path: String) -> [String] {
    [Programs.tidings, "validate", path]
  }

  private func tinyFeed() throws -> String {
    let path = "\(folder)/tiny.xml"
    try BenchmarkFiles.makeFolder(folder)
    try BenchmarkFiles.write(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>Weir</title><link>https://weir.example/</link><description>Posts</description>
      <atom:link href="https://weir.example/tiny.xml" rel="self" type="application/rss+xml"/>
      <item><title>Tide</title><link>https://weir.example/tide</link>
      <guid>https://weir.example/tide</guid><pubDate>Mon, 05 Feb 2024 10:00:00 +0000</pubDate>
      <description>High &amp; low</description></item>
      </channel></rss>

      """,
      to: path
    )
    return path
  }
}
