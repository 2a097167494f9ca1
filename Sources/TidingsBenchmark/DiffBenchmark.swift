import ArgumentParser

/// The rows of `tidings diff`.
struct DiffBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Measures `tidings diff`, beside libxml2's bare parser over both versions.",
    discussion: """
      Entries have about 900 words each, every twentieth is edited in the new version; brief ones \
      have titles and dates alone. xmllint (Debian: libxml2-utils) has to be installed.
      """
  )

  @Option(parsing: .upToNextOption, help: "How many entries the feeds with content have.")
  var entries: [Int] = [1_000, 10_000]

  @Option(parsing: .upToNextOption, help: "How many entries the brief feeds have.")
  var brief: [Int] = [100_000]

  @Option(help: "How many runs of each row.")
  var runs = 5

  @Option(help: "Where the feeds are generated; kept for the next time.")
  var folder = ".build/benchmark/feeds"

  func run() throws {
    var rows: [BenchmarkTable.Row] = []
    var parsed: [String: Int] = [:]
    var counts: [String: Int] = [:]
    for (count, isBrief) in entries.map({ ($0, false) }) + brief.map({ ($0, true) }) {
      let old = try write(count, isBrief: isBrief, isEdited: false)
      let new = try write(count, isBrief: isBrief, isEdited: true)
      let what = "\(count) \(isBrief ? "brief " : "")entries a side"
      let floor = rows.count
      let commands: [BenchmarkTable.Row] = [
        ("xmllint --stream, \(what)", ["xmllint", "--noout", "--stream", old, new]),
        ("tidings diff, \(what)", [Programs.tidings, "diff", old, new]),
        ("tidings diff, JSON, \(what)", [Programs.tidings, "diff", "--format", "json", old, new]),
      ]
      for row in commands {
        parsed[row.name] = floor
        counts[row.name] = count
      }
      rows += commands
    }
    var table = BenchmarkTable(rows)
    try table.measure(runs: runs)
    let medians = table.medians
    print("\(max(1, runs)) runs\n")
    table.print(columns: ["wall ms", "CPU ms", "µs an entry", "peak MB", "wall, of xmllint's"]) {
      name,
      median in
      let floor = parsed[name].map { medians[$0] }
      return [
        BenchmarkTable.rounded(median.wall * 1_000),
        BenchmarkTable.rounded(median.cpu * 1_000),
        counts[name].map { BenchmarkTable.rounded(median.wall * 1_000_000 / Double($0)) } ?? "",
        BenchmarkTable.rounded(median.peak),
        floor.map { BenchmarkTable.rounded(median.wall / $0.wall) } ?? "",
      ]
    }
  }

  private func write(_ count: Int, isBrief: Bool, isEdited: Bool) throws -> String {
    let name = "diff-\(count)\(isBrief ? "-brief" : "")\(isEdited ? "-edited" : "").xml"
    let path = "\(folder)/\(name)"
    try BenchmarkFiles.makeFolder(folder)
    var command = [Programs.benchmark, "generate", "feed", "--entries", String(count), path]
    if isBrief { command.append("--brief") }
    if isEdited { command += ["--edited-every", "20"] }
    _ = try Measurement(of: command)
    return path
  }
}
