/// Names that are another format's, and what to write for them.
enum MixedUpNames {
  /// What to write; `nil` where nobody knows.
  ///
  /// - Parameters:
  ///   - name: the local name as written.
  ///   - prefix: what stands before it in the tag, with its colon.
  ///   - parent: what the element stands in.
  static func help(
    _ name: String,
    prefix: Substring,
    in parent: Role,
    namespace: String
  ) -> String? {
    let table: [String: String]
    switch (namespace, parent) {
    case ("", .item): table = rssItem
    case ("", .channel): table = rssChannel
    case (Vocabularies.atom, .entry): table = atomEntry
    case (Vocabularies.atom, .feed): table = atomFeed
    default: return nil
    }
    let key = name.lowercased()
    guard let meant = table[key] ?? (namespace.isEmpty ? rss[key] : atom[key]) else { return nil }
    let format = namespace.isEmpty ? "RSS" : "Atom"
    if meant.contains(" ") { return meant }
    let written = prefix + meant
    return "\(format) calls it \(meant): write <\(written)>."
  }

  // One word is the name; anything longer is what to do.

  private static let rss: [String: String] = [
    "entry": "item", "id": "guid", "tag": "category", "tags": "category", "subject": "category",
    "keywords": "category", "url": "link", "uri": "link", "permalink": "link",
    "summary": "description", "abstract": "description", "excerpt": "description",
    "created": "pubDate", "published": "pubDate", "date": "pubDate", "publisheddate": "pubDate",
    "datepublished": "pubDate", "date_published": "pubDate", "publicationdate": "pubDate",
    "issued": "pubDate",
    "creator": dublinCore("creator"), "contributor": dublinCore("contributor"),
    "thumbnail": """
    Write <media:thumbnail url="…"/>, and declare it in rss: \
    xmlns:media="http://search.yahoo.com/mrss/".
    """,
  ]

  private static let rssItem: [String: String] = [
    "content": content, "body": content, "text": content, "fulltext": content,
    "full-text": content, "html": content, "content_html": content, "contentencoded": content,
    "updated": "pubDate", "modified": "pubDate", "lastbuilddate": "pubDate", "time": "pubDate",
    "byline": dublinCore("creator"), "name": dublinCore("creator"),
    "managingeditor": "author",
    "image": """
    Write <enclosure url="…" length="…" type="image/jpeg"/>, or put the picture into the \
    description; image is the logo of the channel.
    """,
    "img": picture, "picture": picture, "imgurl": picture,
    "language": dublinCore("language"), "copyright": dublinCore("rights"),
    "rights": dublinCore("rights"), "subtitle": "description",
  ]

  private static let rssChannel: [String: String] = [
    "updated": "lastBuildDate", "modified": "lastBuildDate", "lastupdated": "lastBuildDate",
    "subtitle": "description", "tagline": "description", "rights": "copyright",
    "author": "RSS calls it managingEditor in a channel, with a mail address and a name.",
    "logo": logo, "icon": logo, "favicon": logo, "lang": "language",
    "guid": "Remove it: channels of RSS have no id but the feed's address.",
    "id": "Remove it: channels of RSS have no id but the feed's address.",
    "creator": dublinCore("creator"),
  ]

  private static let atom: [String: String] = [
    "item": "entry", "guid": "id", "identifier": "id", "url": "link", "permalink": "link",
    "lastbuilddate": "updated", "modified": "updated", "date": "updated",
    "copyright": "rights", "creator": "author", "managingeditor": "author", "webmaster": "author",
    "language": "Remove it, and write xml:lang=\"…\" on feed.",
    "ttl": "Remove it: Atom leaves that to the server's Cache-Control.",
    "tag": category, "tags": category, "subject": category, "keywords": category,
  ]

  private static let atomEntry: [String: String] = [
    "pubdate": "published", "created": "published", "issued": "published",
    "description": "summary", "subtitle": "summary", "excerpt": "summary", "abstract": "summary",
    "body": "content", "text": "content", "encoded": "content", "html": "content",
    "enclosure": """
    Atom has links for files: write <link rel="enclosure" href="…" type="…" length="…"/>.
    """,
    "comments": "Atom has links for pages: write <link rel=\"replies\" href=\"…\"/>.",
    "image": """
    Write <link rel="enclosure" href="…" type="image/jpeg"/>, or put the picture into the content.
    """,
  ]

  private static let atomFeed: [String: String] = [
    "pubdate": "updated", "published": "updated", "created": "updated",
    "description": "subtitle", "tagline": "subtitle", "summary": "subtitle",
    "image": "logo", "favicon": "icon",
    "channel": "Leave it out: feed is what a channel is in RSS.",
  ]

  private static let content = """
    Write <content:encoded>, and declare it in rss: \
    xmlns:content="http://purl.org/rss/1.0/modules/content/".
    """
  private static let category = "Write <category term=\"…\"/>, one for each."
  private static let picture = """
    Write <enclosure url="…" length="…" type="image/jpeg"/>, or put the picture into the description.
    """
  private static let logo = """
    Write <image> with <url>, <title> and <link> in it.
    """

  private static func dublinCore(_ name: String) -> String {
    """
    Write <dc:\(name)>, and declare it in rss: xmlns:dc="http://purl.org/dc/elements/1.1/".
    """
  }
}
