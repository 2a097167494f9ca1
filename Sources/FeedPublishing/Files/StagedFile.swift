import FeedFormats
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is written beside the one that it will replace, and takes its place in one step.
///
/// Readers see the old bytes or the new ones. What is written is compared with the old file on the
/// way: where nothing differs, the old file stays, with its time and so its ETag.
final class StagedFile {
  /// What became of a file.
  enum Outcome: Sendable {
    /// It did not exist before.
    case created
    /// Its bytes changed.
    case replaced
    /// It stays as it was.
    case unchanged
  }

  /// What a new file has to survive.
  enum Care: Sendable, Equatable {
    /// This program: what is lost with the machine is built again.
    case usual
    /// The machine: the bytes are on the disk before the old file goes. There is one such file beside
    /// a path, whose name does not depend on who writes it.
    case durable
    /// As ``durable``, once the file was brought to the disk together with others.
    case durableTogether
    /// As ``durable``, and nobody else may read the bytes before: for files of which there is no other
    /// copy.
    case precious
    /// Nothing: it lies in a folder for files that are thrown away, and never takes the old one's
    /// place.
    case rehearsal(folder: String)

    fileprivate var outlivesMachine: Bool {
      self == .durable || self == .durableTogether || self == .precious
    }

    /// Whether the file has a name that does not depend on who writes it.
    fileprivate var isForJournals: Bool { self == .durable || self == .durableTogether }
  }

  /// The file that will be replaced.
  let path: String
  /// How many bytes were written.
  private(set) var size = 0

  /// Where the new bytes are until then.
  let stagedPath: String
  private let isDry: Bool
  private let staysOpen: Bool
  private let care: Care
  private var descriptor: Int32 = -1
  private var old: Int32 = -1
  private let hadOld: Bool
  /// Whether the staged file is nobody's business any more.
  private var isSettled = false
  private var equalsOld: Bool
  /// What is not written yet: calls to the system cost more than copies of a few kilobytes.
  private var pending: [UInt8] = []
  private var comparison: [UInt8] = []

  private static let pendingSize = 64 * 1024
  /// With many files at once, each holds less back.
  private static let smallPendingSize = 8 * 1024

  /// Starts a file. Folders on the way are made.
  ///
  /// - Parameters:
  ///   - path: The file that will be replaced.
  ///   - isDry: Whether bytes are only counted and compared, and nothing is written.
  ///   - staysOpen: Whether the file is open all the time; of a thousand feeds for tags, each is
  ///     opened when there is something to write, since systems allow a thousand open files or so.
  ///   - care: What the new file has to survive.
  init(
    path: String,
    isDry: Bool = false,
    staysOpen: Bool = true,
    care: Care = .usual
  ) throws(FileError) {
    self.care = care
    self.path = path
    self.isDry = isDry
    self.staysOpen = staysOpen
    let slash = path.lastIndex(of: "/")
    let folder = Self.folder(ofFile: path)
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    stagedPath = Self.stagedPath(folder: folder, name: name, care)
    // What is written here is no source of anything.
    let kind = FileTrace.$current.withValue(nil) { FileSystem.kind(of: path) }
    hadOld = kind == .file
    equalsOld = hadOld
    // Renaming onto a folder fails, and by then other documents have been replaced.
    guard kind ?? .file == .file else { throw FileError("write", path, code: EISDIR) }
    guard !isDry else { return }
    if case .rehearsal = care {} else { try Self.makeFolder(folder) }
    // A file of this name was left by a program that was killed; its bytes are of no use.
    unlink(stagedPath)
    try openStaged()
    if !staysOpen { closeFiles() }
  }

  deinit { discard() }

