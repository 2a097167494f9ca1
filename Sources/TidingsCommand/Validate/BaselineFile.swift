import FeedJSON
import FeedPublishing
import FeedSources
import FeedValidation

/// A baseline and where it lies. Documents are known by their paths from its folder, so that it holds
/// wherever the command is run.
struct BaselineFile: Sendable {
  let path: String
  var baseline: Baseline
  private let folder: [Substring]

  /// An empty baseline that is to be written.
  init(path: String) {
    self.path = path
    baseline = Baseline()
    folder = FilePath.absolute(path).dropLast()
  }

  /// Reads a baseline.
  init(reading path: String) throws(SourceProblem) {
    self.init(path: path)
    var file = FileReader()
    do {
      try file.open(path)
      // One of a thousand findings has a tenth of a megabyte.
      try file.readToEnd(limit: 64 * 1024 * 1024)
    } catch {
      throw SourceProblem(
        path: path,
        message: "cannot read the baseline: \(error.reason)",
        help: "--write-baseline \(path) writes one"
      )
    }
    do {
      baseline = try Baseline(parsing: file.bytes)
    } catch {
      throw SourceProblem(
        path: path,
        line: error.line,
        column: error.column,
        message: error.message,
        help: "--write-baseline \(path) writes a new one"
      )
    }
  }

  /// Reads the baseline that a configuration names.
  init(configured place: BaselinePlace) throws(SourceProblem) {
    guard FileSystem.kind(of: place.path) != nil else {
      throw SourceProblem(
        path: place.configuration,
        line: place.line,
        column: place.column,
        message: "there is no baseline \(place.path)",
        help: "--write-baseline \(place.path) writes one"
      )
    }
    try self.init(reading: place.path)
  }

  func filter(_ report: inout DocumentReport, _ entries: EntryIdentities) {
    baseline.filter(&report, as: name(report.name), entries)
  }

  mutating func learn(_ report: DocumentReport, _ entries: EntryIdentities) {
    baseline.learn(report, as: name(report.name), entries)
  }

  func write() throws(FileError) { try WholeFile.write(baseline.json, to: path) }

  private func name(_ document: String) -> String {
    guard document != "-" else { return document }
    let parts = FilePath.absolute(document)
    let shared = zip(parts, folder).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: folder.count - shared)
    return (up + parts[shared...]).joined(separator: "/")
  }
}
