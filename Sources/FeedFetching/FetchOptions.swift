/// What to ask of a server, and how much of it to bear.
public struct FetchOptions: Sendable {
  /// Who asks. Control characters are left out.
  public var userAgent: String
  /// The media types that are wanted (RFC 9110 section 12.5.1). Control characters are left out.
  public var accept = FetchOptions.feedTypes
  /// The entity tag of the copy that is there, as ``ResponseHead/entityTag`` gave it: the answer may
  /// then be 304 without a body.
  public var knownEntityTag: String?
  /// The date of the copy that is there, as ``ResponseHead/lastModified`` gave it.
  public var knownLastModified: String?

  /// What is posted; nil to get the resource. A redirect of what is posted is a refusal.
  public var post: PostedBody?

  /// For everything, redirects included.
  public var timeLimit = Duration.seconds(60)
  /// For each connection, from looking up the name to the end of the TLS handshake.
  public var connectTimeLimit = Duration.seconds(10)
  /// Bytes a second that a transfer has to bring; 0 for any speed.
  public var lowestSpeed = 100
  /// For how long it may be slower, in whole seconds.
  public var lowestSpeedTime = Duration.seconds(20)

  /// The longest body as it is transferred, in bytes.
  public var maxReceivedBytes: Int64 = 64 << 20
  /// The longest body without its compression, in bytes.
  public var maxBytes: Int64 = 256 << 20
  /// How many bytes one transferred byte may become. Feeds compress to a tenth or so; deflate can
  /// compress to a thousandth. The first 16 KiB that are transferred do not count.
  public var maxRatio: Int64 = 100
  /// How many redirects are followed.
  public var maxRedirects = 10

  /// Whether hosts may have addresses that are not on the public internet. Only for addresses that
  /// the user names: those that come out of documents could lead to the network's own services.
  public var allowsPrivateAddresses = false
  /// The proxies to connect through. What a proxy connects to is for the proxy to refuse, but for
  /// hosts that are private by their very name.
  public var proxies = ProxySettings.ofProcess
  /// A file with the certificates of the authorities to trust, in PEM; nil for the system's.
  public var certificateFile: String?

  /// Addresses that pass for public. Tests need them, since their servers are all on the loopback.
  var exemptAddresses: Set<IPAddress> = []

  /// The defaults.
  ///
  /// - Parameters:
  ///   - version: This program's version.
  ///   - about: A page about who asks, for the server's operator.
  public init(version: String, about: String? = nil) {
    userAgent = "tidings/" + version + (about.map { " (+\($0))" } ?? "")
  }

  /// Feeds, then what feeds are served as, then anything.
  public static let feedTypes =
    "application/atom+xml, application/rss+xml, application/feed+json, "
    + "application/rdf+xml;q=0.9, text/x-opml;q=0.9, application/json;q=0.8, "
    + "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1"
}

/// What is sent to a server.
public struct PostedBody: Sendable {
  /// What it is.
  public var mediaType: String
  /// The bytes.
  public var bytes: [UInt8]
  /// Who sends it, as the field `Authorization` has it; nil for anybody.
  public var authorization: String?

  /// See the properties.
  public init(mediaType: String, bytes: [UInt8], authorization: String? = nil) {
    self.mediaType = mediaType
    self.bytes = bytes
    self.authorization = authorization
  }

  /// A form with the fields given, as browsers send it.
  public init(form fields: [(name: String, value: String)]) {
    var bytes: [UInt8] = []
    for field in fields {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
      bytes += field.name.utf8
      bytes.append(UInt8(ascii: "="))
      for byte in field.value.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"):
          bytes.append(byte)
        default:
          let digits = Array("0123456789ABCDEF".utf8)
          bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
    }
    self.init(mediaType: "application/x-www-form-urlencoded", bytes: bytes)
  }
}
