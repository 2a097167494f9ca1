import FeedPublishing
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of the site, beside the documents.
struct SiteFiles: Sendable {
  /// The output folder, then those that its generator copies into it.
  private let roots: [String]

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

  /// The files of a site; none if its configuration cannot be read.
  init(_ rehearsal: Rehearsal) {
    roots = [rehearsal.output].compactMap(\.self) + rehearsal.assetFolders
  }

  /// Looks a path up. Links count as long as they stay in the folder; what begins with a dot is nobody's
  /// business, as on most servers.
  func find(_ path: RequestPath) -> Found {
    guard path.names.allSatisfy({ !$0.hasPrefix(".") || $0 == ".well-known" }) else {
      return .nothing
    }
    for root in roots {
      let found = Self.find(path, below: root)
      if case .nothing = found { continue }
      return found
    }
    return .nothing
  }

  private static func find(_ path: RequestPath, below root: String) -> Found {
    guard let root = Self.real(root),
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
