import Foundation
import FuzzTargets

/// Where a target's files are.
enum FuzzFiles {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let environment = ProcessInfo.processInfo.environment

  /// What the inputs grow from: the same every time, as a test that fails without a change is of no
  /// use, unless the environment says otherwise.
  static let seed = environment["TIDINGS_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

  /// How long each target is tried.
  static let seconds = environment["TIDINGS_FUZZ_SECONDS"].flatMap { Double($0) } ?? 0.4

  private static let words = root.appending(path: "Tests/Fuzzing/Words")

  /// What inputs were found to break, or are near to it, by the names of their files.
  static func findings(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = root.appending(path: "Tests/FuzzingTests/Fixtures/\(target.name)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  /// The words of a target; nil if their file is missing or broken.
  static func words(of target: FuzzTarget) -> [[UInt8]]? {
    FuzzWords(file: words.appending(path: target.name + ".dict").path)?.words
  }

  /// The seeds of a target that lie in the project.
  static func seeds(of target: FuzzTarget) throws -> [[UInt8]] {
    let table = try String(
      contentsOf: root.appending(path: "Tests/Fuzzing/Seeds.tsv"),
      encoding: .utf8
    )
    var seeds: [[UInt8]] = []
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2, columns[0] == target.name, !columns[1].hasPrefix("../") else {
        continue
      }
      let folder = root.appending(path: String(columns[1]))
      let files = FileManager.default.enumerator(
        at: folder,
        includingPropertiesForKeys: [.isRegularFileKey]
      )
      for case let file as URL in files ?? .init() where !file.hasDirectoryPath {
        seeds.append(Array(try Data(contentsOf: file).prefix(target.longestInput)))
      }
    }
    return seeds.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
