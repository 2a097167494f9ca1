import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that is installed with this one.
struct SiblingProgram {
  /// Its file's name.
  let name: String

  /// Where it is: in this program's folder, else in the first folder of `PATH` that has it.
  var path: String? {
    let folders =
      [Self.ownFolder].compactMap(\.self)
      + (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init)
    return folders.lazy.map { $0 + "/" + name }.first {
      access($0, X_OK) == 0 && FileSystem.kind(of: $0) == .file
    }
  }

  /// The folder that this program lies in, links followed.
  private static var ownFolder: String? {
    #if canImport(Glibc)
      let real = realpath("/proc/self/exe", nil)
    #else
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      let real = realpath(buffer, nil)
    #endif
    guard let real else { return nil }
    defer { free(real) }
    let path = String(cString: real)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// Becomes the program: signals, terminal and exit status are its own then. Returns the system's
  /// number for an error if that fails.
  static func become(_ path: String, _ arguments: [String]) -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    execv(path, words)
    return errno
  }

  static func reason(_ code: Int32) -> String { FileError("start", "", code: code).reason }
}
