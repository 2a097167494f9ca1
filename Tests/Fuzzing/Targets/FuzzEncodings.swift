import FeedXML

extension FuzzTarget {
  /// Documents in all encodings, real and pretended.
  static let encodings = FuzzTarget(
    "encodings",
    longestInput: 4096,
    frames: [
      Frame("<?xml version=\"1.0\" encoding=\"utf-16\"?>", ""),
      Frame("<?xml version=\"1.0\" encoding=\"shift_jis\"?>", ""),
      Frame("<?xml version=\"1.0\" encoding=\"windows-1252\"?>", ""),
    ]
  ) { bytes throws(Violation) in
    for drops in [false, true] {
      let whole = DecodedText(of: [bytes], drops: drops)
      try expect(isUTF8(whole.text), "the text is not UTF-8")
      try expect(
        whole.text.count <= bytes.count * 4 + 16,
        "\(bytes.count) bytes became \(whole.text.count)"
      )
      try expect(
        whole.misplaced == nil || drops,
        "a piece is not at \(whole.misplaced, default: "")"
      )
      try Chunks(bytes).forEachCut { name, chunks throws(Violation) in
        let cut = DecodedText(of: chunks, drops: drops)
        try expectSame(cut.text, whole.text, "the text, \(name)")
        try expectSame(words(cut.report), words(whole.report), "the report, \(name)")
      }
    }
    let whole = DecodedText(of: [bytes], drops: false)
    for position in whole.report.problems.compactMap(\.place) {
      try expect(
        whole.lines.contains(line: position.line, column: position.column),
        "a problem at \(position.line):\(position.column) is outside of the document"
      )
      try expect(
        (0...bytes.count).contains(position.offset),
        "a problem at byte \(position.offset) is outside of the document"
      )
    }
  }

  /// All that a report says. Which byte of an encoding with escape sequences became a character, only
  /// lines and columns tell for certain.
  private static func words(_ report: EncodingReport) -> String {
    let words = "\(report)"
    guard report.encoding.name.hasPrefix("ISO-2022") else { return words }
    return words.replacing(#/offset: [0-9]+/#, with: "offset: ?")
  }
}

/// What a document is as text.
struct DecodedText {
  private(set) var text: [UInt8] = []
  private(set) var lines = LineLengths()
  /// Where a piece should have begun that said to begin elsewhere.
  private(set) var misplaced: SourcePosition?
  let report: EncodingReport

  init(of chunks: [UnsafeBufferPointer<UInt8>], drops: Bool = false) {
    let decoder = XMLTextDecoder(dropsForbiddenCharacters: drops)
    var text: [UInt8] = []
    var lines: LineLengths?
    var counter = LineCounter()
    var misplaced: SourcePosition?
    let ended = chunks + [UnsafeBufferPointer(start: nil, count: 0)]
    for (index, chunk) in ended.enumerated() {
      decoder.decode(chunk, isLast: index == ended.count - 1) { piece, position in
        if lines == nil {
          lines = LineLengths(from: position)
        } else if (counter.position.line, counter.position.column)
          != (position.line, position.column)
        {
          misplaced = misplaced ?? counter.position
        }
        counter.move(to: position)
        counter.advance(over: piece)
        text += piece
        lines?.append(piece)
      }
    }
    self.text = text
    self.lines = lines ?? LineLengths(from: decoder.report.textStart)
    self.misplaced = misplaced
    report = decoder.report
  }
}

/// How long the lines of a document are, counted one code point after the other.
struct LineLengths {
  private var first = 1
  private var lengths = [0]
  private var isAfterReturn = false

  init() {}

  init(from position: SourcePosition) {
    first = position.line
    lengths = [position.column - 1]
  }

  mutating func append(_ text: some Sequence<UInt8>) {
    for byte in text {
      defer { isAfterReturn = byte == 0x0D }
      if byte == 0x0D || byte == 0x0A {
        if byte == 0x0D || !isAfterReturn { lengths.append(0) }
      } else if byte & 0xC0 != 0x80 {
        lengths[lengths.count - 1] += 1
      }
    }
  }

  /// Whether a character is there, or the end of its line.
  func contains(line: Int, column: Int) -> Bool {
    // What was skipped before the text is not known here.
    if line < first { return line > 0 && column > 0 }
    let index = line - first
    return index < lengths.count && column >= 1 && column <= lengths[index] + 1
  }
}

extension EncodingProblem {
  /// Where it is; nil for what is no place in the text.
  fileprivate var place: SourcePosition? {
    switch self {
    case .missingDeclaration, .missingByteOrderMark, .leadingWhitespace: nil
    case .unknownLabel(let claim), .unregisteredLabel(let claim, _), .optionalEncoding(let claim),
      .obscureEncoding(let claim), .contradiction(let claim, _):
      claim.position
    case .leadingJunk(_, let first), .looksLikeUTF8(_, let first),
      .forbiddenCharacters(_, let first, _):
      first
    case .invalidBytes(let bytes), .windowsBytes(let bytes): bytes.first
    }
  }
}
