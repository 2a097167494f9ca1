import FeedModel
import FeedXML

/// Podcasting 2.0.
///
/// Specification: the podcast namespace's documentation at podcastindex.org; each type names its
/// element. Texts have at most 128 characters there unless it is said otherwise, and files named by
/// URL are served over HTTPS; nothing is cut or changed to that end.
extension XMLNamespace {
  /// `https://podcastindex.org/namespace/1.0`.
  public static let podcast = XMLNamespace("podcast", "https://podcastindex.org/namespace/1.0")
}

/// What a podcast says of itself.
public struct PodcastShow: XMLFeedExtension {
  /// `podcast:locked`: whether other hosts may take the podcast over.
  public struct Lock: Sendable, Equatable {
    /// Whether they may not.
    public var isLocked: Bool
    /// The email address of whom to ask.
    public var owner: String?

    /// A lock, and whom to ask.
    public init(_ isLocked: Bool, owner: String? = nil) {
      self.isLocked = isLocked
      self.owner = owner
    }
  }

  /// `podcast:medium`: what the feed's entries are. Names with a capital L at the end stand for lists
  /// of entries from other feeds.
  public enum Medium: String, Sendable, CaseIterable {
    /// Episodes of a podcast; the default.
    case podcast, podcastL
    /// Songs of an album.
    case music, musicL
    /// Videos.
    case video, videoL
    /// Films.
    case film, filmL
    /// Chapters of a book that is read aloud.
    case audiobook, audiobookL
    /// Issues of a newsletter.
    case newsletter, newsletterL
    /// Posts of a blog.
    case blog, blogL
    /// A publisher's other feeds.
    case publisher, publisherL
    /// Lessons of a course.
    case course, courseL
    /// Entries of all kinds.
    case mixed
  }

  /// `podcast:trailer`: a piece that announces the podcast or a season.
  public struct Trailer: Sendable, Equatable {
    /// What it is called.
    public var title: String
    /// The file's absolute URL.
    public var url: String
    /// When it was published.
    public var published: Timestamp
    /// The file's size in bytes.
    public var size: Int64?
    /// The file's media type.
    public var mediaType: String?
    /// The number of the season that it announces.
    public var season: Int?

    /// A trailer with what is required of it, and what else is known.
    public init(
      title: String,
      url: String,
      published: Timestamp,
      size: Int64? = nil,
      mediaType: String? = nil,
      season: Int? = nil
    ) {
      self.title = title
      self.url = url
      self.published = published
      self.size = size
      self.mediaType = mediaType
      self.season = season
    }
  }

  /// `podcast:guid`: what the podcast is known by wherever it moves. See `guid(forFeedURL:)`.
  public var guid: String?
  /// `podcast:locked`.
  public var lock: Lock?
  /// `podcast:funding`: where listeners can support it.
  public var funding: [PodcastFunding]
  /// `podcast:medium`.
  public var medium: Medium?
  /// `podcast:person`: who is heard, and who works for it.
  public var people: [PodcastPerson]
  /// `podcast:location`: what places it is about, and where it is made.
  public var locations: [PodcastLocation]
  /// `podcast:license`.
  public var license: PodcastLicense?
  /// `podcast:trailer`.
  public var trailers: [Trailer]

  /// A show about which nothing is said yet.
  public init() {
    funding = []
    people = []
    locations = []
    trailers = []
  }

