import FeedModel
import FeedXML

/// The channel: what a feed says of itself. Items come after all else (RSS Best Practices Profile).
extension RSSWriter {
  /// The namespaces that the channel uses.
  static func namespaces(of feed: Feed) -> [XMLNamespace] {
    var namespaces = feed.extensions.xmlNamespaces
    if feed.selfURL.unlessEmpty != nil || !feed.hubs.isEmpty || feed.paging.hasLinks {
      namespaces.append(.atom)
    }
    if feed.paging.isArchive || feed.paging.isComplete { namespaces.append(.history) }
    if !feed.contributors.isEmpty
      || (!feed.authors.isEmpty && feed.authors.singleRSSAddress == nil)
    {
      namespaces.append(.dublinCore)
    }
    return namespaces
  }

  func writeChannel(to xml: inout XMLSerializer, notes: inout FeedOutput) {
    let link = feed.homePage.unlessEmpty ?? feed.selfURL.unlessEmpty
    xml.element("title", text: feed.title)
    xml.element("link", text: URI.fromIRI(link ?? ""))
    notes.omit("homePage", if: link == nil, "RSS requires a link, and there is no address for it")
    xml.element("description", text: feed.subtitle.unlessEmpty ?? feed.title)
    if let selfURL = feed.selfURL.unlessEmpty {
      xml.atomLink(selfURL, rel: "self", type: Self.format.mediaType)
    }
    xml.atomLinks(for: feed.hubs, notes: &notes)
    xml.atomLinks(for: feed.paging, type: Self.format.mediaType)
    xml.historyMarks(for: feed.paging, notes: &notes)
    xml.element("language", text: feed.language.unlessEmpty)
    xml.element("copyright", text: feed.rights.unlessEmpty)
    writePeople(to: &xml, notes: &notes)
    xml.element("lastBuildDate", rfc822: feed.updated)
    xml.rssCategories(feed.tags, notes: &notes)
    xml.element("generator", text: feed.generator?.rssText)
    xml.element("docs", text: "https://www.rssboard.org/rss-specification")
    writeCloud(to: &xml)
    writeTimeToLive(to: &xml, notes: &notes)
    writeImage(link: link, to: &xml, notes: &notes)
    writeTextInput(to: &xml)
    writeSkipping(to: &xml, notes: &notes)
    noteOmissions(in: &notes)
    feed.extensions.write(to: &xml, notes: &notes)
  }

  private func noteOmissions(in notes: inout FeedOutput) {
    notes.omit(
      "id",
      if: feed.id.unlessEmpty != nil && feed.id != feed.selfURL,
      "RSS has none: its URL identifies a feed"
    )
    notes.omit(
      "isExpired",
      if: feed.isExpired && feed.extensions[ITunesShow.self]?.isComplete != true,
      "only JSON Feed and podcasts carry it"
    )
  }

  private func writePeople(to xml: inout XMLSerializer, notes: inout FeedOutput) {
    let address = feed.authors.singleRSSAddress
    if let address {
      xml.element("managingEditor", text: address)
    } else {
      xml.dublinCoreCreators(feed.authors)
    }
    xml.dublinCoreContributors(feed.contributors)
    notes.omitDetails(
      ofAuthors: feed.authors,
      hasAddress: address != nil,
      contributors: feed.contributors
    )
    if let webMaster = feed.webMaster {
      xml.element("webMaster", text: webMaster.rssAddress)
      notes.omitDetails(ofWebMaster: webMaster)
    }
  }

  private func writeCloud(to xml: inout XMLSerializer) {
    guard let cloud = feed.cloud else { return }
    xml.open("cloud")
    xml.attribute("domain", cloud.domain)
    xml.attribute("port", cloud.port)
    xml.attribute("path", cloud.path)
    xml.attribute("registerProcedure", cloud.registerProcedure)
    xml.attribute("protocol", cloud.protocolName)
    xml.close()
  }

  private func writeTimeToLive(to xml: inout XMLSerializer, notes: inout FeedOutput) {
    guard let minutes = feed.timeToLive else { return }
    if minutes >= 0 { xml.element("ttl", text: String(minutes)) }
    notes.omit("timeToLive", if: minutes < 0, "a feed cannot be kept for less than no time")
  }

  /// The title and link equal the channel's, as the profile asks.
  private func writeImage(
    link: String?,
    to xml: inout XMLSerializer,
    notes: inout FeedOutput
  ) {
    let logo = feed.logo.unlessEmpty
    let icon = feed.icon.unlessEmpty
    guard let image = logo ?? icon else { return }
    xml.open("image")
    xml.element("url", url: image)
    xml.element("title", text: feed.title)
    xml.element("link", text: URI.fromIRI(link ?? ""))
    xml.close()
    notes.omit(
      "icon",
      if: logo != nil && icon != nil && logo != icon,
      "an RSS channel has one image, the logo"
    )
  }

  private func writeTextInput(to xml: inout XMLSerializer) {
    guard let textInput = feed.textInput else { return }
    xml.open("textInput")
    xml.element("title", text: textInput.title)
    xml.element("description", text: textInput.description)
    xml.element("name", text: textInput.name)
    xml.element("link", text: URI.fromIRI(textInput.link))
    xml.close()
  }

  /// Hours and days stand once each.
  private func writeSkipping(to xml: inout XMLSerializer, notes: inout FeedOutput) {
    let hours = (0...23).filter(feed.skipHours.contains)
    if !hours.isEmpty {
      xml.open("skipHours")
      for hour in hours { xml.element("hour", text: String(hour)) }
      xml.close()
    }
    notes.omit(
      "skipHours",
      if: feed.skipHours.contains { !(0...23).contains($0) },
      "hours are counted from 0 to 23"
    )
    var days: [Weekday] = []
    for day in feed.skipDays where !days.contains(day) { days.append(day) }
    if !days.isEmpty {
      xml.open("skipDays")
      for day in days { xml.element("day", text: day.name) }
      xml.close()
    }
  }
}

extension Generator {
  /// The name, the version and the address, in one text.
  fileprivate var rssText: String {
    var text = name
    if let version = version.unlessEmpty { text += " \(version)" }
    if let url = url.unlessEmpty { text += " (\(url))" }
    return text
  }
}
