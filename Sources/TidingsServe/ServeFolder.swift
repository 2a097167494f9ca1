import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that rehearsals are kept in, which goes when the server does.
struct ServeFolder: Sendable {
  let path: String

  /// While a rehearsal goes on, it writes files into what is being removed.
  private static let mostTries = 50

  init() throws(FileError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    // Of the user alone: drafts of others are nobody's business.
    var template = Array("\(parent)/tidings-serve-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("make a folder in", parent) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with all that is in it.
  func remove() {
    for _ in 0..<Self.mostTries {
      Self.remove(path)
      if FileSystem.kind(of: path) == nil { return }
      usleep(1_000)
    }
  }

  private static func remove(_ folder: String) {
    for entry in (try? FileSystem.entries(inFolder: folder)) ?? [] {
      let path = folder + "/" + entry.name
      if entry.kind == .folder { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }
}
