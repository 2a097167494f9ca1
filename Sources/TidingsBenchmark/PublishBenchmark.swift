import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The rows of `tidings publish`.
struct PublishBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Measures `tidings publish`, beside `tidings build` of the same site.",
    discussion: "Full content, one feed. One post changes before each run that publishes a change."
  )

  @Option(help: "How many posts.")
  var posts = 10_000

  @Option(help: "How many runs of each row.")
  var runs = 5

  @Option(help: "Where the posts are generated; kept for the next time.")
  var folder = ".build/benchmark"

  func run() throws {
    let tidings = Programs.tidings
    let site = "\(folder)/publish-\(posts)"
    try GenerateCommand.Posts.write(posts, to: "\(site)/posts")
    let configuration = "\(site)/tidings.yml"
    try BenchmarkFiles.write(
      """
      site: {title: Benchmark, url: "https://example.org/", description: Generated posts}
      posts: {from: posts, preset: gatsby, url: "/{slug}"}
      feeds: [feed.xml]
      output: public

      """,
      to: configuration
    )
    let publish = [tidings, "publish", "-q", "-c", configuration]
    var rows: [(String, [Measurement])] = [
      ("tidings build", []), ("tidings publish, all of it new", []),
      ("tidings publish, nothing to do", []), ("tidings publish, one post changed", []),
    ]
    for number in 1...max(1, runs) {
      rows[0].1.append(
        try Measurement(
          of: [tidings, "build", "-q", "-c", configuration, "-o", "\(site)/built"]
        )
      )
      _ = try Measurement(of: ["/bin/rm", "-rf", "\(site)/.tidings", "\(site)/public"])
      // What was written a moment ago is not trusted.
      usleep(200_000)
      rows[1].1.append(try Measurement(of: publish))
      rows[2].1.append(try Measurement(of: publish))
      try BenchmarkFiles.write(Self.changedPost(number), to: "\(site)/posts/changed.md")
      usleep(200_000)
      rows[3].1.append(try Measurement(of: publish))
      let built = "\(site)/built/feed.xml"
      _ = try Measurement(
        of: [tidings, "build", "-q", "-c", configuration, "-o", "\(site)/built"]
      )
      _ = try Measurement(of: ["/usr/bin/cmp", built, "\(site)/public/feed.xml"])
    }
    print("\(posts) posts, \(max(1, runs)) runs\n")
    let floor = Measurement.median(rows[0].1)
    print("| what | wall ms | CPU ms | peak MB | wall, of building |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for (name, measurements) in rows {
      let median = Measurement.median(measurements)
      let columns = [
        BenchmarkTable.rounded(median.wall * 1_000), BenchmarkTable.rounded(median.cpu * 1_000),
        BenchmarkTable.rounded(median.peak), BenchmarkTable.rounded(median.wall / floor.wall),
      ]
      print("| \(name) | \(columns.joined(separator: " | ")) |")
    }
  }

  private static func changedPost(_ number: Int) -> String {
    """
    ---
    title: The post that changes
    slug: changed
    published_date: 2020-01-01
    ---

    Version \(number).

    """
  }
}
