import FeedModel

/// The words for statuses that bring no feed.
enum HTTPStatus {
  /// The status with its name in the registry of IANA, or of the content network that made it up.
  static func text(_ status: Int) -> String {
    names[status].map { "\(status) \($0)" } ?? "\(status)"
  }

  /// What to do about it.
  static func help(_ status: Int, _ retryAfter: RetryAfter?) -> String? {
    if let retryAfter { return "ask again \(text(retryAfter))" }
    switch status {
    case 401, 407: return "the feed asks for a name and a password, which readers do not have"
    case 403, 406, 429, 503:
      return "the server may turn away programs; see what its firewall does with feeds"
    case 404: return "check the path"
    case 410: return "the feed is gone for good; unsubscribe"
    case 500...: return "try again later"
    default: return nil
    }
  }

  private static func text(_ retryAfter: RetryAfter) -> String {
    switch retryAfter {
    case .seconds(let seconds): "after \(seconds) s"
    case .date(let date): "after " + RFC3339.string(date)
    }
  }

  private static let names: [Int: String] = [
    206: "Partial Content",
    300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    305: "Use Proxy", 307: "Temporary Redirect", 308: "Permanent Redirect",
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
    407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
    412: "Precondition Failed", 414: "URI Too Long", 415: "Unsupported Media Type",
    421: "Misdirected Request", 422: "Unprocessable Content", 425: "Too Early",
    426: "Upgrade Required", 428: "Precondition Required", 429: "Too Many Requests",
    431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons",
    500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout", 505: "HTTP Version Not Supported",
    520: "Web Server Returned an Unknown Error", 521: "Web Server Is Down",
    522: "Connection Timed Out", 523: "Origin Is Unreachable", 524: "A Timeout Occurred",
    525: "SSL Handshake Failed", 526: "Invalid SSL Certificate",
  ]
}
