#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What tells that a file, a folder or the lack of one is as it was, without reading it.
public struct FileStamp: Sendable, Hashable {
  /// What is there.
  public enum Kind: Character, Sendable {
    /// Nothing.
    case absent = "-"
    /// A file, with its size and times.
    case file = "f"
    /// A folder, whatever is in it.
    case folder = "d"
    /// A folder, with the names in it: those that begin with a dot are nobody's posts.
    case listing = "l"
    /// A pipe, a device or a socket.
    case other = "o"
  }

  /// What is there.
  public var kind: Kind
  /// The size of a file in bytes, a hash of the names in a folder, else 0.
  public var size: UInt64
  /// When the content of a file or the names in a folder changed last, in nanoseconds since 1970; 0 for
  /// anything else, and for a folder that changed too shortly ago to tell.
  public var modified: Int64
  /// When a file itself changed last, its name and permissions too, in nanoseconds since 1970.
  public var changed: Int64
  /// The number of a file in its file system; another file in its place has another.
  public var number: UInt64

  /// See the properties.
  public init(
    kind: Kind,
    size: UInt64 = 0,
    modified: Int64 = 0,
    changed: Int64 = 0,
    number: UInt64 = 0
  ) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.changed = changed
    self.number = number
  }

  /// The stamp of what a path leads to now, links followed.
  public init(of path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else {
      self.init(kind: .absent)
      return
    }
    self.init(information)
  }

  init(_ information: stat) {
    switch information.st_mode & S_IFMT {
    case S_IFREG:
      #if canImport(Glibc)
        let (modified, changed) = (information.st_mtim, information.st_ctim)
      #else
        let (modified, changed) = (information.st_mtimespec, information.st_ctimespec)
      #endif
      self.init(
        kind: .file,
        size: UInt64(clamping: information.st_size),
        modified: Self.nanoseconds(modified),
        changed: Self.nanoseconds(changed),
        number: UInt64(truncatingIfNeeded: information.st_ino)
      )
    case S_IFDIR: self.init(kind: .folder)
    default: self.init(kind: .other)
    }
  }

  /// The stamp of a folder's names.
  ///
  /// - Parameter modified: When they changed last.
  public init(names: some Sequence<String>, modified: Int64 = 0) {
    // FNV-1a: the same in every process, other than Swift's own hashes.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in names where !name.hasPrefix(".") {
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x2F) &* 0x100_0000_01B3
    }
    self.init(kind: .listing, size: hash, modified: modified)
  }

  /// When the names in a folder changed last; nil if there is no such folder.
  public static func modification(ofFolder path: String) -> Int64? {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else { return nil }
    #if canImport(Glibc)
      return nanoseconds(information.st_mtim)
    #else
      return nanoseconds(information.st_mtimespec)
    #endif
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
