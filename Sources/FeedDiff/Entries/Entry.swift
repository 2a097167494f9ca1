import FeedModel

/// One entry of a feed as far as a diff needs it: texts by place, everything else by fingerprint, 184
/// bytes whatever the entry's size. There may be millions.
struct Entry: Sendable {
  /// The id, as it was before Atom made a name of it.
  var id: TextStore.Place
  var title: TextStore.Place
  /// The permalink, or the address that the entry is about.
  var link: TextStore.Place
  private var publishedDate: PackedDate
  private var updatedDate: PackedDate
  var fields: FieldFingerprints
  /// Where it begins in its document, in bytes.
  var offset: Int
  /// Whether the id is its own, and nothing that stands for one.
  var hasOwnID: Bool

  /// When it appeared; when it changed where that is all there is.
  var published: Timestamp? { publishedDate.timestamp }
  /// When it changed; when it appeared where that is all there is.
  var updated: Timestamp? { updatedDate.timestamp }

  init(
    id: TextStore.Place,
    title: TextStore.Place,
    link: TextStore.Place,
    published: Timestamp?,
    updated: Timestamp?,
    fields: FieldFingerprints,
    offset: Int,
    hasOwnID: Bool
  ) {
    self.id = id
    self.title = title
    self.link = link
    publishedDate = PackedDate(published)
    updatedDate = PackedDate(updated)
    self.fields = fields
    self.offset = offset
    self.hasOwnID = hasOwnID
  }
}

/// A date or none in 16 bytes, where an optional `Timestamp` takes 24.
private struct PackedDate: Sendable {
  private var seconds: Int64
  private var nanoseconds: Int32
  /// Whole minutes, as `Timestamp` has them; `Int16.min` stands for no date.
  private var offsetMinutes: Int16

  init(_ timestamp: Timestamp?) {
    seconds = timestamp?.secondsSince1970 ?? 0
    nanoseconds = timestamp?.nanoseconds ?? 0
    offsetMinutes = timestamp.map { Int16(clamping: $0.offsetSeconds / 60) } ?? .min
  }

  var timestamp: Timestamp? {
    guard offsetMinutes != .min else { return nil }
    return Timestamp(
      secondsSince1970: seconds,
      nanoseconds: nanoseconds,
      offsetSeconds: Int32(offsetMinutes) * 60
    )
  }
}

/// The fingerprints of an entry's fields; ``Fingerprint/none`` for what it does not have.
struct FieldFingerprints: Sendable, Equatable {
  var title: UInt64
  var permalink: UInt64
  var externalLink: UInt64
  var content: UInt64
  var summary: UInt64
  var authors: UInt64
  /// Their names alone: all that RSS has of most.
  var authorNames: UInt64
  var tags: UInt64
  /// Their terms alone.
  var tagTerms: UInt64
  var attachments: UInt64
  /// Their addresses alone.
  var attachmentAddresses: UInt64
  var image: UInt64
  /// Its address alone.
  var imageAddress: UInt64
  /// Language, rights, comments, source, contributors, and what namespaces add.
  var other: UInt64
}
