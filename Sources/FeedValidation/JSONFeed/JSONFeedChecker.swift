import FeedJSON
import FeedModel
import FeedXML

/// Checks a JSON Feed (jsonfeed.org/version/1.1) as it arrives: that it is JSON, that its keys are
/// known, there and of the right type, and that its strings are what they are to be. Of the document
/// no more is kept than one item, what is around the items, and a hash of every id.
final class JSONFeedChecker {
  /// After so many findings a gate has seen enough.
  static let mostAtGate = 100

  /// What the document is.
  private(set) var kind = FeedKind.unknown
  /// How many items it has.
  private(set) var entries = 0

  private var context: JSONFeedContext
  private let mostDiagnostics: Int
  private var splitter = JSONItemSplitter()
  private var isStopped = false
  private var index = -1
  private var firstWithID: [Int: FirstUse] = [:]
  /// How many bytes of a byte order mark were seen; `nil` when the text has begun.
  private var markBytes: Int? = 0

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private struct FirstUse {
    var index: Int32
    var line: Int32
  }

  /// A checker that says all there is to say.
  init(settings: ValidationSettings, findings: Findings) {
    context = JSONFeedContext(findings: findings, settings: settings, checksValues: true)
    mostDiagnostics = .max
  }

  /// A checker of what is about to be published: errors only, and of values dates only. A number for
  /// an id is an error in what we write ourselves.
  init(gate: Void) {
    let settings = ValidationSettings(now: .max, severities: [Rule.jsonIDNumber.id: .error])
    context = JSONFeedContext(
      findings: Findings(settings: settings, least: .error),
      settings: settings,
      checksValues: false
    )
    mostDiagnostics = JSONFeedChecker.mostAtGate
  }

  func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = afterByteOrderMark(bytes)
    if !text.isEmpty { read(text) }
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, !isStopped {
      let (count, event) = splitter.take(rest)
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      switch event {
      case .itemsBegin:
        index = -1
        // Of a version that comes later the items hear nothing.
        if context.checksValues, kind == .unknown { readOutline() }
      case .item:
        checkItem()
      case .syntaxError(let message):
        stop(.jsonSyntax, message, splitter.position)
      case .tooLarge:
        stop(
          .jsonTooLarge,
          "an item, or all else in the feed, is larger than 100 MB",
          splitter.start
        )
      case nil:
        break
      }
    }
  }

  /// Ends the document. What was found, in the order in which it was.
  @discardableResult
  func finish() -> [Diagnostic] {
    if let seen = markBytes, seen > 0 { endByteOrderMark(seen) }
    if !isStopped, splitter.isInItems {
      if splitter.isInItem {
        checkItem()  // says where it breaks off
      }
      if !isStopped {
        stop(.jsonSyntax, "the text ends inside of the items", splitter.position)
      }
    }
    let outline = readOutline()
    if !isStopped {
      index = -1
      checkRest(outline)
    }
    return context.findings.diagnostics
  }

  // MARK: Parts

  private func checkItem() {
    index += 1
    entries += 1
    splitter.item.withUnsafeBufferPointer { bytes in
      let origin = JSONFeedObjectChecker.Origin(line: 1, column: 1, position: splitter.start)
      var item = JSONFeedObjectChecker(bytes, origins: [origin], context: context)
      item.path = [.key("items"), .index(index)]
      item.entryIndex = index
      item.checkDocument(JSONFeedObject.item)
      if let id = item.id {
        if let first = firstWithID[id.hash] {
          item.report(
            .jsonIDDuplicate,
            "id is that of items/\(first.index) in line \(first.line) too: "
              + Excerpt.quote(id.text),
            id.place,
            .key("id")
          )
        } else {
          firstWithID[id.hash] = FirstUse(
            index: Int32(clamping: index),
            line: Int32(clamping: id.place.line)
          )
        }
      }
      take(item)
    }
  }

  private func checkRest(_ outline: JSONFeedOutline) {
    splitter.rest.withUnsafeBufferPointer { bytes in
      guard outline.isFeed else {
        reportNoFeed(bytes, outline.error)
        return
      }
      var document = JSONFeedObjectChecker(bytes, origins: restOrigins(bytes), context: context)
      document.checkDocument(JSONFeedObject.feed)
      entries += document.itemCount
      take(document)
    }
  }

  /// Looks at what of the document is there, for its version.
  @discardableResult
  private func readOutline() -> JSONFeedOutline {
    let outline = splitter.rest.withUnsafeBufferPointer { JSONFeedOutline($0) }
    context.site = outline.site
    if let version = outline.version {
      context.version = version
    } else if outline.error == nil {
      context.version = .onePointOne
    }
    if outline.isFeed {
      kind = .jsonFeed(version: (outline.version ?? .onePointOne).rawValue)
    }
    return outline
  }

  private func take(_ checker: JSONFeedObjectChecker) {
    if checker.isSyntaxError || context.findings.diagnostics.count >= mostDiagnostics {
      isStopped = true
    }
  }

  // MARK: Reports

  private func reportNoFeed(_ bytes: UnsafeBufferPointer<UInt8>, _ error: JSONError?) {
    if let error {
      var position = JSONTextPosition()
      (position.line, position.column) = (error.line, error.column)
      report(error.isLimit ? .jsonTooLarge : .jsonSyntax, error.message, position)
      return
    }
    var reader = JSONReader(bytes)
    guard let first = try? reader.next() else { return }
    var start = JSONTextPosition()
    start.advance(over: UnsafeBufferPointer(rebasing: bytes[..<first.position.offset]))
    let message =
      first.kind == .beginObject
      ? "the document is JSON, but it has neither a version of JSON Feed nor items"
      : "the document is JSON, but not an object with a version and items"
    report(.jsonNotFeed, message, start)
  }

  private func stop(_ rule: Rule, _ message: String, _ position: JSONTextPosition) {
    report(rule, message, position)
    isStopped = true
  }

  private func report(_ rule: Rule, _ message: String, _ position: JSONTextPosition) {
    context.findings.add(
      Finding(
        rule: rule,
        message: message,
        position: SourcePosition(offset: 0, line: position.line, column: position.column)
      ),
      path: nil,
      entryIndex: nil
    )
  }

  // MARK: Byte order mark

  /// The bytes without the mark, which takes no column of the first line.
  private func afterByteOrderMark(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var rest = bytes
    while let seen = markBytes, let byte = rest.first {
      if byte != JSONFeedChecker.byteOrderMark[seen] {
        endByteOrderMark(seen)
      } else {
        rest = UnsafeBufferPointer(rebasing: rest.dropFirst())
        markBytes = seen + 1
        if seen + 1 == JSONFeedChecker.byteOrderMark.count {
          report(
            .jsonByteOrderMark,
            "the document begins with a byte order mark (U+FEFF)",
            JSONTextPosition()
          )
          markBytes = nil
        }
      }
    }
    return rest
  }

  /// What began like a mark was none.
  private func endByteOrderMark(_ seen: Int) {
    markBytes = nil
    JSONFeedChecker.byteOrderMark.prefix(seen).withContiguousStorageIfAvailable { read($0) }
  }

  /// Where the parts of the text around the items come from.
  private func restOrigins(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [JSONFeedObjectChecker.Origin] {
    var here = JSONTextPosition()
    var last = 0
    return splitter.origins.map { origin in
      here.advance(over: UnsafeBufferPointer(rebasing: bytes[last..<origin.offset]))
      last = origin.offset
      return .init(line: here.line, column: here.column, position: origin.position)
    }
  }
}
