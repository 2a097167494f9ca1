import FeedXML

/// Looks for HTML in text that should be plain.
///
/// Certain are tags that come in pairs, have attributes or close themselves, and complete references
/// that HTML knows. `a < b`, `<3`, `AT&T` and the like are text. What remains, `<video>` alone or
/// `&copy` without a semicolon, is text, too, but not to readers that take all text for HTML.
struct MarkupScan {
  /// The markup, if it is certain that there is some: the first tag or reference.
  private(set) var certain: Range<Int>?
  /// What some readers would take for markup.
  private(set) var ambiguous: Range<Int>?
  /// Whether all that is certain is references: nothing would be lost by decoding them.
  private(set) var hasTags = false

  private let text: UnsafeBufferPointer<UInt8>
  private var firstTag: Range<Int>?
  private var breaks = 0

  /// - Parameter isExempt: whether the `<` or `&` at an offset is beyond doubt a character.
  init(_ text: UnsafeBufferPointer<UInt8>, isExempt: (Int) -> Bool = { _ in false }) {
    self.text = text
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x3C || byte == 0x26, !isExempt(index) {
        index = byte == 0x3C ? readTag(at: index) : readReference(at: index)
      } else {
        index += 1
      }
    }
    // A pair of tags is known by its second, but begins with its first.
    if hasTags, let firstTag, let evidence = certain, firstTag.lowerBound < evidence.lowerBound {
      certain = firstTag
    }
  }

  private mutating func foundTag(_ range: Range<Int>) {
    hasTags = true
    if certain == nil { certain = range }
  }

  private mutating func readTag(at start: Int) -> Int {
    var index = start + 1
    let isEnd = index < text.count && text[index] == 0x2F
    if isEnd { index += 1 }
    let nameStart = index
    while index < text.count, ASCII.isAlphanumeric(text[index]) { index += 1 }
    let name = nameStart..<index
    guard let first = name.first, ASCII.isLetter(text[first]) else {
      if isEnd { doubt(start..<index) }
      return max(index, start + 1)
    }
    // The tag's end, if it comes before another tag.
    var end = index
    while end < text.count, text[end] != 0x3E, text[end] != 0x3C { end += 1 }
    let isClosed = end < text.count && text[end] == 0x3E
    guard isClosed, HTMLVerdict.of(text[name]).contains(.isHTML) else {
      doubt(start..<(isClosed ? end + 1 : index))
      return index
    }
    let tag = start..<(end + 1)
    let rest = index..<end
    if isEnd {
      if rest.allSatisfy({ ASCII.isSpace(text[$0]) }) { foundTag(tag) } else { doubt(tag) }
      return end + 1
    }
    if rest.isEmpty || ASCII.isSpace(text[index]) || text[index] == 0x2F {
      if firstTag == nil { firstTag = tag }
      if text[end - 1] == 0x2F || hasAttribute(rest) || isRepeatedBreak(name) {
        foundTag(tag)
      }
    }
    doubt(tag)
    return end + 1
  }

  private func hasAttribute(_ rest: Range<Int>) -> Bool {
    rest.contains { place in
      text[place] == 0x3D && place > rest.lowerBound && ASCII.isAlphanumeric(text[place - 1])
        && place + 1 < rest.upperBound && (text[place + 1] == 0x22 || text[place + 1] == 0x27)
    }
  }

  /// Nobody writes about two `<br>` in a row.
  private mutating func isRepeatedBreak(_ name: Range<Int>) -> Bool {
    guard name.count <= 2, let first = name.first else { return false }
    let isBreak =
      ASCII.hasPrefix("br", in: text, at: first) || ASCII.hasPrefix("hr", in: text, at: first)
      || (name.count == 1 && text[first] | 0x20 == 0x70)
      || ASCII.hasPrefix("li", in: text, at: first)
    if isBreak { breaks += 1 }
    return isBreak && breaks > 1
  }

  private mutating func readReference(at start: Int) -> Int {
    var index = start + 1
    if index < text.count, text[index] == 0x23 {
      index += 1
      let isHex = index < text.count && text[index] | 0x20 == 0x78
      if isHex { index += 1 }
      let digits = index
      while index < text.count,
        isHex ? ASCII.isHexDigit(text[index]) : ASCII.isDigit(text[index])
      {
        index += 1
      }
      guard index > digits else { return index }
      return judgeReference(start, index, isKnown: true)
    }
    while index < text.count, ASCII.isAlphanumeric(text[index]) { index += 1 }
    guard index > start + 1, index - start <= 32 else { return index }
    return judgeReference(
      start,
      index,
      isKnown: HTMLReferences.isKnown(name: text[(start + 1)..<index])
    )
  }

  private mutating func judgeReference(_ start: Int, _ end: Int, isKnown: Bool) -> Int {
    guard isKnown else { return end }
    if end < text.count, text[end] == 0x3B {
      if certain == nil { certain = start..<(end + 1) }
      return end + 1
    }
    doubt(start..<end)
    return end
  }

  private mutating func doubt(_ range: Range<Int>) {
    if ambiguous == nil { ambiguous = range }
  }
}