  /// Appends bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    size += bytes.count
    let limit = staysOpen ? Self.pendingSize : Self.smallPendingSize
    if pending.isEmpty, bytes.count >= limit {
      try writeThrough(bytes, at: size - bytes.count)
      return
    }
    pending.append(contentsOf: bytes)
    if pending.count >= limit { try flush() }
  }

  /// Appends bytes of the file that will be replaced.
  func copy(_ source: CopySource, _ range: Range<Int>) throws(FileError) {
    try flush()
    // What was written before it has another length, or else it is where it was.
    if range.lowerBound != size { equalsOld = false }
    let compares = equalsOld
    equalsOld = false
    defer { equalsOld = compares }
    try source.read(range) { (bytes) throws(FileError) in
      size += bytes.count
      try writeThrough(bytes, at: size - bytes.count)
    }
  }

  private func flush() throws(FileError) {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    try bytes.withUnsafeBufferPointer { (bytes) throws(FileError) in
      try writeThrough(bytes, at: size - bytes.count)
    }
  }

  private func writeThrough(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int
  ) throws(FileError) {
    if equalsOld { equalsOld = equals(bytes, at: offset) }
    if !isDry {
      if descriptor < 0 { try openStaged() }
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeBufferPointer(rebasing: rest)
        let written = writeBytes(descriptor, part.baseAddress, part.count)
        if written < 0 {
          if errno == EINTR { continue }
          throw FileError("write", path)
        }
        rest = rest.dropFirst(written)
      }
    }
    if !staysOpen { closeFiles() }
  }

  private func openStaged() throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    descriptor = open(stagedPath, flags, care == .precious ? 0o600 : 0o644)
    guard descriptor >= 0 else { throw FileError("write", stagedPath) }
  }

  private func closeFiles() {
    if descriptor >= 0 { close(descriptor) }
    if old >= 0 { close(old) }
    descriptor = -1
    old = -1
  }

  /// Ends writing: after it, only the renaming can fail.
  func finish() throws(FileError) {
    try flush()
    if equalsOld {
      let oldSize = FileTrace.$current.withValue(nil) { FileSystem.size(ofFile: path) }
      if oldSize != Int64(size) { equalsOld = false }
    }
    defer { closeFiles() }
    if care.outlivesMachine, !isDry, !equalsOld {
      if descriptor < 0 { try openStaged() }
      if care.isForJournals { keepPermissions() }
      if care != .durableTogether, fsync(descriptor) != 0 { throw FileError("write", path) }
    }
    guard descriptor >= 0 else { return }
    let result = close(descriptor)
    descriptor = -1
    // Some file systems report a full disk only here.
    guard result == 0 else { throw FileError("write", path) }
  }

  /// What will become of the file, known after `finish()`.
  var outcome: Outcome { equalsOld ? .unchanged : hadOld ? .replaced : .created }

  /// Lends what was written, in pieces, after `finish()`.
  func read(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(FileError) {
    var reader = FileReader()
    try reader.open(stagedPath, isSource: false)
    var isAtEnd = false
    while !isAtEnd {
      isAtEnd = try reader.read(upTo: Self.pendingSize)
      body(reader.bytes)
      reader.drop(reader.bytes.count)
    }
  }

  /// Puts the new file in the old one's place, unless they are equal.
  func commit() throws(FileError) {
    isSettled = true
    if equalsOld {
      unlink(stagedPath)
      return
    }
    if case .rehearsal = care { return }
    if !care.isForJournals { keepPermissions() }
    guard rename(stagedPath, path) == 0 else { throw FileError("replace", path) }
  }

  /// A file that was there keeps who may read it.
  private func keepPermissions() {
    var information = stat()
    if hadOld, stat(path, &information) == 0 {
      chmod(stagedPath, information.st_mode & 0o7777)
    }
  }

  private static func stagedPath(folder: String, name: String, _ care: Care) -> String {
    switch care {
    case .durable, .durableTogether: return "\(folder)/.\(name).tidings-new"
    case .usual, .precious: return "\(folder)/.\(name).tidings-\(getpid())"
    case .rehearsal(let other):
      let flat = "\(folder)/\(name)".split(separator: "/").joined(separator: "%2F")
      // Names have 255 bytes at most, and copies get an ending.
      guard flat.utf8.count > 200 else { return other + "/" + flat }
      let unique = NameBasedUUID(flat, namespace: NameBasedUUID.namespaceOfOthers).string
      return "\(other)/\(unique)-\(name.utf8.count > 100 ? "" : name)"
    }
  }

  /// Removes what was written; the old file stays.
  func discard() {
    closeFiles()
    // A later file may have the same name by now.
    if !isDry, !isSettled { unlink(stagedPath) }
    isSettled = true
  }

  /// Leaves the staged file to somebody who puts it in its place.
  func release() {
    closeFiles()
    isSettled = true
  }

  private func equals(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    if old < 0 { old = open(path, O_RDONLY | O_CLOEXEC) }
    guard old >= 0 else { return false }
    if comparison.count < bytes.count {
      comparison = [UInt8](repeating: 0, count: bytes.count)
    }
    return comparison.withUnsafeMutableBytes { buffer in
      guard let left = buffer.baseAddress, let right = bytes.baseAddress else { return true }
      var count = 0
      while count < bytes.count {
        let got = pread(old, left + count, bytes.count - count, off_t(offset + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return false }
        count += got
      }
      return memcmp(left, right, bytes.count) == 0
    }
  }

  private static func folder(ofFile path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Makes the folders on the way to a file.
  static func makeFolder(ofFile path: String) throws(FileError) {
    try makeFolder(folder(ofFile: path))
  }

  private static func makeFolder(_ path: String) throws(FileError) {
    if FileTrace.$current.withValue(nil, operation: { FileSystem.kind(of: path) }) == .folder {
      return
    }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileError("make the folder", path)
    }
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
