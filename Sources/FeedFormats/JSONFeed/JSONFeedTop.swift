import FeedJSON
import FeedModel

/// The top level's members: what a feed says of itself.
extension JSONFeedWriter {
  func writeFeed(to json: inout JSONSerializer, notes: inout FeedOutput) {
    json.beginObject()
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", feed.title)
    json.member("home_page_url", url: feed.homePage)
    json.member("feed_url", url: feed.selfURL)
    json.member("description", feed.subtitle.unlessEmpty)
    writeNextURL(to: &json, notes: &notes)
    json.member("icon", url: feed.logo)
    json.member("favicon", url: feed.icon)
    json.authors(feed.authors)
    json.member("language", feed.language.unlessEmpty)
    if feed.isExpired { json.member("expired", true) }
    if !feed.hubs.isEmpty {
      json.key("hubs")
      json.beginArray()
      for hub in feed.hubs {
        json.beginObject()
        json.member("type", hub.type)
        json.member("url", URI.fromIRI(hub.url))
        json.endObject()
      }
      json.endArray()
    }
    noteOmissions(in: &notes)
    json.extensions(feed.extensions, notes: &notes)
  }

  /// The document with older entries. It must not be the document itself: readers would go round in
  /// circles.
  private func writeNextURL(to json: inout JSONSerializer, notes: inout FeedOutput) {
    let paging = feed.paging
    let next = paging.next.unlessEmpty ?? paging.previousArchive.unlessEmpty
    if let next, next != feed.selfURL { json.member("next_url", url: next) }
    var others = paging
    others.next = nil
    if next == paging.previousArchive { others.previousArchive = nil }
    notes.omit(
      "paging",
      if: others.hasLinks || paging.isArchive || paging.isComplete,
      "JSON Feed says where older entries are, nothing else"
    )
    notes.omit(
      "paging",
      if: next != nil && next == feed.selfURL,
      "a document does not follow itself"
    )
  }

  private func noteOmissions(in notes: inout FeedOutput) {
    notes.omit(
      "id",
      if: feed.id.unlessEmpty != nil && feed.id != feed.selfURL,
      "JSON Feed has none: its URL identifies a feed"
    )
    notes.omitJSONDetails(ofAuthors: feed.authors)
    notes.omit("contributors", if: !feed.contributors.isEmpty, "JSON Feed does not carry it")
    notes.omit("rights", if: feed.rights.unlessEmpty != nil, "JSON Feed does not carry it")
    notes.omit("tags", if: !feed.tags.isEmpty, "JSON Feed has tags on items only")
    notes.omit("stylesheets", if: !feed.stylesheets.isEmpty, "JSON has none")
    notes.omitChannelDetails(of: feed)
  }
}
