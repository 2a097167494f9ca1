/// Commands that are measured side by side.
struct BenchmarkTable {
  /// What a command is called, and its words.
  typealias Row = (name: String, command: [String])

  let rows: [Row]
  private var measurements: [[Measurement]]

  init(_ rows: [Row]) {
    self.rows = rows
    measurements = rows.map { _ in [] }
  }

  /// Runs all of them so many times. Rows take turns, so that a busy minute hits all of them.
  mutating func measure(runs: Int) throws {
    for _ in 0..<max(1, runs) {
      for (index, row) in rows.enumerated() {
        measurements[index].append(try Measurement(of: row.command))
      }
    }
  }

  /// One a row.
  var medians: [Measurement] { measurements.map(Measurement.median) }

  /// Prints a Markdown table.
  func print(columns: [String], cells: (_ name: String, _ median: Measurement) -> [String]) {
    Swift.print("| what | \(columns.joined(separator: " | ")) |")
    Swift.print("| --- |\(String(repeating: " ---: |", count: columns.count))")
    for (row, median) in zip(rows, medians) {
      Swift.print("| \(row.name) | \(cells(row.name, median).joined(separator: " | ")) |")
    }
  }

  /// A number with as many digits as mean something.
  static func rounded(_ number: Double) -> String {
    let scaled = (number * 100).rounded() / 100
    return number >= 100 ? String(Int(number.rounded())) : String(scaled)
  }
}

/// The programs that are measured: those that were built along with this one.
enum Programs {
  static let benchmark = CommandLine.arguments.first ?? "tidings-benchmark"
  static let tidings =
    (benchmark.lastIndex(of: "/").map { String(benchmark[..<$0]) } ?? ".") + "/tidings"
}
