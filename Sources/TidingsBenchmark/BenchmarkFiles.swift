import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are measured on.
enum BenchmarkFiles {
  /// Makes a folder, and those that it is in.
  static func makeFolder(_ path: String) throws {
    if FileSystem.kind(of: path) == .folder { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 else { throw FileError("make the folder", path) }
  }

  /// Writes a whole file.
  static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw FileError("write", path) }
    defer { close(descriptor) }
    try write(Array(text.utf8), to: descriptor, path)
  }

  /// Writes the next bytes of a file.
  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    let isWritten = bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = writeBytes(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    guard isWritten else { throw FileError("write", path) }
  }
}

/// Under another name, as `write` is a method above.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