  /// The GUID that a podcast gets from the first URL of its feed: a version 5 UUID of the URL without
  /// its scheme and the slashes at its end.
  public static func guid(forFeedURL url: String) -> String {
    var name = url[...]
    if let scheme = URI.scheme(of: url) {
      let rest = url.dropFirst(scheme.count)
      if rest.hasPrefix("://") { name = rest.dropFirst(3) }
    }
    while name.last == "/" { name.removeLast() }
    return NameBasedUUID(
      String(name),
      // ead4c236-bf58-58c6-a2c6-a6b28d128cb6, which the namespace's documentation gives.
      namespace: [
        0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58, 0x58, 0xC6,
        0xA2, 0xC6, 0xA6, 0xB2, 0x8D, 0x12, 0x8C, 0xB6,
      ]
    ).string
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.podcast

  /// Writes the elements into the channel.
  public func write(to xml: inout XMLSerializer) {
    xml.element("guid", in: .podcast, text: guid.unlessEmpty)
    if let lock {
      xml.open("locked", in: .podcast)
      xml.attribute("owner", lock.owner.unlessEmpty)
      xml.text(lock.isLocked ? "yes" : "no")
      xml.close()
    }
    for funding in funding { xml.write(funding) }
    xml.element("medium", in: .podcast, text: medium?.rawValue)
    for person in people { xml.write(person) }
    for location in locations { xml.write(location) }
    if let license { xml.write(license) }
    for trailer in trailers {
      xml.open("trailer", in: .podcast)
      xml.attribute("url", URI.fromIRI(trailer.url))
      xml.attribute("pubdate", RFC822.string(trailer.published))
      xml.attribute("length", trailer.size)
      xml.attribute("type", trailer.mediaType.unlessEmpty)
      xml.attribute("season", trailer.season)
      xml.text(trailer.title)
      xml.close()
    }
  }
}

/// What a podcast's episode says.
public struct PodcastEpisode: XMLFeedExtension {
  /// `podcast:transcript`: the words that are spoken.
  public struct Transcript: Sendable, Equatable {
    /// The file's absolute URL.
    public var url: String
    /// The file's media type: `text/vtt`, `application/x-subrip`, `application/json`, `text/html`.
    public var mediaType: String
    /// The language of the words, a BCP 47 tag.
    public var language: String?
    /// Whether the words have times, so that they can be shown as they are spoken.
    public var isCaptions: Bool

    /// A transcript with what is required of it, and what else is known.
    public init(
      url: String,
      mediaType: String,
      language: String? = nil,
      isCaptions: Bool = false
    ) {
      self.url = url
      self.mediaType = mediaType
      self.language = language
      self.isCaptions = isCaptions
    }
  }

  /// `podcast:chapters`: a file with the episode's chapters.
  public struct Chapters: Sendable, Equatable {
    /// The file's absolute URL.
    public var url: String
    /// The file's media type.
    public var mediaType: String

    /// A file of chapters, by default in the namespace's own JSON format.
    public init(url: String, mediaType: String = "application/json+chapters") {
      self.url = url
      self.mediaType = mediaType
    }
  }

  /// `podcast:soundbite`: a part that makes people want to hear the rest, 15 to 120 seconds long.
  public struct Soundbite: Sendable, Equatable {
    /// Where the part begins, in seconds.
    public var start: Double
    /// How long it is, in seconds.
    public var duration: Double
    /// What it is called; empty for the episode's title.
    public var title: String

    /// A part of the episode.
    public init(start: Double, duration: Double, title: String = "") {
      self.start = start
      self.duration = duration
      self.title = title
    }
  }

  /// `podcast:season`: the season that the episode is of.
  public struct Season: Sendable, Equatable {
    /// The season's number.
    public var number: Int
    /// The season's name, shown instead of the number.
    public var name: String?

    /// A season by its number.
    public init(_ number: Int, name: String? = nil) {
      self.number = number
      self.name = name
    }
  }

  /// `podcast:episode`: the episode's number.
  public struct Number: Sendable, Equatable {
    /// The number, which may lie between two others.
    public var value: Double
    /// What is shown instead of the number, at most 32 characters.
    public var display: String?

    /// A number.
    public init(_ value: Double, display: String? = nil) {
      self.value = value
      self.display = display
    }
  }

  /// `podcast:alternateEnclosure`: the same in another form.
  public struct AlternateEnclosure: Sendable, Equatable {
    /// `podcast:source`: where the file can be had.
    public struct Source: Sendable, Equatable {
      /// The file's absolute URI, of any scheme.
      public var uri: String
      /// The media type of what is found there, when it differs from the file's (a torrent).
      public var contentType: String?

      /// A place where the file can be had.
      public init(uri: String, contentType: String? = nil) {
        self.uri = uri
        self.contentType = contentType
      }
    }

    /// `podcast:integrity`: how to check what was loaded.
    public struct Integrity: Sendable, Equatable {
      /// `sri` or `pgp-signature`.
      public var type: String
      /// The hash or the signature.
      public var value: String

      /// A way to check the file.
      public init(type: String, value: String) {
        self.type = type
        self.value = value
      }
    }

