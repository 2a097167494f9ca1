import FeedModel

/// What a client says it has already (RFC 9110 section 13).
package struct Conditions {
  private let noneMatch: String?
  private let modifiedSince: String?

  package init(_ request: PreviewRequest) {
    noneMatch = request["if-none-match"]
    modifiedSince = request["if-modified-since"]
  }

  /// Whether it has this version.
  ///
  /// - Parameters:
  ///   - tag: The version's `ETag`, with its quotes.
  ///   - modified: When it changed last, in seconds since 1970.
  package func hold(tag: String, modified: Int64?) -> Bool {
    // Who knows tags does not go by dates, which are coarse.
    if let noneMatch { return Self.list(noneMatch, contains: tag) }
    guard let modified, let modifiedSince, let date = try? RFC822.parse(modifiedSince).timestamp
    else { return false }
    return modified <= date.secondsSince1970
  }

  /// Compares weakly: `W/"a"` is as good as `"a"`.
  static func list(_ field: String, contains tag: String) -> Bool {
    let wanted = opaque(tag[...])
    var rest = field[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
      guard !rest.isEmpty else { return false }
      if rest.hasPrefix("*") { return true }
      let start = rest.hasPrefix("W/") ? rest.dropFirst(2) : rest
      guard start.hasPrefix("\""), let end = start.dropFirst().firstIndex(of: "\"") else {
        // Some clients leave the quotes out.
        let bare = rest.prefix { $0 != "," }
        if "\"\(bare.filter { $0 != " " })\"" == wanted { return true }
        rest = rest.dropFirst(bare.count)
        continue
      }
      if start[...end] == wanted { return true }
      rest = start[start.index(after: end)...]
    }
  }

  private static func opaque(_ tag: Substring) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }
}
