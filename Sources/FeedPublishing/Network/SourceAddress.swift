import FeedModel

/// Addresses of feeds, as far as a configuration and a list of feeds write them.
enum SourceAddress {
  /// Whether a text begins as an address does that can be fetched.
  static func isOnWeb(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }

  /// The address without user name and password: reports and published feeds are for others.
  static func shown(_ address: String) -> String {
    guard let parts = userInformation(of: address) else { return address }
    return String(address[..<parts.lowerBound]) + String(address[parts.upperBound...])
  }

  /// Whether there is a user name or a password in it.
  static func hasUser(_ address: String) -> Bool { userInformation(of: address) != nil }

  /// Whom to be polite to: the host, whatever its port.
  static func host(of address: String) -> String { URI.host(of: address) ?? "" }

  /// Where user name and password stand, with the sign behind them.
  private static func userInformation(of address: String) -> Range<String.Index>? {
    guard let slashes = address.firstRange(of: "//") else { return nil }
    let rest = address[slashes.upperBound...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return nil }
    return slashes.upperBound..<address.index(after: at)
  }

  /// Whether one address is the other over TLS.
  static func isUpgrade(from address: String, to target: String) -> Bool {
    address.lowercased().hasPrefix("http://") && target.lowercased().hasPrefix("https://")
      && host(of: address) == host(of: target)
  }
}
