#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths as lists of names.
enum FilePath {
  /// The names from the root down, without `.` and `..`; links are not looked at.
  static func absolute(_ path: String) -> [Substring] {
    var whole = path
    if path.utf8.first != UInt8(ascii: "/") { whole = currentFolder + "/" + path }
    var names: [Substring] = []
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names
  }

  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
