import FeedModel
import FeedXML

/// Writes a list of feeds to subscribe to.
///
/// Specification: OPML 2.0, http://opml.org/spec2.opml.
public struct OPMLWriter: Sendable {
  /// What is written.
  public let list: SubscriptionList

  /// A writer of a list.
  public init(_ list: SubscriptionList) {
    self.list = list
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
      for subscription in list.subscriptions { write(subscription, to: &xml) }
      xml.close()
      xml.close()
    }
    output.bytes.append(UInt8(ascii: "\n"))
    output.omitDroppedCharacters(xml.droppedCharacters)
    return output
  }

  private func writeHead(to xml: inout XMLSerializer) {
    xml.open("head")
    xml.element("title", text: list.title)
    xml.element("dateModified", rfc822: list.modified)
    xml.element("ownerName", text: list.owner?.name.unlessEmpty)
    xml.element("ownerEmail", text: list.owner?.mailbox)
    xml.element("ownerId", url: list.owner?.url)
    xml.element("docs", text: "http://opml.org/spec2.opml")
    xml.close()
  }

  private func write(_ subscription: SubscriptionList.Subscription, to xml: inout XMLSerializer) {
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
