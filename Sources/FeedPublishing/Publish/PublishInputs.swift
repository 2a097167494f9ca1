import FeedModel
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the last run looked at and what it wrote, so that the next one sees at a glance that there is
/// nothing to do.
///
/// A text file: a line with what else the result depends on, then a line a file.
struct PublishInputs: Equatable {
  /// What a run is told, beside files: its version, its options.
  var setting: String
  /// When a post comes out or goes, if no file changes.
  var nextChange: Timestamp?
  /// What the files are like, by absolute path: those that were read, and those that were written.
  var stamps: [String: FileStamp]

  /// What was looked at, and what was written in the end.
  ///
  /// Returns nil where a file may change without anybody seeing it.
  init?(_ trace: FileTrace, written: [String], setting: String, nextChange: Timestamp?) {
    guard !trace.isUnsteady else { return nil }
    self.setting = setting
    self.nextChange = nextChange
    stamps = [:]
    for (path, stamp) in trace.stamps { stamps[AbsolutePath.of(path)] = stamp }
    // As they are now: a feed may lie among the posts.
    for path in written { stamps[AbsolutePath.of(path)] = FileStamp(of: path) }
    guard !setting.utf8.contains(0x0A), stamps.keys.allSatisfy({ !$0.utf8.contains(0x0A) }) else {
      return nil
    }
  }

  /// Whether a run now would see what the last one saw.
  func hold(at now: Timestamp, setting: String) -> Bool {
    guard setting == self.setting else { return false }
    if let nextChange, nextChange <= now { return false }
    return stamps.allSatisfy { path, stamp in
      switch stamp.kind {
      case .absent, .file, .folder, .other: return FileStamp(of: path) == stamp
      case .listing:
        if stamp.modified != 0, FileStamp.modification(ofFolder: path) == stamp.modified {
          return true
        }
        // Its time says that names came or went: perhaps ours, while files are replaced.
        guard let names = try? FileSystem.names(inFolder: path) else { return false }
        return FileStamp(names: names).size == stamp.size
      }
    }
  }

  // MARK: The file

  private static let mark = "tidings publish 1"

  /// The file's bytes.
  var bytes: [UInt8] {
    var bytes = Array("\(Self.mark)\t\(setting)\n".utf8)
    bytes += (nextChange.map { RFC3339.string($0.utc) } ?? "never").utf8
    bytes.append(0x0A)
    for (path, stamp) in stamps.sorted(by: { $0.key < $1.key }) {
      let numbers = "\(stamp.size)\t\(stamp.modified)\t\(stamp.changed)\t\(stamp.number)"
      bytes += "\(stamp.kind.rawValue)\t\(numbers)\t\(path)\n".utf8
    }
    return bytes
  }

  /// Reads a file; nil if there is none, or it is of another version.
  init?(reading path: String) {
    var reader = FileReader()
    guard (try? reader.open(path)) != nil, (try? reader.readToEnd()) != nil else { return nil }
    self.init(reader.bytes)
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    // A file that breaks off says less than it should.
    guard bytes.last == 0x0A else { return nil }
    var lines = bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    guard let head = lines.popFirst().map({ String(decoding: $0, as: UTF8.self) }),
      head.hasPrefix(Self.mark + "\t"), let next = lines.popFirst()
    else { return nil }
    setting = String(head.dropFirst(Self.mark.count + 1))
    let date = String(decoding: next, as: UTF8.self)
    if date != "never" {
      guard let parsed = try? RFC3339.parse(date) else { return nil }
      nextChange = parsed
    }
    stamps = Dictionary(minimumCapacity: lines.count)
    for line in lines {
      guard let (path, stamp) = Self.stamp(line) else { return nil }
      stamps[path] = stamp
    }
  }

  private static func stamp(
    _ line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (path: String, stamp: FileStamp)? {
    let parts = line.split(separator: 0x09, maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, let kind = parts[0].first,
      let kind = FileStamp.Kind(rawValue: Character(UnicodeScalar(kind))),
      let size = number(parts[1]), let modified = number(parts[2]),
      let changed = number(parts[3]), let number = number(parts[4])
    else { return nil }
    let stamp = FileStamp(
      kind: kind,
      size: size,
      modified: Int64(bitPattern: modified),
      changed: Int64(bitPattern: changed),
      number: number
    )
    return (String(decoding: parts[5], as: UTF8.self), stamp)
  }

  /// A whole number; ten thousand lines have forty thousand, and `Int` takes a string each.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    let isNegative = digits.first == UInt8(ascii: "-")
    var value: UInt64 = 0
    for digit in isNegative ? digits.dropFirst() : digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      let (tens, isTooMuch) = value.multipliedReportingOverflow(by: 10)
      let (sum, isMore) = tens.addingReportingOverflow(UInt64(digit - 0x30))
      guard !isTooMuch, !isMore else { return nil }
      value = sum
    }
    return isNegative ? 0 &- value : value
  }
}

/// Paths that mean the same wherever a program is started.
enum AbsolutePath {
  private static let current: String = {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }()

  static func of(_ path: String) -> String {
    path.hasPrefix("/") ? path : current == "/" ? "/" + path : current + "/" + path
  }
}
