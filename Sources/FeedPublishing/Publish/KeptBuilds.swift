import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The feeds of builds before, to go back to.
///
/// The folder `kept/12` has the files that were replaced while build 12 was the last: as they were then,
/// under their paths below the output folder. A file that was not there has the ending `.absent`. What
/// is not there was as it is in a later folder, or as it is now.
struct KeptBuilds {
  let folder: String
  /// The output folder, with its slash.
  let output: String

  /// So many builds can be gone back to.
  static let most = 10
  private static let absence = ".absent"

  /// Keeps the files that are about to be replaced.
  func keep(_ targets: [String], of build: Int64) throws(FileError) {
    let home = folder + "/\(build)"
    for target in targets {
      let kept = home + "/" + below(target)
      try StagedFile.makeFolder(ofFile: kept)
      unlink(kept)
      unlink(kept + Self.absence)
      if link(target, kept) == 0 { continue }
      if errno == ENOENT {
        try WholeFile.write([], to: kept + Self.absence)
      } else {
        // A file system without links, or another one.
        var reader = FileReader()
        try reader.open(target)
        try reader.readToEnd()
        try WholeFile.write(Array(reader.bytes), to: kept)
      }
    }
  }

  private func below(_ path: String) -> String {
    path.hasPrefix(output) ? String(path.dropFirst(output.count)) : path
  }

  /// The builds that can be gone back to, the oldest one first.
  func builds() -> [Int64] {
    let names = (try? FileSystem.names(inFolder: folder)) ?? []
    return names.compactMap { Int64($0) }.sorted()
  }

  /// What a file was while a build was the last.
  enum State: Equatable {
    /// The kept file.
    case file(String)
    /// There was none.
    case absent
    /// As it is now.
    case unchanged
  }

  /// What a file was while a build was the last.
  func state(of target: String, at build: Int64) -> State {
    for number in builds() where number >= build {
      let kept = folder + "/\(number)/" + below(target)
      if FileSystem.kind(of: kept) == .file { return .file(kept) }
      if FileSystem.kind(of: kept + Self.absence) == .file { return .absent }
    }
    return .unchanged
  }

  /// The paths of all files that were replaced since a build.
  func targets(since build: Int64) -> [String] {
    var found: Set<String> = []
    for number in builds() where number >= build {
      collect(folder + "/\(number)", "", into: &found)
    }
    return found.sorted().map { output + $0 }
  }

  private func collect(_ folder: String, _ prefix: String, into found: inout Set<String>) {
    for entry in (try? FileSystem.entries(inFolder: folder)) ?? [] {
      let path = folder + "/" + entry.name
      if (entry.kind ?? FileSystem.kind(of: path)) == .folder {
        collect(path, prefix + entry.name + "/", into: &found)
      } else if entry.name.hasSuffix(Self.absence) {
        found.insert(prefix + entry.name.dropLast(Self.absence.count))
      } else {
        found.insert(prefix + entry.name)
      }
    }
  }

  /// Removes the builds that are too old to be gone back to.
  func prune() throws(FileError) {
    for number in builds().dropLast(Self.most) { try remove(folder + "/\(number)") }
  }

  private func remove(_ folder: String) throws(FileError) {
    for entry in try FileSystem.entries(inFolder: folder) {
      let path = folder + "/" + entry.name
      if (entry.kind ?? FileSystem.kind(of: path)) == .folder {
        try remove(path)
      } else {
        unlink(path)
      }
    }
    guard rmdir(folder) == 0 || errno == ENOENT else { throw FileError("remove", folder) }
  }
}
