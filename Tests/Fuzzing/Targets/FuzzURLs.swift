import FeedModel

extension FuzzTarget {
  /// A base on the first line, and what is resolved against it on the rest.
  static let urls = FuzzTarget(
    "urls",
    longestInput: 600,
    frames: [Frame("http://a/b/c\n", ""), Frame("http://a/", "\nx")]
  ) { bytes throws(Violation) in
    let end = bytes.firstIndex(of: 0x0A)
    let first = String(decoding: bytes[..<(end ?? 0)], as: UTF8.self)
    let reference = UnsafeBufferPointer(rebasing: bytes[(end.map { $0 + 1 } ?? 0)...])
    try checkSyntax(reference)
    try checkURI(String(decoding: reference, as: UTF8.self))
    guard let base = BaseURL(end == nil ? "https://example.org/blog/a?b" : first) else { return }
    try expectSame(BaseURL(base.string), base, "a base of a base")
    try checkResolution(reference, base)
  }

  private static func checkResolution(
    _ reference: UnsafeBufferPointer<UInt8>,
    _ base: BaseURL
  ) throws(Violation) {
    var output: [UInt8] = []
    base.resolve(reference, into: &output)
    let absolute = String(decoding: output, as: UTF8.self)
    let text = String(decoding: reference, as: UTF8.self)
    if isUTF8(reference) {
      try expectSame(base.resolve(text), absolute, "a text resolved as a text")
    }
    try expect(URI.isAbsolute(absolute), "\(absolute.debugDescription) is not absolute")
    try expectSame(base.resolve(absolute), absolute, "a URL resolved twice")
    if !URI.isAbsolute(text) {
      try expect(
        !output.contains { [0x09, 0x0A, 0x0D, 0x20].contains($0) },
        "\(absolute.debugDescription) has white space"
      )
      try expectSame(
        URI.scheme(of: absolute),
        URI.scheme(of: base.string),
        "the scheme of \(absolute.debugDescription)"
      )
    }
    if let path = URI.path(of: absolute, below: base.string) {
      let names = path.split(separator: "/", omittingEmptySubsequences: false)
      try expect(
        !path.utf8.contains(0) && !path.hasPrefix("/") && !names.contains(".."),
        "\(absolute.debugDescription) leads to \(path.debugDescription)"
      )
    }
  }

  private static func checkURI(_ text: String) throws(Violation) {
    let uri = URI.fromIRI(text)
    try expectSame(URI.fromIRI(uri), uri, "the URI of a URI")
    let bytes = Array(uri.utf8)
    let syntax = bytes.withUnsafeBufferPointer { IRISyntax($0) }
    try expect(
      syntax.nonASCII == nil && syntax.percent == nil,
      "\(uri.debugDescription) is no URI"
    )
    try expect(!bytes.contains { $0 <= 0x20 }, "\(uri.debugDescription) has white space")
    try expectSame(URI.isAbsolute(text), URI.scheme(of: text) != nil, "whether it has a scheme")
    try expect(URI.host(of: text) != "", "the host is empty")
  }

  private static func checkSyntax(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let syntax = IRISyntax(bytes)
    let offsets = [
      syntax.forbidden, syntax.percent, syntax.numberSign, syntax.nonASCII, syntax.flaw?.offset,
    ]
    for offset in offsets.compactMap(\.self) {
      try expect((0...bytes.count).contains(offset), "\(offset) is outside of the text")
    }
    var last = 0
    let parts = [
      syntax.scheme, syntax.userInfo, syntax.host, syntax.port, syntax.path, syntax.query,
      syntax.fragment,
    ]
    for part in parts.compactMap(\.self) {
      try expect(
        part.lowerBound >= last && part.upperBound <= bytes.count,
        "the part \(part) overlaps what stands before it"
      )
      last = part.upperBound
    }
  }
}
