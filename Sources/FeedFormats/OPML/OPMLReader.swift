import FeedModel
import FeedXML

/// Reads lists of feeds, as leniently as feed readers do: an outline with `xmlUrl` is a feed whatever
/// its type, in whatever folder.
///
/// Not read: folders, which the model does not have, and outlines that are no feeds.
///
/// Specification: OPML 2.0, http://opml.org/spec2.opml.
public enum OPMLReader {
  /// What was read.
  public struct Result: Sendable {
    /// The list; nil where the document is no OPML.
    public var list: SubscriptionList?
    /// What had to be guessed or left out, in the order in which it was met; at most 1,000.
    public var notes: [ReadingNote]
    /// Whether the document was read to its end.
    public var isComplete: Bool
  }

  /// Reads a document.
  public static func read(
    _ bytes: [UInt8],
    options: ReadingOptions = ReadingOptions()
  ) -> Result {
    let notes = ReadingNotes()
    let outlines = OPMLOutlines(options: options, notes: notes)
    let reader = XMLReader(delegate: outlines)
    let decoder = XMLTextDecoder(charset: options.charset, dropsForbiddenCharacters: true)
    bytes.withUnsafeBufferPointer { bytes in
      var hasBegun = false
      decoder.decode(bytes, isLast: true) { text, position in
        if !hasBegun { reader.begin(at: position) }
        hasBegun = true
        reader.consume(text)
      }
    }
    reader.finish()
    if outlines.isOPML { notes.add(decoder.report) }
    return Result(
      list: outlines.isOPML ? outlines.list : nil,
      notes: notes.all,
      isComplete: outlines.isOPML && !outlines.isBroken
    )
  }
}

private final class OPMLOutlines: XMLReaderDelegate {
  var list = SubscriptionList(title: "", subscriptions: [])
  private(set) var isOPML = false
  private(set) var isBroken = false

  private let arena: ElementArena
  private let notes: ReadingNotes
  private var depth = 0
  private var owner = Person(name: "")

  init(options: ReadingOptions, notes: ReadingNotes) {
    self.notes = notes
    arena = ElementArena(notes: notes, options: options)
    arena.defaultBase = options.documentURL.flatMap { BaseURL($0) }
  }

  func startElement(_ tag: borrowing XMLStartTag) {
    depth += 1
    if depth == 1 {
      let root = DocumentRoot(tag)
      if case .opml = root.kind { isOPML = true }
      for (kind, message) in root.guesses {
        notes.add(kind, tag.name.qualifiedName, message, at: tag.position)
      }
    }
    guard isOPML else { return }
    arena.removeAll()
    arena.open(tag, isAtom: false, base: nil)
    if tag.name.isNamed(ignoringCase: "outline") { readOutline() }
  }

  func endElement(_ name: XMLName) {
    depth -= 1
    guard isOPML, arena.current == 0 else { return }
    arena.close()
    readHead(FeedElement(arena: arena, index: 0))
  }

  func text(_ piece: XMLTextPiece) {
    if isOPML { arena.append(piece) { _ in nil } }
  }

  func problem(_ problem: XMLProblem) {
    if problem.isFatal { isBroken = true }
    if isOPML || depth == 0 { notes.add(.syntax, nil, problem.sentence, at: problem.position) }
  }

  private func readOutline() {
    let element = FeedElement(arena: arena, index: 0)
    guard let feedURL = element.url("xmlUrl") else {
      if element.attribute("type")?.lowercased() == "rss" {
        element.note(.omission, "has no xmlUrl, so there is nothing to subscribe to")
      }
      return
    }
    let title = element.attribute("text") ?? element.attribute("title")
    list.subscriptions.append(
      SubscriptionList.Subscription(
        title: (title ?? feedURL).collapsingSpaces(),
        feedURL: feedURL,
        homePage: element.url("htmlUrl"),
        description: element.attribute("description"),
        language: element.attribute("language")
      )
    )
  }

  private func readHead(_ element: FeedElement) {
    if element.isNamed("title") {
      if list.title.isEmpty { list.title = element.line ?? "" }
    } else if element.isNamed("dateModified") {
      list.modified = element.date
    } else if element.isNamed("dateCreated") {
      list.modified = list.modified ?? element.date
    } else if element.isNamed("ownerName") {
      owner.name = element.line ?? ""
      list.owner = owner
    } else if element.isNamed("ownerEmail") {
      owner.email = element.text
      list.owner = owner
    } else if element.isNamed("ownerId") {
      owner.url = element.url
      list.owner = owner
    }
  }
}