    /// The file's media type.
    public var mediaType: String
    /// Where the file can be had; at least one.
    public var sources: [Source]
    /// How to check the file.
    public var integrity: Integrity?
    /// The file's size in bytes.
    public var size: Int64?
    /// The average of bits a second.
    public var bitrate: Double?
    /// The height of a video in pixels.
    public var height: Int?
    /// The language, a BCP 47 tag.
    public var language: String?
    /// What the form is called, at most 32 characters.
    public var title: String?
    /// A word that groups forms which belong together, at most 32 characters.
    public var relation: String?
    /// The codecs, as RFC 6381 writes them.
    public var codecs: String?
    /// Whether it is the same file as the post's enclosure.
    public var isDefault: Bool

    /// A form by its media type and where it can be had.
    public init(mediaType: String, sources: [Source]) {
      self.mediaType = mediaType
      self.sources = sources
      isDefault = false
    }
  }

  /// `podcast:socialInteract`: where the episode is talked about.
  public struct SocialInteract: Sendable, Equatable {
    /// `activitypub`, `atproto`, `nostr` and others; `disabled` for nowhere.
    public var protocolName: String
    /// The post that people answer; nil when it is `disabled`.
    public var uri: String?
    /// The account that wrote it.
    public var accountID: String?
    /// The account's page.
    public var accountURL: String?
    /// The order in which several are shown, lowest first.
    public var priority: Int?

    /// A place where the episode is talked about.
    public init(protocolName: String, uri: String? = nil) {
      self.protocolName = protocolName
      self.uri = uri
    }
  }

  /// `podcast:transcript`.
  public var transcripts: [Transcript]
  /// `podcast:chapters`.
  public var chapters: Chapters?
  /// `podcast:soundbite`.
  public var soundbites: [Soundbite]
  /// `podcast:funding`: where listeners can support the episode.
  public var funding: [PodcastFunding]
  /// `podcast:person`: who is heard; they replace the show's.
  public var people: [PodcastPerson]
  /// `podcast:location`.
  public var locations: [PodcastLocation]
  /// `podcast:season`.
  public var season: Season?
  /// `podcast:episode`.
  public var number: Number?
  /// `podcast:license`.
  public var license: PodcastLicense?
  /// `podcast:alternateEnclosure`.
  public var alternateEnclosures: [AlternateEnclosure]
  /// `podcast:socialInteract`.
  public var socialInteracts: [SocialInteract]

  /// An episode about which nothing is said yet.
  public init() {
    transcripts = []
    soundbites = []
    funding = []
    people = []
    locations = []
    alternateEnclosures = []
    socialInteracts = []
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.podcast

  /// Writes the elements into the item.
  public func write(to xml: inout XMLSerializer) {
    for transcript in transcripts { write(transcript, to: &xml) }
    if let chapters {
      xml.open("chapters", in: .podcast)
      xml.attribute("url", URI.fromIRI(chapters.url))
      xml.attribute("type", chapters.mediaType)
      xml.close()
    }
    for soundbite in soundbites {
      xml.open("soundbite", in: .podcast)
      xml.attribute("startTime", decimal(soundbite.start))
      xml.attribute("duration", decimal(soundbite.duration))
      xml.text(soundbite.title)
      xml.close()
    }
    for funding in funding { xml.write(funding) }
    for person in people { xml.write(person) }
    for location in locations { xml.write(location) }
    if let season {
      xml.open("season", in: .podcast)
      xml.attribute("name", season.name.unlessEmpty)
      xml.text(String(season.number))
      xml.close()
    }
    if let number {
      xml.open("episode", in: .podcast)
      xml.attribute("display", number.display.unlessEmpty)
      xml.text(decimal(number.value))
      xml.close()
    }
    if let license { xml.write(license) }
    for enclosure in alternateEnclosures { write(enclosure, to: &xml) }
    for place in socialInteracts { write(place, to: &xml) }
  }

  private func write(_ transcript: Transcript, to xml: inout XMLSerializer) {
    xml.open("transcript", in: .podcast)
    xml.attribute("url", URI.fromIRI(transcript.url))
    xml.attribute("type", transcript.mediaType)
    xml.attribute("language", transcript.language.unlessEmpty)
    xml.attribute("rel", transcript.isCaptions ? "captions" : nil)
    xml.close()
  }

  private func write(_ enclosure: AlternateEnclosure, to xml: inout XMLSerializer) {
    xml.open("alternateEnclosure", in: .podcast)
    xml.attribute("type", enclosure.mediaType)
    xml.attribute("length", enclosure.size)
    xml.attribute("bitrate", enclosure.bitrate.map(decimal))
    xml.attribute("height", enclosure.height)
    xml.attribute("lang", enclosure.language.unlessEmpty)
    xml.attribute("title", enclosure.title.unlessEmpty)
    xml.attribute("rel", enclosure.relation.unlessEmpty)
    xml.attribute("codecs", enclosure.codecs.unlessEmpty)
    xml.attribute("default", enclosure.isDefault ? "true" : nil)
    for source in enclosure.sources {
      xml.open("source", in: .podcast)
      xml.attribute("uri", URI.fromIRI(source.uri))
      xml.attribute("contentType", source.contentType.unlessEmpty)
      xml.close()
    }
    if let integrity = enclosure.integrity {
      xml.open("integrity", in: .podcast)
      xml.attribute("type", integrity.type)
      xml.attribute("value", integrity.value)
      xml.close()
    }
    xml.close()
  }

  private func write(_ place: SocialInteract, to xml: inout XMLSerializer) {
    xml.open("socialInteract", in: .podcast)
    xml.attribute("protocol", place.protocolName)
    xml.attribute("uri", url: place.uri)
    xml.attribute("accountId", place.accountID.unlessEmpty)
    xml.attribute("accountUrl", url: place.accountURL)
    xml.attribute("priority", place.priority)
    xml.close()
  }
}

/// `podcast:funding`: where a podcast can be supported.
public struct PodcastFunding: Sendable, Equatable {
  /// The page's absolute URL.
  public var url: String
  /// What the link says.
  public var text: String

