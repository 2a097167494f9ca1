import FeedModel

/// What is known of a source on the web: when and how to ask for it again, and what the document is
/// that lies on the disk.
struct SourceRecord: Sendable, Equatable {
  /// The address as the configuration or a list has it.
  let address: String
  /// The address to ask: another one once a permanent redirect has proved itself.
  var current: String
  /// `ETag` of the document, byte for byte.
  var entityTag: String?
  /// `Last-Modified` of the document, byte for byte.
  var lastModified: String?
  /// When the server was asked last.
  var checked: Timestamp?
  /// When it last answered with a feed, or that the document is still the feed.
  var lastGood: Timestamp?
  /// When it last answered with a whole feed.
  var lastWhole: Timestamp?
  /// How often it has failed since.
  var failures = 0
  /// Since when.
  var failingSince: Timestamp?
  /// Why it failed last.
  var lastError: String?
  /// Not to be asked before.
  var notBefore: Timestamp?
  /// Where a permanent redirect leads.
  var movedTo: String?
  /// Since when it leads there.
  var movedSince: Timestamp?
  /// Whether the server said that there will be no feed again.
  var isGone = false
  /// The fingerprint of the document, which tells whether it is the one that the rest is about.
  var digest: UInt64?
  /// The charset that the server named with the document.
  var charset: String?
  /// The address that the document came from.
  var location: String?

  /// A source of which nothing is known.
  init(address: String) {
    self.address = address
    current = address
  }

  /// Whether it failed when it was asked last.
  var isFailing: Bool { failures > 0 }
}
