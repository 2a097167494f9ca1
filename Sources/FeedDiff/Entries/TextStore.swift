import FeedSources

/// The texts of many entries in one buffer: a string each would take three times the memory.
struct TextStore: Sendable {
  /// Where a text lies.
  struct Place: Sendable, Hashable {
    /// The first byte.
    var start: UInt32
    /// How many bytes; `UInt32.max` stands for no text.
    var count: UInt32

    static let none = Place(start: 0, count: .max)
    var isNone: Bool { count == .max }
  }

  private var bytes: [UInt8] = []

  init() {}

  /// Keeps a text.
  mutating func add(_ text: String?) -> Place {
    guard var text else { return .none }
    return text.withUTF8 { text in
      // No feed has four gigabytes of titles and ids; of one that has, the rest go without.
      guard bytes.count + text.count < Int(UInt32.max) else { return .none }
      let place = Place(start: UInt32(bytes.count), count: UInt32(text.count))
      bytes.append(contentsOf: text)
      return place
    }
  }

  /// Keeps a text of another store.
  mutating func add(_ place: Place, of other: TextStore) -> Place {
    guard !place.isNone else { return .none }
    return other.withBytes(place) { text in
      guard bytes.count + text.count < Int(UInt32.max) else { return .none }
      let place = Place(start: UInt32(bytes.count), count: UInt32(text.count))
      bytes.append(contentsOf: text)
      return place
    }
  }

  /// How many bytes there are.
  var count: Int { bytes.count }

  /// Makes room for so many bytes.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Whether a place is one in this store.
  func has(_ place: Place) -> Bool {
    place.isNone || Int(place.start) + Int(place.count) <= bytes.count
  }

  /// A text.
  subscript(place: Place) -> String? {
    guard !place.isNone else { return nil }
    return withBytes(place) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends a text's bytes; none for no text.
  func withBytes<Result>(
    _ place: Place,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard !place.isNone else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let start = Int(place.start)
    let end = start + Int(place.count)
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  // MARK: As bytes

  func append(to writer: inout BinaryWriter) { writer.append(bytes) }

  init?(_ reader: inout BinaryReader) {
    guard let bytes: [UInt8] = reader.values() else { return nil }
    self.bytes = bytes
  }
}
