/// What a server says before the body, once all redirects are followed.
public struct ResponseHead: Sendable, Equatable {
  /// The address that answered, without fragment, user name and password.
  public var url: String
  /// How it was come to, the first redirect first.
  public var redirects: [Redirect]
  /// The status, 200 to 299 or 304.
  public var status: Int
  /// All fields.
  public var fields: HeaderFields

  /// Whether the copy that is there is still the feed (304): there is no body.
  public var isNotModified: Bool { status == 304 }

  /// `Content-Type`; nil when there is none that can be read.
  public var contentType: ContentType? { fields["content-type"].flatMap(ContentType.init) }

  /// `Content-Length`: bytes of the body as transferred. Of several, only if all are the same.
  public var contentLength: Int64? {
    let values = Set(fields[all: "content-length"])
    guard values.count == 1, let value = values.first, let length = Int64(value), length >= 0 else {
      return nil
    }
    return length
  }

  /// `Content-Encoding`: how the body was compressed, in lower case.
  public var contentEncoding: String? { fields["content-encoding"]?.lowercased() }

  /// `ETag` verbatim, quotation marks and `W/` included, with a character for each byte.
  public var entityTag: String? { fields.opaque("etag") }

  /// `Last-Modified` verbatim: servers compare it as text.
  public var lastModified: String? { fields.opaque("last-modified") }

  /// `Retry-After`.
  public var retryAfter: RetryAfter? { fields["retry-after"].flatMap(RetryAfter.init) }

  /// The hubs and the address for them that `Link` names.
  public var links: WebLinks { WebLinks(fields[all: "link"], base: url) }

  /// Where the feed has moved for good: the end of the permanent redirects before any temporary
  /// one; nil when the first is temporary or there is none.
  public var permanentURL: String? { redirects.prefix(while: \.isPermanent).last?.target }
}

/// A redirect that was followed.
public struct Redirect: Sendable, Equatable {
  /// The address that redirected, without user name and password.
  public var source: String
  /// 301, 302, 303, 307 or 308.
  public var status: Int
  /// Where to, absolute, without user name and password.
  public var target: String

  /// Whether the source should not be asked again (301, 308).
  public var isPermanent: Bool { status == 301 || status == 308 }
}
