#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder with a TZif file for every zone, such as `/usr/share/zoneinfo`.
struct ZoneInfoDirectory {
  var path: String

  /// The largest file of a release has under 4 KB.
  private static let maximumFileSize = 256 * 1024
  private static let maximumNames = 4_000

  /// The bytes of a zone's file; `nil` if there is none of that name or it cannot be read.
  ///
  /// The identifier must have passed `isSafe`.
  func read(_ identifier: String) -> [UInt8]? {
    // Not blocking, in case the name is a pipe's.
    let descriptor = open("\(path)/\(identifier)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0, status.st_size <= Self.maximumFileSize
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
          Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        #else
          Darwin.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return Array(bytes[..<filled])
  }

  /// Whether the folder exists.
  var exists: Bool { access(path, R_OK | X_OK) == 0 }

  /// The identifiers of all zones, sorted, for suggestions. Zones lie at most three folders deep
  /// (`America/Argentina/Buenos_Aires`), and begin with a capital letter, unlike the tables and the
  /// `posix` and `right` copies beside them.
  func identifiers() -> [String] {
    var found: [String] = []
    var folders = [(prefix: "", depth: 0)]
    while let folder = folders.popLast() {
      guard let stream = opendir("\(path)/\(folder.prefix)") else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream), found.count < Self.maximumNames {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard let first = name.utf8.first, first &- 0x41 < 26, !name.utf8.contains(0x2E) else {
          continue
        }
        let identifier = folder.prefix + name
        var status = stat()
        guard stat("\(path)/\(identifier)", &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          if folder.depth < 2 { folders.append(("\(identifier)/", folder.depth + 1)) }
        } else {
          found.append(identifier)
        }
      }
    }
    return found.sorted()
  }

  /// Whether an identifier stays within the folder: `Area/Location` of letters, digits, `_`, `-`,
  /// `+`, a letter first, no empty parts and no dots, hence no `..`, and not absolute.
  static func isSafe(_ identifier: String) -> Bool {
    let bytes = identifier.utf8
    guard let first = bytes.first, (first | 0x20) &- 0x61 < 26, bytes.count <= 64 else {
      return false
    }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
              || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
          }
      }
  }
}
