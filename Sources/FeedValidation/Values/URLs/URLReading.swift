import FeedModel

/// A URL without the white space around it, its parts, and words for what is wrong with it.
struct URLReading {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where it begins in the value.
  let start: Int
  let syntax: IRISyntax

  init(_ trimmed: TrimmedValue) {
    bytes = trimmed.bytes
    start = trimmed.start
    syntax = IRISyntax(trimmed.bytes)
  }

  /// The place in the value of a byte; of the last one where something is missing at the end.
  func place(_ offset: Int) -> Int { start + min(offset, bytes.count - 1) }

  var quoted: String { Excerpt.quote(bytes) }

  /// Whether the scheme is `http` or `https`.
  var isWeb: Bool {
    guard let scheme = syntax.scheme, ASCII.hasPrefix("http", in: bytes, at: 0) else {
      return false
    }
    return scheme.count == 4 || (scheme.count == 5 && ASCII.lowercased(bytes[4]) == 0x73)
  }

  var isFTP: Bool { syntax.scheme?.count == 3 && ASCII.hasPrefix("ftp:", in: bytes, at: 0) }

  /// `example.org:8080/path`, or `localhost:8080`: what looks like a scheme is a host.
  var isHostAndPort: Bool {
    guard let scheme = syntax.scheme, syntax.host == nil, scheme.upperBound + 1 < bytes.count else {
      return false
    }
    return bytes[scheme].contains(0x2E) || ASCII.isDigit(bytes[scheme.upperBound + 1])
  }

  /// The first `&amp;`.
  var doubleEscape: Int? {
    guard let query = syntax.query else { return nil }
    return ASCII.firstIndex(of: "&amp;", in: bytes, query)
  }

  /// With `&` for each `&amp;`.
  var unescaped: String {
    String(decoding: bytes, as: UTF8.self).replacing("&amp;", with: "&")
  }

  var helpWithScheme: String? {
    if bytes.starts(with: "//".utf8) { return "Put “https:” before it." }
    let head = bytes.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    if head.contains(0x40) { return "Put “mailto:” before a mail address." }
    guard syntax.forbidden == nil, HostLikeness.isHost(bytes) else { return nil }
    return "Put the scheme before it: \(Excerpt.quote("https://" + string))."
  }

  /// The reference, where it is one to a page or a file of the site.
  var relativeReference: String? {
    guard syntax.scheme == nil, syntax.forbidden == nil, syntax.nonASCII == nil,
      syntax.flaw == nil, helpWithScheme == nil, bytes.count <= 200, bytes.first != 0x23,
      bytes.contains(0x2F) || bytes.contains(0x2E)
    else { return nil }
    return string
  }

  var helpWithMisspeltScheme: String? {
    guard let scheme = syntax.scheme else { return nil }
    if ASCII.hasPrefix("javascript:", in: bytes, at: 0) {
      return "Readers run no code: write the address of a page."
    }
    guard syntax.host != nil, scheme.count <= 16 else { return nil }
    let written = String(decoding: bytes[scheme], as: UTF8.self)
    return NearestWord.to(written, among: ["http", "https", "ftp"]).map { "Did you mean “\($0)”?" }
  }

  private var string: String { String(decoding: bytes, as: UTF8.self) }

