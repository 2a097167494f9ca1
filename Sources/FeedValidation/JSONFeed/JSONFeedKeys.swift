/// What a key's value has to be.
enum JSONFeedType: Sendable {
  /// A string of some kind.
  case string(JSONFeedText)
  /// A string of RFC 3339, which the gate looks at too.
  case date
  /// The id of an item.
  case id
  /// The version of the format.
  case version
  /// A number that is not negative.
  case count
  case boolean
  case object(JSONFeedObject)
  case strings(JSONFeedText)
  case objects(JSONFeedObject)
  /// The items, which are checked one by one.
  case items
}

/// What a string holds. Types of values themselves are too large for a table that is copied from all
/// the time.
enum JSONFeedText: Sendable {
  /// Text without markup.
  case plain
  /// Text in which everything may stand, markup too, but not what a wrong encoding leaves behind.
  case any
  case html
  /// A URL.
  case address
  case language
  case mediaType

  /// What the string is held against. Readers do not trim JSON's strings.
  var type: ValueType {
    switch self {
    case .plain: .plainText
    case .any: JSONFeedText.anyText
    case .html: .html
    case .address: JSONFeedText.url
    case .language: .language
    case .mediaType: .mediaType
    }
  }

  private static let url = ValueType.url.unpadded
  private static let anyText = ValueType("text") { value, _, report in
    MisdecodedText.check(value, report)
  }
}

/// What an object may lack. Rules themselves are too large for a table that is copied from all the
/// time.
enum JSONFeedNeed: Sendable {
  case required, id, itemURL, homePage, feedURL, content, somethingOfAuthor

  /// Whether it is no error.
  var isAdvice: Bool {
    switch self {
    case .itemURL, .homePage, .feedURL: true
    case .required, .id, .content, .somethingOfAuthor: false
    }
  }

  /// What is reported.
  var rule: Rule {
    switch self {
    case .required: .jsonKeyMissing
    case .id: .jsonIDMissing
    case .itemURL: .jsonItemURLMissing
    case .homePage: .jsonHomePageMissing
    case .feedURL: .jsonFeedURLMissing
    case .content: .jsonItemWithoutContent
    case .somethingOfAuthor: .jsonAuthorEmpty
    }
  }
}

/// An object of JSON Feed 1.1 (jsonfeed.org/version/1.1): its keys, and which it needs.
struct JSONFeedObject: Sendable {
  struct Key: Sendable {
    var name: StaticString
    var type: JSONFeedType
    /// What an object without the key lacks.
    var need: JSONFeedNeed?
    /// The key came with JSON Feed 1.1.
    var isOf11 = false
    /// The key of JSON Feed 1.1 that has taken its place.
    var successor: StaticString?

    init(
      _ name: StaticString,
      _ type: JSONFeedType,
      need: JSONFeedNeed? = nil,
      isOf11: Bool = false,
      successor: StaticString? = nil
    ) {
      self.name = name
      self.type = type
      self.need = need
      self.isOf11 = isOf11
      self.successor = successor
    }
  }

  /// For messages, with its article.
  var name: String
  var keys: [Key]
  /// Keys at least one of which has to be there.
  var oneOf: [StaticString] = []
  /// What an object that has none of them lacks.
  var need: JSONFeedNeed?

  /// The keys' names.
  var names: [String] { keys.map { "\($0.name)" } }

  static let author = JSONFeedObject(
    name: "the author",
    keys: [
      Key("name", .string(.plain)),
      Key("url", .string(.address)),
      Key("avatar", .string(.address)),
    ],
    oneOf: ["name", "url", "avatar"],
    need: .somethingOfAuthor
  )

  static let hub = JSONFeedObject(
    name: "the hub",
    keys: [
      Key("type", .string(.any), need: .required),
      Key("url", .string(.address), need: .required),
    ]
  )

  static let attachment = JSONFeedObject(
    name: "the attachment",
    keys: [
      Key("url", .string(.address), need: .required),
      Key("mime_type", .string(.mediaType), need: .required),
      Key("title", .string(.plain)),
      Key("size_in_bytes", .count),
      Key("duration_in_seconds", .count),
    ]
  )

  static let item = JSONFeedObject(
    name: "the item",
    keys: [
      Key("id", .id, need: .id),
      Key("url", .string(.address), need: .itemURL),
      Key("external_url", .string(.address)),
      Key("title", .string(.plain)),
      Key("content_html", .string(.html)),
      Key("content_text", .string(.any)),
      Key("summary", .string(.plain)),
      Key("image", .string(.address)),
      Key("banner_image", .string(.address)),
      Key("date_published", .date),
      Key("date_modified", .date),
      Key("authors", .objects(author), isOf11: true),
      Key("author", .object(author), successor: "authors"),
      Key("tags", .strings(.plain)),
      Key("language", .string(.language), isOf11: true),
      Key("attachments", .objects(attachment)),
    ],
    oneOf: ["content_html", "content_text"],
    need: .content
  )

  static let feed = JSONFeedObject(
    name: "the feed",
    keys: [
      Key("version", .version, need: .required),
      Key("title", .string(.plain), need: .required),
      Key("home_page_url", .string(.address), need: .homePage),
      Key("feed_url", .string(.address), need: .feedURL),
      Key("description", .string(.plain)),
      Key("user_comment", .string(.any)),
      Key("next_url", .string(.address)),
      Key("icon", .string(.address)),
      Key("favicon", .string(.address)),
      Key("authors", .objects(author), isOf11: true),
      Key("author", .object(author), successor: "authors"),
      Key("language", .string(.language), isOf11: true),
      Key("expired", .boolean),
      Key("hubs", .objects(hub)),
      Key("items", .items, need: .required),
    ]
  )

  /// What RSS, Atom and blogs' programs call what JSON Feed has another key for.
  static let aliases: [String: String] = [
    "pubdate": "date_published", "published": "date_published", "date": "date_published",
    "created": "date_published", "updated": "date_modified", "modified": "date_modified",
    "lastbuilddate": "date_modified", "guid": "id", "link": "url", "permalink": "url",
    "content": "content_html", "body": "content_html", "html": "content_html",
    "text": "content_text", "subtitle": "description", "excerpt": "summary",
    "categories": "tags", "category": "tags", "keywords": "tags", "enclosure": "attachments",
    "enclosures": "attachments", "creator": "authors", "logo": "icon", "entries": "items",
    "lang": "language", "homepage": "home_page_url", "type": "mime_type",
    "length": "size_in_bytes", "size": "size_in_bytes", "duration": "duration_in_seconds",
    "uri": "url", "href": "url",
  ]
}
