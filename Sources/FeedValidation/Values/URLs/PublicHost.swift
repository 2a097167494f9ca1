import FeedModel

/// Whether others can reach a host, as far as its name or address tells.
enum PublicHost {
  /// Why nobody else reaches a host; `nil` for a host on the public Internet.
  static func obstacle(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let first = host.first else { return nil }
    if isLocalhost(host) { return "each reader's own machine" }
    if first == 0x5B { return literalObstacle(host) }
    var isNumeric = true
    var dots = 0
    for byte in host {
      if byte == 0x2E { dots += 1 } else if !ASCII.isDigit(byte) { isNumeric = false }
      // Names in other scripts, or percent-encoded, have dots of their own: they are let be.
      if byte >= 0x80 || byte == 0x25 { return nil }
    }
    if isNumeric { return addressObstacle(host) }
    if dots == 0 { return "a name without a dot" }
    for suffix in localSuffixes where ends(host, with: suffix) {
      return "a name that is reserved for private use"
    }
    return nil
  }

  /// Whether it is certainly this very machine, or an address inside a private network: names without
  /// a dot and reserved ones may still mean something to those that the feed is for.
  static func isPrivate(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    host.first == 0x5B || addressObstacle(host) != nil
      || isLocalhost(host)
  }

  private static func isLocalhost(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    ASCII.equalIgnoringCase(host, "localhost".utf8) || ends(host, with: ".localhost")
  }

  // RFC 2606, RFC 6761, RFC 6762, RFC 8375; ICANN has set `internal` aside. `example` is for
  // documents, in which it means what `example.com` does.
  private static let localSuffixes: [StaticString] = [
    ".localhost", ".local", ".internal", ".invalid", ".test", ".home.arpa", ".localdomain", ".lan",
  ]

  private static func ends(_ host: Slice<UnsafeBufferPointer<UInt8>>, with suffix: StaticString)
    -> Bool
  {
    let length = suffix.utf8CodeUnitCount
    guard host.count > length else { return false }
    return suffix.withUTF8Buffer { ASCII.equalIgnoringCase(host.suffix(length), $0) }
  }

  private static func addressObstacle(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let numbers = IPAddress.v4(host) else { return nil }
    if numbers[0] == 127 { return "each reader's own machine" }
    return isPrivate(numbers[0], numbers[1]) ? "an address inside a private network" : nil
  }

  // RFC 1918, RFC 1122, RFC 3927, RFC 6598.
  private static func isPrivate(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127): true
    default: false
    }
  }

  private static func literalObstacle(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard host.count > 2, let groups = IPAddress.v6(host.dropFirst().dropLast()) else { return nil }
    // Loopback and unspecified, unique local (RFC 4193), link-local.
    let isPrivate =
      (groups.dropLast().allSatisfy { $0 == 0 } && groups[7] <= 1)
      || groups[0] & 0xFE00 == 0xFC00 || groups[0] & 0xFFC0 == 0xFE80
    return isPrivate ? "an address inside a private network" : nil
  }
}
