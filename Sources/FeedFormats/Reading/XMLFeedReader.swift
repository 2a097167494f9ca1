import FeedModel
import FeedXML

/// Reads feeds in XML: follows the elements down to the children of feeds and entries, gathers each
/// of those, and hands it to its rule.
///
/// Where an element stands counts little: items are found beside the channel and in elements that
/// nobody knows, and an entry in an entry ends that, whose end tag was forgotten.
final class XMLFeedReader: XMLReaderDelegate {
  /// What an open element is.
  enum Place {
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

  struct Frame {
    var place: Place
    /// The base that `xml:base` gives, in ``bases``; -1 for none.
    var base: Int
  }

  enum Gathering {
    case nothing
    case feed(Int)
    case post(Int)
  }

  var kind = FeedKind.unknown
  var entryCount = 0
  /// Whether what follows is of no interest.
  @exclusivity(unchecked) var isDone = false
  /// Whether reading ended before the document did.
  var isBroken = false

  let options: ReadingOptions
  let notes: ReadingNotes
  let handler: FeedReader.PostHandler
  let arena: ElementArena
  let names: ElementNames
  @exclusivity(unchecked) var xml: XMLReader?

  let feedRules = ElementRules.feed.rules
  let postRules = ElementRules.post.rules
  let feed = FeedDraft()
  @exclusivity(unchecked) var post: PostDraft?
  @exclusivity(unchecked) var frames: [Frame] = []
  @exclusivity(unchecked) var bases: [BaseURL] = []
  @exclusivity(unchecked) var gathering = Gathering.nothing
  /// Whether markup is read as text of what is gathered.
  @exclusivity(unchecked) var isMarkupGathered = false
  @exclusivity(unchecked) var isRSSGathered = false
  @exclusivity(unchecked) var surroundings: PostDraft.Surroundings?
  var isRDF = false
  var hasChannel = false
  var isInChannel = false
  var hasNotedPlace = false

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

  func beginDocument(_ tag: borrowing XMLStartTag) {
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

  func appendMarkup(_ piece: XMLTextPiece, _ content: XHTMLMarkup.Content) {
    _ = arena.appendMarkup {
      XHTMLMarkup.appendText(piece.bytes, in: content, to: &$0)
      return content
    }
  }

  // MARK: The rest

  func processingInstruction(target: String, data: String) {
    guard target == "xml-stylesheet", !isDone, frames.isEmpty, feed.feed.stylesheets.count < 100,
      let stylesheet = Stylesheet(instruction: data)
    else { return }
    feed.feed.stylesheets.append(stylesheet)
  }

  func problem(_ problem: XMLProblem) {
    guard !isDone else { return }
    if problem.isFatal { isBroken = true }
    notes.add(.syntax, nil, problem.sentence, at: problem.position)
  }
}
