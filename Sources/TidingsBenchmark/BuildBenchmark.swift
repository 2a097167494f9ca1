import ArgumentParser

/// The rows of `tidings build`.
struct BuildBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Measures `tidings build`, beside bare Markdown rendering.",
    discussion: "Posts have about 900 words and 12 front matter keys."
  )

  @Option(help: "How many posts.")
  var posts = 10_000

  @Option(help: "How many runs of each row.")
  var runs = 5

  @Option(help: "Where the posts are generated; kept for the next time.")
  var folder = ".build/benchmark"

  @Option(
    help: ArgumentHelp(
      "A command to measure beside, such as a C program; {posts} and {output} stand for paths.",
      valueName: "command"
    )
  )
  var beside: String?

  func run() throws {
    let (program, tidings) = (Programs.benchmark, Programs.tidings)
    let site = "\(folder)/\(posts)"
    try GenerateCommand.Posts.write(posts, to: "\(site)/posts")
    try GenerateCommand.Posts.write(1, to: "\(folder)/1/posts")
    let all = try configuration("all", in: site, feeds: "[feed.xml]")
    let newest = try configuration("newest", in: site, feeds: "[{path: newest.xml, limit: 20}]")
    let three = try configuration("three", in: site, feeds: "[feed.xml, atom.xml, feed.json]")
    let kept = try configuration("kept", in: site, feeds: "[feed.xml]", history: "kept.sqlite")
    let one = try configuration("one", in: "\(folder)/1", feeds: "[feed.xml]")

    var rows: [BenchmarkTable.Row] = [
      ("bare Markdown rendering, one thread", [program, "render", "\(site)/posts"])
    ]
    if let beside {
      let words = beside.split(separator: " ").map { word in
        word == "{posts}"
          ? "\(site)/posts" : word == "{output}" ? "\(site)/beside.xml" : String(word)
      }
      rows.append(("beside: \(words[0].split(separator: "/").last ?? "")", words))
    }
    rows += [
      ("tidings build, full content, RSS", [tidings, "build", "-q", "-c", all]),
      ("tidings build, full content, three formats", [tidings, "build", "-q", "-c", three]),
      ("tidings build, full content, RSS, with history", [tidings, "build", "-q", "-c", kept]),
      ("tidings build, limit: 20", [tidings, "build", "-q", "-c", newest]),
      ("tidings build, one post", [tidings, "build", "-q", "-c", one]),
    ]
    var table = BenchmarkTable(rows)
    try table.measure(runs: runs)
    print("\(posts) posts, \(max(1, runs)) runs\n")
    let floor = table.medians[0].cpu
    table.print(columns: ["wall ms", "CPU ms", "µs a post", "peak MB", "CPU, of bare rendering"]) {
      name,
      median in
      let isSingle = name.hasSuffix("one post")
      return [
        BenchmarkTable.rounded(median.wall * 1_000),
        BenchmarkTable.rounded(median.cpu * 1_000),
        isSingle ? "" : BenchmarkTable.rounded(median.cpu * 1_000_000 / Double(posts)),
        BenchmarkTable.rounded(median.peak),
        isSingle ? "" : BenchmarkTable.rounded(median.cpu / floor),
      ]
    }
  }

  private func configuration(
    _ name: String,
    in folder: String,
    feeds: String,
    history: String = "false"
  ) throws -> String {
    let path = "\(folder)/\(name).yml"
    try BenchmarkFiles.write(
      """
      site: {title: Benchmark, url: "https://example.org/", description: Generated posts}
      posts: {from: posts, preset: gatsby, url: "/{slug}"}
      feeds: \(feeds)
      output: public
      history: \(history)

      """,
      to: path
    )
    return path
  }
}
