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
