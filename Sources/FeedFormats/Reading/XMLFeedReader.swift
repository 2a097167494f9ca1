import FeedModel
import FeedXML

/// Reads feeds in XML: follows the elements down to the children of feeds and entries, gathers each
/// of those, and hands it to its rule.
///
/// Where an element stands counts little: items are found beside the channel and in elements that
/// nobody knows, and an entry in an entry ends that, whose end tag was forgotten.
final class XMLFeedReader: XMLReaderDelegate {
  /// What an open element is.
  private enum Place {
    /// The feed, its channel, or the RSS around it.
    case feed
    /// Something in the feed that no rule reads; entries may be in it.
    case container
    case entry
    /// Something in an entry that no rule reads.
    case skipped
    /// A part of what a rule reads.
    case gathered
    /// An element that becomes text of what a rule reads.
    case markup(XHTMLMarkup.Content)
    /// An element of which only the content becomes text.
    case unwrapped
    /// What was left when its entry ended early.
    case abandoned
    /// What was left open when an element of the entry began in it: what follows is the entry's.
    case continued

    var isSkipped: Bool {
      if case .skipped = self { return true }
      return false
    }
  }

  private struct Frame {
    var place: Place
    /// The base that `xml:base` gives, in ``bases``; -1 for none.
    var base: Int
  }

  private enum Gathering {
    case nothing
    case feed(Int)
    case post(Int)
  }

  private(set) var kind = FeedKind.unknown
  private(set) var entryCount = 0
  /// Whether what follows is of no interest.
  @exclusivity(unchecked) private(set) var isDone = false
  /// Whether reading ended before the document did.
  private(set) var isBroken = false

  private let options: ReadingOptions
  private let notes: ReadingNotes
  private let handler: FeedReader.PostHandler
  private let arena: ElementArena
  private let names: ElementNames
  @exclusivity(unchecked) private var xml: XMLReader?

  private let feedRules = ElementRules.feed.rules
  private let postRules = ElementRules.post.rules
  private let feed = FeedDraft()
  @exclusivity(unchecked) private var post: PostDraft?
  @exclusivity(unchecked) private var frames: [Frame] = []
  @exclusivity(unchecked) private var bases: [BaseURL] = []
  @exclusivity(unchecked) private var gathering = Gathering.nothing
  /// Whether markup is read as text of what is gathered.
  @exclusivity(unchecked) private var isMarkupGathered = false
  @exclusivity(unchecked) private var isRSSGathered = false
  @exclusivity(unchecked) private var surroundings: PostDraft.Surroundings?
  private var isRDF = false
  private var hasChannel = false
  private var isInChannel = false
  private var hasNotedPlace = false

  init(
    options: ReadingOptions,
    notes: ReadingNotes,
    handler: @escaping FeedReader.PostHandler
  ) {
    self.options = options
    self.notes = notes
    self.handler = handler
    arena = ElementArena(notes: notes, options: options)
    arena.defaultBase = options.documentURL.flatMap { BaseURL($0) }
    names = ElementNames(notes: notes)
    xml = XMLReader(delegate: self)
  }

  /// Says where in the file the text begins.
  func begin(at position: SourcePosition) {
    xml?.begin(at: position)
  }

