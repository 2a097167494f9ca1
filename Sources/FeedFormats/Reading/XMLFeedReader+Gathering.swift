import FeedModel
import FeedXML

/// What rules read: an element of a feed or entry, gathered as a whole.
extension XMLFeedReader {
  func gather(
    _ gathering: Gathering,
    _ tag: borrowing XMLStartTag,
    _ meaning: ElementNames.Meaning,
    base: Int
  ) {
    let draft: Draft
    switch gathering {
    case .feed(let number):
      draft = feed
      isMarkupGathered = feedRules[number].content == .markup
    case .post(let number):
      guard let post else { return }
      draft = post
      isMarkupGathered = postRules[number].content == .markup
    case .nothing: return
    }
    // Of an endless channel or entry no more is kept than of a large one.
    guard draft.size <= ElementArena.mostBytes else {
      if draft.size < .max {
        draft.size = .max
        notes.add(
          .omission,
          tag.name.qualifiedName,
          "and what follows is left out: there are more than 64 MB before it",
          at: tag.position
        )
      }
      frames.append(Frame(place: .skipped, base: base))
      return
    }
    self.gathering = gathering
    isRSSGathered = meaning.isRSS
    arena.removeAll()
    arena.open(tag, isAtom: meaning.isAtom, base: self.base(base))
    frames.append(Frame(place: .gathered, base: base))
  }

  /// An RSS item in an element of another means that end tags were forgotten; Atom's content may hold
  /// whole entries.
  func endsGathering(_ tag: borrowing XMLStartTag, _ meaning: ElementNames.Meaning) -> Bool {
    guard meaning.isRSS, post != nil else { return false }
    readGathered()
    return true
  }

  /// An element of RSS's item in the text of another, where HTML has none of its name: the text was
  /// never closed.
  func isUnclosed(
    before tag: borrowing XMLStartTag,
    _ meaning: ElementNames.Meaning
  ) -> Bool {
    guard meaning.isRSS, meaning.postRule >= 0, isMarkupGathered, post != nil,
      tag.name.namespace == arena.nodes.first?.name.namespace
    else { return false }
    return XMLFeedReader.itemElements.contains { tag.name.isNamed(ignoringCase: $0) }
  }

  static let itemElements: [StaticString] = [
    "link", "guid", "pubDate", "title", "description", "enclosure", "category", "author",
    "comments",
  ]

  func continueEntry(
    with tag: borrowing XMLStartTag,
    _ meaning: ElementNames.Meaning,
    base: Int
  ) {
    let unclosed = FeedElement(arena: arena, index: 0)
    unclosed.note(.place, "is not closed before \(tag.name.qualifiedName) begins", at: tag.position)
    readGathered()
    for index in frames.indices {
      switch frames[index].place {
      case .gathered, .markup, .unwrapped: frames[index].place = .continued
      default: break
      }
    }
    gather(.post(meaning.postRule), tag, meaning, base: base)
  }

  func readGathered() {
    let gathered = gathering
    gathering = .nothing
    guard !arena.nodes.isEmpty else { return }
    let element = FeedElement(arena: arena, index: 0)
    if arena.isMarkup, isRSSGathered {
      element.note(.markup, "has elements that are not escaped: they are read as HTML")
    }
    if arena.isFull {
      element.note(.omission, "is cut: it has more than 64 MB")
    }
    switch gathered {
    case .nothing: break
    case .feed(let rule):
      if feed.size < .max { feed.size &+= arena.bytes.count }
      feedRules[rule].read(element, feed)
      surroundings = nil
      arena.defaultBase = feed.base(documentURL: options.documentURL)
    case .post(let rule):
      guard let post else { return }
      if post.size < .max { post.size &+= arena.bytes.count }
      postRules[rule].read(element, post)
    }
  }
}
