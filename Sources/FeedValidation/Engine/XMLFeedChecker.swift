import FeedModel
import FeedXML

/// Holds an XML feed against the vocabularies and the checks while it is read, one element at a time.
///
/// What is kept of a document is its open elements and what checks remember: memory does not grow
/// with its size.
final class XMLFeedChecker: XMLReaderDelegate {
  // One document is read on one thread, and these change with every tag: to check that no two do it
  // at once took as long as to look the tags up.
  let findings: Findings
  let settings: ValidationSettings
  @exclusivity(unchecked) private(set) var kind = FeedKind.unknown
  @exclusivity(unchecked) private(set) var entries = 0
  /// Whether there was an element at all.
  @exclusivity(unchecked) private(set) var hasRoot = false
  /// Where something was found.
  @exclusivity(unchecked) private(set) var spoken = SpokenPlaces()

  weak var reader: XMLReader?
  /// The name of the encoding that the document is in.
  @exclusivity(unchecked) var encoding = "UTF-8"
  @exclusivity(unchecked) var frames: [Frame] = []
  @exclusivity(unchecked) var names = ElementNames()
  @exclusivity(unchecked) var index = VocabularyIndex([])
  @exclusivity(unchecked) var text = XMLTextBuffer()
  @exclusivity(unchecked) var textConstruct: TextConstruct?
  /// Whether the document names Netscape's DTD for RSS, which declares HTML's entities.
  @exclusivity(unchecked) var hasEntitiesOfHTML = false
  /// Where it names the one for RSS 0.91.
  @exclusivity(unchecked) var netscapeType: SourcePosition?
  /// What is to be said of a document that is an HTML page.
  @exclusivity(unchecked) private(set) var page: Finding?
  /// Where the last problems of the document as XML are.
  @exclusivity(unchecked) var problemPlaces: [SourcePosition] = []
  /// Whether what the feed itself must have may stand in what could not be read.
  @exclusivity(unchecked) var isIncomplete = false
  @exclusivity(unchecked) private(set) var isFinished = false
  /// The address of the feed's site or of the feed, as far as it says; see ``help(of:)``.
  @exclusivity(unchecked) var site: String?
  /// What open elements lack, by their number among the open ones; see ``PendingText``.
  @exclusivity(unchecked) var pending: [Int: PendingText] = [:]
  /// Whether the prefix of Apple's elements was declared, be it used or not.
  @exclusivity(unchecked) var declaresITunes = false
  /// Whether XHTML with a prefix was told of.
  @exclusivity(unchecked) var hasToldOfPrefix = false
  @exclusivity(unchecked) private var checks: [any Check] = []
  @exclusivity(unchecked) private var interested: [Interest: [Int]] = [:]
  @exclusivity(unchecked) private var unknownNamespaces: Set<String> = []
  @exclusivity(unchecked) private var meanings: [Int: VocabularyIndex.Meaning] = [:]
  @exclusivity(unchecked) private var entryDepth = Int.max

  init(settings: ValidationSettings, findings: Findings) {
    self.settings = settings
    self.findings = findings
  }

  // MARK: Elements

  func startElement(_ tag: borrowing XMLStartTag) {
    readNamespaces(tag)
    if frames.isEmpty {
      readRoot(tag)
    }
    let name = names.name(tag.name)
    let ordinal = frames.isEmpty ? 1 : frames[frames.count - 1].count(name)
    let parent = frames.last
    switch parent?.mode {
    case .ignored?:
      startInExtension(name, tag)
      push(name, tag, element: nil, role: .plain, mode: .ignored, ordinal: ordinal)
      return
    case .xhtml?:
      startXHTML(name, tag, ordinal: ordinal)
      return
    case .text?:
      startInText(name, tag, ordinal: ordinal)
      return
    default: break
    }
    guard kind != .unknown else {
      push(name, tag, element: nil, role: .plain, mode: .ignored, ordinal: ordinal)
      return
    }
    switch meaning(of: name) {
    case .defined(let element):
      start(element, name, tag, ordinal: ordinal)
    case .misplaced(let element):
      reportMisplaced(name, element, tag)
      // Where the end of an item is missing, the next ones stand in it; readers show them.
      if element.definition.isEntry, frames.last?.definition?.isEntry == true {
        start(element, name, tag, ordinal: ordinal)
        return
      }
      push(name, tag, element: nil, role: .plain, mode: .ignored, ordinal: ordinal)
    case .undefined(let vocabulary):
      reportUndefined(name, vocabulary, tag)
      push(name, tag, element: nil, role: .plain, mode: .ignored, ordinal: ordinal)
    case .foreign:
      reportForeign(name, tag)
      push(name, tag, element: nil, role: .plain, mode: .ignored, ordinal: ordinal)
    }
  }

