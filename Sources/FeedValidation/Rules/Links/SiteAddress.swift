import FeedModel

/// Remembers where the feed's site is, for what other findings propose: finds no fault itself.
final class SiteAddressCheck: Check {
  let interests: [Interest] = [
    .element("", "link"), .element(Vocabularies.rss10, "link"),
    .element(Vocabularies.atom, "link"),
  ]
  /// Where the link to the site was, which counts for more than the link to itself.
  private var hasSite = false

  func start(_ link: ElementRecord, _ context: CheckContext) {
    guard !hasSite, link.namespace == Vocabularies.atom,
      [.feed, .channel, .rdfChannel].contains(link.parentRole),
      let address = link.attribute("href")?.value
    else { return }
    let relation = LinkRelation.short(link.attribute("rel")?.value ?? "alternate")
    guard relation == "self" || relation == "alternate" else { return }
    note(link.resolve(address), isSite: relation == "alternate", context)
  }

  func end(_ link: ElementRecord, _ context: CheckContext) {
    guard !hasSite, link.namespace != Vocabularies.atom,
      link.parentRole == .channel || link.parentRole == .rdfChannel
    else { return }
    note(link.text, isSite: true, context)
  }

  private func note(_ address: String, isSite: Bool, _ context: CheckContext) {
    guard BaseURL(address) != nil else { return }
    hasSite = isSite
    context.noteSite(address)
  }
}
