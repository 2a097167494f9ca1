import CLibXML2

/// Checks an XML document with libxml2, as it arrives: that it is well-formed, and that its entries
/// and what is around them are what a grammar allows.
///
/// libxml2 validates trees only, in time quadratic in the number of entries, so each entry's tree is
/// validated when its end tag has come, then freed; at the end the rest is. Memory does not grow
/// with the number of entries.
///
/// One checker a document, on one thread at a time; any number of checkers at once.
public final class GrammarChecker {
  /// After so many findings the grammar is not asked any more.
  public static let mostFindings = 100
  /// The most elements outside entries that are kept until the end.
  static let mostSkeletonElements = 100_000
  /// What libxml2 is given at once. All input is cut into such blocks, so that findings do not
  /// depend on how it arrives.
  static let blockSize = 1 << 16

  private let plan: GrammarPlan
  private var parser: xmlParserCtxtPtr?
  private let shortener = TextShortener()
  private var block: [UInt8] = []
  private var shortened: [UInt8] = []
  private var isFirstBlock = true

  private var findings: [GrammarFinding] = []
  private var isStopped = false

  private var depth = 0
  private var depthOnPath = 0
  private var skeletonElements = 0
  private var entries = 0
  private var isInEntry = false
  private var entryPlace = NodePlace(line: 0, column: 0)
  private var place = 0

  private var declared: UInt64 = 0
  private var entryGrammar: Grammar?
  private let namespaceBytes: [[UInt8]]
  private let pathBytes: [(local: [UInt8], namespace: [UInt8])]

  /// A checker for one document.
  public init(plan: GrammarPlan) {
    LibXMLStart.once()
    self.plan = plan
    namespaceBytes = plan.namespaces.map { Array($0.utf8) + [0] }
    pathBytes = plan.entryPath.map { (Array($0.local.utf8) + [0], Array($0.namespace.utf8) + [0]) }
    block.reserveCapacity(GrammarChecker.blockSize)
    shortened.reserveCapacity(GrammarChecker.blockSize + 64)
    makeParser()
  }

  deinit {
    if let parser {
      if let document = parser.pointee.myDoc {
        xmlFreeDoc(document)
      }
      xmlFreeParserCtxt(parser)
    }
  }

