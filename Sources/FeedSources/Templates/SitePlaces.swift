import FeedModel

/// The site's address in the parts that templates ask for.
struct SitePlaces: Sendable {
  /// Scheme and host: `https://example.org`.
  let origin: String
  /// The path, without a slash at its end: `/blog`, or nothing.
  let basePath: String
  private let root: SiteRoot

  init(_ site: BaseURL) {
    root = SiteRoot(site)
    origin = String(root.file("/")?.dropLast() ?? "")
    basePath =
      root.address.hasPrefix(origin)
      ? String(root.address.dropFirst(origin.count).dropLast()) : ""
  }

  /// The site's address, without a slash at its end.
  var address: String { origin + basePath }

  /// The address of a path that counts from the site's root.
  func page(_ path: String) -> String { root.page(path) }

  /// The path of a page below the site's address, with a slash in front; nil for pages elsewhere.
  func path(ofPage permalink: String) -> String? {
    guard permalink.utf8.starts(with: (address + "/").utf8) else { return nil }
    return String(permalink.dropFirst(address.count))
  }
}
