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
  /// What the files are like, by path: those that were read, and those that were written.
  var files: [File]

  /// A file, a folder or the lack of one.
  struct File: Equatable {
    /// The absolute path.
    var path: String
    /// Whether it may be a post.
    var isPost: Bool
    /// What it was like.
    var stamp: FileStamp
  }

  /// What was looked at, and what was written in the end.
  ///
  /// Returns nil where a file may change without anybody seeing it.
  ///
  /// - Parameter before: What a run before had looked at, and this one took its word for.
  init?(
    _ trace: FileTrace,
    posts: Set<String> = [],
    written: [String],
    before: [File] = [],
    setting: String,
    nextChange: Timestamp?
  ) {
    guard !trace.isUnsteady else { return nil }
    self.setting = setting
    self.nextChange = nextChange
    // As they are now: a feed may lie among the posts.
    let written = Set(written.map(AbsolutePath.of))
    files = written.map { File(path: $0, isPost: false, stamp: FileStamp(of: $0)) }
    let stamps = trace.stamps
    files.reserveCapacity(files.count + stamps.count)
    for (path, stamp) in stamps {
      let absolute = AbsolutePath.of(path)
      guard !written.contains(absolute) else { continue }
      files.append(File(path: absolute, isPost: posts.contains(path), stamp: stamp))
    }
    if !before.isEmpty {
      let known = Set(files.lazy.map(\.path))
      files += before.filter { !known.contains($0.path) }
    }
    files.sort { $0.path < $1.path }
    guard !setting.utf8.contains(0x0A), files.allSatisfy({ !$0.path.utf8.contains(0x0A) }) else {
      return nil
    }
  }

  /// What inputs are made of, by whoever has the time for it.
  struct Making: Sendable {
    var trace: FileTrace
    var scan: SiteScan?
    var written: [String]
    /// The file of the run before, where this one took its word for something.
    var before: String?
    var setting: String
    var nextChange: Timestamp?

    /// The inputs; nil where a file may change without anybody seeing it.
    func made() -> PublishInputs? {
      var known: [File] = []
      var reader = FileReader()
      if let before, (try? reader.open(before, isSource: false)) != nil,
        (try? reader.readToEnd()) != nil
      {
        known = PublishInputs.common(reader.bytes)
      }
      return PublishInputs(
        trace,
        posts: scan?.files ?? [],
        written: written,
        before: known,
        setting: setting,
        nextChange: nextChange
      )
    }
  }

  /// What a run now would see of what the last one saw.
  func outcome(at now: Timestamp, setting: String) -> PublishInputsCheck.Outcome {
    bytes.withUnsafeBufferPointer {
      PublishInputsCheck($0)?.outcome(at: now, setting: setting) ?? .different
    }
  }

  // MARK: The file

  /// The file's bytes.
  var bytes: [UInt8] {
    var bytes = Array("\(PublishInputLines.mark)\t\(setting)\n".utf8)
    bytes += (nextChange.map { RFC3339.string($0.utc) } ?? "never").utf8
    bytes.append(0x0A)
    bytes.reserveCapacity(files.count * 128)
    for file in files {
      if file.isPost { bytes.append(PublishInputLines.postMark) }
      bytes.append(file.stamp.kind.rawValue.asciiValue ?? 0)
      PublishInputLines.append(Int64(bitPattern: file.stamp.size), to: &bytes)
      PublishInputLines.append(file.stamp.modified, to: &bytes)
      PublishInputLines.append(file.stamp.changed, to: &bytes)
      PublishInputLines.append(Int64(bitPattern: file.stamp.number), to: &bytes)
      bytes.append(UInt8(ascii: "\t"))
      bytes += file.path.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  /// What a run looked at that are no posts, and whose being so everything may depend on.
  static func common(_ bytes: UnsafeBufferPointer<UInt8>) -> [File] {
    guard var lines = PublishInputLines(bytes) else { return [] }
    var files: [File] = []
    while let line = lines.next() {
      guard let line, !line.isPost, line.stamp.kind != .listing else { continue }
      let path = String(decoding: line.path, as: UTF8.self)
      files.append(File(path: path, isPost: false, stamp: line.stamp))
    }
    return files
  }

  /// Reads a file; nil if it is of another version.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard var lines = PublishInputLines(bytes) else { return nil }
    setting = lines.setting
    nextChange = lines.nextChange
    files = []
    while let line = lines.next() {
      guard let line else { return nil }
      let path = String(decoding: line.path, as: UTF8.self)
      files.append(File(path: path, isPost: line.isPost, stamp: line.stamp))
    }
  }
}

/// The lines of a file of inputs, one by one: there are as many as posts.
struct PublishInputLines {
  static let mark = "tidings publish 2"
  /// What stands before the line of a file that may be a post.
  static let postMark = UInt8(ascii: "+")

  let setting: String
  let nextChange: Timestamp?
  private var rest: Slice<UnsafeBufferPointer<UInt8>>

