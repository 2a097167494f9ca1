import FeedModel
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ids that subscribers know a site's posts by, in a text file under version control.
///
/// Lines are only ever added: a later line about a source outweighs an earlier one. So the ids survive
/// what ids are made of: domain, scheme, slug, date, generator.
public struct IDLedger: Sendable {
  /// What counts of a source.
  public struct Entry: Sendable, Equatable {
    /// What the line says.
    public var line: LedgerLine
    /// Its number, from 1.
    public var number: Int
  }

  /// The file, as the user would name it.
  public let path: String
  /// What counts of each source, in the order of the lines.
  public private(set) var entries: [Entry] = []
  /// The number of the last line if it breaks off, as of a writer that was killed. It does not count,
  /// and the next line takes its place.
  public private(set) var tornLine: Int?
  /// Whether there is no such file yet.
  public private(set) var isNew = false

  private var bySource: [String: Int] = [:]

  /// The name of the ledger that counts without being configured, beside the configuration.
  public static let fileName = "tidings.ids"
  /// No ledger is larger: a million posts take 150 MB.
  private static let largestSize = 1_000_000_000

  /// Reads a ledger; an empty one where there is no file.
  ///
  /// - Throws: `SourceProblem` with file, line and column.
  public init(reading path: String) throws(SourceProblem) {
    self.path = path
    guard FileSystem.kind(of: path) != nil else {
      isNew = true
      return
    }
    var reader = FileReader()
    do {
      try reader.open(path)
      try reader.readToEnd(limit: Self.largestSize)
    } catch {
      throw SourceProblem(path: path, message: "cannot read the ledger of ids: \(error.reason)")
    }
    guard reader.bytes.count < Self.largestSize else {
      throw SourceProblem(path: path, message: "it is larger than any ledger of ids")
    }
    let text = try LedgerText(reader.bytes, path: path)
    tornLine = text.tornLine
    take(text.lines)
  }

  private mutating func take(_ lines: [(number: Int, line: LedgerLine)]) {
    entries.reserveCapacity(lines.count)
    bySource.reserveCapacity(lines.count)
    var outweighed: Set<Int> = []
    for (number, line) in lines {
      if let earlier = bySource.updateValue(entries.count, forKey: line.source) {
        outweighed.insert(earlier)
      }
      entries.append(Entry(line: line, number: number))
    }
    guard !outweighed.isEmpty else { return }
    entries = entries.indices.filter { !outweighed.contains($0) }.map { entries[$0] }
    for (index, entry) in entries.enumerated() { bySource[entry.line.source] = index }
  }

  /// What counts of a source; nil if it is not known.
  public subscript(source: String) -> Entry? { bySource[source].map { entries[$0] } }

  /// The place of a source among the entries.
  func index(of source: String) -> Int? { bySource[source] }

  // MARK: Writing

  /// Adds lines, in their order, when they are on the disk; all of them, or none if that fails. A line
  /// that breaks off goes.
  func append(_ lines: [LedgerLine]) throws(FileError) {
    guard !lines.isEmpty else { return }
    var bytes: [UInt8] = []
    for line in lines.sorted() { line.write(to: &bytes) }
    try StagedFile.makeFolder(ofFile: path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError("write", path) }
    defer { close(descriptor) }
    // Two builds at once each add whole lines.
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileError("lock", path) }
    }
    let size = try mend(descriptor, before: &bytes)
    do throws(FileError) {
      try Self.write(bytes, descriptor, path)
      guard fsync(descriptor) == 0 else { throw FileError("write", path) }
    } catch {
      ftruncate(descriptor, off_t(size))
      throw error
    }
  }

  /// Sees to it that the file ends with a line's end. Returns its size.
  private func mend(
    _ descriptor: Int32,
    before bytes: inout [UInt8]
  ) throws(FileError) -> Int {
    var reader = FileReader()
    try reader.open(path)
    try reader.readToEnd(limit: Self.largestSize)
    let size = reader.bytes.count
    guard let last = reader.bytes.last, last != 0x0A else { return size }
    guard let text = try? LedgerText(reader.bytes, path: path), text.tornLine != nil else {
      // A whole line that an editor left without its end.
      bytes.insert(0x0A, at: 0)
      return size
    }
    guard ftruncate(descriptor, off_t(text.wholeSize)) == 0 else { throw FileError("write", path) }
    return text.wholeSize
  }

  private static func write(
    _ bytes: [UInt8],
    _ descriptor: Int32,
    _ path: String
  ) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw FileError("write", path)
      }
      rest = rest.dropFirst(written)
    }
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
