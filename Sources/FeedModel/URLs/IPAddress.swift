/// IP addresses as they are written in URLs.
package enum IPAddress {
  /// Whether the text is `[`, an IPv6 address or an address of a later version, and `]` (RFC 3986,
  /// section 3.2.2).
  package static func isLiteral(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    guard text.count > 2, text.first == 0x5B, text.last == 0x5D else { return false }
    let inner = Array(text.dropFirst().dropLast().prefix(128))
    if inner.first.map({ $0 | 0x20 }) == 0x76 { return isFuture(inner) }
    return v6(inner) != nil
  }

  /// The four numbers of an IPv4 address in dotted decimal.
  package static func v4(_ text: some Collection<UInt8>) -> [UInt8]? {
    var numbers: [UInt8] = []
    for part in text.split(separator: .dot, omittingEmptySubsequences: false) {
      guard (1...3).contains(part.count), numbers.count < 4, part.allSatisfy(\.isASCIIDigit),
        part.count == 1 || part.first != 0x30
      else { return nil }
      guard let number = UInt8(exactly: part.reduce(0) { $0 * 10 + Int($1 - 0x30) }) else {
        return nil
      }
      numbers.append(number)
    }
    return numbers.count == 4 ? numbers : nil
  }

  /// The eight groups of an IPv6 address without brackets (RFC 4291, section 2.2).
  package static func v6(_ text: some Collection<UInt8>) -> [UInt16]? {
    guard text.count <= 45 else { return nil }
    let bytes = Array(text)
    var groups: [UInt16] = []
    var gap: Int?
    var index = 0
    if bytes.starts(with: [.colon, .colon]) {
      gap = 0
      index = 2
    }
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: .colon) ?? bytes.count
      let part = bytes[index..<end]
      if end == bytes.count, part.contains(.dot) {
        guard let last = v4(part) else { return nil }
        groups.append(UInt16(last[0]) << 8 | UInt16(last[1]))
        groups.append(UInt16(last[2]) << 8 | UInt16(last[3]))
        index = end
        break
      }
      guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit) else { return nil }
      groups.append(part.reduce(0) { $0 << 4 | UInt16($1.hexValue) })
      index = end
      guard index < bytes.count else { break }
      index += 1
      if index < bytes.count, bytes[index] == .colon {
        guard gap == nil else { return nil }
        gap = groups.count
        index += 1
      } else if index == bytes.count {
        return nil
      }
    }
    guard let gap else { return groups.count == 8 ? groups : nil }
    guard groups.count < 8 else { return nil }
    groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
    return groups
  }

  /// `v1.abc`, of which there are none so far.
  private static func isFuture(_ bytes: [UInt8]) -> Bool {
    guard let dot = bytes.firstIndex(of: .dot), dot > 1, dot + 1 < bytes.count else { return false }
    return bytes[1..<dot].allSatisfy(\.isHexDigit)
  }
}

extension UInt8 {
  /// What a hexadecimal digit stands for.
  fileprivate var hexValue: UInt8 { isASCIIDigit ? self & 0x0F : (self & 0x0F) &+ 9 }
}
