#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An address that only this machine reaches.
public enum LoopbackAddress: Sendable, Equatable {
  /// One in 127.0.0.0/8.
  case ip4(String)
  /// `::1`.
  case ip6

  /// Reads `localhost`, an address in 127.0.0.0/8, or `::1`, in brackets or without; nil for all
  /// others.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "localhost": self = .ip4("127.0.0.1")
    case "::1", "[::1]": self = .ip6
    default:
      var address = in_addr()
      // Other than `inet_aton`, this takes four decimal numbers and nothing else.
      guard inet_pton(AF_INET, text, &address) == 1,
        UInt32(bigEndian: address.s_addr) >> 24 == 127
      else { return nil }
      self = .ip4(text)
    }
  }

  /// As it stands in addresses of pages.
  public var host: String {
    switch self {
    case .ip4(let address): address
    case .ip6: "[::1]"
    }
  }

  /// Whether a `Host` field names this machine. A page of somebody else whose name was made to lead
  /// here has the name of its own server in it.
  package static func isNamed(by field: String) -> Bool {
    var host = Substring(field)
    // What stands behind the last colon is a port, unless that colon is within brackets.
    if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
      guard host[host.index(after: colon)...].allSatisfy({ $0.isASCII && $0.isNumber }) else {
        return false
      }
      host = host[..<colon]
    }
    return LoopbackAddress(String(host)) != nil && host != "::1"
  }
}
