import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder for files that are thrown away, which goes with its owner.
final class RehearsalFolder: Sendable {
  let path: String

  /// Makes a folder.
  ///
  /// - Parameter parent: The folder that it is made in; the system's for such things without it.
  init(in parent: String? = nil) throws(FileError) {
    let parent = parent ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/tidings-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("make a folder in", parent) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in (try? FileSystem.names(inFolder: path)) ?? [] { unlink(path + "/" + name) }
    rmdir(path)
  }
}
