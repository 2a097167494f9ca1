import FeedModel
import FeedXML

/// The feed element's metadata (RFC 4287 section 4.1.1).
extension AtomWriter {
  func writeFeed(to xml: inout XMLSerializer, notes: inout FeedOutput) {
    let id =
      feed.id.unlessEmpty ?? feed.selfURL.unlessEmpty ?? feed.homePage.unlessEmpty
      ?? feed.title.unlessEmpty ?? "untitled"
    xml.element("id", in: .atom, text: AtomIRI.id(for: id))
    xml.element("title", in: .atom, text: feed.title)
    xml.element("subtitle", in: .atom, text: feed.subtitle.unlessEmpty)
    xml.element("updated", in: .atom, rfc3339: feed.updated ?? .epoch)
    notes.omit(
      "updated",
      if: feed.updated == nil,
      "Atom requires a date and no entry has one, so it says 1970"
    )
    writeLinks(to: &xml, notes: &notes)
    writePeople(to: &xml, notes: &notes)
    xml.atomCategories(feed.tags, notes: &notes)
    xml.element("rights", in: .atom, text: feed.rights.unlessEmpty)
    xml.element("icon", in: .atom, text: feed.icon.unlessEmpty.map(AtomIRI.reference))
    xml.element("logo", in: .atom, text: feed.logo.unlessEmpty.map(AtomIRI.reference))
    if let generator = feed.generator {
      xml.open("generator", in: .atom)
      xml.attribute("uri", generator.url.unlessEmpty.map(AtomIRI.reference))
      xml.attribute("version", generator.version.unlessEmpty)
      xml.text(generator.name)
      xml.close()
    }
    noteOmissions(in: &notes)
    feed.extensions.write(to: &xml, notes: &notes)
  }

  private func writeLinks(to xml: inout XMLSerializer, notes: inout FeedOutput) {
    if let homePage = feed.homePage.unlessEmpty {
      xml.atomLink(homePage, rel: "alternate", type: "text/html")
    }
    if let selfURL = feed.selfURL.unlessEmpty {
      xml.atomLink(selfURL, rel: "self", type: Self.format.mediaType)
    }
    xml.atomLinks(for: feed.hubs, notes: &notes)
    xml.atomLinks(for: feed.paging, type: Self.format.mediaType)
    xml.historyMarks(for: feed.paging, notes: &notes)
  }

  /// Section 4.1.1: a feed has an author unless every entry has. The feed's own name says who speaks
  /// without inventing anybody.
  private func writePeople(to xml: inout XMLSerializer, notes: inout FeedOutput) {
    xml.people("author", feed.authors)
    if !feed.authors.contains(where: { $0.label != nil }) {
      let name = feed.title.unlessEmpty ?? feed.homePage.unlessEmpty ?? "Anonymous"
      xml.people("author", [Person(name: name)])
      notes.omit("authors", "Atom requires an author, so the feed's title stands for one")
    }
    xml.people("contributor", feed.contributors)
    notes.omitAtomDetails(of: feed.authors, "authors")
    notes.omitAtomDetails(of: feed.contributors, "contributors")
  }

  private func noteOmissions(in notes: inout FeedOutput) {
    notes.omitChannelDetails(of: feed)
    notes.omit(
      "isExpired",
      if: feed.isExpired && feed.extensions[ITunesShow.self]?.isComplete != true,
      "only JSON Feed and podcasts carry it"
    )
  }
}

extension FeedOutput {
  /// Notes what a channel of RSS has and other formats have not.
  mutating func omitChannelDetails(of feed: Feed) {
    omit("webMaster", if: feed.webMaster != nil, "only RSS carries it")
    omit("timeToLive", if: feed.timeToLive != nil, "only RSS carries it")
    omit("skipHours", if: !feed.skipHours.isEmpty, "only RSS carries it")
    omit("skipDays", if: !feed.skipDays.isEmpty, "only RSS carries it")
    omit("cloud", if: feed.cloud != nil, "only RSS carries it")
    omit("textInput", if: feed.textInput != nil, "only RSS carries it")
  }
}

extension Timestamp {
  /// What stands where Atom requires a date and there is none: not the clock's, so that the same
  /// posts give the same bytes.
  static let epoch = Timestamp(secondsSince1970: 0)
}
