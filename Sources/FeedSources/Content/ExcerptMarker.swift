import FeedModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The comment with which authors end the excerpt: `<!-- more -->`, `<!-- truncate -->`.
enum ExcerptMarker {
  private static let names: Set<String> = ["more", "truncate", "excerpt", "endexcerpt", "readmore"]

  /// Where the marker starts in HTML, or nil.
  static func offset(in html: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = html.baseAddress else { return nil }
    var start = 0
    while start < html.count,
      let found = memchr(base + start, Int32(UInt8(ascii: "<")), html.count - start)
    {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      start = offset + 1
      guard html[offset...].starts(with: "<!--".utf8) else { continue }
      // The longest marker is shorter; comments of other kinds may be long.
      let text = html[(offset + 4)..<min(offset + 64, html.count)]
      let comment = String(decoding: text, as: UTF8.self)
      guard let end = comment.firstRange(of: "-->") else { continue }
      if names.contains(comment[..<end.lowerBound].trimmingSpaces().lowercased()) { return offset }
    }
    return nil
  }
}
