import FeedJSON
import FeedModel
import FeedXML

/// Apple's podcast elements.
///
/// Specification: Apple's "A Podcaster's Guide to RSS". The namespace's name is case-sensitive.
extension XMLNamespace {
  /// `http://www.itunes.com/dtds/podcast-1.0.dtd`.
  public static let itunes = XMLNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd")
}

/// What a podcast says of itself to Apple's directory and to players.
public struct ITunesShow: XMLFeedExtension, JSONFeedExtension {
  /// A category of Apple's list, with at most one subcategory.
  public struct Category: Sendable, Equatable {
    /// The category, spelled as in Apple's list: `Society & Culture`.
    public var name: String
    /// The subcategory: `Documentary`.
    public var subcategory: String?

    /// A category, and a subcategory where one fits.
    public init(_ name: String, subcategory: String? = nil) {
      self.name = name
      self.subcategory = subcategory
    }
  }

  /// Whether episodes stand for themselves or follow on each other.
  public enum Kind: String, Sendable {
    /// Newest first; the default.
    case episodic
    /// Oldest first.
    case serial
  }

  /// `itunes:author`: who is shown as the podcast's author.
  public var author: String?
  /// `itunes:category`: what it is about. Apple uses the first. Required.
  public var categories: [Category]
  /// `itunes:explicit`: whether parents should know. Required.
  public var isExplicit: Bool
  /// `itunes:image`: the artwork's URL, 1400 to 3000 pixels square, JPEG or PNG. Required.
  public var image: String?
  /// `itunes:type`.
  public var kind: Kind?
  /// `itunes:owner`: whom Apple writes to.
  public var owner: Person?
  /// `itunes:title`: the title, if it is to differ there.
  public var title: String?
  /// `itunes:new-feed-url`: where the feed has moved.
  public var newFeedURL: String?
  /// `itunes:block`: whether the podcast is hidden in the directory.
  public var isBlocked: Bool
  /// `itunes:complete`: whether no further episode will appear.
  public var isComplete: Bool

  /// A show with what Apple requires.
  public init(categories: [Category], isExplicit: Bool, image: String?) {
    self.categories = categories
    self.isExplicit = isExplicit
    self.image = image
    isBlocked = false
    isComplete = false
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.itunes

  /// Writes the elements into the channel.
  public func write(to xml: inout XMLSerializer) {
    xml.element("author", in: .itunes, text: author.unlessEmpty)
    for category in categories {
      xml.open("category", in: .itunes)
      xml.attribute("text", category.name)
      if let subcategory = category.subcategory {
        xml.open("category", in: .itunes)
        xml.attribute("text", subcategory)
        xml.close()
      }
      xml.close()
    }
    xml.element("explicit", in: .itunes, text: isExplicit ? "true" : "false")
    xml.itunesImage(image)
    xml.element("type", in: .itunes, text: kind?.rawValue)
    if let owner {
      xml.open("owner", in: .itunes)
      xml.element("name", in: .itunes, text: owner.name.unlessEmpty)
      xml.element("email", in: .itunes, text: owner.mailbox)
      xml.close()
    }
    xml.element("title", in: .itunes, text: title.unlessEmpty)
    xml.element("new-feed-url", in: .itunes, url: newFeedURL)
    if isBlocked { xml.element("block", in: .itunes, text: "Yes") }
    if isComplete { xml.element("complete", in: .itunes, text: "Yes") }
  }

  /// The member's name.
  public static let jsonKey = "_itunes"

  /// Writes the member's value: the same names, without the prefix.
  public func write(to json: inout JSONSerializer) {
    json.beginObject()
    json.member("author", author)
    if !categories.isEmpty {
      json.key("categories")
      json.beginArray()
      for category in categories {
        json.value(category.subcategory.map { "\(category.name)/\($0)" } ?? category.name)
      }
      json.endArray()
    }
    json.member("explicit", isExplicit)
    json.member("image", url: image)
    json.member("type", kind?.rawValue)
    if let owner {
      json.key("owner")
      json.beginObject()
      json.member("name", owner.name.unlessEmpty)
      json.member("email", owner.mailbox)
      json.endObject()
    }
    json.member("title", title)
    json.member("new-feed-url", url: newFeedURL)
    if isBlocked { json.member("block", true) }
    if isComplete { json.member("complete", true) }
    json.endObject()
  }
}

/// What a podcast's episode says to players.
public struct ITunesEpisode: XMLFeedExtension, JSONFeedExtension {
  /// What an episode is to its season.
  public enum Kind: String, Sendable {
    /// A whole episode; the default.
    case full
    /// A short piece that announces one.
    case trailer
    /// Something extra.
    case bonus
  }

