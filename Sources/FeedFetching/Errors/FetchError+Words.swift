extension FetchError {
  /// What went wrong, a sentence without a full stop and without the address.
  public var message: String {
    switch reason {
    case .malformedURL(let words): "this is not an address" + Self.detail(words)
    case .unsupportedScheme(let scheme): "“\(scheme)” is not http or https"
    case .unknownHost(let host): "there is no host “\(host)”"
    case .privateAddress(let address): "the host is not on the public internet: \(address)"
    case .noConnection(let words): "the server cannot be reached" + Self.detail(words)
    case .proxy(let words): "the proxy does not work" + Self.detail(words)
    case .certificate(let words): "the server's certificate is not valid" + Self.detail(words)
    case .tls(let words): "no secure connection" + Self.detail(words)
    case .timeout(let limit): limit.message
    case .tooLarge(let limit): limit.message
    case .tooManyRedirects(let limit): "there are more than \(limit) redirects"
    case .redirectLoop: "the redirects go in a circle"
    case .status(let status, _): "the server answered " + HTTPStatus.text(status)
    case .partial(let received, let expected):
      "the answer ended after \(Self.bytes(received))" + (expected.map { " of \($0)" } ?? "")
    case .undecodable(let words): "the answer cannot be decompressed" + Self.detail(words)
    case .notHTTP: "the answer is not HTTP"
    case .emptyAnswer: "the server closed the connection without an answer"
    case .interrupted(let words): "the connection broke" + Self.detail(words)
    case .libraryMissing: "fetching needs libcurl, which is not installed"
    case .other(let words): "it cannot be fetched" + Self.detail(words)
    }
  }

  /// What to do about it; nil when only the server's operator can.
  public var help: String? {
    switch reason {
    case .malformedURL, .unsupportedScheme: "give an address that begins with https:// or http://"
    case .unknownHost: "check the spelling and the connection to the internet"
    case .privateAddress: "allow private addresses if the server is yours"
    case .noConnection, .emptyAnswer, .interrupted: "check the port, or try again later"
    case .proxy: "check the environment variables http_proxy, https_proxy, all_proxy and no_proxy"
    case .certificate: "renew the certificate, and have the server send the whole chain"
    case .tls: "check that the port speaks TLS 1.2 or newer, or try http://"
    case .timeout: "try again later, or allow more time"
    case .tooLarge(.ratio): "serve the feed without compression if it is that repetitive"
    case .tooLarge(.head): nil
    case .tooLarge: "put fewer entries in the feed, or allow more"
    case .tooManyRedirects, .redirectLoop: redirectsHelp
    case .status(let status, let retryAfter): HTTPStatus.help(status, retryAfter)
    case .partial: "try again; if it stays, the server's Content-Length is wrong"
    case .undecodable: "the server's Content-Encoding is not what it sends"
    case .notHTTP: "check the port"
    case .libraryMissing: "install libcurl4 (Debian) or libcurl (other systems)"
    case .other: nil
    }
  }

  private var redirectsHelp: String? {
    redirects.last.map { "the last leads from \($0.source) to \($0.target)" }
  }

  static func bytes(_ count: Int64) -> String { count == 1 ? "1 byte" : "\(count) bytes" }

  private static func detail(_ words: String) -> String { words.isEmpty ? "" : ": \(words)" }
}

extension FetchError.Timeout {
  var message: String {
    switch self {
    case .connecting(let limit): "there was no connection within \(Self.text(limit))"
    case .tooSlow(let speed, let time):
      "fewer than \(speed) bytes a second came for \(Self.text(time))"
    case .total(let limit): "it was not complete within \(Self.text(limit))"
    }
  }

  /// Seconds with tenths where there are any.
  private static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = attoseconds / 100_000_000_000_000_000
    return tenths == 0 ? "\(seconds) s" : "\(seconds).\(tenths) s"
  }
}

extension FetchError.SizeLimit {
  var message: String {
    switch self {
    case .received(let limit): "it is larger than \(FetchError.bytes(limit))"
    case .decompressed(let limit): "decompressed, it is larger than \(FetchError.bytes(limit))"
    case .ratio(let limit):
      "it decompresses to more than \(limit) times its size, as files do that are made to fill memory"
    case .head(let limit): "the answer's head is larger than \(FetchError.bytes(Int64(limit)))"
    }
  }
}
