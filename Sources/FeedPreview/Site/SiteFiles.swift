import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of the output folder, beside the documents.
struct SiteFiles {
  /// The output folder.
  let root: String

  /// What a path leads to.
  enum Found {
    /// A file.
    case file(OpenFile, name: String)
    /// A folder that has a page, whose address ends with a slash.
    case folder
    /// Nothing that is to be seen.
    case nothing
  }

  private static let page = "index.html"

  /// Looks a path up. Links count as long as they stay in the folder; what begins with a dot is nobody's
  /// business, as on most servers.
  func find(_ path: RequestPath) -> Found {
    guard path.names.allSatisfy({ !$0.hasPrefix(".") || $0 == ".well-known" }),
      let root = Self.real(root),
      let real = Self.real(([root] + path.names).joined(separator: "/")),
      real == root || real.hasPrefix(root == "/" ? root : root + "/")
    else { return .nothing }
    switch FileSystem.kind(of: real) {
    case .file where !path.isFolder:
      return OpenFile(real).map { .file($0, name: path.names.last ?? "") } ?? .nothing
    case .folder:
      let page = real + "/" + Self.page
      guard let realPage = Self.real(page), realPage.hasPrefix(root + "/"),
        let file = OpenFile(realPage)
      else { return .nothing }
      return path.isFolder ? .file(file, name: Self.page) : .folder
    default: return .nothing
    }
  }

  /// The path without links in it; nil if there is nothing.
  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
