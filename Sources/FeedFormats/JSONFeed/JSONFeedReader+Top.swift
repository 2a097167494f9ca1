import FeedJSON
import FeedModel

/// Reads the top level's members: what a feed says of itself.
struct JSONFeedTopReader {
  private var json: JSONMembers
  private(set) var version: String?
  private(set) var isBroken = false

  init(_ members: JSONMembers) {
    json = members
  }

  mutating func read(into draft: FeedDraft) {
    var version: String?
    do throws(JSONError) {
      try json.eachMember { key, json throws(JSONError) in
        if key.isText("version") {
          version = try json.text()
        } else {
          try JSONFeedTopReader.read(key, &json, into: draft)
        }
      }
      try json.end()
    } catch {
      json.note(error)
      isBroken = true
    }
    self.version = version
  }

  private static func read(
    _ key: JSONToken,
    _ json: inout JSONMembers,
    into draft: FeedDraft
  ) throws(JSONError) {
    switch key.text {
    case "title": draft.title.offer(try json.line())
    case "home_page_url": draft.homePage.offer(try json.url())
    case "feed_url": draft.selfURL.offer(try json.url())
    case "description": draft.subtitle.offer(try json.line())
    case "next_url": draft.feed.paging.next = try json.url()
    case "icon": draft.logo.offer(try json.url())
    case "favicon": draft.feed.icon = try json.url()
    case "authors":
      draft.authors = []
      try json.people(into: &draft.authors)
    case "author":
      guard draft.authors.isEmpty else { return try json.skip() }
      try json.people(into: &draft.authors)
    case "language": draft.language.offer(try json.language())
    case "expired": draft.feed.isExpired = try json.flag() ?? false
    case "hubs":
      try json.eachObject { json, object throws(JSONError) in
        var hub = Hub(url: "")
        try json.members(of: object) { key, json throws(JSONError) in
          if key.isText("type") {
            hub.type = try json.text() ?? hub.type
          } else if key.isText("url") {
            hub.url = try json.url() ?? ""
          } else {
            try json.skip()
          }
        }
        if !hub.url.isEmpty { draft.feed.hubs.append(hub) }
      }
    case ITunesShow.jsonKey:
      if let show = try ITunesShow(&json) { draft.extensions[ITunesShow.self] = show }
    default: try json.skip()
    }
  }
}
