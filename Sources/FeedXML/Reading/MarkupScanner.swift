#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Walks over a document's markup and finds what XML parsers refuse: ampersands that begin no
/// reference, tags that are not well-formed, end tags that do not match.
///
/// libxml2 stops there, or leaves out more than is wrong and then says of the rest that it is wrong,
/// too; feed readers go on. What this puts in the place of such markup is well-formed, so that
/// libxml2 sees nothing of it. Well-formed tags are looked at once, and nothing is copied of them but
/// the names of those that are open.
struct MarkupScanner {
  /// What is to be read in the place of some bytes.
  struct Mend {
    /// The bytes of the window; none where something is missing.
    var range: Range<Int>
    /// What the parser gets instead.
    var replacement: [UInt8]
    /// What is wrong with them; `nil` if that was told already, or nothing is.
    var kind: XMLProblem.Kind?
    /// The element, where it is not the innermost open one, and the attribute.
    var element: String?
    var attribute: String?
    /// Where it is wrong, if not at the begin of the range.
    var place: Int?
    /// Where the tag begins that it is part of.
    var tag: Int?
    /// Whether the tag lost attributes that its author wrote.
    var damagesTag = false
    /// Whether nothing behind can be read.
    var isEnd = false
  }

  enum State {
    case text, cdata, comment, instruction, ended
  }

  /// The longest entity name that is looked for: HTML's longest has 31 bytes.
  static let longestName = 40
  /// A tag or document type that is longer is not waited for (libxml2's own limit).
  static let longestTag = 10_000_000

  /// The most attributes that a tag may have: libxml2 compares each with all others, and real tags
  /// have a dozen.
  static let mostAttributes = 1_000

  var state = State.text
  /// Where the CDATA section, comment or instruction at hand begins: byte of the window.
  var section = 0
  var names = OpenNames()
  /// Whether the root element was met.
  var hasRoot = false
  private var hasToldOfOutside = false
  /// Whether the parser got nothing yet.
  private var isAtStart = true
  /// Whether the comment at hand was told of.
  private var hasToldOfHyphens = false
  var entities = DocumentTypeEntities()
  /// A tag that is not whole yet is looked at again when there is twice as much of it: every time
  /// would be quadratic.
  private var patience = 0

  /// Walks from `start` on and calls `mend` for what is to be replaced, in order. Returns where to go
  /// on when more bytes have come: everything before has been looked at.
  mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int {
    var i = start
    let end = bytes.count
    guard isLast || end - start >= patience else { return start }
    patience = 0
    // The next `<` and `]]>`: looked for once, not once an ampersand, which would be quadratic.
    var tag = start
    var sectionEnd = start
    while i < end {
      switch state {
      case .text:
        if tag < i || tag == start { tag = index(of: 0x3C, bytes, i, end) }
        if names.isEmpty {
          dropText(bytes, i..<tag, mend)
          i = tag
        } else {
          if sectionEnd < i || sectionEnd == start {
            sectionEnd = find("]]>", bytes, i, isLast).map { $0 - 3 } ?? end
          }
          let text = i
          i = index(of: 0x26, bytes, i, min(tag, sectionEnd))
          if i == sectionEnd, i < end {
            mend(
              Mend(
                range: (i + 2)..<(i + 3),
                replacement: Array("&gt;".utf8),
                kind: .sectionEndInText,
                place: i
              )
            )
            i += 3
            continue
          }
          if i == end, !isLast {
            // What comes next may end a section.
            return end - bytes[text..<end].suffix(2).reversed().prefix { $0 == 0x5D }.count
          }
        }
        guard i < end else { return end }
        if bytes[i] == UInt8(ascii: "&") {
          guard let next = reference(bytes, at: i, isLast: isLast, mend: mend) else { return i }
          i = next
        } else {
          guard let next = open(bytes, at: i, isLast: isLast, mend: mend) else {
            if end - i > 64 { patience = 2 * (end - i) }
            return i
          }
          i = next
        }
      case .cdata:
        guard let next = find("]]>", bytes, i, isLast) else { return resume(end, i, isLast, 2) }
        i = next
        state = .text
      case .comment:
        let next = comment(bytes, i, isLast: isLast, mend: mend)
        guard state == .text else { return next }
        i = next
      case .instruction:
        guard let next = find("?>", bytes, i, isLast) else { return resume(end, i, isLast, 1) }
        i = next
        state = .text
      case .ended: return end
      }
    }
    return end
  }

  private func resume(_ end: Int, _ i: Int, _ isLast: Bool, _ lookBack: Int) -> Int {
    isLast ? end : max(i, end - lookBack)
  }

