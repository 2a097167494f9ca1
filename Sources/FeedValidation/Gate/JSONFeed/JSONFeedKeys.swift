/// What a key's value has to be.
enum JSONFeedType: Sendable {
  case string
  /// A string that readers would discard the item for lack of.
  case filledString
  case url
  case date
  case number
  case boolean
  case object(JSONFeedObject)
  case strings
  case objects(JSONFeedObject)
  /// The items, which are checked one by one.
  case items
}

/// An object of JSON Feed 1.1 (jsonfeed.org/version/1.1): its keys, and which it needs.
struct JSONFeedObject: Sendable {
  struct Key: Sendable {
    var name: StaticString
    var type: JSONFeedType
    var isRequired = false
  }

  /// For messages, with its article.
  var name: String
  var keys: [Key]
  /// Keys at least one of which has to be there.
  var oneOf: [StaticString] = []

  static let author = JSONFeedObject(
    name: "an author",
    keys: [
      Key(name: "name", type: .string),
      Key(name: "url", type: .url),
      Key(name: "avatar", type: .url),
    ],
    oneOf: ["name", "url", "avatar"]
  )

  static let hub = JSONFeedObject(
    name: "a hub",
    keys: [
      Key(name: "type", type: .string, isRequired: true),
      Key(name: "url", type: .url, isRequired: true),
    ]
  )

  static let attachment = JSONFeedObject(
    name: "an attachment",
    keys: [
      Key(name: "url", type: .url, isRequired: true),
      Key(name: "mime_type", type: .string, isRequired: true),
      Key(name: "title", type: .string),
      Key(name: "size_in_bytes", type: .number),
      Key(name: "duration_in_seconds", type: .number),
    ]
  )

  static let item = JSONFeedObject(
    name: "an item",
    keys: [
      Key(name: "id", type: .filledString, isRequired: true),
      Key(name: "url", type: .url),
      Key(name: "external_url", type: .url),
      Key(name: "title", type: .string),
      Key(name: "content_html", type: .string),
      Key(name: "content_text", type: .string),
      Key(name: "summary", type: .string),
      Key(name: "image", type: .url),
      Key(name: "banner_image", type: .url),
      Key(name: "date_published", type: .date),
      Key(name: "date_modified", type: .date),
      Key(name: "authors", type: .objects(author)),
      Key(name: "author", type: .object(author)),
      Key(name: "tags", type: .strings),
      Key(name: "language", type: .string),
      Key(name: "attachments", type: .objects(attachment)),
    ],
    oneOf: ["content_html", "content_text"]
  )

  static let feed = JSONFeedObject(
    name: "the feed",
    keys: [
      Key(name: "version", type: .string, isRequired: true),
      Key(name: "title", type: .string, isRequired: true),
      Key(name: "home_page_url", type: .url),
      Key(name: "feed_url", type: .url),
      Key(name: "description", type: .string),
      Key(name: "user_comment", type: .string),
      Key(name: "next_url", type: .url),
      Key(name: "icon", type: .url),
      Key(name: "favicon", type: .url),
      Key(name: "authors", type: .objects(author)),
      Key(name: "author", type: .object(author)),
      Key(name: "language", type: .string),
      Key(name: "expired", type: .boolean),
      Key(name: "hubs", type: .objects(hub)),
      Key(name: "items", type: .items, isRequired: true),
    ]
  )
}