  /// Reads the head; nil if the file is of another version, or breaks off.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    // A file that breaks off says less than it should.
    guard bytes.last == 0x0A else { return nil }
    rest = bytes[...]
    guard let head = Self.line(&rest).map({ String(decoding: $0, as: UTF8.self) }),
      head.hasPrefix(Self.mark + "\t"), let next = Self.line(&rest)
    else { return nil }
    setting = String(head.dropFirst(Self.mark.count + 1))
    let date = String(decoding: next, as: UTF8.self)
    if date == "never" {
      nextChange = nil
    } else {
      guard let parsed = try? RFC3339.parse(date) else { return nil }
      nextChange = parsed
    }
  }

  /// A file, whether it may be a post, and what it was like.
  typealias Line = (path: Slice<UnsafeBufferPointer<UInt8>>, isPost: Bool, stamp: FileStamp)

  /// The next line; nil at the end, and nil within for one that cannot be read.
  mutating func next() -> Line?? {
    guard var line = Self.line(&rest) else { return .none }
    let isPost = line.first == Self.postMark
    if isPost { line = line.dropFirst() }
    guard let kind = line.first.flatMap({ FileStamp.Kind(rawValue: Character(UnicodeScalar($0))) })
    else { return .some(nil) }
    line = line.dropFirst()
    guard let size = Self.number(&line), let modified = Self.number(&line),
      let changed = Self.number(&line), let number = Self.number(&line),
      line.first == UInt8(ascii: "\t")
    else { return .some(nil) }
    let stamp = FileStamp(
      kind: kind,
      size: size,
      modified: Int64(bitPattern: modified),
      changed: Int64(bitPattern: changed),
      number: number
    )
    return .some((line.dropFirst(), isPost, stamp))
  }

  private static func line(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard let base = rest.base.baseAddress, !rest.isEmpty,
      let end = memchr(base + rest.startIndex, 0x0A, rest.count)
    else { return nil }
    let index = UnsafeRawPointer(end) - UnsafeRawPointer(base)
    defer { rest = rest[(index + 1)...] }
    return rest[..<index]
  }

  /// Appends a whole number behind a tab: ten thousand lines have forty thousand, and texts made of them
  /// would be most of the time.
  static func append(_ number: Int64, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\t"))
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      let (tens, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = tens
    } while rest > 0
    bytes[start...].reverse()
  }

  /// A whole number behind a tab, see ``append(_:to:)``.
  private static func number(_ line: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    guard line.popFirst() == UInt8(ascii: "\t") else { return nil }
    let isNegative = line.first == UInt8(ascii: "-")
    if isNegative { line = line.dropFirst() }
    var value: UInt64 = 0
    var count = 0
    while let digit = line.first, (0x30...0x39).contains(digit) {
      let (tens, isTooMuch) = value.multipliedReportingOverflow(by: 10)
      let (sum, isMore) = tens.addingReportingOverflow(UInt64(digit - 0x30))
      guard !isTooMuch, !isMore else { return nil }
      value = sum
      count += 1
      line = line.dropFirst()
    }
    guard count > 0 else { return nil }
    return isNegative ? 0 &- value : value
  }
}

/// Whether what the last run saw is still there, without keeping any of it.
struct PublishInputsCheck {
  private let lines: PublishInputLines

  /// A check of a file's bytes; nil if they are none of a file of inputs.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let lines = PublishInputLines(bytes) else { return nil }
    self.lines = lines
  }

  /// When a post comes out or goes, if no file changes.
  var nextChange: Timestamp? { lines.nextChange }

  /// What a run now would see of what the last one saw.
  enum Outcome: Equatable {
    /// The same.
    case same
    /// The same but for posts: others, or when they are due.
    case otherPosts
    /// Something on which every entry may depend is different.
    case different
  }

  /// Looks at everything, up to where something is different.
  func outcome(at now: Timestamp, setting: String) -> Outcome {
    guard setting == lines.setting else { return .different }
    var outcome = nextChange.map { $0 <= now } ?? false ? Outcome.otherPosts : .same
    var lines = lines
    var reader = FileStampReader()
    while let line = lines.next() {
      guard let line else { return .different }
      if line.stamp.kind == .listing {
        // What names are in a folder decides which posts there are, and nothing else.
        if outcome == .same,
          !Self.isSameFolder(String(decoding: line.path, as: UTF8.self), line.stamp)
        {
          outcome = .otherPosts
        }
      } else if line.isPost, outcome == .otherPosts {
        continue
      } else if reader.stamp(of: UnsafeBufferPointer(rebasing: line.path)) != line.stamp {
        guard line.isPost else { return .different }
        outcome = .otherPosts
      }
    }
    return outcome
  }

  private static func isSameFolder(_ path: String, _ stamp: FileStamp) -> Bool {
    if stamp.modified != 0, FileStamp.modification(ofFolder: path) == stamp.modified {
      return true
    }
    // Its time says that names came or went: perhaps ours, while files are replaced.
    guard let names = try? FileSystem.names(inFolder: path) else { return false }
    return FileStamp(names: names).size == stamp.size
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
