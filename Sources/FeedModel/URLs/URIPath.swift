extension URI {
  /// The path of a URL on a site, percent-decoded and without a slash in front: where the file would
  /// lie below the folder that is served. Nil for other sites, and for paths that lead out of it.
  public static func path(of url: String, below site: String) -> String? {
    guard host(of: url) == host(of: site), let start = url.firstRange(of: "://") else { return nil }
    let rest = url.utf8[start.upperBound...]
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    let path = rest[slash...].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    var decoded: [UInt8] = []
    var index = path.startIndex
    while index < path.endIndex {
      let next = path.index(after: index)
      if path[index] == UInt8(ascii: "%"),
        let end = path.index(next, offsetBy: 2, limitedBy: path.endIndex),
        let byte = UInt8(Substring(path[next..<end]), radix: 16)
      {
        decoded.append(byte)
        index = end
      } else {
        decoded.append(path[index])
        index = next
      }
    }
    guard !decoded.contains(0) else { return nil }
    let names = String(decoding: decoded, as: UTF8.self).split(separator: "/")
    return names.contains("..") ? nil : names.joined(separator: "/")
  }
}
