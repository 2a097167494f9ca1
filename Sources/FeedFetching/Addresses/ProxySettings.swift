#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which proxy to connect through, in the words of curl's environment variables.
///
/// They are read here and not by libcurl, so that it is known whether a connection is to a proxy:
/// proxies have private addresses more often than not.
public struct ProxySettings: Sendable, Equatable {
  /// The proxy's URL for each scheme.
  private var proxies: [String: String] = [:]
  /// Hosts that are connected to directly.
  private var exceptions: [Substring] = []

  /// No proxies.
  public static let none = ProxySettings(environment: [:])

  /// What the process's environment says.
  public static var ofProcess: ProxySettings {
    var environment: [String: String] = [:]
    for name in variables {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return ProxySettings(environment: environment)
  }

  private static let variables = [
    "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
  ]

  /// Reads `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, and all but the first in capitals
  /// too: a web server sets `HTTP_PROXY` from a request's header field `Proxy` (CVE-2016-5385).
  public init(environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first
    }
    let forAll = value("all_proxy", "ALL_PROXY")
    proxies["http"] = value("http_proxy") ?? forAll
    proxies["https"] = value("https_proxy", "HTTPS_PROXY") ?? forAll
    exceptions = (value("no_proxy", "NO_PROXY") ?? "")
      .split { $0 == "," || $0.isWhitespace }.map { $0.lowercased()[...] }
  }

  /// The proxy's URL, `""` for none.
  ///
  /// - Parameter host: In any case, without brackets.
  func proxy(forScheme scheme: String, host: String) -> String {
    guard let proxy = proxies[scheme], !proxy.isEmpty, !isExcepted(host) else { return "" }
    return proxy
  }

  private func isExcepted(_ host: String) -> Bool {
    let address = IPAddress(host)
    let name = Self.withoutDots(host.lowercased()[...])
    return exceptions.contains { entry in
      if entry == "*" { return true }
      if let address {
        let text = entry.hasPrefix("[") ? entry.dropFirst().prefix { $0 != "]" } : entry
        return AddressRange(text)?.contains(address) ?? false
      }
      let domain = Self.withoutDots(entry)
      return !domain.isEmpty && (name == domain || name.hasSuffix("." + domain))
    }
  }

  private static func withoutDots(_ name: Substring) -> Substring {
    let name = name.hasPrefix(".") ? name.dropFirst() : name
    return name.hasSuffix(".") ? name.dropLast() : name
  }
}
