import FeedFormats
import FeedModel

/// Makes the keys that readers know entries by, of the same texts in the same order as theirs, so that
/// what collides there collides here. The room is used again.
struct ReaderKeyWriter {
  private let feed: FeedSnapshot
  private var bytes: [UInt8] = []

  init(_ feed: FeedSnapshot) { self.feed = feed }

  /// Whether nothing was added.
  var isEmpty: Bool { bytes.isEmpty }

  mutating func add(_ place: TextStore.Place) {
    feed.texts.withBytes(place) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func add(_ date: Timestamp) { add(String(date.secondsSince1970)) }

  /// Adds a fingerprint, where readers have the text itself.
  mutating func add(_ fingerprint: UInt64) {
    withUnsafeBytes(of: fingerprint.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ more: ArraySlice<UInt8>) { bytes += more }

  /// The key of all that was added since the last one.
  mutating func finish() -> IdentityKey {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes.withUnsafeBufferPointer { IdentityKey($0) }
  }
}

extension FeedSnapshot {
  /// Whether a text is there and not empty.
  func isThere(_ place: TextStore.Place) -> Bool { !place.isNone && place.count > 0 }

  /// An entry's id as it stands in the document; `none` where there is none.
  func ownID(_ entry: Entry) -> TextStore.Place {
    entry.hasOwnID && isThere(entry.id) ? entry.id : .none
  }

  /// The key that many readers have: the id, else the link. Nil without both.
  func idOrLinkKeys() -> [IdentityKey?] {
    var writer = ReaderKeyWriter(self)
    return entries.map { entry in
      let id = ownID(entry)
      let place = isThere(id) ? id : entry.link
      guard isThere(place) else { return nil }
      writer.add(place)
      return writer.finish()
    }
  }
}

extension FeedKind {
  /// Whether it is Atom.
  var isAtom: Bool {
    switch self {
    case .atom, .atomEntry: true
    default: false
    }
  }

  /// Whether it is JSON Feed.
  var isJSON: Bool {
    switch self {
    case .jsonFeed: true
    default: false
    }
  }
}
