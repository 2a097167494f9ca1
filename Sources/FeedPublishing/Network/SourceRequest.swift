/// A document that a site wants of the web.
struct SourceRequest: Sendable {
  /// What the document has to be.
  enum Kind: Sendable {
    /// A feed.
    case feed
    /// A list of feeds.
    case list
  }

  /// The http or https URL.
  var address: String
  var kind: Kind
  /// Whether the address may be of this machine's own network.
  var allowsPrivateAddresses: Bool
}
