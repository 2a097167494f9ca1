import FeedJSON
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of a set that take their places one after the other: once the journal is there, all of
/// them do, if need be by the next run.
///
/// The new files are on the disk before the journal is, and it is there before the first of them is
/// renamed. So each file is the old one or the new one at any time, and a run that finds a journal knows
/// which set it has to complete.
struct PublishJournal {
  /// A file on its way.
  struct Move: Equatable {
    /// Where it is; nil for one that goes.
    var staged: String?
    /// Its place.
    var target: String
  }

  let path: String

  /// Writes the journal down.
  func write(_ moves: [Move]) throws(FileError) {
    var bytes: [UInt8] = []
    for move in moves {
      bytes += "{".utf8
      if let staged = move.staged {
        bytes += "\"staged\": ".utf8
        JSONText.append(AbsolutePath.of(staged), to: &bytes)
        bytes += ", ".utf8
      }
      bytes += "\"target\": ".utf8
      JSONText.append(AbsolutePath.of(move.target), to: &bytes)
      bytes += "}\n".utf8
    }
    try DurableFile.write(bytes, to: path)
  }

  /// The moves that are left over from a run that was killed; none if there is no journal.
  ///
  /// - Throws: `FileError`; `PublishError.strangeJournal` for a file that is none: a journal is never
  ///   half written.
  func read() throws -> [Move] {
    guard FileSystem.kind(of: path) != nil else { return [] }
    var reader = FileReader()
    try reader.open(path)
    try reader.readToEnd()
    var moves: [Move] = []
    for line in reader.bytes.split(separator: 0x0A) {
      guard let move = Self.move(UnsafeBufferPointer(rebasing: line)) else {
        throw PublishError.strangeJournal(path: path)
      }
      moves.append(move)
    }
    return moves
  }

  private static func move(_ line: UnsafeBufferPointer<UInt8>) -> Move? {
    var reader = JSONReader(line)
    var staged: String?
    var target: String?
    do throws(JSONError) {
      guard try reader.next()?.kind == .beginObject else { return nil }
      while let key = try reader.next(), key.kind == .key {
        guard let value = try reader.next(), value.kind == .string else { return nil }
        if key.isText("staged") { staged = value.text }
        if key.isText("target") { target = value.text }
      }
    } catch { return nil }
    guard let target else { return nil }
    return Move(staged: staged, target: target)
  }

  /// Puts the files in their places, those that are not there yet.
  func complete(_ moves: [Move]) throws(FileError) {
    for move in moves {
      if let staged = move.staged {
        guard rename(staged, move.target) == 0 || errno == ENOENT else {
          throw FileError("replace", move.target)
        }
      } else {
        guard unlink(move.target) == 0 || errno == ENOENT else {
          throw FileError("remove", move.target)
        }
      }
      CrashPoint.pass()
    }
    try DurableFile.syncFolders(of: moves.map(\.target))
  }

  /// Removes the journal, when what it says is done.
  func remove() throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
    try DurableFile.syncFolders(of: [path])
  }
}