  /// `itunes:duration`, in seconds.
  public var duration: Int?
  /// `itunes:episode`: its number, from 1.
  public var number: Int?
  /// `itunes:season`: the season's number, from 1.
  public var season: Int?
  /// `itunes:episodeType`.
  public var kind: Kind?
  /// `itunes:explicit`: whether parents should know.
  public var isExplicit: Bool?
  /// `itunes:image`: the episode's own artwork.
  public var image: String?
  /// `itunes:title`: the title without numbers.
  public var title: String?
  /// `itunes:block`: whether the episode is hidden in the directory.
  public var isBlocked: Bool

  /// An episode about which nothing is said yet.
  public init() {
    isBlocked = false
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.itunes

  /// Writes the elements into the item.
  public func write(to xml: inout XMLSerializer) {
    xml.element("title", in: .itunes, text: title.unlessEmpty)
    xml.element("duration", in: .itunes, text: duration.map(String.init))
    xml.element("episode", in: .itunes, text: number.map(String.init))
    xml.element("season", in: .itunes, text: season.map(String.init))
    xml.element("episodeType", in: .itunes, text: kind?.rawValue)
    xml.element("explicit", in: .itunes, text: isExplicit.map { $0 ? "true" : "false" })
    xml.itunesImage(image)
    if isBlocked { xml.element("block", in: .itunes, text: "Yes") }
  }

  /// The member's name.
  public static let jsonKey = "_itunes"

  /// Writes the member's value: the same names, without the prefix.
  public func write(to json: inout JSONSerializer) {
    json.beginObject()
    json.member("title", title)
    json.member("duration", duration)
    json.member("episode", number)
    json.member("season", season)
    json.member("episodeType", kind?.rawValue)
    json.member("explicit", isExplicit)
    json.member("image", url: image)
    if isBlocked { json.member("block", true) }
    json.endObject()
  }
}

extension XMLSerializer {
  fileprivate mutating func itunesImage(_ url: String?) {
    guard let url = url.unlessEmpty else { return }
    open("image", in: .itunes)
    attribute("href", url: url)
    close()
  }
}

/// Reads Apple's podcast elements. An author is named by them where nobody else names one; the
/// artwork of an episode stays theirs and does not become the post's picture.
///
/// Not read: `itunes:subtitle`, `itunes:order`, `itunes:applepodcastsverify`.
enum ITunesReader {
  private static let show = ITunesShow(categories: [], isExplicit: false, image: nil)

