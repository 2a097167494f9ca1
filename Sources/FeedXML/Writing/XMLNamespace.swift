/// An XML namespace and the prefix that Tidings writes it with.
public struct XMLNamespace: Sendable, Hashable {
  /// The namespace's name, compared byte for byte.
  public let uri: String
  /// The customary prefix.
  public let prefix: String

  /// A namespace with its customary prefix.
  public init(_ prefix: String, _ uri: String) {
    self.prefix = prefix
    self.uri = uri
  }

  /// Whether both are the same namespace with the same prefix. Prefixes, being short, decide first.
  public static func == (left: XMLNamespace, right: XMLNamespace) -> Bool {
    left.prefix == right.prefix && left.uri == right.uri
  }
}
