import FeedModel
import FeedXML

/// Where entries begin and end.
extension XMLFeedReader {
  func beginEntry(_ tag: borrowing XMLStartTag, base: Int, parent: Place) {
    finishPost()
    if hasChannel, !isInChannel, !isRDF, !hasNotedPlace {
      hasNotedPlace = true
      notes.add(
        .place,
        tag.name.qualifiedName,
        "stands beside the channel instead of in it",
        at: tag.position
      )
    }
    let draft = PostDraft(at: tag.position)
    if surroundings == nil { lookAround() }
    notes.entryIndex = entryCount
    readLanguage(of: tag, draft)
    if isRDF { readAbout(of: tag, draft) }
    post = draft
    frames.append(Frame(place: .entry, base: base))
  }

  func beginNestedEntry(_ tag: borrowing XMLStartTag, base: Int) {
    for index in frames.indices {
      switch frames[index].place {
      case .feed, .container: break
      default: frames[index].place = .abandoned
      }
    }
    if post != nil {
      notes.add(
        .place,
        tag.name.qualifiedName,
        "begins before the one before it has ended",
        at: tag.position
      )
    }
    beginEntry(tag, base: base, parent: .abandoned)
  }

  /// What Atom's extensions hold may be an entry of its own.
  func endsEntry(_ meaning: ElementNames.Meaning, _ place: Place) -> Bool {
    if case .entry = place { return true }
    return meaning.isRSS
  }

  func finishPost() {
    guard let draft = post, let surroundings else { return }
    post = nil
    let finished = draft.finished(in: surroundings)
    notes.entryIndex = nil
    entryCount += 1
    handler(finished, EntryOrigin(position: draft.position, hasID: draft.id.value != nil))
  }

  /// Looks at what the feed has said of itself so far.
  func lookAround() {
    let home = feed.homePage.value ?? feed.selfURL.value ?? options.documentURL
    let base = feed.base(documentURL: options.documentURL)
    arena.defaultBase = base
    surroundings = PostDraft.Surroundings(
      homePage: home,
      site: Address.site(of: home),
      base: base,
      notes: notes
    )
  }

  func readAbout(of tag: borrowing XMLStartTag, _ draft: PostDraft) {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("about") else { continue }
      let about = attribute.string.trimmingSpaces()
      if !about.isEmpty { draft.id.offer(about, rank: 40) }
    }
  }
}
