import FeedModel
import FeedXML

/// Holds a feed's links to its pages and archives against RFC 5005, all at once: each rule is about
/// the same few links.
final class HistoryCheck: Check {
  private static let history = "http://purl.org/syndication/history/1.0"
  let interests: [Interest] = [
    .element(Vocabularies.atom, "link"), .element(history, "complete"),
    .element(history, "archive"), .role(.entry), .role(.item),
  ]

  private struct Link {
    var relation: String
    var address: String
    var element: ElementRecord
  }

  private static let relations: Set<String> = [
    "current", "first", "last", "next", "next-archive", "prev", "prev-archive", "previous",
  ]

  private var links: [Link] = []
  private var selfAddress: String?
  private var complete: ElementRecord?
  private var archive: ElementRecord?

  func start(_ element: ElementRecord, _ context: CheckContext) {
    switch (element.name, element.parentRole) {
    case ("complete", .feed), ("complete", .channel): complete = element
    case ("archive", .feed), ("archive", .channel): archive = element
    case ("link", _): link(element, context)
    default: break
    }
  }

  private func link(_ element: ElementRecord, _ context: CheckContext) {
    let relation = LinkRelation.short(element.attribute("rel")?.value ?? "")
    let address = element.resolve(element.attribute("href")?.value ?? "")
    switch element.parentRole {
    case .feed, .channel:
      if relation == "self" { selfAddress = address }
      if Self.relations.contains(relation), links.count < 64 {
        links.append(Link(relation: relation, address: address, element: element))
      }
    case .entry, .item:
      guard Self.relations.contains(relation) else { return }
      context.report(
        .historyLinkInEntry,
        "\(element.parentName) has a link with rel \(relation), which is about feeds",
        at: element
      )
    default: break
    }
  }

  func finish(_ context: CheckContext) {
    let head = context.kind.format == .rss ? "/rss/channel" : "/feed"
    func report(_ rule: Rule, _ message: String, _ element: ElementRecord) {
      context.report(
        Finding(
          rule: rule,
          message: message,
          position: element.position,
          element: element.qualifiedName,
          path: head + "/" + element.qualifiedName
        )
      )
    }
    func first(_ relations: String...) -> Link? {
      links.first { relations.contains($0.relation) }
    }

    if complete != nil {
      for link in links where link.relation != "current" {
        report(
          .completeFeedPaged,
          "the feed says that it is complete, but has a link with rel \(link.relation)",
          link.element
        )
      }
      if let current = first("current"), let selfAddress, current.address != selfAddress {
        report(
          .completeFeedCurrentElsewhere,
          "the feed says that it is complete, but that \(current.address) is the current one",
          current.element
        )
      }
    }
    if let selfAddress {
      if let last = first("last"), last.address == selfAddress, let next = first("next") {
        report(.pageBeyondEnd, "this page is the last one, but has a next one", next.element)
      }
      if let page = first("first"), page.address == selfAddress,
        let previous = first("previous", "prev")
      {
        report(
          .pageBeyondEnd,
          "this page is the first one, but has a previous one",
          previous.element
        )
      }
    }
    if let archive, complete == nil {
      if first("prev-archive", "next-archive") == nil {
        report(.archiveUnlinked, "the archive document links to no other archive", archive)
      }
      if first("current") == nil {
        report(.archiveWithoutCurrent, "the archive document links to no current one", archive)
      }
    }
  }
}
