import FeedXML

/// Gathers the lines that diagnostics point at, in a second pass over the document.
///
/// What is kept is bounded by the number of diagnostics, however long lines are.
public final class SourceExcerptReader {
  private let decoder: XMLTextDecoder
  private var places: [SourceExcerpts.Place]
  private var excerpts: [SourceExcerpts.Excerpt]
  /// The first place whose excerpt has not begun.
  private var next = 0
  /// The first place whose excerpt has not ended.
  private var first = 0
  private var counter = LineCounter()
  private var isAfterCarriageReturn = false

  /// A reader of what some diagnostics of a document point at.
  ///
  /// - Parameter charset: What the server said of the document's encoding, as for its validation.
  public init(_ diagnostics: [Diagnostic], charset: String? = nil) {
    let wanted = diagnostics.filter { $0.line > 0 }.map {
      SourceExcerpts.Place(line: $0.line, column: max(1, $0.column))
    }
    places = Set(wanted).sorted()
    excerpts = places.map {
      SourceExcerpts.Excerpt(firstColumn: max(1, $0.column - SourceExcerpts.reach))
    }
    decoder = XMLTextDecoder(charset: charset)
  }

  /// Whether all that was asked for is there: the rest of the document need not be read.
  public var isComplete: Bool { first == places.count }

  /// Takes the document's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    decode(bytes, isLast: false)
  }

  /// Ends the document.
  public func finish() -> SourceExcerpts {
    decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    var found: [SourceExcerpts.Place: SourceExcerpts.Excerpt] = [:]
    for (place, excerpt) in zip(places, excerpts) where !excerpt.bytes.isEmpty {
      found[place] = excerpt
    }
    return SourceExcerpts(found)
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    guard !isComplete else { return }
    decoder.decode(bytes, isLast: isLast) { text, start in
      counter.move(to: start)
      let end = counter.position(after: text)
      if first < next || next < places.count && begins(next, before: end) {
        read(text, from: start)
      } else {
        isAfterCarriageReturn = text.last == 0x0D
      }
      counter.advance(over: text)
    }
  }

  private func begins(_ index: Int, before end: SourcePosition) -> Bool {
    (places[index].line, excerpts[index].firstColumn) < (end.line, end.column)
  }

  private func read(_ text: UnsafeBufferPointer<UInt8>, from start: SourcePosition) {
    var line = start.line
    var column = start.column
    for byte in text {
      let isAfterReturn = isAfterCarriageReturn
      isAfterCarriageReturn = byte == 0x0D
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0A, isAfterReturn { continue }
        line &+= 1
        column = 1
        // Places on the line that are left lie beyond its end.
        while next < places.count, places[next].line < line { next &+= 1 }
        first = next
        if first == places.count { return }
        continue
      }
      if byte & 0xC0 != 0x80 {
        startAndEnd(line: line, column: column)
        column &+= 1
      }
      var index = first
      while index < next {
        excerpts[index].bytes.append(byte)
        index &+= 1
      }
    }
  }

  /// Excerpts reach equally far, so that they end in the order in which they begin.
  @inline(__always)
  private func startAndEnd(line: Int, column: Int) {
    while next < places.count, places[next].line == line, excerpts[next].firstColumn <= column {
      next &+= 1
    }
    while first < next, column > places[first].column &+ SourceExcerpts.reach {
      excerpts[first].isCut = true
      first &+= 1
    }
  }
}
