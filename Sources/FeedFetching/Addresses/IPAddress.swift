#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An IPv4 or IPv6 address.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  /// Whether it has 128 bits, not 32.
  let isIPv6: Bool
  /// The bits; those of an IPv4 address are the lowest 32.
  let bits: UInt128

  init(isIPv6: Bool, bits: UInt128) {
    self.isIPv6 = isIPv6
    self.bits = bits
  }

  /// Reads the numeric form, without brackets and zone; nil when it is not one.
  public init?(_ text: String) {
    if let bits = Self.bits(text, AF_INET, 4) {
      self.init(isIPv6: false, bits: bits)
    } else if let bits = Self.bits(text, AF_INET6, 16) {
      self.init(isIPv6: true, bits: bits)
    } else {
      return nil
    }
  }

  /// The address of a socket; nil for other families and when there are too few bytes.
  init?(_ address: UnsafePointer<sockaddr>, length: Int) {
    guard length >= MemoryLayout<sockaddr>.size else { return nil }
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      var value = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      self.init(isIPv6: false, bits: withUnsafeBytes(of: &value, Self.bits))
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      var value = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self.init(isIPv6: true, bits: withUnsafeBytes(of: &value, Self.bits))
    default: return nil
    }
  }

  /// The numeric form, IPv6 after RFC 5952.
  public var description: String {
    let size = isIPv6 ? 16 : 4
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: bits >> UInt128(8 * (size - 1 - $0))) }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard
      inet_ntop(isIPv6 ? AF_INET6 : AF_INET, bytes, &text, socklen_t(text.count)) != nil
    else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func bits(_ text: String, _ family: Int32, _ size: Int) -> UInt128? {
    var bytes = [UInt8](repeating: 0, count: size)
    guard !text.utf8.contains(0), inet_pton(family, text, &bytes) == 1 else { return nil }
    return bytes.withUnsafeBytes(bits)
  }

  private static func bits(_ bytes: UnsafeRawBufferPointer) -> UInt128 {
    bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }
}