  /// A page, and what the link to it says.
  public init(url: String, text: String) {
    self.url = url
    self.text = text
  }
}

/// `podcast:person`: somebody who is heard or works for a podcast.
public struct PodcastPerson: Sendable, Equatable {
  /// The name.
  public var name: String
  /// The part that the person has, of the namespace's taxonomy; `host` if nil.
  public var role: String?
  /// The group of parts, of the namespace's taxonomy; `cast` if nil.
  public var group: String?
  /// The absolute URL of a picture.
  public var image: String?
  /// The absolute URL of a page about the person.
  public var url: String?

  /// A person with what is known.
  public init(
    name: String,
    role: String? = nil,
    group: String? = nil,
    image: String? = nil,
    url: String? = nil
  ) {
    self.name = name
    self.role = role
    self.group = group
    self.image = image
    self.url = url
  }
}

/// `podcast:location`: a place.
public struct PodcastLocation: Sendable, Equatable {
  /// What the place has to do with the podcast.
  public enum Relation: String, Sendable {
    /// It is what the podcast is about; the default.
    case subject
    /// It is where the podcast is made.
    case creator
  }

  /// The place's name.
  public var name: String
  /// What the place has to do with the podcast.
  public var relation: Relation?
  /// The place as a `geo:` URI (RFC 5870).
  public var geo: String?
  /// The place in OpenStreetMap: `N`, `W` or `R` and a number.
  public var openStreetMap: String?
  /// The country's two letters (ISO 3166-1).
  public var country: String?

  /// A place with what is known.
  public init(
    name: String,
    relation: Relation? = nil,
    geo: String? = nil,
    openStreetMap: String? = nil,
    country: String? = nil
  ) {
    self.name = name
    self.relation = relation
    self.geo = geo
    self.openStreetMap = openStreetMap
    self.country = country
  }
}

/// `podcast:license`: what others may do with a podcast.
public struct PodcastLicense: Sendable, Equatable {
  /// The licence's SPDX-like name in lower case, such as `cc-by-4.0`, or any name.
  public var name: String
  /// The absolute URL of its text, required for licences that are not on the list.
  public var url: String?

  /// A licence by its name.
  public init(_ name: String, url: String? = nil) {
    self.name = name
    self.url = url
  }
}

extension XMLSerializer {
  fileprivate mutating func write(_ funding: PodcastFunding) {
    open("funding", in: .podcast)
    attribute("url", URI.fromIRI(funding.url))
    text(funding.text)
    close()
  }

  fileprivate mutating func write(_ person: PodcastPerson) {
    open("person", in: .podcast)
    attribute("role", person.role.unlessEmpty)
    attribute("group", person.group.unlessEmpty)
    attribute("img", url: person.image)
    attribute("href", url: person.url)
    text(person.name)
    close()
  }