  private func start(
    _ element: VocabularyIndex.Element,
    _ name: ElementNames.Name,
    _ tag: borrowing XMLStartTag,
    ordinal: Int
  ) {
    let definition = element.definition
    if definition.isEntry {
      entries += 1
      if entryDepth == .max { entryDepth = frames.count }
    }
    let mode: Frame.Mode
    switch definition.content {
    case .elements, .empty: mode = .structure
    case .text, .optionalText, .html: mode = .text
    case .textConstruct, .atomContent, .atom03Content, .mediaText:
      mode = startTextConstruct(definition, tag)
    case .xhtml: mode = .xhtml
    case .anything: mode = .ignored
    }
    let isProperty = definition.content.isText && isProperty(tag)
    if definition.content.isText { text.removeAll() }
    push(
      name,
      tag,
      element: element,
      role: definition.role,
      mode: isProperty ? .ignored : mode,
      ordinal: ordinal
    )
    if isProperty { frames[frames.count - 1].hasStrayElement = true }
    if definition.occurrence == .once, ordinal > 1 {
      reportDuplicate(definition)
    }
    let frame = frames[frames.count - 1]
    if tag.isDamaged {
      frame.damage = .incomplete
      if frames.count <= 3 { isIncomplete = true }
    } else {
      checkAttributes(of: element, tag)
    }
    if !frame.checks.isEmpty {
      let record = record(of: frame)
      let context = context
      for check in frame.checks { checks[check].start(record, context) }
    }
  }

  func endElement(_ xmlName: XMLName) {
    guard let frame = frames.last else { return }
    if frame.damage == .unread {
      // Its start tag was read, whatever came after.
      if !pending.isEmpty { finishUnread() }
      textConstruct = nil
      close()
      return
    }
    finishText(of: frame)
    let isTold = !pending.isEmpty && finishPending(frame)
    if !isTold, let definition = frame.definition {
      for child in definition.required where !frame.has(child.name) {
        reportMissing(child, in: frame)
      }
    }
    if !frame.checks.isEmpty {
      var record = record(of: frame)
      if let content = frame.definition?.content, content.isText, !content.isMarkup {
        let (trimmed, offset) = trimmedText()
        record.text = trimmed
        record.textPosition = text.position(of: offset)
      }
      let context = context
      for check in frame.checks { checks[check].end(record, context) }
    }
    close()
  }

  private func close() {
    frames.removeLast()
    if frames.count == entryDepth {
      entryDepth = .max
    }
  }

  func text(_ piece: XMLTextPiece) {
    guard let frame = frames.last else { return }
    switch frame.mode {
    case .ignored: noteTextInExtension(frame, piece)
    case .text, .xhtml:
      if frame.mode == .xhtml { noteTextBesideDivision(frame, piece) }
      text.append(piece) { reader?.position(of: piece) ?? frame.position }
    case .structure:
      guard !frame.hasStrayText else {
        if !pending.isEmpty { pending[frames.count]?.append(piece.bytes) }
        return
      }
      guard let first = piece.bytes.firstIndex(where: { !XMLFeedChecker.isSpace($0) }) else {
        return
      }
      frames[frames.count - 1].hasStrayText = true
      var position = reader?.position(of: piece) ?? frame.position
      position = position.advanced(over: piece.bytes[..<first])
      if keepText(of: frame, piece.bytes[first...], at: position) { return }
      reportStrayText(frame, piece.bytes[first...], at: position)
    }
  }

  /// Ends the document.
  func finish() {
    if !pending.isEmpty { flushPending() }
    isFinished = true
    let context = context
    for check in checks { check.finish(context) }
  }

  func documentType(name: String, publicID: String?, systemID: String?) {
    reportDocumentType(name: name, publicID: publicID, systemID: systemID)
  }

  // MARK: Frames

  func push(
    _ name: ElementNames.Name,
    _ tag: borrowing XMLStartTag,
    element: VocabularyIndex.Element?,
    role: Role,
    mode: Frame.Mode,
    ordinal: Int
  ) {
    let wanted = mode != .ignored || element != nil ? interest(in: name, role) : []
    let isLiteral = mode == .ignored && isLiteral(tag)
    frames.append(
      Frame(
        name: name,
        element: element,
        role: role,
        mode: mode,
        position: tag.position,
        ordinal: ordinal,
        hasBase: hasBase(tag),
        base: base(tag),
        checks: wanted,
        attributes: wanted.isEmpty ? [] : attributes(of: tag)
      )
    )
    if isLiteral { frames[frames.count - 1].isLiteral = true }
  }