  /// The children of a channel.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .element("author", in: .itunes) { element, draft in
      guard let author = element.line else { return }
      draft.extend(show) { $0.author = $0.author ?? author }
      if let person = Person(text: author) { draft.lesserAuthors.add(person) }
    },
    .element("category", in: .itunes) { element, draft in
      guard let name = element.attribute("text") ?? element.line else { return }
      let subcategory = element.child("category")?.attribute("text")
      draft.extend(show) {
        $0.categories.append(ITunesShow.Category(name, subcategory: subcategory))
      }
    },
    .element("explicit", in: .itunes) { element, draft in
      guard let flag = element.flag else { return }
      draft.extend(show) { $0.isExplicit = flag }
    },
    .element("image", in: .itunes) { element, draft in
      guard let url = element.imageAddress else { return }
      draft.extend(show) { $0.image = $0.image ?? url }
    },
    .element("type", in: .itunes) { element, draft in
      guard let kind = element.word(ITunesShow.Kind.self, element.text) else { return }
      draft.extend(show) { $0.kind = kind }
    },
    .element("owner", in: .itunes) { element, draft in
      let owner = Person(
        name: element.child("name")?.line ?? "",
        email: element.child("email")?.text
      )
      guard !owner.name.isEmpty || owner.email != nil else { return }
      draft.extend(show) { $0.owner = $0.owner ?? owner }
    },
    .element("title", in: .itunes) { element, draft in
      guard let title = element.line else { return }
      draft.extend(show) { $0.title = title }
      draft.title.offer(title, rank: 30)
    },
    .element("summary", in: .itunes) { $1.subtitle.offer($0.line, rank: 30) },
    .element("keywords", in: .itunes) { $1.addKeywords($0.line) },
    .element("new-feed-url", in: .itunes) { element, draft in
      guard let url = element.url else { return }
      draft.extend(show) { $0.newFeedURL = url }
    },
    .element("block", in: .itunes) { element, draft in
      guard element.flag == true else { return }
      draft.extend(show) { $0.isBlocked = true }
    },
    .element("complete", in: .itunes) { element, draft in
      guard element.flag == true else { return }
      draft.extend(show) { $0.isComplete = true }
    },
  ]

  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("title", in: .itunes) { element, draft in
      guard let title = element.line else { return }
      draft.extend(ITunesEpisode()) { $0.title = title }
      draft.title.offer(title, rank: 30)
    },
    .element("duration", in: .itunes) { element, draft in
      guard let text = element.text else { return }
      guard let seconds = LenientNumber.seconds(text) else {
        element.note(.value, "is no duration: \(excerpt(text))", at: element.textPosition)
        return
      }
      draft.extend(ITunesEpisode()) { $0.duration = Int(seconds) }
    },
    .element("episode", in: .itunes) { element, draft in
      guard let number = element.count else { return }
      draft.extend(ITunesEpisode()) { $0.number = number }
    },
    .element("season", in: .itunes) { element, draft in
      guard let season = element.count else { return }
      draft.extend(ITunesEpisode()) { $0.season = season }
    },
    .element("episodeType", in: .itunes) { element, draft in
      guard let kind = element.word(ITunesEpisode.Kind.self, element.text) else { return }
      draft.extend(ITunesEpisode()) { $0.kind = kind }
    },
    .element("explicit", in: .itunes) { element, draft in
      guard let flag = element.flag else { return }
      draft.extend(ITunesEpisode()) { $0.isExplicit = flag }
    },
    .element("image", in: .itunes) { element, draft in
      guard let url = element.imageAddress else { return }
      draft.extend(ITunesEpisode()) { $0.image = $0.image ?? url }
    },
    .element("block", in: .itunes) { element, draft in
      guard element.flag == true else { return }
      draft.extend(ITunesEpisode()) { $0.isBlocked = true }
    },
    .element("author", in: .itunes) { element, draft in
      if let person = element.line.flatMap(Person.init(text:)) { draft.lesserAuthors.add(person) }
    },
    .element("summary", in: .itunes) { $1.lesserSummary.offer($0.line) },
    .element("keywords", in: .itunes) { $1.addKeywords($0.line) },
  ]
}

// What the writers of JSON have: the same names, without the prefix.

extension ITunesShow {
  /// The show that comes next; nil where no object does.
  init?(_ json: inout JSONMembers) throws(JSONError) {
    var show = ITunesShow(categories: [], isExplicit: false, image: nil)
    let isObject = try json.eachMember { key, json throws(JSONError) in
      switch key.text {
      case "author": show.author = try json.line()
      case "categories":
        show.categories = try json.texts().map { text in
          let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
          return Category(parts.first ?? text, subcategory: parts.count > 1 ? parts[1] : nil)
        }
      case "explicit": show.isExplicit = try json.flag() ?? false
      case "image": show.image = try json.url()
      case "type": show.kind = try json.text().flatMap(Kind.init(rawValue:))
      case "owner":
        var owner = Person(name: "")
        try json.eachMember { key, json throws(JSONError) in
          if key.isText("name") {
            owner.name = try json.line() ?? ""
          } else if key.isText("email") {
            owner.email = try json.text()
          } else {
            try json.skip()
          }
        }
        show.owner = owner
      case "title": show.title = try json.line()
      case "new-feed-url": show.newFeedURL = try json.url()
      case "block": show.isBlocked = try json.flag() ?? false
      case "complete": show.isComplete = try json.flag() ?? false
      default: try json.skip()
      }
    }
    guard isObject else { return nil }
    self = show
  }
}

extension ITunesEpisode {
  /// The episode that comes next; nil where no object does.
  init?(_ json: inout JSONMembers) throws(JSONError) {
    var episode = ITunesEpisode()
    let isObject = try json.eachMember { key, json throws(JSONError) in
      switch key.text {
      case "title": episode.title = try json.line()
      case "duration":
        episode.duration = try json.number().flatMap { $0 >= 0 && $0 < 1e12 ? Int($0) : nil }
      case "episode": episode.number = try json.count()
      case "season": episode.season = try json.count()
      case "episodeType": episode.kind = try json.text().flatMap(Kind.init(rawValue:))
      case "explicit": episode.isExplicit = try json.flag()
      case "image": episode.image = try json.url()
      case "block": episode.isBlocked = try json.flag() ?? false
      default: try json.skip()
      }
    }
    guard isObject else { return nil }
    self = episode
  }
}
