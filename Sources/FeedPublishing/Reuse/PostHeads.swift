import FeedDiff
import FeedModel
import FeedSources

/// The heads of posts as they were read last, by file: a file that is as it was need not be opened.
///
/// For whoever has seen that nothing else changed that heads depend on. Only posts whose heads have
/// nothing out of the ordinary are kept; the others are read again.
struct PostHeads: Sendable {
  /// A head that is kept.
  private struct Place: Sendable {
    var stamp: FileStamp
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var places: [String: Place] = [:]

  private static let mark = "tidings heads 1"

  /// Reads a file; nil for one that is of another setting, torn, or none.
  init?(reading path: String, setting: String) {
    var reader = FileReader()
    guard (try? reader.open(path, isSource: false)) != nil, (try? reader.readToEnd()) != nil
    else { return nil }
    self.init(Array(reader.bytes), setting: setting)
  }

  init?(_ bytes: [UInt8], setting: String) {
    self.bytes = bytes
    let places = bytes.withUnsafeBytes { Self.places($0, setting: setting) }
    guard let places else { return nil }
    self.places = places
  }

  /// What a file holds: the heads, a place for each, and a sum over all.
  private static func places(
    _ bytes: UnsafeRawBufferPointer,
    setting: String
  ) -> [String: Place]? {
    let size = bytes.count - MemoryLayout<UInt64>.size
    guard size >= 0 else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes[..<size])
    var end = BinaryReader(UnsafeRawBufferPointer(rebasing: bytes[size...]))
    guard end.next(UInt64.self) == Fingerprint.of(content.bindMemory(to: UInt8.self)) else {
      return nil
    }
    var reader = BinaryReader(content)
    guard reader.text() == mark, reader.text() == setting, let count = reader.next(UInt64.self)
    else { return nil }
    var places: [String: Place] = [:]
    places.reserveCapacity(Int(clamping: min(count, 1 << 20)))
    for _ in 0..<count {
      guard let file = reader.text(), let size = reader.next(UInt64.self),
        let modified = reader.next(Int64.self), let changed = reader.next(Int64.self),
        let number = reader.next(UInt64.self), let length = reader.next(UInt32.self)
      else { return nil }
      let start = content.count - reader.count
      guard reader.skip(Int(length)) else { return nil }
      places[file] = Place(
        stamp: FileStamp(
          kind: .file,
          size: size,
          modified: modified,
          changed: changed,
          number: number
        ),
        range: start..<start + Int(length)
      )
    }
    return reader.isAtEnd ? places : nil
  }

  /// How many there are.
  var count: Int { places.count }

  /// What a file is like now, if its head is kept.
  func stamp(of file: String, using stamps: inout FileStampReader) -> FileStamp? {
    guard places[file] != nil else { return nil }
    var file = file
    return file.withUTF8 { stamps.stamp(of: $0) }
  }

  /// The post of a file that is as it was; nil if it has to be read.
  ///
  /// - Parameter now: What is dated later is not seen.
  func post(_ file: String, stamp: FileStamp, now: Timestamp) -> SourcePost? {
    guard let place = places[file], place.stamp == stamp,
      let post = bytes.withUnsafeBytes({ bytes in
        var reader = BinaryReader(UnsafeRawBufferPointer(rebasing: bytes[place.range]))
        return HeadRecord.read(&reader, file: file)
      })
    else { return nil }
    // Whether it is seen at all depends on the moment.
    for date in [post.post.published, post.post.updated] {
      if let date, date > now { return nil }
    }
    if let expires = post.expires, expires <= now { return nil }
    return post
  }

  /// The bytes of a file that keeps the heads of posts.
  ///
  /// - Parameter known: What was kept before, which need not be made again.
  static func bytes(
    _ posts: [SourcePost],
    stamps: [String: FileStamp],
    known: PostHeads?,
    setting: String
  ) -> [UInt8] {
    var writer = BinaryWriter()
    writer.append(mark)
    writer.append(setting)
    let countAt = writer.bytes.count
    writer.append(UInt64(0))
    var count: UInt64 = 0
    for post in posts {
      guard let stamp = stamps[post.file], stamp.kind == .file else { continue }
      if let known, let place = known.places[post.file], place.stamp == stamp {
        append(post.file, stamp, known.bytes[place.range], to: &writer)
      } else if let record = HeadRecord.bytes(post) {
        append(post.file, stamp, record[...], to: &writer)
      } else {
        continue
      }
      count += 1
    }
    writer.replace(at: countAt, with: count)
    writer.append(writer.bytes.withUnsafeBufferPointer { Fingerprint.of($0) })
    return writer.bytes
  }

  private static func append(
    _ file: String,
    _ stamp: FileStamp,
    _ record: ArraySlice<UInt8>,
    to writer: inout BinaryWriter
  ) {
    writer.append(file)
    writer.append(stamp.size)
    writer.append(stamp.modified)
    writer.append(stamp.changed)
    writer.append(stamp.number)
    writer.append(UInt32(clamping: record.count))
    writer.append(contentsOf: record)
  }
}