  /// The checks that want to see an element.
  private func interest(in name: ElementNames.Name, _ role: Role) -> [Int] {
    if let known = name.checks[role.rawValue] { return known }
    let wanted =
      (interested[.role(role)] ?? [])
      + (interested[.element(name.namespace, name.local)] ?? [])
      + (interested[.namespace(name.namespace)] ?? [])
    let unique = Set(wanted).sorted()
    name.checks[role.rawValue] = unique
    return unique
  }

  private func record(of frame: Frame) -> ElementRecord {
    ElementRecord(frame, in: frames.count > 1 ? frames[frames.count - 2] : nil)
  }

  private func attributes(of tag: borrowing XMLStartTag) -> [ElementRecord.Attribute] {
    var attributes: [ElementRecord.Attribute] = []
    var written = tag.places
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      let name = names.name(attribute.name)
      let places = written.find(name.qualified)
      attributes.append(
        ElementRecord.Attribute(
          name: name.local,
          namespace: name.namespace,
          qualifiedName: name.qualified,
          value: attribute.string,
          position: places?.value ?? tag.position,
          namePosition: places?.name ?? tag.position
        )
      )
    }
    return attributes
  }

  private func meaning(of name: ElementNames.Name) -> VocabularyIndex.Meaning {
    guard let parent = frames.last else {
      return index.meaning(
        of: name.local,
        in: name.namespace,
        parent: .init(role: .document, namespace: "", name: "")
      )
    }
    let key = name.id << 20 | (parent.element?.id ?? 0xFFFFF)
    if let known = meanings[key] { return known }
    let meaning = index.meaning(of: name.local, in: name.namespace, parent: parent.parent)
    meanings[key] = meaning
    return meaning
  }

  // MARK: The root

  private func readRoot(_ tag: borrowing XMLStartTag) {
    let root = FeedRoot.read(tag)
    kind = root.kind
    hasRoot = true
    for (written, meant) in root.namespaces {
      names.read(written, as: meant)
    }
    index = VocabularyIndex(Vocabularies.of(kind))
    checks = Checks.of(kind)
    for (number, check) in checks.enumerated() {
      for interest in check.interests {
        interested[interest, default: []].append(number)
      }
    }
    if root.isPage {
      page = root.findings.first
      return
    }
    for finding in root.findings { report(finding, path: "/" + tag.name.qualifiedName) }
    reportProlog(tag)
  }

  func reportForeign(_ name: ElementNames.Name, _ tag: borrowing XMLStartTag) {
    guard unknownNamespaces.insert(name.written).inserted, !tag.name.isOfUnknownPrefix else {
      return
    }
    reportUnknownNamespace(name, at: tag.position)
  }

  // MARK: Findings

  private(set) lazy var context = CheckContext(self)

  /// 0-based ordinal of the entry at hand.
  var entryIndex: Int? { entryDepth == .max ? nil : entries - 1 }

  func report(_ finding: Finding, path: String? = nil) {
    if !problemPlaces.isEmpty, isSeenTwice(finding) { return }
    if isIncomplete || frames.last?.damage == .incomplete, isFollowUp(finding) { return }
    spoken.add(finding.position)
    findings.add(finding, path: path ?? self.path, entryIndex: entryIndex)
  }

  /// How many elements a path names at most: every finding has one.
  private static let longestPath = 64

  /// The path of the element at hand: `/rss/channel/item[3]/guid`. One that lies very deep ends in `…`.
  var path: String {
    var path = ""
    for frame in frames.prefix(Self.longestPath) {
      path += "/" + frame.name.qualified
      let isEntry = frame.role == .item || frame.role == .entry || frame.role == .rdfItem
      if isEntry || frame.ordinal > 1 { path += "[\(frame.ordinal)]" }
    }
    if frames.count > Self.longestPath { path += "/…" }
    return path
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}

extension Frame {
  /// Whether a child of the element's own namespace stood in it.
  func has(_ name: String) -> Bool {
    children.contains { $0.name == name && $0.namespace == self.name.namespace }
  }
}

extension ElementContent {
  /// Whether it is the content of an entry, which is for no check to look at.
  var isMarkup: Bool {
    switch self {
    case .html, .atomContent: true
    default: false
    }
  }

  /// Whether text is gathered for it.
  var isText: Bool {
    switch self {
    case .text, .optionalText, .html, .textConstruct, .atomContent, .atom03Content, .mediaText,
      .xhtml:
      true
    case .elements, .empty, .anything: false
    }
  }
}
