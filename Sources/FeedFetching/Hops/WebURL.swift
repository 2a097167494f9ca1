import CFetching

/// A URL as libcurl understands it. It alone parses URLs here: two parsers that disagree about where
/// the host stands are how checks are got around.
struct WebURL: Equatable {
  /// What libcurl is given, with user name and password.
  let text: String
  /// What people are shown, without them.
  let shown: String
  /// In lower case.
  let scheme: String
  /// Without brackets.
  let host: String

  /// Reads an address that a person gave.
  init(_ address: String) throws(FetchError.Reason) {
    let trimmed = address.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    try self.init(reference: Array(trimmed), base: nil)
  }

  /// Reads the value of a field `Location`.
  init(reference: [UInt8], base: WebURL) throws(FetchError.Reason) {
    try self.init(reference: reference, base: base.text)
  }

  private init(reference: [UInt8], base: String?) throws(FetchError.Reason) {
    guard !reference.contains(0) else { throw .malformedURL("") }
    var parsed = tidings_fetch_url()
    (reference + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { reference in
        if let base {
          tidings_fetch_parse_url(base, reference.baseAddress, &parsed)
        } else {
          tidings_fetch_parse_url(nil, reference.baseAddress, &parsed)
        }
      }
    }
    defer { tidings_fetch_release_url(&parsed) }
    switch parsed.end {
    case tidings_fetch_ok: break
    case tidings_fetch_no_library: throw .libraryMissing
    case tidings_fetch_malformed_url: throw .malformedURL(String(fromC: parsed.message))
    default: throw .other("")
    }
    guard let url = parsed.url, let shown = parsed.shown, let scheme = parsed.scheme,
      let host = parsed.host
    else { throw .malformedURL("") }
    text = String(cString: url)
    self.shown = String(cString: shown)
    self.scheme = String(cString: scheme)
    self.host = String(cString: host)
    guard self.scheme == "http" || self.scheme == "https" else {
      throw .unsupportedScheme(self.scheme)
    }
    guard !self.host.isEmpty else { throw .malformedURL("") }
  }

  /// The name or address when it is private by itself, without looking anything up.
  var privateHost: String? {
    if let address = IPAddress(host) { return address.isPublic ? nil : host }
    let name = host.lowercased()
    let isLocal = ["localhost", "localhost."].contains { name == $0 || name.hasSuffix("." + $0) }
    return isLocal ? host : nil
  }
}
