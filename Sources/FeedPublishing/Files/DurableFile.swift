import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are there after the machine loses its power, too.
enum DurableFile {
  /// Writes a file in one step: afterwards it is on the disk under its name.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try StagedFile(path: path, care: .durable)
    var failure: FileError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(FileError) { try file.write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    try file.finish()
    try file.commit()
    try syncFolders(of: [path])
  }

  /// Brings files to the disk.
  static func sync(_ paths: [String]) throws(FileError) {
    for path in paths {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError("read", path) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw FileError("write", path) }
    }
  }

  /// Brings the names of files to the disk.
  static func syncFolders(of paths: [String]) throws(FileError) {
    let folders = Set(
      paths.map { path in
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      }
    )
    for folder in folders.sorted() {
      let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError("open the folder", folder) }
      defer { close(descriptor) }
      // Some file systems know no such thing.
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError("write", folder) }
    }
  }
}
