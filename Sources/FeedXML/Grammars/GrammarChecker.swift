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
  /// The most elements of an entry, or around all of them, that a second opinion is worth: libxml2's
  /// time grows with the square of the number of children.
  static let mostElementsForOpinion = 10_000
  /// The most attributes of an element that a second opinion is worth: for each that a grammar may
  /// take or leave, libxml2 copies them all.
  static let mostAttributesForOpinion = 100
  /// How deep libxml2 lets elements nest.
  static let mostDepth = 256
  /// What libxml2 is given at once. All input is cut into such blocks, so that findings do not
  /// depend on how it arrives.
  static let blockSize = 1 << 16

  /// Whose word a checker is.
  public enum Duty: Sendable {
    /// The only one: whatever is wrong with a document is told, and the first fault of XML ends it.
    case gate
    /// One after others that have told of XML's faults. The document is in UTF-8, whatever it says.
    /// References that XML does not know are passed over, as readers do; at any other fault the
    /// check ends without a word, for what follows would be judged by what the fault has torn apart.
    case secondOpinion
  }

  private let plan: GrammarPlan
  private let duty: Duty
  private var parser: xmlParserCtxtPtr?
  private let shortener = TextShortener()
  private var block: [UInt8] = []
  private var shortened: [UInt8] = []
  private var isFirstBlock = true

  private var findings: [GrammarFinding] = []

  private var depth = 0
  private var depthOnPath = 0
  private var skeletonElements = 0
  private var entryElements = 0
  /// Where entries begin after elements that are none.
  private var entriesAfterElements: [SourcePosition] = []
  private var isAfterElement = true
  private var entries = 0
  private var isInEntry = false
  private var entryPlace = NodePlace(line: 0, column: 0)
  private var place = 0

  // Of the plan's namespaces, which occur in entries, and which around them: a feed declares more
  // than it uses, and the first of a process waits for its grammar to be compiled.
  private var inEntries: UInt64 = 0
  private var aroundEntries: UInt64 = 0
  private var seenNamespaces: [SeenNamespace] = []
  private let isNoNamespaceForeign: Bool
  /// The attributes of a start tag that a grammar may name, as libxml2 hands them over.
  private var described: [UnsafePointer<xmlChar>?] = []
  /// How many elements are open from the first on that no grammar describes.
  private var foreignDepth = 0

  private struct SeenNamespace {
    /// As libxml2's dictionary has it.
    var name: UnsafePointer<xmlChar>
    /// Its bit among the plan's namespaces, if it is one.
    var bit: UInt64
    /// Whether it is none, nor that of the entries.
    var isForeign: Bool
  }

  private var entryGrammar: Grammar?
  private let namespaceBytes: [[UInt8]]
  private let attributeNamespaceBytes: [[UInt8]]
  private let pathBytes: [(local: [UInt8], namespace: [UInt8])]

  /// Whether nothing that follows in the document will be looked at.
  public private(set) var isStopped = false

  /// A checker for one document.
  public init(plan: GrammarPlan, duty: Duty = .gate) {
    LibXMLStart.once()
    self.plan = plan
    self.duty = duty
    namespaceBytes = plan.namespaces.map { Array($0.utf8) + [0] }
    attributeNamespaceBytes = plan.attributeNamespaces.map { Array($0.utf8) + [0] }
    pathBytes = plan.entryPath.map { (Array($0.local.utf8) + [0], Array($0.namespace.utf8) + [0]) }
    isNoNamespaceForeign = plan.entryPath.last.map { !$0.namespace.isEmpty } ?? false
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

  /// Says where in the file the document begins, before any of it is taken.
  public func begin(at position: SourcePosition) {
    shortener.begin(at: position)
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
    if duty == .secondOpinion { handlers.reference = nil }
    handlers.error = nil
    handlers.warning = nil
    handlers.fatalError = nil
    guard let parser = xmlCreatePushParserCtxt(&handlers, nil, nil, 0, nil) else {
      stop(.limit, "no memory for an XML parser", at: (1, 1))
      return
    }
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
    if duty == .secondOpinion {
      options |= XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_RECOVER.rawValue
    }
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
      if duty == .gate, !isUTF8(bytes) {
        shortener.passEverythingOn()
      }
    }
    shortener.shorten(bytes, into: &shortened)
    if duty == .secondOpinion, shortener.hasDeclarations {
      isStopped = true
      return
    }
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

  private func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = Array(bytes.prefix(DocumentHead.limit))
    guard let found = EncodingDetection(charset: nil).detect(head[...], isLast: true) else {
      return true
    }
    return found.encoding.form == .utf8
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
    if checker.foreignDepth > 0 {
      checker.foreignDepth += 1
      if checker.depth + checker.foreignDepth > GrammarChecker.mostDepth { checker.stopForDepth() }
      return
    }
    let isForeign = checker.isForeign(name, namespace)
    let count = isForeign ? 0 : checker.selectDescribed(values, Int(attributes))
    let hasAll = count == attributes
    checker.described.withUnsafeMutableBufferPointer { described in
      xmlSAX2StartElementNs(
        context,
        name,
        prefix,
        namespace,
        namespaceCount,
        namespaces,
        Int32(clamping: count),
        0,
        hasAll ? values : described.baseAddress
      )
    }
    if isForeign { checker.foreignDepth = 1 }
    checker.startElement(name, namespace)
  }

  private static let onEndElement: endElementNsSAX2Func = { context, name, prefix, namespace in
    guard let checker = checker(context), !checker.isStopped else { return }
    if checker.foreignDepth > 0 {
      checker.foreignDepth -= 1
      if checker.foreignDepth > 0 { return }
    }
    let node = checker.parser?.pointee.node
    xmlSAX2EndElementNs(context, name, prefix, namespace)
    checker.endElement(node)
  }

  /// White space among elements means nothing to a grammar, and would be most of the nodes.
  private static let onText: charactersSAXFunc = { context, text, count in
    guard let checker = checker(context), !checker.isStopped, checker.foreignDepth == 0, let text
    else { return }
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
    guard let checker = checker(context), !checker.isStopped, checker.duty == .gate else { return }
    checker.stop(
      .documentType,
      "a document type declaration, which feeds have no use for and readers refuse",
      at: checker.markupPosition()
    )
  }

  private static let onError: xmlStructuredErrorFunc = { context, error in
    guard let checker = checker(context), !checker.isStopped, let error else { return }
    guard error.pointee.level != XML_ERR_WARNING else { return }
    if checker.duty == .secondOpinion, ParserMessage.isUnknownReference(error.pointee) { return }
    checker.stop(error.pointee)
  }

  /// Whether no grammar of the plan describes an element: what is in it is its own affair then, and
  /// not kept. It may be much, such as the XHTML of an entry, and nest as its author likes, where
  /// libxml2 tries the combinations.
  private func isForeign(
    _ name: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
  ) -> Bool {
    guard depth != depthOnPath || !isOnPath(name, namespace) else { return false }
    guard let namespace else { return isNoNamespaceForeign }
    return meaning(of: namespace).isForeign
  }

  private func isOnPath(
    _ name: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
  ) -> Bool {
    guard depth < pathBytes.count else { return false }
    let wanted = pathBytes[depth]
    let isInNamespace =
      namespace == nil
      ? wanted.namespace.count == 1 : xmlStrEqual(namespace, wanted.namespace) != 0
    return isInNamespace && xmlStrEqual(name, wanted.local) != 0
  }

  /// Counts the attributes that a grammar may name, and copies libxml2's five words for each if they
  /// are not all. Its own array has to stay as it is: it frees values by their places.
  private func selectDescribed(
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ count: Int
  ) -> Int {
    guard let values, count > 0 else { return 0 }
    if duty == .secondOpinion, count > GrammarChecker.mostAttributesForOpinion {
      stop(.limit, "", at: markupPosition())
    }
    if (0..<count).allSatisfy({ isDescribed(values[5 * $0 + 2]) }) { return count }
    described.removeAll(keepingCapacity: true)
    for index in 0..<count where isDescribed(values[5 * index + 2]) {
      for word in 0..<5 { described.append(values[5 * index + word]) }
    }
    return described.count / 5
  }

  private func isDescribed(_ attributeNamespace: UnsafePointer<xmlChar>?) -> Bool {
    guard let namespace = attributeNamespace else { return true }
    return attributeNamespaceBytes.contains { xmlStrEqual(namespace, $0) != 0 }
  }

  private func use(_ namespace: UnsafePointer<xmlChar>) {
    let bit = meaning(of: namespace).bit
    if isInEntry {
      if inEntries & bit != bit {
        inEntries |= bit
        entryGrammar = nil
      }
    } else {
      aroundEntries |= bit
    }
  }

  private func meaning(of namespace: UnsafePointer<xmlChar>) -> SeenNamespace {
    if let seen = seenNamespaces.first(where: { $0.name == namespace }) { return seen }
    let index = namespaceBytes.firstIndex { xmlStrEqual(namespace, $0) != 0 }
    let isDocument = pathBytes.last.map { xmlStrEqual(namespace, $0.namespace) != 0 } ?? false
    let seen = SeenNamespace(
      name: namespace,
      bit: index.map { UInt64(1) << UInt64($0) } ?? 0,
      isForeign: index == nil && !isDocument
    )
    if seenNamespaces.count < 64 { seenNamespaces.append(seen) }
    return seen
  }

  private func startElement(
    _ name: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
  ) {
    if depth == 0, duty == .secondOpinion, let wanted = plan.entryPath.first,
      let node = parser?.pointee.node, !wanted.matches(node)
    {
      return stop(.grammar, "", at: (1, 1))
    }
    let position = NodePlace(markupPosition())
    parser?.pointee.node?.pointee._private = position.packed
    if depth == depthOnPath, isOnPath(name, namespace) {
      depthOnPath += 1
      if depthOnPath == pathBytes.count { startEntry(position) }
    }
    depth += 1
    if let namespace { use(namespace) }
    if isInEntry {
      entryElements += 1
    } else {
      isAfterElement = true
      skeletonElements += 1
    }
    checkSize(position)
  }

  private func startEntry(_ position: NodePlace) {
    isInEntry = true
    entryPlace = position
    guard isAfterElement else { return }
    isAfterElement = false
    entriesAfterElements.append(
      SourcePosition(offset: 0, line: position.line, column: position.column)
    )
  }

  private func checkSize(_ position: NodePlace) {
    let most = GrammarChecker.mostSkeletonElements
    if skeletonElements > most {
      stop(
        .limit,
        "more than \(most) elements outside of entries",
        at: (position.line, position.column)
      )
    } else if duty == .secondOpinion,
      max(skeletonElements, entryElements) > GrammarChecker.mostElementsForOpinion
    {
      stop(.limit, "", at: (position.line, position.column))
    }
  }

  private func stopForDepth() {
    let most = GrammarChecker.mostDepth
    stop(
      .limit,
      "elements nested deeper than \(most), which many XML parsers refuse",
      at: markupPosition()
    )
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
    entryElements = 0
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
    isStopped = true
    parser?.pointee.disableSAX = 1
    if duty == .secondOpinion { return }
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
      report("no \(plan.entryPath.last?.local ?? "entry")", listing(below: root))
    }
    guard let grammar = grammar(.skeleton) else { return }
    check(root, grammar)
  }

  /// The element that the entries stand in, or the one nearest to it that is there.
  private func listing(below root: UnsafeMutablePointer<xmlNode>) -> UnsafeMutablePointer<xmlNode> {
    var found = root
    for name in plan.entryPath.dropFirst().dropLast() {
      var child = found.pointee.children
      while let current = child, !name.matches(current) { child = current.pointee.next }
      guard let child else { return found }
      found = child
    }
    return found
  }

  private func grammar(_ part: GrammarPlan.Part) -> Grammar? {
    do {
      return try plan.grammar(part, part == .entry ? inEntries : aroundEntries)
    } catch {
      stop(.grammar, String(describing: error), at: (1, 1))
      return nil
    }
  }

  private func check(_ root: UnsafeMutablePointer<xmlNode>, _ grammar: Grammar) {
    guard findings.count < GrammarChecker.mostFindings else { return }
    let size = isInEntry ? entryElements : skeletonElements
    TreeValidation.offences(under: root, size: size, grammar, plan) { offence in
      report(offence.message, offence.node, attribute: offence.attribute, offence)
      return findings.count < GrammarChecker.mostFindings
    }
  }

  private func report(
    _ message: String,
    _ node: UnsafeMutablePointer<xmlNode>,
    attribute: String? = nil,
    _ offence: GrammarOffence? = nil
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
    let next = NodePath.following(node, skipsContent: offence?.isVague ?? false)
    let end = next.map { NodePlace($0) } ?? NodePlace(currentPosition() ?? markupPosition())
    finding.end = SourcePosition(offset: 0, line: end.line, column: end.column)
    // Entries are gone from the tree by then.
    let start = SourcePosition(offset: 0, line: position.line, column: position.column)
    if !isInEntry, let entry = entriesAfterElements.first(where: { $0 > start }) {
      finding.end = min(entry, finding.end ?? entry)
    }
    if let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE,
      !plan.entryPath.contains(where: { $0.matches(parent) })
    {
      let place = NodePlace(parent)
      finding.parent = SourcePosition(offset: 0, line: place.line, column: place.column)
    }
    if let text = node.pointee.prev, text.pointee.type == XML_TEXT_NODE {
      let place = NodePlace(NodePath.elder(of: node) ?? node.pointee.parent)
      finding.textStart = SourcePosition(offset: 0, line: place.line, column: place.column)
    }
    add(finding)
  }
}
