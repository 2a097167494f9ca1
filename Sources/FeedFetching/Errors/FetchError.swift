/// Why a feed could not be fetched.
public struct FetchError: Error, Sendable, Equatable {
  /// The address that failed, which may be one that another redirected to; without user name and
  /// password, unless it is too broken to tell them.
  public var url: String
  /// What went wrong.
  public var reason: Reason
  /// The redirects before that.
  public var redirects: [Redirect]

  /// What can go wrong.
  public enum Reason: Error, Sendable, Equatable {
    /// It is no URL; libcurl's words.
    case malformedURL(String)
    /// It is not http or https.
    case unsupportedScheme(String)
    /// The host's name has no address.
    case unknownHost(String)
    /// The host is not on the public internet: its address, or its name where a proxy looks it up.
    case privateAddress(String)
    /// No connection: refused, or no way to get there; libcurl's words.
    case noConnection(String)
    /// The proxy does not exist, or does not do what it should; libcurl's words.
    case proxy(String)
    /// The server's certificate is not to be trusted; libcurl's words.
    case certificate(String)
    /// TLS could not be agreed on; libcurl's words.
    case tls(String)
    /// A limit of time was reached.
    case timeout(Timeout)
    /// A limit of size was reached.
    case tooLarge(SizeLimit)
    /// More redirects than allowed.
    case tooManyRedirects(limit: Int)
    /// A redirect to where another one came from.
    case redirectLoop
    /// A status that brings no feed: 400 and above, 206, and redirects that say not where to.
    case status(Int, retryAfter: RetryAfter?)
    /// The connection ended before the body did. How many bytes came, and how many were announced,
    /// if they were.
    case partial(received: Int64, expected: Int64?)
    /// The body cannot be decompressed; libcurl's words.
    case undecodable(String)
    /// What answers does not speak HTTP.
    case notHTTP
    /// The connection was closed without an answer.
    case emptyAnswer
    /// The connection broke; libcurl's words.
    case interrupted(String)
    /// libcurl is not installed.
    case libraryMissing
    /// Something else; libcurl's words.
    case other(String)
  }

  /// The limits of time.
  public enum Timeout: Sendable, Equatable {
    /// ``FetchOptions/connectTimeLimit``.
    case connecting(Duration)
    /// ``FetchOptions/lowestSpeed`` over ``FetchOptions/lowestSpeedTime``.
    case tooSlow(bytesPerSecond: Int, for: Duration)
    /// ``FetchOptions/timeLimit``.
    case total(Duration)
  }

  /// The limits of size.
  public enum SizeLimit: Sendable, Equatable {
    /// ``FetchOptions/maxReceivedBytes``.
    case received(Int64)
    /// ``FetchOptions/maxBytes``.
    case decompressed(Int64)
    /// ``FetchOptions/maxRatio``.
    case ratio(Int64)
    /// Bytes of the response's head.
    case head(Int)
  }
}
