import CLibXML2

/// Reads an XML document in UTF-8 as it arrives, and goes on where an XML parser stops: at unknown
/// entities, bare ampersands and tags that do not match, as feed readers must.
///
/// libxml2 parses; this hands it references that it understands, balances the tags, and knows where
/// in the document everything was written. No entity is declared, nothing is ever loaded, and
/// libxml2's limits on depth and size hold. Memory does not grow with the document.
///
/// One reader a document, on one thread at a time; any number of readers at once.
public final class XMLReader {
  /// What is passed to libxml2 at once.
  static let blockSize = 1 << 16
  /// How many elements may be open at once: as many as libxml2 allows since version 2.14. It counts
  /// them only where it makes a tree.
  static let deepest = 2_048
  /// After so many the problems are not told any more.
  public static let mostProblems = 1_000

  // The properties are used by one call at a time, and far too often to check that: a fifth of the
  // time went there.
  unowned let delegate: any XMLReaderDelegate
  @exclusivity(unchecked) private(set) var parser: xmlParserCtxtPtr?
  /// The names of the open elements.
  @exclusivity(unchecked) var open: [OpenElement] = []
  var problems = 0
  @exclusivity(unchecked) var isStopped = false
  @exclusivity(unchecked) var hadError = false

  struct OpenElement {
    var name: XMLName
    var position: SourcePosition
  }

  /// Where libxml2 found something wrong last.
  @exclusivity(unchecked) var lastError: Int?
  /// The prefixes that were told of, as nothing declares them.
  @exclusivity(unchecked) var undeclared: Set<String> = []
  @exclusivity(unchecked) var prefixes = UndeclaredPrefixes()
  /// Of the tag at hand.
  @exclusivity(unchecked) var hasUndeclaredAttributes = false
  @exclusivity(unchecked) var hasRepeatedAttributes = false
  @exclusivity(unchecked) var lastRepeated = ""

  /// A tag that is read otherwise than it is written.
  struct MendedTag {
    var start: Int
    var isDamaged: Bool
  }

  /// Those that libxml2 has not told of yet.
  @exclusivity(unchecked) var mendedTags: [MendedTag] = []

  // The document's bytes from `windowStart` on: what libxml2 has not consumed, and what comes next.
  @exclusivity(unchecked) private var window: [UInt8] = []
  @exclusivity(unchecked) private(set) var windowStart = 0
  /// How much of the window libxml2 has been given.
  @exclusivity(unchecked) private var passed = 0
  @exclusivity(unchecked) private var scanner = MarkupScanner()
  @exclusivity(unchecked) private var scanned = 0

  /// Where the bytes that libxml2 sees and those of the document part ways.
  private struct Anchor {
    var parsed: Int
    var offset: Int
    var isReplacement = false
    /// The length of the reference that what libxml2 sees instead begins with.
    var reference = 0
  }
  @exclusivity(unchecked) private var anchors: [Anchor] = [Anchor(parsed: 0, offset: 0)]
  @exclusivity(unchecked) private var anchor = 0
  @exclusivity(unchecked) private var parsedTotal = 0
  /// Where the CDATA section, comment or instruction at hand begins.
  @exclusivity(unchecked) private var sectionPosition: SourcePosition?
  private var pendingMends: [MarkupScanner.Mend] = []

  /// Whether libxml2 has got anything.
  private var hasBegun = false

  /// The position up to which lines are counted; its offset is that of the text.
  @exclusivity(unchecked) private var lines = LineCounter()
  /// The place of the last problem that was told before the events that lead up to it.
  @exclusivity(unchecked) private var ahead = LineCounter()
  /// Where the last event ended.
  @exclusivity(unchecked) var lastEnd = 0

  /// A reader that tells `delegate`, which must outlive it.
  public init(delegate: any XMLReaderDelegate) {
    LibXMLStart.once()
    self.delegate = delegate
    makeParser()
  }

  deinit {
    if let parser {
      xmlFreeParserCtxt(parser)
    }
  }

  /// Says where in the file the text begins, before any of it is taken: line and column.
  public func begin(at position: SourcePosition) {
    lines = LineCounter(
      at: SourcePosition(offset: 0, line: position.line, column: position.column)
    )
    ahead = lines
  }