  /// With all encoded that cannot stand as it is: `nil` where that would be a guess.
  func encoded(percentsOnly: Bool = false, keepsIRI: Bool = true) -> String? {
    var output: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isLonePercent =
        byte == 0x25
        && !(index + 2 < bytes.count && ASCII.isHexDigit(bytes[index + 1])
          && ASCII.isHexDigit(bytes[index + 2]))
      let isForbidden =
        switch byte {
        case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5B...0x5E, 0x60, 0x7B...0x7D, 0x7F: true
        case 0x80...: !keepsIRI
        default: false
        }
      if isLonePercent || (isForbidden && !percentsOnly) {
        output.append(0x25)
        output.append(Self.digit(byte >> 4))
        output.append(Self.digit(byte & 0x0F))
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  /// The complaint about a character that cannot stand unencoded in URLs.
  func complaint(
    ofCharacterAt place: Int,
    _ rule: Rule,
    keepsIRI: Bool = true
  ) -> ValueFinding {
    let byte = bytes[place]
    if Leftover.hasTags(bytes) {
      return ValueFinding(
        rule,
        "has a template's tags in it: \(quoted)",
        at: start + place,
        help: Leftover.help
      )
    }
    let what: String
    var help: String?
    switch byte {
    case 0x20: what = "has a space in it"
    case 0x0A, 0x0D, 0x09:
      what = "has a line break or a tab in it"
      help = "Write the address on one line."
    case 0x5C: what = "has a backslash in it"
    case 0x00...0x1F, 0x7F: what = "has a control character in it"
    case 0x40: what = "has a second “@” before its host"
    case 0x80...: what = "has a character in it that addresses cannot have"
    default: what = "has a “\(Character(Unicode.Scalar(byte)))” in it, unencoded"
    }
    if byte == 0x5C, isWeb { help = "Write “/” for “\\”." }
    return ValueFinding(
      rule,
      "\(what): \(quoted)",
      at: start + place,
      help: help ?? helpWithText,
      replacement: isReplaceable(at: place)
        ? encoded(keepsIRI: keepsIRI || syntax.nonASCII == nil || isNonASCIIInHost) : nil
    )
  }

  /// Names of hosts are encoded in another way.
  private var isNonASCIIInHost: Bool {
    guard let place = syntax.nonASCII, let host = syntax.host else { return false }
    return host.upperBound > place
  }

  /// Text with spaces and nothing of a URL.
  private var helpWithText: String? {
    syntax.scheme == nil && !bytes.contains(0x2F) ? "Write an address here, not text." : nil
  }

  /// Spaces in the path are spaces; line breaks are anything, and hosts have none.
  private func isReplaceable(at place: Int) -> Bool {
    guard bytes[place] < 0x80, place >= syntax.path.lowerBound,
      syntax.scheme == nil ? bytes.contains(0x2F) : syntax.host != nil,
      !(syntax.host?.isEmpty ?? false), syntax.flaw == nil
    else { return false }
    for byte in bytes[place...] where byte < 0x20 || byte == 0x5C || byte == 0x7F { return false }
    // What is left cannot be meant.
    let rest = Array((encoded() ?? "").utf8)
    if rest.withUnsafeBufferPointer({ IRISyntax($0).forbidden }) != nil { return false }
    // More than one URL.
    return ASCII.firstIndex(of: "://", in: bytes, syntax.path.lowerBound..<bytes.count) == nil
      || bytes[place] != 0x20
  }

  /// The complaint about an IRI where a URI belongs.
  func complaint(ofNonASCIIAt place: Int) -> ValueFinding {
    let isInHost = syntax.host.map { $0.upperBound > place } ?? false
    return ValueFinding(
      .urlNotASCII,
      "has characters in it that are not ASCII: \(Excerpt.quote(bytes[place...]))",
      at: start + place,
      help: isInHost ? "Write the host's name as DNS has it, beginning with “xn--”." : nil,
      replacement: isInHost || syntax.host == nil || syntax.flaw != nil
        ? nil : encoded(keepsIRI: false)
    )
  }

  /// The complaint about a part that has not the form it must have.
  func complaint(of flaw: IRISyntax.Flaw, at place: Int, _ rule: Rule) -> ValueFinding {
    let message =
      switch flaw {
      case .ipLiteral: "has no IPv6 address between the brackets: \(quoted)"
      case .scheme: "has no scheme before the colon: \(quoted)"
      case .port: "has no port after the colon: \(quoted)"
      }
    return ValueFinding(rule, message, at: start + place)
  }

  /// `http://https://example.org/`, which browsers take for a host called `https`.
  var hasSchemeTwice: Bool {
    guard let host = syntax.host, (4...5).contains(host.count), syntax.path.count > 1,
      bytes[syntax.path.lowerBound] == 0x2F, bytes[syntax.path.lowerBound + 1] == 0x2F
    else { return false }
    return ASCII.equalIgnoringCase(bytes[host], "http".utf8)
      || ASCII.equalIgnoringCase(bytes[host], "https".utf8)
  }

  /// The complaint about a URL with a second scheme, which begins at the offset.
  func complaint(ofSecondSchemeAt place: Int, _ rule: Rule) -> ValueFinding {
    ValueFinding(
      rule,
      "has two schemes: \(quoted)",
      at: start + place,
      replacement: String(decoding: bytes[place...], as: UTF8.self)
    )
  }
}
