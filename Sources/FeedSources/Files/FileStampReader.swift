#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Takes the stamps of many files, one folder after the other: each folder is looked up once, where a
/// whole path has to be walked for each file otherwise.
public struct FileStampReader: ~Copyable {
  private var folder: [UInt8] = []
  private var descriptor: Int32 = -1
  private var name: [UInt8] = []

  /// No folder yet.
  public init() {}

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The stamp of what a path's bytes lead to now, links followed.
  public mutating func stamp(of path: UnsafeBufferPointer<UInt8>) -> FileStamp {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")),
      enter(UnsafeBufferPointer(rebasing: path[...slash]))
    else {
      // A folder that is not there, or that may be walked through but not read.
      return FileStamp(of: String(decoding: path, as: UTF8.self))
    }
    name.removeAll(keepingCapacity: true)
    name.append(contentsOf: path[(slash + 1)...])
    // The root is its own folder.
    if name.isEmpty { name.append(UInt8(ascii: ".")) }
    name.append(0)
    var information = stat()
    let status = name.withUnsafeBytes { name in
      name.bindMemory(to: CChar.self).baseAddress.map { fstatat(descriptor, $0, &information, 0) }
    }
    return status == 0 ? FileStamp(information) : FileStamp(kind: .absent)
  }

  /// Whether the folder could be opened.
  private mutating func enter(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    if descriptor >= 0, folder.count == path.count, folder.elementsEqual(path) { return true }
    if descriptor >= 0 { close(descriptor) }
    folder = Array(path)
    descriptor = open(
      String(decoding: folder, as: UTF8.self),
      O_RDONLY | O_DIRECTORY | O_CLOEXEC
    )
    return descriptor >= 0
  }
}
