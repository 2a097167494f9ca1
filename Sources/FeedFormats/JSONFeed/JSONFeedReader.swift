import FeedJSON
import FeedModel
import FeedXML

/// Reads JSON Feed 1.0 and 1.1: the items as they come, one at a time, and the rest at the end.
///
/// Items whose JSON is broken are left out one by one. Not read: `user_comment`, and extensions that
/// Tidings does not write.
final class JSONFeedReader {
  private(set) var kind = FeedKind.unknown
  private(set) var entryCount = 0
  private(set) var isBroken = false

  private let options: ReadingOptions
  private let notes: ReadingNotes
  private let handler: FeedReader.PostHandler
  private var splitter = JSONItemSplitter()
  private var base: BaseURL?
  private var hasItems = false

  init(
    options: ReadingOptions,
    notes: ReadingNotes,
    handler: @escaping FeedReader.PostHandler
  ) {
    self.options = options
    self.notes = notes
    self.handler = handler
    base = options.documentURL.flatMap { BaseURL($0) }
  }

  /// Takes the document's next bytes, UTF-8.
  func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, !isBroken {
      let (count, event) = splitter.take(rest)
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      switch event {
      case .itemsBegin:
        hasItems = true
        findBase()
      case .item: readItem()
      case .syntaxError(let message): stop(message)
      case .tooLarge: stop("has more than 100 MB in one item or beside the items")
      case nil: break
      }
    }
  }

  /// Ends the document, and returns what the feed says of itself.
  func finish() -> Feed {
    if splitter.isInItems, !isBroken { stop("ends inside of the items") }
    let draft = FeedDraft()
    let places = restPlaces()
    splitter.rest.withUnsafeBufferPointer { bytes in
      var reader = JSONFeedTopReader(
        JSONMembers(bytes, options: options, notes: notes, base: base) { position in
          let origin = places.last { $0.offset <= position.offset } ?? places[0]
          return origin.place(position)
        }
      )
      reader.read(into: draft)
      if reader.isBroken { isBroken = true }
      settleKind(version: reader.version)
    }
    draft.resolveAddresses(documentURL: options.documentURL)
    return draft.finished()
  }

  private func settleKind(version: String?) {
    if let version, version.contains("jsonfeed.org/version/1") {
      kind = .jsonFeed(version: version.contains("version/1.1") ? "1.1" : "1")
    } else if hasItems {
      kind = .jsonFeed(version: "1.1")
      let found = version.map { "has version \(excerpt($0))" } ?? "has no version"
      notes.add(.format, "version", "\(found): it is read as JSON Feed 1.1", at: .start)
    }
  }

  // MARK: Items

  private func readItem() {
    let start = splitter.start
    notes.entryIndex = entryCount
    defer { notes.entryIndex = nil }
    splitter.item.withUnsafeBufferPointer { bytes in
      var reader = JSONFeedItemReader(
        JSONMembers(bytes, options: options, notes: notes, base: base) { position in
          RestPlace(offset: 0, line: 1, column: 1, position: start).place(position)
        }
      )
      guard let post = reader.read(at: start.sourcePosition) else { return }
      entryCount += 1
      handler(post, EntryOrigin(position: start.sourcePosition, hasID: reader.hasID))
    }
  }

  /// The site's address, if it stands before the items.
  private func findBase() {
    splitter.rest.withUnsafeBufferPointer { bytes in
      var members = JSONMembers(bytes, options: options, notes: ReadingNotes(), base: nil) { _ in
        .start
      }
      var home: String?
      var own: String?
      // The text breaks off at the items.
      _ = try? members.eachMember { key, members throws(JSONError) in
        if key.isText("home_page_url") {
          home = try members.text()
        } else if key.isText("feed_url") {
          own = try members.text()
        } else {
          try members.skip()
        }
      }
      for url in [home, options.documentURL, own] {
        if let url, let found = BaseURL(url) {
          base = found
          return
        }
      }
    }
  }

  // MARK: Places

  private struct RestPlace {
    /// From this byte of the text on, at this line and column of it …
    var offset: Int
    var line: Int
    var column: Int
    /// … the document goes on here.
    var position: JSONTextPosition

    func place(_ inner: JSONPosition) -> SourcePosition {
      let isSameLine = inner.line == line
      return SourcePosition(
        offset: position.offset + inner.offset - offset,
        line: position.line + inner.line - line,
        column: isSameLine ? position.column + inner.column - column : inner.column
      )
    }
  }

  private func restPlaces() -> [RestPlace] {
    splitter.rest.withUnsafeBufferPointer { bytes in
      var here = JSONTextPosition()
      var last = 0
      return splitter.origins.map { origin in
        here.advance(over: UnsafeBufferPointer(rebasing: bytes[last..<origin.offset]))
        last = origin.offset
        return RestPlace(
          offset: origin.offset,
          line: here.line,
          column: here.column,
          position: origin.position
        )
      }
    }
  }

  private func stop(_ message: String) {
    isBroken = true
    notes.add(.syntax, nil, message, at: splitter.position.sourcePosition)
  }
}

extension JSONTextPosition {
  fileprivate var sourcePosition: SourcePosition {
    SourcePosition(offset: offset, line: line, column: column)
  }
}
