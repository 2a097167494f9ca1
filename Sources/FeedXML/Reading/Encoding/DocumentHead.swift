/// What stands at a document's very beginning, read byte for byte as ASCII.
struct DocumentHead: Equatable {
  /// How many bytes are looked at; a document says what it has to say in fewer.
  static let limit = 4096

  /// Where the document begins: at its XML declaration, or where it is left alone.
  var start = 0
  /// What stands before it and has to be skipped.
  var skipped = Skipped.nothing
  var hasDeclaration = false
  /// Where the declaration's encoding label stands.
  var label: Range<Int>?

  enum Skipped: Equatable {
    case nothing
    case whitespace(count: Int)
    case junk(count: Int, first: Int)
  }

  /// Reads the beginning of a document, after its byte order mark; `nil` if more bytes are needed.
  ///
  /// - Parameters:
  ///   - bytes: the first bytes; of characters beyond ASCII only ``TextUnits/strayMark`` and the
  ///     three bytes of a byte order mark in UTF-8 have a meaning.
  ///   - isComplete: no more bytes can be had.
  static func read(_ bytes: [UInt8], isComplete: Bool) -> DocumentHead? {
    var scan = HeadScan(bytes: bytes, isComplete: isComplete)
    return scan.read()
  }
}

private struct HeadScan {
  let bytes: [UInt8]
  let isComplete: Bool
  var index = 0

  /// Ends where more bytes could tell another story.
  private enum Answer { case yes, no, unknown }

  mutating func read() -> DocumentHead? {
    var head = DocumentHead()
    var strayMark: Int?
    while true {
      if index < bytes.count, HeadScan.isSpace(bytes[index]) {
        index += 1
      } else if let length = strayMarkLength() {
        strayMark = strayMark ?? index
        index += length
      } else {
        break
      }
    }
    // A byte order mark's first bytes may be all there is yet.
    guard isComplete || index + 3 <= bytes.count else { return nil }
    let contentStart = index
    switch findDeclaration() {
    case .unknown: return nil
    case .yes:
      head.start = index
      head.hasDeclaration = true
      guard let declarationEnd = endOfDeclaration() else { return isComplete ? head : nil }
      head.label = label(before: declarationEnd)
    case .no:
      // White space and the like are fine before anything but a declaration.
      guard strayMark != nil else { return head }
      head.start = contentStart
    }
    if head.start > contentStart {
      let first = min(strayMark ?? contentStart, contentStart)
      head.skipped = .junk(count: characters(before: head.start), first: first)
    } else if let strayMark {
      head.skipped = .junk(count: characters(before: head.start), first: strayMark)
    } else if head.start > 0 {
      head.skipped = .whitespace(count: head.start)
    }
    return head
  }

  /// Goes to the XML declaration, over what scripts leave before it: complaints as text or in a
  /// bit of HTML, comments, other processing instructions. Any other element is the document.
  private mutating func findDeclaration() -> Answer {
    // JSON may hold XML in its strings.
    if index < bytes.count, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") {
      return .no
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      switch startsDeclaration() {
      case .no: break
      case let answer: return answer
      }
      switch skipMarkup() {
      case .yes: break
      case let answer: return answer
      }
    }
    return isComplete ? .no : .unknown
  }

  private func startsDeclaration() -> Answer {
    switch starts(with: "<?xml") {
    case .yes: break
    case let answer: return answer
    }
    guard index + 5 < bytes.count else { return isComplete ? .no : .unknown }
    return HeadScan.isSpace(bytes[index + 5]) ? .yes : .no
  }

  /// Goes over a tag, comment or processing instruction that may stand before the document.
  private mutating func skipMarkup() -> Answer {
    for (start, end) in [("<!--", "-->"), ("<?", "?>")] as [(StaticString, StaticString)] {
      switch starts(with: start) {
      case .yes: return skip(past: end, from: index + start.utf8CodeUnitCount)
      case .unknown: return .unknown
      case .no: break
      }
    }
    var nameStart = index + 1
    if nameStart < bytes.count, bytes[nameStart] == UInt8(ascii: "/") { nameStart += 1 }
    let name = bytes[min(nameStart, bytes.count)...].prefix { HeadScan.isAlphanumeric($0) }
    if name.endIndex == bytes.count, !isComplete { return .unknown }
    guard EncodingLabels.contains(HeadScan.complaintElements, name.map { $0 | 0x20 }) else {
      return .no
    }
    return skip(past: ">", from: name.endIndex)
  }

  private mutating func skip(past end: StaticString, from start: Int) -> Answer {
    let count = end.utf8CodeUnitCount
    var position = start
    while position + count <= bytes.count {
      if matches(end, at: position) {
        index = position + count
        return .yes
      }
      position += 1
    }
    return isComplete ? .no : .unknown
  }

  private func endOfDeclaration() -> Int? {
    bytes[index...].firstIndex(of: UInt8(ascii: ">"))
  }

  /// The value of the pseudo-attribute `encoding`.
  private func label(before end: Int) -> Range<Int>? {
    var position = index + 5
    while position < end {
      defer { position += 1 }
      let before = bytes[position - 1]
      guard matches("encoding", at: position),
        HeadScan.isSpace(before) || HeadScan.isQuote(before)
      else { continue }
      var value = skipSpaces(from: position + 8, to: end)
      guard value < end, bytes[value] == UInt8(ascii: "=") else { continue }
      value = skipSpaces(from: value + 1, to: end)
      guard value < end, HeadScan.isQuote(bytes[value]) else { continue }
      guard let close = bytes[(value + 1)..<end].firstIndex(of: bytes[value]) else { return nil }
      return value + 1..<close
    }
    return nil
  }

  private func skipSpaces(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, HeadScan.isSpace(bytes[position]) { position += 1 }
    return position
  }

  private func strayMarkLength() -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == TextUnits.strayMark { return 1 }
    return bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
  }

  private func characters(before end: Int) -> Int {
    max(bytes[..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }, 1)
  }

  private func starts(with text: StaticString) -> Answer {
    if matches(text, at: index) { return .yes }
    let rest = bytes[index...]
    guard !isComplete, rest.count < text.utf8CodeUnitCount else { return .no }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: rest.count)
    return rest.elementsEqual(wanted) ? .unknown : .no
  }

  private func matches(_ text: StaticString, at position: Int) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard position + wanted.count <= bytes.count else { return false }
    return bytes[position..<position + wanted.count].elementsEqual(wanted)
  }

  /// What PHP and others word their complaints in.
  private static let complaintElements: StaticString = """
    a b br center code div em font h1 h2 h3 hr i link meta p pre script small span strong style \
    table tbody td th tr u
    """

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