  func index(
    of byte: UInt8,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int {
    guard start < end, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Outside of the root element there is nothing but markup and white space.
  private mutating func dropText(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ mend: (Mend) -> Void
  ) {
    // The white space behind text goes with it, however much of that is at hand.
    guard
      let first = hasToldOfOutside && !range.isEmpty
        ? range.lowerBound : range.first(where: { !MarkupByte.isSpace(bytes[$0]) })
    else {
      if !range.isEmpty { isAtStart = false }
      return
    }
    if first > range.lowerBound { isAtStart = false }
    mend(
      Mend(
        range: first..<range.upperBound,
        replacement: [],
        kind: hasToldOfOutside ? nil : .textOutsideOfRoot(isBehind: hasRoot)
      )
    )
    hasToldOfOutside = true
  }

  /// What the `<` there opens; `nil` if that takes more bytes to see.
  private mutating func open(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at i: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    guard i + 9 <= bytes.count || isLast else { return nil }
    guard i + 1 < bytes.count else { return bare(at: i, mend) }
    switch bytes[i + 1] {
    case UInt8(ascii: "!"):
      return openDeclaration(bytes, at: i, isLast: isLast, mend: mend)
    case UInt8(ascii: "?"):
      guard i + 2 < bytes.count, MarkupByte.beginsName(bytes[i + 2]) else {
        return bare(at: i, mend)
      }
      return openInstruction(bytes, at: i, isLast: isLast, mend: mend)
    case UInt8(ascii: "/"):
      isAtStart = false
      return endTag(bytes, at: i, isLast: isLast, mend: mend)
    case let next where MarkupByte.beginsName(next):
      isAtStart = false
      return startTag(bytes, at: i, isLast: isLast, mend: mend)
    default:
      return bare(at: i, mend)
    }
  }

  private mutating func openInstruction(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at i: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    if isAtStart, bytes[i...].starts(with: "<?xml".utf8), i + 5 < bytes.count,
      MarkupByte.isSpace(bytes[i + 5])
    {
      if let end = find("?>", bytes, i, isLast) {
        isAtStart = false
        guard let flaw = XMLDeclarationText.flaw(in: bytes, from: i, to: end - 2) else {
          return end
        }
        // Without one in its place, libxml2 would take the next for the one at the start.
        mend(
          Mend(
            range: i..<end,
            replacement: Array("<?xml version=\"1.0\"?>".utf8),
            kind: .declarationBroken,
            place: flaw
          )
        )
        return end
      }
      if !isLast, bytes.count - i < MarkupScanner.longestTag { return nil }
    }
    isAtStart = false
    state = .instruction
    section = i
    return i + 2
  }

  /// A `<` that is text.
  mutating func bare(at i: Int, _ mend: (Mend) -> Void) -> Int {
    if names.isEmpty {
      mend(
        Mend(
          range: i..<(i + 1),
          replacement: [],
          kind: hasToldOfOutside ? nil : .textOutsideOfRoot(isBehind: hasRoot)
        )
      )
      hasToldOfOutside = true
    } else {
      mend(Mend(range: i..<(i + 1), replacement: Array("&lt;".utf8), kind: .bareLessThan))
    }
    return i + 1
  }

  private mutating func openDeclaration(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at i: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    func begins(_ word: StaticString) -> Bool {
      let count = word.utf8CodeUnitCount
      guard i + count <= bytes.count, let base = bytes.baseAddress else { return false }
      return memcmp(base + i, word.utf8Start, count) == 0
    }
    isAtStart = false
    if begins("<!--") {
      state = .comment
      section = i
      hasToldOfHyphens = false
      let rest = bytes[(i + 4)...]
      if rest.starts(with: "->".utf8) || rest.first == UInt8(ascii: ">") {
        // Waiting for a comment's end, libxml2 takes `<!-->` for all of it, reading on it does not.
        mend(Mend(range: (i + 4)..<(i + 4), replacement: [0x20]))
      }
      return i + 4
    }
    if begins("<![CDATA["), !names.isEmpty {
      state = .cdata
      section = i
      return i + 9
    }
    // In lower case it is that of an HTML page.
    guard !hasRoot,
      bytes[(i + 2)...].prefix(7).elementsEqual("DOCTYPE".utf8, by: { $0 & 0xDF == $1 })
    else { return bare(at: i, mend) }
    guard let type = entities.read(bytes, from: i) else {
      guard isLast || bytes.count - i > MarkupScanner.longestTag else { return nil }
      state = .ended
      return stop(
        Mend(
          range: i..<bytes.count,
          replacement: [],
          kind: isLast ? .sectionUnclosed(.documentType) : .limit
        ),
        mend
      )
    }
    if !begins("<!DOCTYPE") {
      mend(Mend(range: i..<type.end, replacement: [], kind: .documentTypeMisspelt))
    } else if !type.isWellFormed {
      mend(Mend(range: i..<type.end, replacement: [], kind: .documentTypeBroken))
    }
    return type.end
  }

  /// Reads on in a comment, which is at its end when the state is that of text; returns where to go on.
  ///
  /// Two hyphens are no part of a comment, and before its end libxml2 overlooks that because of them:
  /// `--->`.
  private mutating func comment(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int {
    var i = start
    while true {
      i = index(of: UInt8(ascii: "-"), bytes, i, bytes.count)
      guard i + 2 < bytes.count else { return isLast ? bytes.count : i }
      guard bytes[i + 1] == UInt8(ascii: "-") else {
        i += 1
        continue
      }
      if bytes[i + 2] == UInt8(ascii: ">") {
        state = .text
        return i + 3
      }
      let kind: XMLProblem.Kind? = hasToldOfHyphens ? nil : .hyphensInComment
      hasToldOfHyphens = true
      mend(Mend(range: i..<(i + 1), replacement: [0x20], kind: kind))
      i += 1
    }
  }

  /// Ends the document before its time.
  func stop(_ last: Mend, _ mend: (Mend) -> Void) -> Int {
    var last = last
    last.isEnd = true
    mend(last)
    return last.range.upperBound
  }

  private func find(
    _ word: StaticString,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ isLast: Bool
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = word.utf8CodeUnitCount
    var i = start
    // The first byte is the rarest in HTML.
    while i + count <= bytes.count,
      let found = memchr(base + i, Int32(word.utf8Start[0]), bytes.count - i - count + 1)
    {
      let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + at, word.utf8Start, count) == 0 { return at + count }
      i = at + 1
    }
    return nil
  }
}
