import FeedPreview
import FeedXML

extension FuzzTarget {
  /// What arrives at the preview's server.
  static let requests = FuzzTarget(
    "requests",
    longestInput: 4096,
    frames: [
      Frame("GET /", " HTTP/1.1\r\n\r\n"), Frame("GET / HTTP/1.1\r\nRange: ", "\r\n\r\n"),
      Frame("GET / HTTP/1.1\r\nIf-None-Match: ", "\r\n\r\n"),
    ]
  ) { bytes throws(Violation) in
    let whole = heads([bytes])
    try Chunks(bytes).forEachCut { name, chunks throws(Violation) in
      try expectSame(heads(chunks), whole, "heads read \(name)")
    }
    for head in whole.found { try check(head.request) }
    try checkBalance(String(decoding: bytes, as: UTF8.self))
  }

  private struct Heads: Equatable {
    var found: [RequestHead] = []
    var failure: RequestHead.Failure?
  }

  private static func heads(_ chunks: [UnsafeBufferPointer<UInt8>]) -> Heads {
    var heads = Heads()
    var reader = RequestHeadReader()
    do throws(RequestHead.Failure) {
      for chunk in chunks {
        reader.take(Array(chunk))
        while let head = try reader.next() { heads.found.append(head) }
      }
    } catch {
      heads.failure = error
    }
    return heads
  }

  /// Paths lead down, and parts of files lie in them.
  private static func check(_ request: PreviewRequest) throws(Violation) {
    if let path = RequestPath(request.target) {
      for name in path.names {
        try expect(
          !name.isEmpty && name != ".." && name != "." && !name.contains("/")
            && !name.utf8.contains(0),
          "\(name) is a name in the path of \(request.target)"
        )
      }
      let again = RequestPath("/" + RequestPath.encoded(path.joined))
      if !path.names.isEmpty { try expectSame(again?.names, path.names, "the path written again") }
    }
    for size in [0, 1, 1000] {
      if case .part(let range) = ByteRange(request.fields["range"], size: size) {
        try expect(!range.isEmpty && range.upperBound <= size, "\(range) of \(size) bytes")
      }
    }
    _ = AcceptedCoding.takesGzip(request.fields["accept-encoding"])
    _ = Conditions(request).hold(tag: "\"a\"", modified: 0)
    _ = LoopbackAddress.isNamed(by: request.fields["host"] ?? "")
  }

  /// What is balanced stays as it is.
  private static func checkBalance(_ html: String) throws(Violation) {
    let clean = HTMLCleaner(policy: .feed).clean(html, base: nil).html
    let balanced = BalancedMarkup(clean).text
    try expectSame(BalancedMarkup(balanced).text, balanced, "markup balanced twice")
  }
}
