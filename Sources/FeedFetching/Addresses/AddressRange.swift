/// The addresses that begin with the same bits, as `10.0.0.0/8`.
struct AddressRange: Sendable, Hashable {
  let first: IPAddress
  let prefixLength: Int

  /// Reads an address and, after a slash, how many bits count; without a slash all do.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let start = parts.first, let address = IPAddress(String(start)) else { return nil }
    let width = address.isIPv6 ? 128 : 32
    guard parts.count == 2 else {
      first = address
      prefixLength = width
      return
    }
    guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]),
      length <= width
    else { return nil }
    first = address
    prefixLength = length
  }

  /// Whether the address is one of them. An IPv4 address is never in a range of IPv6.
  func contains(_ address: IPAddress) -> Bool {
    guard address.isIPv6 == first.isIPv6 else { return false }
    let ignored = UInt128((address.isIPv6 ? 128 : 32) - prefixLength)
    // A shift by all bits is 0 for both: everything matches a prefix of no bits.
    return address.bits >> ignored == first.bits >> ignored
  }
}
