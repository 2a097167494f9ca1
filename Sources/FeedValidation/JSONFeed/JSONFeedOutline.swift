import FeedJSON

/// What the outermost object of a JSON document, or of the beginning of one, says of it.
struct JSONFeedOutline {
  /// The version that it states or means.
  private(set) var version: JSONFeedVersion?
  /// The address of its site, or of itself.
  var site: String? { homePage ?? feedURL }
  private var homePage: String?
  private var feedURL: String?
  /// Whether it has items.
  private(set) var hasItems = false
  /// Where it breaks off.
  private(set) var error: JSONError?

  /// Whether it is, or means to be, a JSON Feed.
  var isFeed: Bool { version != nil || hasItems }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = JSONReader(bytes)
    do {
      guard let first = try reader.next() else { return }
      guard first.kind == .beginObject else {
        try reader.skipRest(of: first)
        _ = try reader.next()
        return
      }
      while let key = try reader.next(), key.kind == .key {
        if key.isText("items") { hasItems = true }
        if key.isText("version"), let value = try reader.next() {
          if value.kind == .string { version = JSONFeedVersion.meant(by: value.text) }
          try reader.skipRest(of: value)
        } else if key.isText("home_page_url") || key.isText("feed_url"),
          let value = try reader.next()
        {
          let address = value.kind == .string ? value.text : nil
          if key.isText("feed_url") { feedURL = address } else { homePage = address }
          try reader.skipRest(of: value)
        } else {
          try reader.skipRest(of: key)
        }
      }
      _ = try reader.next()
    } catch {
      self.error = error
    }
  }
}