  fileprivate mutating func write(_ location: PodcastLocation) {
    open("location", in: .podcast)
    attribute("rel", location.relation?.rawValue)
    attribute("geo", location.geo.unlessEmpty)
    attribute("osm", location.openStreetMap.unlessEmpty)
    attribute("country", location.country.unlessEmpty)
    text(location.name)
    close()
  }

  fileprivate mutating func write(_ license: PodcastLicense) {
    open("license", in: .podcast)
    attribute("url", url: license.url)
    text(license.name)
    close()
  }
}

/// A number without exponent, to the thousandth; what is no number is 0.
private func decimal(_ value: Double) -> String {
  guard value.isFinite, value.magnitude < 1e15 else { return "0" }
  let thousandths = Int((value * 1000).rounded())
  var text = thousandths < 0 ? "-" : ""
  text += String(thousandths.magnitude / 1000)
  let rest = thousandths.magnitude % 1000
  guard rest != 0 else { return text }
  var digits = String(1000 + rest).dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return text + "." + digits
}

/// Reads Podcasting 2.0. Elements without what is required of them are left out, as are words of a
/// list that the model does not know.
///
/// Not read: value, live items, remote items, chat, images, blocks, update frequency, TXT records.
enum PodcastReader {
  /// The children of a channel.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .element("guid", in: .podcast) { element, draft in
      guard let guid = element.text else { return }
      draft.extend(PodcastShow()) { $0.guid = $0.guid ?? guid }
    },
    .element("locked", in: .podcast) { element, draft in
      guard let isLocked = element.flag else { return }
      let lock = PodcastShow.Lock(isLocked, owner: element.attribute("owner"))
      draft.extend(PodcastShow()) { $0.lock = $0.lock ?? lock }
    },
    .element("funding", in: .podcast) { element, draft in
      guard let funding = PodcastFunding(element) else { return }
      draft.extend(PodcastShow()) { $0.funding.append(funding) }
    },
    .element("medium", in: .podcast) { element, draft in
      guard let medium = element.word(PodcastShow.Medium.self, element.text) else { return }
      draft.extend(PodcastShow()) { $0.medium = $0.medium ?? medium }
    },
    .element("person", in: .podcast) { element, draft in
      guard let person = PodcastPerson(element) else { return }
      draft.extend(PodcastShow()) { $0.people.append(person) }
    },
    .element("location", in: .podcast) { element, draft in
      guard let location = PodcastLocation(element) else { return }
      draft.extend(PodcastShow()) { $0.locations.append(location) }
    },
    .element("license", in: .podcast) { element, draft in
      guard let license = PodcastLicense(element) else { return }
      draft.extend(PodcastShow()) { $0.license = $0.license ?? license }
    },
    .element("trailer", in: .podcast) { element, draft in
      guard let trailer = PodcastShow.Trailer(element) else { return }
      draft.extend(PodcastShow()) { $0.trailers.append(trailer) }
    },
  ]

