import FeedModel
import FeedXML

/// Writes a list of feeds to subscribe to.
///
/// Specification: OPML 2.0, http://opml.org/spec2.opml.
public struct OPMLWriter: Sendable {
  /// A feed to subscribe to.
  public struct Subscription: Sendable, Equatable {
    /// The feed's name.
    public var title: String
    /// The feed's absolute URL.
    public var feedURL: String
    /// The site's absolute URL.
    public var homePage: String?
    /// What the feed is about.
    public var description: String?
    /// The feed's language, a BCP 47 tag.
    public var language: String?

    /// A feed by its name and URL.
    public init(
      title: String,
      feedURL: String,
      homePage: String? = nil,
      description: String? = nil,
      language: String? = nil
    ) {
      self.title = title
      self.feedURL = feedURL
      self.homePage = homePage
      self.description = description
      self.language = language
    }
  }

  /// The list's name.
  public var title: String
  /// When the list last changed; it comes from content, never from the clock.
  public var modified: Timestamp?
  /// Whose list it is.
  public var owner: Person?
  /// The feeds, in order.
  public var subscriptions: [Subscription]

  /// A list of feeds.
  public init(
    title: String,
    modified: Timestamp? = nil,
    owner: Person? = nil,
    subscriptions: [Subscription]
  ) {
    self.title = title
    self.modified = modified
    self.owner = owner
    self.subscriptions = subscriptions
  }

  /// The document. `type="rss"` stands for feeds of all formats, as readers take it.
  public func document() -> FeedOutput {
    var output = FeedOutput()
    var xml = XMLSerializer()
    output.write(with: &xml) { xml, _ in
      xml.declaration()
      xml.open("opml")
      xml.attribute("version", "2.0")
      writeHead(to: &xml)
      xml.open("body")
      for subscription in subscriptions { write(subscription, to: &xml) }
      xml.close()
      xml.close()
    }
    output.bytes.append(UInt8(ascii: "\n"))
    output.omitDroppedCharacters(xml.droppedCharacters)
    return output
  }

  private func writeHead(to xml: inout XMLSerializer) {
    xml.open("head")
    xml.element("title", text: title)
    xml.element("dateModified", rfc822: modified)
    xml.element("ownerName", text: owner?.name.unlessEmpty)
    xml.element("ownerEmail", text: owner?.mailbox)
    xml.element("ownerId", url: owner?.url)
    xml.element("docs", text: "http://opml.org/spec2.opml")
    xml.close()
  }

  private func write(_ subscription: Subscription, to xml: inout XMLSerializer) {
    xml.open("outline")
    xml.attribute("text", subscription.title)
    xml.attribute("title", subscription.title)
    xml.attribute("type", "rss")
    xml.attribute("xmlUrl", URI.fromIRI(subscription.feedURL))
    xml.attribute("htmlUrl", url: subscription.homePage)
    xml.attribute("description", subscription.description.unlessEmpty)
    xml.attribute("language", subscription.language.unlessEmpty)
    xml.close()
  }
}