  /// Takes the document's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, !isStopped {
      let room = GrammarChecker.blockSize - block.count
      if block.isEmpty, rest.count >= GrammarChecker.blockSize {
        pass(UnsafeBufferPointer(rebasing: rest[..<GrammarChecker.blockSize]))
        rest = UnsafeBufferPointer(rebasing: rest[GrammarChecker.blockSize...])
        continue
      }
      let count = min(room, rest.count)
      block.append(contentsOf: rest[..<count])
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      if block.count == GrammarChecker.blockSize {
        passBlock()
      }
    }
  }

  /// Ends the document and says what is wrong with it, in document order but for what concerns
  /// everything around the entries, which comes last.
  public func finish() -> [GrammarFinding] {
    if !isStopped {
      passBlock()
    }
    if !isStopped, let parser {
      xmlParseChunk(parser, nil, 0, 1)
    }
    if !isStopped {
      checkSkeleton()
    }
    return findings
  }

  // MARK: Feeding the parser

  private func makeParser() {
    var handlers = xmlSAXHandler()
    xmlSAX2InitDefaultSAXHandler(&handlers, 0)
    handlers.startElementNs = GrammarChecker.onStartElement
    handlers.endElementNs = GrammarChecker.onEndElement
    handlers.characters = GrammarChecker.onText
    handlers.ignorableWhitespace = GrammarChecker.onText
    handlers.cdataBlock = GrammarChecker.onText
    handlers.internalSubset = GrammarChecker.onDocumentType
    handlers.serror = GrammarChecker.onError
    // Neither is of any interest to a grammar, and both would pile up between the entries.
    handlers.comment = nil
    handlers.processingInstruction = nil
    handlers.error = nil
    handlers.warning = nil
    handlers.fatalError = nil
    guard let parser = xmlCreatePushParserCtxt(&handlers, nil, nil, 0, nil) else {
      isStopped = true
      findings.append(
        GrammarFinding(kind: .limit, message: "no memory for an XML parser", line: 1, column: 1)
      )
      return
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
    xmlCtxtUseOptions(parser, Int32(options))
    parser.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    self.parser = parser
  }

  private func passBlock() {
    block.withUnsafeBufferPointer { pass($0) }
    block.removeAll(keepingCapacity: true)
  }

  private func pass(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty, let parser else { return }
    if isFirstBlock {
      isFirstBlock = false
      if !XMLEncodingSniffer.isUTF8(bytes) {
        shortener.passEverythingOn()
      }
    }
    shortener.shorten(bytes, into: &shortened)
    shortened.withUnsafeBufferPointer { shortened in
      shortened.withMemoryRebound(to: CChar.self) {
        _ = xmlParseChunk(parser, $0.baseAddress, Int32(clamping: $0.count), 0)
      }
    }
    shortened.removeAll(keepingCapacity: true)
    shortener.forgetPlaces(place)
    place = 0
    if shortener.isTextTooLong, !isStopped {
      stopForLongText()
    }
  }

  // MARK: What the parser reports

  private static func checker(_ context: UnsafeMutableRawPointer?) -> GrammarChecker? {
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return nil }
    guard let owner = parser.pointee._private else { return nil }
    return Unmanaged<GrammarChecker>.fromOpaque(owner).takeUnretainedValue()
  }

  private static let onStartElement: startElementNsSAX2Func = {
    context,
    name,
    prefix,
    namespace,
    namespaceCount,
    namespaces,
    attributes,
    defaulted,
    values in
    guard let checker = checker(context), !checker.isStopped else { return }
    xmlSAX2StartElementNs(
      context,
      name,
      prefix,
      namespace,
      namespaceCount,
      namespaces,
      attributes,
      defaulted,
      values
    )
    if namespaceCount > 0 {
      checker.declare(namespaces, Int(namespaceCount))
    }
    checker.startElement(name, namespace)
  }

  private static let onEndElement: endElementNsSAX2Func = { context, name, prefix, namespace in
    guard let checker = checker(context), !checker.isStopped else { return }
    let node = checker.parser?.pointee.node
    xmlSAX2EndElementNs(context, name, prefix, namespace)
    checker.endElement(node)
  }

  /// White space among elements means nothing to a grammar, and would be most of the nodes.
  private static let onText: charactersSAXFunc = { context, text, count in
    guard let checker = checker(context), !checker.isStopped, let text else { return }
    guard let node = checker.parser?.pointee.node else { return }
    if node.pointee.last?.pointee.type == XML_TEXT_NODE {
      // Text among the entries is an offence, once; it must not grow with them.
      if !checker.isInEntry, checker.depth <= checker.depthOnPath { return }
    } else {
      var i = 0
      while i < count, text[i] <= 0x20 { i += 1 }
      if i == count { return }
    }
    xmlSAX2Characters(context, text, count)
  }

  private static let onDocumentType: internalSubsetSAXFunc = { context, _, _, _ in
    guard let checker = checker(context), !checker.isStopped else { return }
    checker.stop(
      .documentType,
      "a document type declaration, which feeds have no use for and readers refuse",
      at: checker.markupPosition()
    )
  }

  private static let onError: xmlStructuredErrorFunc = { context, error in
    guard let checker = checker(context), !checker.isStopped, let error else { return }
    guard error.pointee.level != XML_ERR_WARNING else { return }
    checker.stop(error.pointee)
  }

  private func declare(
    _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ count: Int
  ) {
    guard let namespaces else { return }
    for index in 0..<count {
      guard let uri = namespaces[2 * index + 1] else { continue }
      for (bit, known) in namespaceBytes.enumerated()
      where declared & (1 << UInt64(bit)) == 0 && xmlStrEqual(uri, known) != 0 {
        declared |= 1 << UInt64(bit)
        entryGrammar = nil
      }
    }
  }

  private func startElement(
    _ name: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
  ) {
    let position = NodePlace(markupPosition())
    parser?.pointee.node?.pointee._private = position.packed
    if depth == depthOnPath, depth < pathBytes.count {
      let wanted = pathBytes[depth]
      let isInNamespace =
        namespace == nil
        ? wanted.namespace.count == 1 : xmlStrEqual(namespace, wanted.namespace) != 0
      if isInNamespace, xmlStrEqual(name, wanted.local) != 0 {
        depthOnPath += 1
        if depthOnPath == pathBytes.count {
          isInEntry = true
          entryPlace = position
        }
      }
    }
    depth += 1
    if !isInEntry {
      skeletonElements += 1
      if skeletonElements > GrammarChecker.mostSkeletonElements {
        stop(
          .limit,
          "more than \(GrammarChecker.mostSkeletonElements) elements outside of entries",
          at: (position.line, position.column)
        )
      }
    }
  }

  private func endElement(_ node: UnsafeMutablePointer<xmlNode>?) {
    depth -= 1
    guard depth < depthOnPath else { return }
    let isEntry = depthOnPath == pathBytes.count
    depthOnPath = depth
    guard isEntry, let node else { return }
    checkEntry(node)
    xmlUnlinkNode(node)
    xmlFreeNode(node)
    // libxml2 goes on appending to the text node that it wrote last.
    parser?.pointee.nodelen = 0
    parser?.pointee.nodemem = 0
    isInEntry = false
    entries += 1
  }

  // MARK: Positions

  /// Where the tag begins that is being reported.
  private func markupPosition() -> (line: Int, column: Int) {
    guard let parser else { return (1, 1) }
    guard shortener.knowsPlaces else {
      return XMLInputPosition.tagStart(parser)
    }
    let consumed = xmlByteConsumed(parser)
    let places = shortener.places
    while place + 1 < places.count, places[place + 1].offset < consumed {
      place += 1
    }
    return (places[place].line, places[place].column)
  }

  /// Where the parser stands.
  private func currentPosition(ahead: Int = 0) -> (line: Int, column: Int)? {
    guard let parser, shortener.knowsPlaces else { return nil }
    let consumed = xmlByteConsumed(parser) + ahead
    let places = shortener.places
    var index = place
    while index + 1 < places.count, places[index + 1].offset <= consumed {
      index += 1
    }
    let known = places[index]
    return XMLInputPosition.after(
      parser,
      ahead: ahead,
      bytes: consumed - known.offset,
      line: known.line,
      column: known.column
    )
      ?? (known.line, known.column)
  }

  private func position(of error: xmlError) -> (line: Int, column: Int) {
    let reported = (Int(error.line), Int(max(error.int2, 1)))
    guard let parser, shortener.knowsPlaces else { return reported }
    if Int(error.domain) == Int(XML_FROM_NAMESPACE.rawValue) { return markupPosition() }
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return markupPosition()
    case XML_ERR_MISPLACED_CDATA_END:
      // For this one alone the parser has not moved on yet.
      let ahead = XMLInputPosition.distance(to: "]]>", parser)
      return currentPosition(ahead: ahead) ?? reported
    default:
      return currentPosition() ?? reported
    }
  }

  // MARK: Findings

  private func path(of node: UnsafeMutablePointer<xmlNode>) -> String {
    NodePath.path(
      of: node,
      entry: isInEntry ? (depth: pathBytes.count, position: entries + 1) : nil
    )
  }

  private func add(_ finding: GrammarFinding) {
    var finding = finding
    if isInEntry {
      finding.entryIndex = entries
      finding.entryLine = entryPlace.line
      finding.entryColumn = entryPlace.column
    }
    findings.append(finding)
  }

  private func stop(
    _ kind: GrammarFinding.Kind,
    _ message: String,
    at position: (line: Int, column: Int)
  ) {
    guard !isStopped else { return }
    var finding = GrammarFinding(
      kind: kind,
      message: message,
      line: position.line,
      column: position.column
    )
    if let node = parser?.pointee.node {
      finding.path = path(of: node)
      finding.element = NodePath.name(of: node)
    }
    add(finding)
    isStopped = true
    parser?.pointee.disableSAX = 1
  }

  private func stop(_ error: xmlError) {
    let translated = ParserMessage.translate(error, parser)
    stop(translated.kind, translated.message, at: position(of: error))
  }

  private func stopForLongText() {
    let node = parser?.pointee.node
    let position = NodePlace(node)
    let megabytes = TextShortener.longestText / 1_000_000
    let name = node.map { "the content of \(NodePath.name(of: $0))" } ?? "text"
    stop(
      .limit,
      "\(name) is larger than \(megabytes) MB, which many XML parsers refuse",
      at: (position.line, position.column)
    )
  }

  // MARK: Grammars

  private func checkEntry(_ node: UnsafeMutablePointer<xmlNode>) {
    guard findings.count < GrammarChecker.mostFindings, !isStopped else { return }
    if entryGrammar == nil {
      entryGrammar = grammar(.entry)
    }
    guard let entryGrammar else { return }
    check(node, entryGrammar)
  }

  private func checkSkeleton() {
    guard let document = parser?.pointee.myDoc, let root = xmlDocGetRootElement(document) else {
      return
    }
    // libxml2 would only speak of a wrong namespace, without naming it.
    if let wanted = plan.entryPath.first, !wanted.matches(root) {
      let namespace = root.pointee.ns?.pointee.href.map { String(cString: $0) } ?? ""
      let name = GrammarPlan.Name(NodePath.localName(of: root), in: namespace)
      report("the root element is \(name), not \(wanted)", root)
      return
    }
    if entries < plan.fewestEntries {
      report("no \(plan.entryPath.last?.local ?? "entry")", root)
    }
    guard let grammar = grammar(.skeleton) else { return }
    check(root, grammar)
  }

  private func grammar(_ part: GrammarPlan.Part) -> Grammar? {
    do {
      return try plan.grammar(part, declared)
    } catch {
      stop(.grammar, String(describing: error), at: (1, 1))
      return nil
    }
  }

  private func check(_ root: UnsafeMutablePointer<xmlNode>, _ grammar: Grammar) {
    guard findings.count < GrammarChecker.mostFindings else { return }
    TreeValidation.offences(under: root, grammar, plan) { offence in
      report(offence.message, offence.node, attribute: offence.attribute)
      return findings.count < GrammarChecker.mostFindings
    }
  }

  private func report(
    _ message: String,
    _ node: UnsafeMutablePointer<xmlNode>,
    attribute: String? = nil
  ) {
    let position = NodePlace(node)
    var finding = GrammarFinding(
      kind: .grammar,
      message: message,
      line: position.line,
      column: position.column
    )
    finding.path = path(of: node)
    finding.element = NodePath.name(of: node)
    finding.attribute = attribute
    add(finding)
  }
}
