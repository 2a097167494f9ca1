import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the history of a site lies: beside the output folder, so that it is not published with it.
public struct HistoryPlace: Sendable, Equatable {
  /// The database.
  public let path: String
  /// What stands before a document's path in the history: the output folder's name.
  let prefix: String

  /// - Parameters:
  ///   - output: The folder that feeds are written to.
  ///   - configured: Where the configuration wants the database; nil if it does not say.
  init(output: String, configured: String?) {
    var folder = output
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    let isNameless = name.isEmpty || name == "." || name == ".."
    prefix = isNameless ? "" : name + "/"
    if let configured {
      path = configured
    } else if isNameless {
      path = SourceListing.joined(folder, Self.file)
    } else {
      let parent = folder.dropLast(name.count)
      path = parent.isEmpty ? Self.file : parent + Self.file
    }
  }

  private static let file = ".tidings/history.sqlite"

  /// Makes the folder, with a word to git that it is none of its business.
  func prepare() throws(FileError) {
    guard let end = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<end])
    if folder.isEmpty || FileSystem.kind(of: folder) != nil { return }
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileError("create", folder) }
    guard folder.hasSuffix(".tidings") else { return }
    try WholeFile.write(Array("*\n".utf8), to: folder + "/.gitignore")
  }
}
