import FeedModel

/// Addresses that are not absolute, where the document names no base for them.
enum Address {
  /// What a reference most likely means, and a word on it to `note`.
  ///
  /// Feed readers take the site's address for the base, in RSS above all, where there is no other.
  static func guess(_ reference: String, base: BaseURL?, note: (String) -> Void) -> String {
    if let base {
      let url = base.resolve(reference)
      note("is relative: \(excerpt(reference)) is read as \(url)")
      return url
    }
    if reference.hasPrefix("//") {
      note("has no scheme: https is assumed")
      return "https:" + reference
    }
    if reference.hasPrefix("www.") {
      note("has no scheme: http is assumed")
      return "http://" + reference
    }
    note("is relative, and nothing says to what: \(excerpt(reference))")
    return reference
  }

  /// The host without `www.`, in lower case; nil for what has none.
  static func site(of url: String?) -> String? {
    guard let url, let host = URI.host(of: url) else { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// Hosts that only pass on to the page that is meant.
  static func isRedirector(_ host: String) -> Bool {
    redirectors.contains(host) || host.hasSuffix(".feedsportal.com")
  }

  private static let redirectors: Set<String> = [
    "feedproxy.google.com", "feeds.feedburner.com", "feedproxy.feedly.com", "rss.feedsportal.com",
    "t.co", "bit.ly",
  ]

  /// Whether readers can open it as a page.
  static func isPage(_ url: String) -> Bool {
    let scheme = URI.scheme(of: url)
    return scheme == "http" || scheme == "https"
  }
}
