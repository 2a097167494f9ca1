import FeedModel

/// Addresses as far as they say what an entry is: without what a move of the site changes.
enum AddressKey {
  /// The parts of a web address or a `tag:` URI that causes of a change are told by.
  struct Parts: Equatable {
    /// `http`, `https`, `tag`.
    var scheme: [UInt8]
    /// In lower case, without user and default port.
    var host: [UInt8]
    /// The path with its query, without fragment, as it is.
    var path: [UInt8]
  }

  /// The parts of an address; nil for what is neither a web address nor a `tag:` URI.
  static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> Parts? {
    let reference = URLReference(bytes)
    guard let schemeRange = reference.scheme else { return nil }
    let scheme = bytes[schemeRange].map(lowercased)
    let isTag = scheme.elementsEqual("tag".utf8)
    if isTag { return tagParts(bytes, scheme) }
    guard scheme.elementsEqual("https".utf8) || scheme.elementsEqual("http".utf8),
      let authority = reference.authority
    else { return nil }
    let end = reference.query?.upperBound ?? reference.path.upperBound
    return Parts(
      scheme: scheme,
      host: host(bytes[authority], scheme),
      path: Array(bytes[reference.path.lowerBound..<end])
    )
  }

  /// `tag:AUTHORITY,DATE:NAME` (RFC 4151).
  private static func tagParts(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ scheme: [UInt8]
  ) -> Parts? {
    let rest = bytes.dropFirst(scheme.count + 1)
    guard let comma = rest.firstIndex(of: UInt8(ascii: ",")),
      let colon = rest[comma...].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return Parts(
      scheme: scheme,
      host: rest[..<comma].map(lowercased),
      path: Array(rest[(colon + 1)...])
    )
  }

  private static func host(_ authority: Slice<UnsafeBufferPointer<UInt8>>, _ scheme: [UInt8])
    -> [UInt8]
  {
    var host = authority
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    let port = scheme.count == 5 ? ":443" : ":80"
    if host.suffix(port.utf8.count).elementsEqual(port.utf8) {
      host = host.dropLast(port.utf8.count)
    }
    return host.map(lowercased)
  }

  /// Appends what is left of an address when the site moves: its path and query, without what
  /// generators and servers put at its end. False for what is no address, and for the site's root.
  static func appendAlias(of bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) -> Bool {
    guard let parts = parts(bytes) else { return false }
    var path = decoded(withoutTracking(parts.path))
    let hasQuery = path.contains(UInt8(ascii: "?"))
    if !hasQuery {
      for ending in endings where path.count > ending.utf8.count {
        guard path.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
        path.removeLast(ending.utf8.count)
        break
      }
      while path.last == UInt8(ascii: "/") { path.removeLast() }
    }
    guard !path.isEmpty else { return false }
    key += path
    return true
  }

  private static let endings = [
    "/index.html", "/index.htm", "/index.php", ".html", ".htm", ".php", ".xhtml",
  ]

  /// Appends an address without what says only who linked to it. False for none.
  static func appendLink(_ bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) -> Bool {
    guard !bytes.isEmpty else { return false }
    guard let parts = parts(bytes) else {
      key += bytes
      return true
    }
    key += parts.scheme
    key.append(UInt8(ascii: ":"))
    key += parts.host
    key += withoutTracking(parts.path)
    return true
  }

  /// A path and query without the parameters that campaigns put there.
  private static func withoutTracking(_ path: [UInt8]) -> [UInt8] {
    guard let mark = path.firstIndex(of: UInt8(ascii: "?")) else { return path }
    let kept = path[(mark + 1)...].split(separator: UInt8(ascii: "&"))
      .filter { parameter in !tracking.contains { parameter.starts(with: $0.utf8) } }
    guard !kept.isEmpty else { return Array(path[..<mark]) }
    return Array(path[...mark]) + kept.joined(separator: CollectionOfOne(UInt8(ascii: "&")))
  }

  private static let tracking = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid="]

  /// `%C3%A4` and `ä` are one path; `%2F` and `/` are two.
  private static func decoded(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(UInt8(ascii: "%")) else { return path }
    var output: [UInt8] = []
    var index = 0
    while index < path.count {
      if path[index] == UInt8(ascii: "%"), index + 2 < path.count,
        let high = digit(path[index + 1]), let low = digit(path[index + 2]),
        high << 4 | low >= 0x80 || isUnreserved(high << 4 | low)
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(path[index])
        index += 1
      }
    }
    return output
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