  /// Takes the document's next bytes: UTF-8 without a byte order mark, whatever the document says.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, !isStopped {
      let count = min(rest.count, XMLReader.blockSize)
      window.append(contentsOf: rest[..<count])
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      advance(isLast: false)
    }
  }

  /// The version that the XML declaration names, once the first element was told of.
  public var version: String? {
    parser?.pointee.version.map { String(cString: $0) }
  }

  /// Ends the document.
  public func finish() {
    if !isStopped {
      advance(isLast: true)
    }
    if !isStopped, let section = unclosedSection {
      // Of a section that does not end libxml2 tells some hundred bytes at a time.
      if section == .cdata { Array("]]>".utf8).withUnsafeBufferPointer { parse($0) } }
      stop(.sectionUnclosed(section), at: sectionPosition ?? position(of: lastEnd))
    }
    if !isStopped, !scanner.hasRoot {
      stop(.rootMissing, at: position(of: windowStart + window.count))
    }
    if !isStopped, let unclosed = open.last {
      flush()
      stop(
        .elementUnclosed(unclosed.name.qualifiedName, by: nil, count: open.count),
        at: position(of: windowStart + window.count),
        line: unclosed.position.line
      )
    }
    if !isStopped, let parser {
      xmlParseChunk(parser, nil, 0, 1)
    }
    closeElements(downTo: 0)
  }

  // MARK: Feeding libxml2

  /// libxml2 holds the last text back until markup follows.
  func flush() {
    Array("<!---->".utf8).withUnsafeBufferPointer { parse($0) }
  }

  private func makeParser() {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.startElementNs = XMLReader.onStartElement
    handlers.endElementNs = XMLReader.onEndElement
    handlers.characters = XMLReader.onText
    handlers.ignorableWhitespace = XMLReader.onText
    handlers.cdataBlock = XMLReader.onCDATA
    handlers.internalSubset = XMLReader.onDocumentType
    handlers.processingInstruction = XMLReader.onInstruction
    handlers.serror = XMLReader.onError
    guard
      let parser = xmlCreatePushParserCtxt(
        &handlers,
        Unmanaged.passUnretained(self).toOpaque(),
        nil,
        0,
        nil
      )
    else {
      stop(
        XMLProblem(kind: .limit, message: "there is no memory for an XML parser", position: .start)
      )
      return
    }
    // IGNORE_ENC: the bytes are UTF-8 by now, whatever the declaration says. NOENT: attributes have
    // `&#38;` in the place of `&amp;` without it; entities it finds none, as none is declared.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_IGNORE_ENC.rawValue
      | XML_PARSE_NOENT.rawValue | XML_PARSE_RECOVER.rawValue
    xmlCtxtUseOptions(parser, Int32(options))
    self.parser = parser
  }

  /// Sees to it that libxml2 gets an XML declaration first. Without one it takes any `<?xml` for it that
  /// it sees before anything else, and what stands before may be left out.
  private func begin(isLast: Bool) -> Bool {
    guard !hasBegun else { return true }
    let mark = Array("<?xml".utf8)
    guard window.count > mark.count || isLast else { return false }
    hasBegun = true
    if window.count > mark.count, window.starts(with: mark),
      MarkupByte.isSpace(window[mark.count])
    {
      return true
    }
    Array("<?xml version=\"1.0\"?>".utf8).withUnsafeBufferPointer { parse($0) }
    anchors = [
      Anchor(parsed: 0, offset: 0, isReplacement: true), Anchor(parsed: parsedTotal, offset: 0),
    ]
    return true
  }

  private func advance(isLast: Bool) {
    guard begin(isLast: isLast) else { return }
    pendingMends.removeAll(keepingCapacity: true)
    let end = window.withUnsafeBufferPointer { window in
      scanner.scan(window, from: scanned, isLast: isLast) { pendingMends.append($0) }
    }
    scanned = end
    for mend in pendingMends where !isStopped {
      pass(upTo: mend.range.lowerBound)
      note(mend)
      anchors.append(
        Anchor(
          parsed: parsedTotal,
          offset: windowStart + mend.range.lowerBound,
          isReplacement: true,
          reference: mend.replacement.first == UInt8(ascii: "&")
            ? 1 + (mend.replacement.firstIndex(of: UInt8(ascii: ";")) ?? 0) : 0
        )
      )
      mend.replacement.withUnsafeBufferPointer { parse($0) }
      passed = mend.range.upperBound
      anchors.append(Anchor(parsed: parsedTotal, offset: windowStart + passed))
    }
    if !isStopped {
      pass(upTo: end)
    }
    forgetParsed()
  }

  private func pass(upTo end: Int) {
    guard end > passed else { return }
    let start = passed
    passed = end
    // libxml2 calls back while it parses, and the callbacks read the window.
    let window = window
    window.withUnsafeBufferPointer {
      parse(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parser, !isStopped, !bytes.isEmpty else { return }
    parsedTotal += bytes.count
    bytes.withMemoryRebound(to: CChar.self) {
      _ = xmlParseChunk(parser, $0.baseAddress, Int32(clamping: $0.count), 0)
    }
  }

  /// Keeps of the window what is still needed: what libxml2 has not consumed.
  private func forgetParsed() {
    noteSection()
    let needed = min(currentOffset(), lastEnd)
    let count = min(needed - windowStart, passed)
    guard count > 0 else { return }
    _ = position(of: windowStart + count)
    window.removeFirst(count)
    windowStart += count
    passed -= count
    scanned -= count
    scanner.section -= count
    // The next event may begin before where libxml2 stands.
    let old = index(ofAnchorBefore: parsedConsumed())
    if old > 64 { anchors.removeFirst(old - 1); anchor = 0 }
  }

  /// Of a CDATA section libxml2 tells before its end is there, and forgets it.
  private func noteSection() {
    guard unclosedSection != nil else {
      sectionPosition = nil
      return
    }
    guard sectionPosition == nil || scanner.section >= 0 else { return }
    let start = windowStart + scanner.section
    var position = position(of: start)
    // Of its text was told: what lies between is the section's mark.
    position.column -= max(0, position.offset - start)
    sectionPosition = position
  }

  // MARK: Positions

  /// The document's byte at which libxml2 stands.
  func currentOffset() -> Int {
    offset(ofParsed: parsedConsumed())
  }

  private func parsedConsumed() -> Int {
    guard let input = parser?.pointee.input else { return 0 }
    return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
  }

  func offset(ofParsed parsed: Int) -> Int {
    let found = anchors[index(ofAnchorBefore: parsed)]
    return found.isReplacement ? found.offset : found.offset + (parsed - found.parsed)
  }

  /// Where the bytes that libxml2 sees next differ from the document's.
  func nextAnchor(after parsed: Int) -> Int? {
    let next = index(ofAnchorBefore: parsed) + 1
    return next < anchors.count ? anchors[next].parsed : nil
  }

  /// What libxml2 got otherwise of a part of the document, by where it is in that part.
  func replacements(from start: Int, to end: Int) -> [GatheredText.Replacement] {
    guard anchors.count > 1 else { return [] }
    var index = index(ofAnchorBefore: parsedConsumed())
    while index > 0, anchors[index].offset >= start { index -= 1 }
    var found: [GatheredText.Replacement] = []
    while index + 1 < anchors.count, anchors[index].offset <= end {
      let anchor = anchors[index]
      let next = anchors[index + 1]
      if anchor.isReplacement, anchor.offset >= start {
        found.append(
          GatheredText.Replacement(
            source: (anchor.offset - start)..<(next.offset - start),
            count: next.parsed - anchor.parsed,
            reference: anchor.reference
          )
        )
      }
      index += 1
    }
    return found
  }

  func lastAnchorIsReplacement(_ parsed: Int) -> Bool {
    anchors[index(ofAnchorBefore: parsed)].isReplacement
  }

  private func index(ofAnchorBefore parsed: Int) -> Int {
    while anchor + 1 < anchors.count, anchors[anchor + 1].parsed <= parsed { anchor += 1 }
    // An event may end before the anchor that the one before it reached.
    var index = anchor
    while index > 0, anchors[index].parsed > parsed { index -= 1 }
    return index
  }

  /// Line and column of a byte that has not been passed by yet.
  func position(of offset: Int) -> SourcePosition {
    withSource(from: lines.position.offset, to: offset) { lines.advance(over: $0) }
    return lines.position
  }

  /// Line and column of a byte up to which events may still come: libxml2 tells of what is wrong with
  /// a tag before it tells of the tag, and holds text back.
  func positionAhead(of offset: Int) -> SourcePosition {
    let reached = ahead.position.offset
    if reached < lines.position.offset || reached > offset { ahead = lines }
    withSource(from: ahead.position.offset, to: offset) { ahead.advance(over: $0) }
    return ahead.position
  }

  /// The document's bytes, as far as they are at hand.
  func withSource<Result>(
    from start: Int,
    to end: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    window.withUnsafeBufferPointer {
      let low = max(0, min(start - windowStart, $0.count))
      let high = max(low, min(end - windowStart, $0.count))
      return body(UnsafeBufferPointer(rebasing: $0[low..<high]))
    }
  }

  // MARK: Problems

  private func note(_ mend: MarkupScanner.Mend) {
    if let tag = mend.tag {
      let start = windowStart + tag
      if mendedTags.last?.start != start {
        mendedTags.append(MendedTag(start: start, isDamaged: false))
      }
      if mend.damagesTag { mendedTags[mendedTags.count - 1].isDamaged = true }
    }
    report(mend)
  }

  /// What the document ends in, apart from elements.
  private var unclosedSection: XMLProblem.Section? {
    switch scanner.state {
    case .cdata: .cdata
    case .comment: .comment
    case .instruction: .instruction
    case .text, .ended: nil
    }
  }

  func tell(_ problem: XMLProblem) {
    problems += 1
    guard problems <= XMLReader.mostProblems || problem.isFatal else { return }
    delegate.problem(problem)
  }

  private func stop(_ kind: XMLProblem.Kind, at position: SourcePosition, line: Int? = nil) {
    guard let words = kind.words(line: line) else { return }
    stop(XMLProblem(kind: kind, message: words.message, position: position))
  }

  func stop(_ problem: XMLProblem) {
    guard !isStopped else { return }
    isStopped = true
    parser?.pointee.disableSAX = 1
    var problem = problem
    if case .elementBehindRoot = problem.kind {
      // The document is whole.
    } else {
      problem.isFatal = true
    }
    tell(problem)
  }
}
