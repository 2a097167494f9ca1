import FeedModel

/// The folder that the addresses of a site's pages are counted from.
///
/// A site at `https://example.org/blog/` has its page `/post/` at `https://example.org/blog/post/`:
/// all generators put the path of the site's address in front of the addresses in front matter, which
/// RFC 3986 would not.
struct SiteRoot: Sendable {
  /// The folder's address, with a slash at its end.
  let address: String
  /// Scheme and host, without a slash.
  private let host: String
  private let base: BaseURL

  init(_ site: BaseURL) {
    var address = site.string
    if let end = address.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      address = String(address[..<end])
    }
    if address.utf8.last != UInt8(ascii: "/") { address += "/" }
    self.address = address
    host = String(BaseURL(address)?.resolve("/").dropLast() ?? "")
    base = BaseURL(address) ?? site
  }

  /// The absolute URL of a page: of a path, with or without a slash in front, or of a URL.
  func page(_ path: String) -> String {
    let slash = UInt8(ascii: "/")
    let namesHost = path.utf8.starts(with: "//".utf8) && path.utf8.dropFirst(2).first != slash
    if namesHost || URI.isAbsolute(path) { return base.resolve(path) }
    guard let start = path.utf8.firstIndex(where: { $0 != slash }) else { return address }
    let relative = path[start...]
    if Self.isPlain(relative) { return address + relative }
    // A colon in the first part would make it a scheme.
    return base.resolve("./" + relative)
  }

  /// The absolute URL of an address that depends on no page: a path from the host's root, or a URL.
  func file(_ address: String) -> String? {
    guard address.utf8.first == UInt8(ascii: "/") else {
      return URI.isAbsolute(address) ? base.resolve(address) : nil
    }
    return Self.isPlain(address[...].dropFirst()) ? host + address : base.resolve(address)
  }

  /// The path of a URL below the root, for files that are served; nil for others.
  func path(of url: String) -> String? {
    guard let path = URI.path(of: url, below: address) else { return nil }
    let own = URI.path(of: address, below: address) ?? ""
    guard !own.isEmpty else { return path }
    return path.utf8.starts(with: (own + "/").utf8)
      ? String(path.utf8.dropFirst(own.utf8.count + 1)) : nil
  }

  /// Whether a path has neither white space nor parts such as `..` to be resolved, nor a host.
  private static func isPlain(_ path: Substring) -> Bool {
    let slash = UInt8(ascii: "/")
    var previous = slash
    for byte in path.utf8 {
      if byte <= 0x20 { return false }
      if previous == slash, byte == slash || byte == UInt8(ascii: ".") { return false }
      previous = byte
    }
    return true
  }
}
