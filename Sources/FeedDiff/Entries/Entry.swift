import FeedModel

/// One entry of a feed as far as a diff needs it: texts by place, everything else by fingerprint, about
/// 250 bytes whatever the entry's size.
struct Entry: Sendable {
  /// The id, as it was before Atom made a name of it.
  var id: TextStore.Place
  var title: TextStore.Place
  /// The permalink, or the address that the entry is about.
  var link: TextStore.Place
  /// When it appeared; when it changed where that is all there is.
  var published: Timestamp?
  /// When it changed; when it appeared where that is all there is.
  var updated: Timestamp?
  var fields: FieldFingerprints
  /// The fingerprint of the visible text, where it is known; see ``VisibleText``.
  var text = Fingerprint.none
  /// Where it begins in its document: the byte, and the line.
  var offset: Int
  var line: Int
  /// Whether the id is its own, and nothing that stands for one.
  var hasOwnID: Bool
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
