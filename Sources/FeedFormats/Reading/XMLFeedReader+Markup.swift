import FeedModel
import FeedXML

/// Elements that become text: XHTML, and HTML that nobody escaped.
extension XMLFeedReader {
  func beginMarkup(_ tag: borrowing XMLStartTag, base: Int) {
    arena.beginMarkup()
    // RFC 4287 section 3.1.1.3: the div is not part of the content.
    if isWrapper(tag) {
      frames.append(Frame(place: .unwrapped, base: base))
      return
    }
    let content = arena.appendMarkup {
      XHTMLMarkup.appendStartTag(tag, base: self.base(base), to: &$0)
    }
    frames.append(Frame(place: .markup(content), base: base))
  }

  func isWrapper(_ tag: borrowing XMLStartTag) -> Bool {
    guard tag.name.isNamed("div"), case .gathered = frames.last?.place,
      let root = arena.nodes.first, root.isAtom, !arena.hasUnwrapped
    else { return false }
    let isFirst = FeedElement(arena: arena, index: 0).withText { $0.isEmpty }
    if isFirst { arena.hasUnwrapped = true }
    return isFirst
  }
}