  /// The children of an item.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("transcript", in: .podcast) { element, draft in
      guard let url = element.url("url") else { return }
      let transcript = PodcastEpisode.Transcript(
        url: url,
        mediaType: element.attribute("type") ?? "",
        language: element.attribute("language"),
        isCaptions: element.attribute("rel") == "captions"
      )
      draft.extend(PodcastEpisode()) { $0.transcripts.append(transcript) }
    },
    .element("chapters", in: .podcast) { element, draft in
      guard let url = element.url("url") else { return }
      var chapters = PodcastEpisode.Chapters(url: url)
      if let type = element.attribute("type") { chapters.mediaType = type }
      draft.extend(PodcastEpisode()) { $0.chapters = $0.chapters ?? chapters }
    },
    .element("soundbite", in: .podcast) { element, draft in
      guard let start = element.number("startTime"), let duration = element.number("duration")
      else { return }
      let soundbite = PodcastEpisode.Soundbite(
        start: start,
        duration: duration,
        title: element.line ?? ""
      )
      draft.extend(PodcastEpisode()) { $0.soundbites.append(soundbite) }
    },
    .element("funding", in: .podcast) { element, draft in
      guard let funding = PodcastFunding(element) else { return }
      draft.extend(PodcastEpisode()) { $0.funding.append(funding) }
    },
    .element("person", in: .podcast) { element, draft in
      guard let person = PodcastPerson(element) else { return }
      draft.extend(PodcastEpisode()) { $0.people.append(person) }
    },
    .element("location", in: .podcast) { element, draft in
      guard let location = PodcastLocation(element) else { return }
      draft.extend(PodcastEpisode()) { $0.locations.append(location) }
    },
    .element("season", in: .podcast) { element, draft in
      guard let number = element.count else { return }
      let season = PodcastEpisode.Season(number, name: element.attribute("name"))
      draft.extend(PodcastEpisode()) { $0.season = $0.season ?? season }
    },
    .element("episode", in: .podcast) { element, draft in
      guard let value = element.text.flatMap(Double.init), value.isFinite else { return }
      let number = PodcastEpisode.Number(value, display: element.attribute("display"))
      draft.extend(PodcastEpisode()) { $0.number = $0.number ?? number }
    },
    .element("license", in: .podcast) { element, draft in
      guard let license = PodcastLicense(element) else { return }
      draft.extend(PodcastEpisode()) { $0.license = $0.license ?? license }
    },
    .element("alternateEnclosure", in: .podcast) { element, draft in
      guard let enclosure = PodcastEpisode.AlternateEnclosure(element) else { return }
      draft.extend(PodcastEpisode()) { $0.alternateEnclosures.append(enclosure) }
    },
    .element("socialInteract", in: .podcast) { element, draft in
      guard let protocolName = element.attribute("protocol") else { return }
      var place = PodcastEpisode.SocialInteract(
        protocolName: protocolName,
        uri: element.url("uri")
      )
      place.accountID = element.attribute("accountId")
      place.accountURL = element.url("accountUrl")
      place.priority = element.count("priority")
      draft.extend(PodcastEpisode()) { $0.socialInteracts.append(place) }
    },
  ]
}

extension PodcastShow.Trailer {
  fileprivate init?(_ element: FeedElement) {
    guard let url = element.url("url"), let date = element.attribute("pubdate"),
      let published = LenientDate.parse(date)?.timestamp
    else { return nil }
    self.init(
      title: element.line ?? "",
      url: url,
      published: published,
      size: element.count("length").flatMap { Int64($0) },
      mediaType: element.attribute("type"),
      season: element.count("season")
    )
  }
}

extension PodcastEpisode.AlternateEnclosure {
  fileprivate init?(_ element: FeedElement) {
    var sources: [Source] = []
    var integrity: Integrity?
    for child in element.children {
      if child.isNamed("source"), let uri = child.url("uri") {
        sources.append(Source(uri: uri, contentType: child.attribute("contentType")))
      } else if child.isNamed("integrity"), let type = child.attribute("type"),
        let value = child.attribute("value")
      {
        integrity = integrity ?? Integrity(type: type, value: value)
      }
    }
    guard !sources.isEmpty else { return nil }
    self.init(mediaType: element.attribute("type") ?? "", sources: sources)
    self.integrity = integrity
    size = element.count("length").flatMap { Int64($0) }
    bitrate = element.number("bitrate")
    height = element.count("height")
    language = element.attribute("lang")
    title = element.attribute("title")
    relation = element.attribute("rel")
    codecs = element.attribute("codecs")
    isDefault = element.attribute("default")?.lowercased() == "true"
  }
}

extension PodcastFunding {
  fileprivate init?(_ element: FeedElement) {
    guard let url = element.url("url") else { return nil }
    self.init(url: url, text: element.line ?? "")
  }
}

extension PodcastPerson {
  fileprivate init?(_ element: FeedElement) {
    guard let name = element.line else { return nil }
    self.init(
      name: name,
      role: element.attribute("role"),
      group: element.attribute("group"),
      image: element.url("img"),
      url: element.url("href")
    )
  }
}

extension PodcastLocation {
  fileprivate init?(_ element: FeedElement) {
    guard let name = element.line else { return nil }
    self.init(
      name: name,
      relation: element.word(Relation.self, element.attribute("rel")),
      geo: element.attribute("geo"),
      openStreetMap: element.attribute("osm"),
      country: element.attribute("country")
    )
  }
}

extension PodcastLicense {
  fileprivate init?(_ element: FeedElement) {
    guard let name = element.line else { return nil }
    self.init(name, url: element.url("url"))
  }
}
