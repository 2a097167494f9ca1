import FeedJSON

/// Checks a JSON Feed 1.1 document (jsonfeed.org/version/1.1) as it arrives: that it is JSON, and
/// that its keys are known, there and of the right type. Of the document no more is kept than one
/// item, what is around the items, and a hash of every id.
final class JSONFeedChecker {
  /// After so many diagnostics the check ends.
  static let mostDiagnostics = 100

  private var splitter = JSONItemSplitter()
  private var diagnostics: [Diagnostic] = []
  private var isStopped = false
  private var index = -1
  private var firstWithID: [Int: Int] = [:]

  func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, !isStopped {
      let (count, event) = splitter.take(rest)
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      switch event {
      case .itemsBegin:
        index = -1
      case .item:
        checkItem()
      case .syntaxError(let message):
        stop("json-syntax", message, splitter.position.place(line: 1, column: 1))
      case .tooLarge:
        stop(
          "json-limit",
          "an item, or all else in the feed, is larger than 100 MB",
          splitter.start.place(line: 1, column: 1)
        )
      case nil:
        break
      }
    }
  }

  func finish() -> [Diagnostic] {
    if !isStopped, splitter.isInItems {
      if splitter.isInItem {
        checkItem()  // says where it breaks off
      }
      if !isStopped {
        stop(
          "json-syntax",
          "the text ends inside of the items",
          splitter.position.place(line: 1, column: 1)
        )
      }
    }
    if !isStopped {
      index = -1
      splitter.rest.withUnsafeBufferPointer { bytes in
        var document = JSONFeedObjectChecker(bytes, origins: restOrigins(bytes), limit: room)
        document.checkDocument(JSONFeedObject.feed)
        take(document)
      }
    }
    return diagnostics
  }

  private var room: Int { JSONFeedChecker.mostDiagnostics - diagnostics.count }

  private func checkItem() {
    index += 1
    splitter.item.withUnsafeBufferPointer { bytes in
      let origin = JSONFeedObjectChecker.Origin(line: 1, column: 1, position: splitter.start)
      var item = JSONFeedObjectChecker(bytes, origins: [origin], limit: room)
      item.path = [.key("items"), .index(index)]
      item.entryIndex = index
      item.checkDocument(JSONFeedObject.item)
      if let id = item.id {
        if let first = firstWithID[id.hash] {
          item.report("the same id as item \(first)", id.place, .key("id"))
        } else {
          firstWithID[id.hash] = index
        }
      }
      take(item)
    }
  }

  private func take(_ checker: JSONFeedObjectChecker) {
    diagnostics += checker.diagnostics
    if checker.isSyntaxError || diagnostics.count >= JSONFeedChecker.mostDiagnostics {
      isStopped = true
    }
  }

  private func stop(_ rule: String, _ message: String, _ place: (line: Int, column: Int)) {
    diagnostics.append(
      Diagnostic(
        rule: rule,
        severity: .error,
        message: message,
        line: place.line,
        column: place.column
      )
    )
    isStopped = true
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
