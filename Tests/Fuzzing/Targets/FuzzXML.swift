import FeedXML

extension FuzzTarget {
  /// The events that an XML document is.
  static let xml = FuzzTarget(
    "xml",
    longestInput: 8192,
    frames: [
      Frame("<a>", "</a>"), Frame("<a b='", "'/>"), Frame("<a ", "/>"),
      Frame("<a><![CDATA[", "]]></a>"), Frame("<!DOCTYPE a [", "]><a/>"),
    ]
  ) { bytes throws(Violation) in
    let document = DecodedText(of: [bytes], drops: true)
    // Where characters were left out, lines are not those of the text.
    let lines = document.misplaced == nil ? document.lines : nil
    try document.text.withUnsafeBufferPointer { text throws(Violation) in
      let start = document.report.textStart
      let whole = EventRecorder(reading: [text], from: start)
      try expect(whole.flaw == nil, whole.flaw ?? "")
      try expect(whole.depth == 0, "\(whole.depth) elements are open at the end")
      try Chunks(text).forEachCut { name, chunks throws(Violation) in
        let cut = EventRecorder(reading: chunks, from: start)
        try expectSame(cut.events, whole.events, "the events, \(name)")
        try expectSame(cut.problems, whole.problems, "the problems, \(name)")
      }
      for position in whole.problems.map(\.position) + whole.positions {
        try expect(
          lines?.contains(line: position.line, column: position.column) ?? true,
          "\(position) is outside of the document"
        )
      }
      // libxml2 goes on where it likes after an error.
      if whole.problems.isEmpty { try whole.checkPlaces(in: text) }
    }
  }
}

/// Writes down what a reader tells.
final class EventRecorder: XMLReaderDelegate {
  enum Event: Equatable {
    case start(name: String, namespace: String, attributes: [String], at: SourcePosition)
    case end(String)
    case text(String, kind: XMLTextPiece.Kind, at: Int)
    case other(String)
  }

  private(set) var events: [Event] = []
  private(set) var problems: [XMLProblem] = []
  private(set) var depth = 0
  private(set) var flaw: String?
  private var last = SourcePosition.start
  private var lastTextEnd = 0

  /// Where tags and attributes are.
  private(set) var positions: [SourcePosition] = []

  init(reading chunks: [UnsafeBufferPointer<UInt8>], from start: SourcePosition = .start) {
    let reader = XMLReader(delegate: self)
    reader.begin(at: start)
    for chunk in chunks { reader.consume(chunk) }
    reader.finish()
  }

  func startElement(_ tag: borrowing XMLStartTag) {
    depth += 1
    if tag.position < last { flaw = "<\(tag.name.qualifiedName)> stands before what it follows" }
    last = tag.position
    positions.append(last)
    var attributes: [String] = []
    for index in 0..<tag.namespaceCount {
      guard let (prefix, uri) = tag.namespace(index) else { continue }
      attributes.append("xmlns:\(prefix ?? "")=\(uri)")
    }
    var places = tag.places
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      if !isUTF8(attribute.value) { flaw = "an attribute is not UTF-8" }
      let name = attribute.name.qualifiedName
      var place = ""
      if let (name, value) = places.find(name) {
        place = " at \(name.line):\(name.column), \(value.line):\(value.column)"
        if name < last || value < name { flaw = "the attribute \(name) is misplaced" }
        positions += [name, value]
      }
      attributes.append("{\(attribute.name.namespaceURI)}\(name)=\(attribute.string)\(place)")
    }
    events.append(
      .start(
        name: tag.name.qualifiedName,
        namespace: tag.name.namespaceURI,
        attributes: attributes,
        at: tag.position
      )
    )
  }

  func endElement(_ name: XMLName) {
    depth -= 1
    if depth < 0 { flaw = "more elements end than began" }
    events.append(.end(name.qualifiedName))
  }

  func text(_ piece: XMLTextPiece) {
    let text = String(validating: piece.bytes, as: UTF8.self)
    if text == nil { flaw = "text is not UTF-8" }
    if piece.end < piece.offset || piece.offset < lastTextEnd {
      flaw = "text at \(piece.offset)..<\(piece.end) stands before what it follows"
    }
    defer { lastTextEnd = piece.end }
    // How much comes at once does not matter.
    if case .text(let before, let kind, let start) = events.last, kind == piece.kind,
      kind == .plain || kind == .cdata, piece.offset == lastTextEnd
    {
      events[events.count - 1] = .text(before + (text ?? ""), kind: kind, at: start)
    } else {
      events.append(.text(text ?? "", kind: piece.kind, at: piece.offset))
    }
  }

  func documentType(name: String, publicID: String?, systemID: String?) {
    events.append(.other("doctype \(name) \(publicID ?? "-") \(systemID ?? "-")"))
  }

  func processingInstruction(target: String, data: String) {
    events.append(.other("?\(target) \(data)"))
  }

  func problem(_ problem: XMLProblem) {
    problems.append(problem)
  }

  /// What was told of stands where it was told to stand.
  func checkPlaces(in text: UnsafeBufferPointer<UInt8>) throws(Violation) {
    for event in events {
      switch event {
      case .start(let name, _, _, let position):
        try expect(
          text.dropFirst(position.offset).starts(with: "<\(name)".utf8),
          "<\(name)> is not at \(position)"
        )
      case .text(let string, .plain, let offset), .text(let string, .cdata, let offset):
        let line = string.utf8.prefix { $0 != 0x0A }
        try expect(
          text.dropFirst(offset).starts(with: line),
          "\(string.debugDescription) is not at byte \(offset)"
        )
      case .text(let string, _, let offset):
        try expect(
          text.dropFirst(offset).first == UInt8(ascii: "&"),
          "the reference to \(string.debugDescription) is not at byte \(offset)"
        )
      default: break
      }
    }
  }
}
