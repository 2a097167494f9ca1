/// Reads a start tag that is not well-formed, or has references in its values, and says what to put
/// where so that it is.
struct TagMender {
  enum Result {
    case mended(name: Range<Int>, end: Int, isEmpty: Bool)
    /// More bytes are needed.
    case unfinished
    /// The document ends in it.
    case cutOff
    /// It is no tag, but text with a `<`.
    case text
  }

  private enum Step {
    case next
    case unfinished
    case text
  }

  /// How far is looked for the end of a value that has a `<` in it.
  private static let longestLook = 4_096

  /// What is to be replaced, in order.
  private(set) var mends: [MarkupScanner.Mend] = []

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let isLast: Bool
  private var i: Int
  private(set) var nameEnd = 0
  /// How many attributes the tag has.
  private(set) var attributes = 0
  private var element = ""
  /// What looks like names of attributes without values, and other words: prose, if a tag is not
  /// closed after them.
  private var strays = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isLast: Bool) {
    self.bytes = bytes
    self.start = start
    self.isLast = isLast
    i = start + 1
  }

  mutating func mend(_ scanner: inout MarkupScanner) -> Result {
    while i < bytes.count, MarkupByte.isName(bytes[i]) { i += 1 }
    let name = (start + 1)..<i
    nameEnd = i
    element = String(decoding: bytes[name], as: UTF8.self)
    while true {
      let gap = i
      skipSpaces()
      guard i < bytes.count else { return isLast ? .cutOff : .unfinished }
      switch bytes[i] {
      case UInt8(ascii: ">"):
        return .mended(name: name, end: i + 1, isEmpty: false)
      case UInt8(ascii: "<"):
        // `<title One</title>`: what looks like attributes is the text.
        guard let length = lengthOfEndTag(at: i, of: name) else { return .unfinished }
        if length > 0 {
          let end = name.lowerBound + length
          let tag = MarkupExcerpt.of(bytes[start..<end])
          mends = []
          element = String(decoding: bytes[name.lowerBound..<end], as: UTF8.self)
          add(end..<end, ">", .tagUnclosed(tag), place: start)
          return .mended(name: name.lowerBound..<end, end: end, isEmpty: false)
        }
        guard strays == 0 else { return .text }
        let tag = MarkupExcerpt.of(bytes[start..<gap])
        add(gap..<gap, ">", .tagUnclosed(tag), place: start)
        return .mended(name: name, end: gap, isEmpty: false)
      case UInt8(ascii: "/"):
        guard i + 1 < bytes.count else { return isLast ? .cutOff : .unfinished }
        if bytes[i + 1] == UInt8(ascii: ">") {
          return .mended(name: name, end: i + 2, isEmpty: true)
        }
        dropStray()
      case let byte where MarkupByte.beginsName(byte) && !isTypographicQuote(i):
        // `<user@example.org>` is no tag.
        guard gap < i || gap > name.upperBound else { return .text }
        switch attribute(&scanner, isSpaced: i > gap) {
        case .next: break
        case .unfinished: return isLast ? .cutOff : .unfinished
        case .text: return .text
        }
      default:
        guard gap < i || gap > name.upperBound else { return .text }
        dropStray()
      }
    }
  }

  /// Reads the attribute whose name begins here.
  private mutating func attribute(_ scanner: inout MarkupScanner, isSpaced: Bool) -> Step {
    attributes += 1
    let nameStart = i
    while i < bytes.count, MarkupByte.isName(bytes[i]), !isTypographicQuote(i) { i += 1 }
    let name = String(decoding: bytes[nameStart..<i], as: UTF8.self)
    let nameEnd = i
    if !isSpaced {
      add(nameStart..<nameStart, " ", .attributesUnspaced, attribute: name)
    }
    skipSpaces()
    guard i < bytes.count else { return .unfinished }
    guard bytes[i] == UInt8(ascii: "=") else {
      i = nameEnd
      drop(nameStart..<nameEnd, name)
      return .next
    }
    i += 1
    skipSpaces()
    guard i < bytes.count else { return .unfinished }
    switch bytes[i] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return quoted(name, &scanner)
    case UInt8(ascii: ">"), UInt8(ascii: "<"):
      drop(nameStart..<i, name)
      return .next
    case UInt8(ascii: "/") where i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: ">"):
      drop(nameStart..<i, name)
      return .next
    default:
      return unquoted(name, &scanner)
    }
  }

  /// Reads the value whose opening quote is here.
  private mutating func quoted(_ name: String, _ scanner: inout MarkupScanner) -> Step {
    let open = i
    let quote = bytes[i]
    i += 1
    var lessThans: [Int] = []
    var k = i
    while k < bytes.count, bytes[k] != quote {
      if bytes[k] == UInt8(ascii: "<") { lessThans.append(k) }
      // Waiting for the end of a value that has none would be waiting for that of the document.
      if let first = lessThans.first, k - first > Self.longestLook { break }
      k += 1
    }
    let isClosed: Bool
    if let first = lessThans.first {
      guard k + 1 < bytes.count || k - first > Self.longestLook || isLast else {
        return .unfinished
      }
      isClosed = k < bytes.count && bytes[k] == quote && endsValue(k + 1)
    } else {
      guard k + 1 < bytes.count || k < bytes.count && isLast else { return .unfinished }
      isClosed = endsValue(k + 1) || !endsInName(i..<k)
    }
    guard isClosed else { return unclosed(name, open, &scanner) }
    let end = k
    var isTold = false
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: "<"):
        add(i..<(i + 1), "&lt;", isTold ? nil : .bareLessThan, attribute: name)
        isTold = true
        i += 1
      case UInt8(ascii: "&"):
        reference(name, &scanner)
      default: i += 1
      }
    }
    i = end + 1
    return .next
  }

  /// Whether a value that ends before there is followed by what may follow.
  private func endsValue(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    switch bytes[index] {
    case UInt8(ascii: ">"), UInt8(ascii: "/"), 0x20, 0x09...0x0D: return true
    default: return false
    }
  }

  /// Whether a value ends in what begins the next attribute, as in `"self type="`.
  private func endsInName(_ value: Range<Int>) -> Bool {
    var k = value.upperBound - 1
    guard k > value.lowerBound, bytes[k] == UInt8(ascii: "=") else { return false }
    k -= 1
    let end = k
    while k > value.lowerBound, MarkupByte.isName(bytes[k]) { k -= 1 }
    return k < end && MarkupByte.isSpace(bytes[k])
  }

  /// How long the name of an end tag there is, if the element's name begins with it; 0 if there is
  /// none, and `nil` if that takes more bytes to see.
  private func lengthOfEndTag(at index: Int, of name: Range<Int>) -> Int? {
    guard index + 3 + name.count < bytes.count || isLast else { return nil }
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") else { return 0 }
    let end = bytes[(index + 2)...].prefix { MarkupByte.isName($0) }
    return bytes[name].starts(with: end) ? end.count : 0
  }

  private mutating func reference(_ name: String, _ scanner: inout MarkupScanner) {
    let first = mends.count
    var found: [MarkupScanner.Mend] = []
    i = scanner.reference(bytes, at: i, isLast: true) { found.append($0) } ?? i + 1
    mends += found
    for index in first..<mends.count {
      mends[index].element = element
      mends[index].attribute = name
      mends[index].tag = start
    }
  }

  /// A value whose closing quote is missing.
  private mutating func unclosed(
    _ name: String,
    _ open: Int,
    _ scanner: inout MarkupScanner
  ) -> Step {
    add(open..<open, "", .valueUnclosed, attribute: name, damages: true)
    value(name, quote: bytes[open], &scanner)
    // It ends where the tag does, or at the next white space.
    add(i..<i, String(UnicodeScalar(bytes[open])), nil)
    return .next
  }

  private mutating func unquoted(_ name: String, _ scanner: inout MarkupScanner) -> Step {
    if isTypographicQuote(i) {
      let open = i
      var k = i + 3
      while k < bytes.count, bytes[k] != UInt8(ascii: "<"), bytes[k] != UInt8(ascii: ">"),
        !isTypographicQuote(k)
      {
        k += 1
      }
      guard k + 3 < bytes.count || isLast else { return .unfinished }
      if isTypographicQuote(k) {
        add(open..<(open + 3), "\"", .typographicQuotes, attribute: name)
        i = open + 3
        while i < k { step(name, &scanner) }
        add(k..<(k + 3), "\"", nil)
        i = k + 3
        return .next
      }
    }
    add(i..<i, "\"", .valueWithoutQuotes, attribute: name)
    value(name, quote: nil, &scanner)
    guard i < bytes.count else { return .unfinished }
    add(i..<i, "\"", nil)
    return .next
  }

  /// Passes a value that no quote ends. `quote` is the one that it begins with.
  private mutating func value(
    _ name: String,
    quote: UInt8?,
    _ scanner: inout MarkupScanner
  ) {
    if quote != nil { i += 1 }
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: ">"), UInt8(ascii: "<"), 0x20, 0x09...0x0D: return
      case UInt8(ascii: "/") where i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: ">"):
        return
      default: step(name, &scanner)
      }
    }
  }

  /// Passes a byte of a value that gets other quotes.
  private mutating func step(_ name: String, _ scanner: inout MarkupScanner) {
    switch bytes[i] {
    case UInt8(ascii: "&"): reference(name, &scanner)
    case UInt8(ascii: "\""):
      add(i..<(i + 1), "&quot;", nil)
      i += 1
    case UInt8(ascii: "'"):
      add(i..<(i + 1), "&apos;", nil)
      i += 1
    default: i += 1
    }
  }

  // MARK: What is left out

  private mutating func drop(_ range: Range<Int>, _ name: String) {
    strays += 1
    add(
      range,
      "",
      strays == 1 ? .attributeWithoutValue : nil,
      attribute: name,
      damages: true
    )
  }

  /// Leaves out what is no attribute.
  private mutating func dropStray() {
    let first = i
    repeat {
      i += 1
    } while i < bytes.count && !MarkupByte.isSpace(bytes[i])
      && ![UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "/")].contains(bytes[i])
    strays += 1
    let text = MarkupExcerpt.of(bytes[first..<i])
    add(first..<i, " ", strays == 1 ? .strayInTag(text) : nil, damages: true)
  }

  private mutating func add(
    _ range: Range<Int>,
    _ replacement: String,
    _ kind: XMLProblem.Kind?,
    attribute: String? = nil,
    place: Int? = nil,
    damages: Bool = false
  ) {
    mends.append(
      MarkupScanner.Mend(
        range: range,
        replacement: Array(replacement.utf8),
        kind: kind,
        element: element,
        attribute: attribute,
        place: place,
        tag: start,
        damagesTag: damages
      )
    )
  }

  private mutating func skipSpaces() {
    while i < bytes.count, MarkupByte.isSpace(bytes[i]) { i += 1 }
  }

  /// U+2018 to U+201F.
  private func isTypographicQuote(_ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && (0x98...0x9F).contains(bytes[index + 2])
  }
}
