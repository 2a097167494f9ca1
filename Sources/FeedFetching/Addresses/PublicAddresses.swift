extension IPAddress {
  /// Whether the address is one of the public internet's, by the registries of special addresses
  /// (RFC 6890) and by what an IPv6 address carries of IPv4.
  public var isPublic: Bool {
    guard isIPv6 else { return !Self.isAny(of: Self.specialIPv4, self) }
    if let carried { return carried.isPublic }
    return Self.globalIPv6.contains { $0.contains(self) } && !Self.isAny(of: Self.specialIPv6, self)
  }

  /// The IPv4 address that packets to this one end up at.
  private var carried: IPAddress? {
    for (range, shift) in Self.carriers where range.contains(self) {
      return IPAddress(isIPv6: false, bits: bits >> shift & 0xFFFF_FFFF)
    }
    return nil
  }

  private static func isAny(of ranges: [AddressRange], _ address: IPAddress) -> Bool {
    ranges.contains { $0.contains(address) }
  }

  static let specialIPv4 = ranges(
    "0.0.0.0/8",  // this network
    "10.0.0.0/8",  // private
    "100.64.0.0/10",  // shared by a provider's customers
    "127.0.0.0/8",  // loopback
    "169.254.0.0/16",  // link-local; clouds serve a machine's secrets there
    "172.16.0.0/12",  // private
    "192.0.0.0/24",  // protocol assignments
    "192.0.2.0/24",  // documentation
    "192.88.99.0/24",  // relays from 6to4
    "192.168.0.0/16",  // private
    "198.18.0.0/15",  // benchmarks
    "198.51.100.0/24",  // documentation
    "203.0.113.0/24",  // documentation
    "224.0.0.0/4",  // multicast
    "240.0.0.0/4"  // reserved, and broadcast
  )

  /// All that is assigned; loopback, private and link-local addresses lie outside.
  static let globalIPv6 = ranges("2000::/3")

  static let specialIPv6 = ranges(
    "2001::/23",  // protocol assignments, Teredo among them
    "2001:db8::/32",  // documentation
    "3fff::/20"  // documentation
  )

  private static let carriers: [(AddressRange, UInt128)] =
    ranges("::ffff:0:0/96").map { ($0, 0) }  // IPv4-mapped
    + ranges("64:ff9b::/96").map { ($0, 0) }  // NAT64
    + ranges("2002::/16").map { ($0, 80) }  // 6to4

  private static func ranges(_ texts: String...) -> [AddressRange] {
    texts.compactMap(AddressRange.init)
  }
}
