import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidings-benchmark",
    abstract:
      "Measures tidings on generated posts, beside bare Markdown rendering in the same run.",
    discussion: """
      Posts have about 900 words and 12 front matter keys. Each row is a whole process; times are \
      medians. Machines differ and are noisy: compare the ratios of one run.
      """,
    subcommands: [BuildBenchmark.self, RenderFloor.self],
    defaultSubcommand: BuildBenchmark.self
  )
}

/// The rows of `tidings build`.
struct BuildBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Measures `tidings build`."
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
    let program = CommandLine.arguments.first ?? "tidings-benchmark"
    let products = program.lastIndex(of: "/").map { String(program[..<$0]) } ?? "."
    let tidings = products + "/tidings"
    let site = "\(folder)/\(posts)"
    try PostGenerator(count: posts).write(to: "\(site)/posts")
    try PostGenerator(count: 1).write(to: "\(folder)/1/posts")
    let all = try configuration("all", in: site, feeds: "[feed.xml]")
    let newest = try configuration("newest", in: site, feeds: "[{path: newest.xml, limit: 20}]")
    let three = try configuration("three", in: site, feeds: "[feed.xml, atom.xml, feed.json]")
    let one = try configuration("one", in: "\(folder)/1", feeds: "[feed.xml]")

    var rows: [(name: String, command: [String])] = [
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
      ("tidings build, limit: 20", [tidings, "build", "-q", "-c", newest]),
      ("tidings build, one post", [tidings, "build", "-q", "-c", one]),
    ]
    // Rows take turns, so that a busy minute hits all of them.
    var measurements = rows.map { _ in [Measurement]() }
    for _ in 0..<max(1, runs) {
      for (index, row) in rows.enumerated() {
        measurements[index].append(try Measurement(of: row.command))
      }
    }
    print("\(posts) posts, \(runs) runs\n")
    print("| what | wall ms | CPU ms | µs a post | peak MB | CPU, of bare rendering |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    let floor = Measurement.median(measurements[0]).cpu
    for (row, results) in zip(rows, measurements) {
      let median = Measurement.median(results)
      let isSingle = row.name.hasSuffix("one post")
      print(
        "| \(row.name) | \(rounded(median.wall * 1_000)) | \(rounded(median.cpu * 1_000)) | "
          + (isSingle ? "" : rounded(median.cpu * 1_000_000 / Double(posts)))
          + " | \(rounded(median.peak)) | \(isSingle ? "" : rounded(median.cpu / floor)) |"
      )
    }
  }

  private func configuration(
    _ name: String,
    in folder: String,
    feeds: String
  ) throws -> String {
    let path = "\(folder)/\(name).yml"
    try PostGenerator.write(
      """
      site: {title: Benchmark, url: "https://example.org/", description: Generated posts}
      posts: {from: posts, preset: gatsby, url: "/{slug}"}
      feeds: \(feeds)
      output: public

      """,
      to: path
    )
    return path
  }

  private func rounded(_ number: Double) -> String {
    let scaled = (number * 100).rounded() / 100
    return number >= 100 ? String(Int(number.rounded())) : String(scaled)
  }
}
