/// The field `Content-Type` (RFC 9110 section 8.3).
public struct ContentType: Sendable, Equatable {
  /// The media type in lower case: `application/rss+xml`.
  public var mediaType: String
  /// The encoding that the server names, as written; nil when it names none.
  public var charset: String?

  /// Reads the field's value; nil when it begins with no media type.
  public init?(_ value: String) {
    var scanner = ParameterScanner(value)
    mediaType = scanner.text(upTo: [UInt8(ascii: ";")]).lowercased()
    let parts = mediaType.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !mediaType.contains(" ") else {
      return nil
    }
    while let (name, value) = scanner.parameter(ends: []) {
      if name == "charset", charset == nil, !value.isEmpty { charset = value }
    }
  }
}