  /// Takes the document's next bytes, UTF-8.
  func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !isDone { xml?.consume(bytes) }
  }

  /// Ends the document, and returns what the feed says of itself.
  func finish() -> Feed {
    if !isDone { xml?.finish() }
    finishPost()
    feed.resolveAddresses(documentURL: options.documentURL)
    return feed.finished()
  }

  // MARK: Start tags

  func startElement(_ tag: borrowing XMLStartTag) {
    guard !isDone else { return }
    guard let frame = frames.last else {
      beginDocument(tag)
      return
    }
    let base = base(of: tag, in: frame.base)
    let meaning = names.meaning(of: tag.name, at: tag.position)
    switch frame.place {
    case .feed, .container:
      if meaning.isEntry {
        beginEntry(tag, base: base, parent: frame.place)
      } else if meaning.isChannel {
        hasChannel = true
        isInChannel = true
        readLanguage(of: tag, feed)
        frames.append(Frame(place: .feed, base: base))
      } else if meaning.feedRule >= 0, case .feed = frame.place {
        gather(.feed(meaning.feedRule), tag, meaning, base: base)
      } else {
        frames.append(Frame(place: .container, base: base))
      }
    case .entry, .continued, .skipped:
      if meaning.isEntry, endsEntry(meaning, frame.place) {
        beginNestedEntry(tag, base: base)
      } else if meaning.postRule >= 0, !frame.place.isSkipped {
        gather(.post(meaning.postRule), tag, meaning, base: base)
      } else {
        frames.append(Frame(place: .skipped, base: base))
      }
    case .gathered:
      if meaning.isEntry, endsGathering(tag, meaning) {
        beginNestedEntry(tag, base: base)
      } else if isUnclosed(before: tag, meaning) {
        continueEntry(with: tag, meaning, base: base)
      } else if isMarkupGathered {
        beginMarkup(tag, base: base)
      } else {
        if !arena.isFull { arena.open(tag, isAtom: meaning.isAtom, base: self.base(base)) }
        frames.append(Frame(place: .gathered, base: base))
      }
    case .markup, .unwrapped:
      if meaning.isEntry, endsGathering(tag, meaning) {
        beginNestedEntry(tag, base: base)
      } else if isUnclosed(before: tag, meaning) {
        continueEntry(with: tag, meaning, base: base)
      } else {
        beginMarkup(tag, base: base)
      }
    case .abandoned:
      if meaning.isEntry {
        beginNestedEntry(tag, base: base)
      } else {
        frames.append(Frame(place: .abandoned, base: base))
      }
    }
  }

  private func beginDocument(_ tag: borrowing XMLStartTag) {
    let root = DocumentRoot(tag)
    kind = root.kind
    for (kind, message) in root.guesses {
      notes.add(kind, tag.name.qualifiedName, message, at: tag.position)
    }
    names.begin(root, tag.name)
    let base = base(of: tag, in: -1)
    switch root.kind {
    case .unknown, .opml, .jsonFeed:
      isDone = true
      return
    case .rdf: isRDF = true
    case .atomEntry:
      beginEntry(tag, base: base, parent: .feed)
      return
    case .rss, .atom:
      if tag.name.isNamed(ignoringCase: "channel") {
        hasChannel = true
        isInChannel = true
      }
    }
    readLanguage(of: tag, feed)
    frames.append(Frame(place: .feed, base: base))
  }

  // MARK: Entries

  private func beginEntry(_ tag: borrowing XMLStartTag, base: Int, parent: Place) {
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

  private func beginNestedEntry(_ tag: borrowing XMLStartTag, base: Int) {
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
  private func endsEntry(_ meaning: ElementNames.Meaning, _ place: Place) -> Bool {
    if case .entry = place { return true }
    return meaning.isRSS
  }

  private func finishPost() {
    guard let draft = post, let surroundings else { return }
    post = nil
    let finished = draft.finished(in: surroundings)
    notes.entryIndex = nil
    entryCount += 1
    handler(finished, draft.position)
  }

  /// Looks at what the feed has said of itself so far.
  private func lookAround() {
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

  private func readAbout(of tag: borrowing XMLStartTag, _ draft: PostDraft) {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("about") else { continue }
      let about = attribute.string.trimmingSpaces()
      if !about.isEmpty { draft.id.offer(about, rank: 40) }
    }
  }

  // MARK: Gathering

  private func gather(
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
  private func endsGathering(_ tag: borrowing XMLStartTag, _ meaning: ElementNames.Meaning) -> Bool
  {
    guard meaning.isRSS, post != nil else { return false }
    readGathered()
    return true
  }

  /// An element of RSS's item in the text of another, where HTML has none of its name: the text was
  /// never closed.
  private func isUnclosed(
    before tag: borrowing XMLStartTag,
    _ meaning: ElementNames.Meaning
  ) -> Bool {
    guard meaning.isRSS, meaning.postRule >= 0, isMarkupGathered, post != nil,
      tag.name.namespace == arena.nodes.first?.name.namespace
    else { return false }
    return XMLFeedReader.itemElements.contains { tag.name.isNamed(ignoringCase: $0) }
  }

  private static let itemElements: [StaticString] = [
    "link", "guid", "pubDate", "title", "description", "enclosure", "category", "author",
    "comments",
  ]

  private func continueEntry(
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

  private func readGathered() {
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

  // MARK: Markup

  private func beginMarkup(_ tag: borrowing XMLStartTag, base: Int) {
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

  private func isWrapper(_ tag: borrowing XMLStartTag) -> Bool {
    guard tag.name.isNamed("div"), case .gathered = frames.last?.place,
      let root = arena.nodes.first, root.isAtom, !arena.hasUnwrapped
    else { return false }
    let isFirst = FeedElement(arena: arena, index: 0).withText { $0.isEmpty }
    if isFirst { arena.hasUnwrapped = true }
    return isFirst
  }

  // MARK: End tags and text

  func endElement(_ name: XMLName) {
    guard let frame = frames.popLast() else { return }
    switch frame.place {
    case .feed: if !frames.isEmpty { isInChannel = false }
    case .container, .skipped, .unwrapped, .abandoned, .continued: break
    case .entry: finishPost()
    case .gathered:
      arena.close()
      if case .gathered = frames.last?.place { break }
      readGathered()
    case .markup(let content):
      _ = arena.appendMarkup {
        XHTMLMarkup.appendEndTag(name, of: content, to: &$0)
        return content
      }
    }
  }

  func text(_ piece: XMLTextPiece) {
    switch frames.last?.place {
    case .gathered:
      if arena.isMarkup {
        appendMarkup(piece, .markup)
      } else {
        arena.append(piece) { xml?.position(of: $0) }
      }
    case .unwrapped: appendMarkup(piece, .markup)
    case .markup(let content): appendMarkup(piece, content)
    case .feed, .container, .entry, .skipped, .abandoned, .continued, nil: break
    }
  }

  private func appendMarkup(_ piece: XMLTextPiece, _ content: XHTMLMarkup.Content) {
    _ = arena.appendMarkup {
      XHTMLMarkup.appendText(piece.bytes, in: content, to: &$0)
      return content
    }
  }

  // MARK: The rest

  func processingInstruction(target: String, data: String) {
    guard target == "xml-stylesheet", frames.isEmpty, feed.feed.stylesheets.count < 100,
      let stylesheet = Stylesheet(instruction: data)
    else { return }
    feed.feed.stylesheets.append(stylesheet)
  }

  func problem(_ problem: XMLProblem) {
    guard !isDone else { return }
    if problem.isFatal { isBroken = true }
    notes.add(.syntax, nil, problem.message, at: problem.position)
  }

  /// The base of an element. Of a document that has thousands, the first count.
  private func base(of tag: borrowing XMLStartTag, in outer: Int) -> Int {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("base"),
        attribute.name.prefix != nil, attribute.name.qualifiedName == "xml:base"
      else { continue }
      let context = base(outer) ?? arena.defaultBase
      let reference = attribute.string
      guard let found = BaseURL(context?.resolve(reference) ?? reference) else { return outer }
      // Entries have the same base again and again.
      if let known = bases.suffix(4).lastIndex(of: found) { return known }
      guard bases.count < 10_000 else { return outer }
      bases.append(found)
      return bases.count - 1
    }
    return outer
  }

  private func base(_ index: Int) -> BaseURL? {
    index >= 0 ? bases[index] : nil
  }

  private func readLanguage(of tag: borrowing XMLStartTag, _ draft: Draft) {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.name.isNamed("lang"),
        attribute.name.qualifiedName == "xml:lang"
      else { continue }
      draft.language.offer(attribute.string.trimmingSpaces().unlessEmpty, rank: 50)
    }
  }
}
