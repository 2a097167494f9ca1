#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A call to the system that failed, with the path and the system's own words.
public struct FileError: Error, Sendable, Equatable {
  /// What was tried: `read`, `write`, `open`.
  public var action: String
  /// The file or folder.
  public var path: String
  /// The system's error number.
  public var code: Int32

  /// A failure with the number that the system left in `errno`.
  public init(_ action: String, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// The system's words for the error: `No space left on device`.
  public var reason: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The few calls to the file system that reading a site needs.
public enum FileSystem {
  /// What a path leads to.
  public enum Kind: Sendable {
    /// A file with bytes.
    case file
    /// A folder.
    case folder
    /// A pipe, a device or a socket.
    case other
  }

  /// What a path leads to, links followed; nil when there is nothing.
  public static func kind(of path: String) -> Kind? {
    guard let information = information(of: path) else { return nil }
    return kind(information.st_mode)
  }

  /// The size of a file in bytes; nil when there is no such file.
  public static func size(ofFile path: String) -> Int64? {
    guard let information = information(of: path), kind(information.st_mode) == .file else {
      return nil
    }
    return Int64(information.st_size)
  }

  private static func information(of path: String) -> stat? {
    var information = stat()
    let isThere = stat(path, &information) == 0
    FileTrace.note(path, isThere ? information : nil)
    return isThere ? information : nil
  }

  /// A file or folder among others.
  public struct Entry: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// What it is; nil for a link, and where the file system does not tell.
    public var kind: Kind?
  }

  /// What makes a file or folder the same under two paths.
  public struct Identity: Sendable, Hashable {
    private let device: UInt64
    private let file: UInt64

    /// The identity of what a path leads to, links followed; nil when there is nothing.
    public init?(of path: String) {
      var information = stat()
      guard stat(path, &information) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: information.st_dev)
      file = UInt64(truncatingIfNeeded: information.st_ino)
    }
  }

  /// The entries of a folder, sorted by the bytes of their names, without `.` and `..`.
  public static func entries(inFolder path: String) throws(FileError) -> [Entry] {
    let modified = FileTrace.modification(ofFolder: path)
    guard let folder = opendir(path) else { throw FileError("open the folder", path) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self,
          capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      entries.append(Entry(name: name, kind: kind(ofType: Int32(entry.pointee.d_type))))
    }
    // Swift compares ASCII strings by their bytes, and other strings in the order of their normal
    // forms, which is the same on every machine.
    entries.sort { $0.name < $1.name }
    FileTrace.note(listing: path, entries.lazy.map(\.name), modified: modified)
    return entries
  }

  /// The names in a folder, in the same order.
  public static func names(inFolder path: String) throws(FileError) -> [String] {
    try entries(inFolder: path).map(\.name)
  }

  private static func kind(ofType type: Int32) -> Kind? {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .folder
    case Int32(DT_UNKNOWN), Int32(DT_LNK): nil
    default: .other
    }
  }

  private static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }
}
