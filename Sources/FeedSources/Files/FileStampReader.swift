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
  private var name: [CChar] = []

  /// No folder yet.
  public init() {}

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The stamp of what an absolute path leads to now, links followed.
  public mutating func stamp(of path: some RandomAccessCollection<UInt8>) -> FileStamp {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else {
      return FileStamp(of: String(decoding: path, as: UTF8.self))
    }
    enter(path[...slash])
    // A folder that is not there, or that may be walked through but not read.
    guard descriptor >= 0 else { return FileStamp(of: String(decoding: path, as: UTF8.self)) }
    name.removeAll(keepingCapacity: true)
    for byte in path[path.index(after: slash)...] { name.append(CChar(bitPattern: byte)) }
    // The root is its own folder.
    if name.isEmpty { name.append(CChar(bitPattern: UInt8(ascii: "."))) }
    name.append(0)
    var information = stat()
    guard fstatat(descriptor, name, &information, 0) == 0 else { return FileStamp(kind: .absent) }
    return FileStamp(information)
  }

  private mutating func enter(_ path: some Collection<UInt8>) {
    if descriptor >= 0, folder.elementsEqual(path) { return }
    if descriptor >= 0 { close(descriptor) }
    folder = Array(path)
    descriptor = open(
      String(decoding: folder, as: UTF8.self),
      O_RDONLY | O_DIRECTORY | O_CLOEXEC
    )
  }
}
