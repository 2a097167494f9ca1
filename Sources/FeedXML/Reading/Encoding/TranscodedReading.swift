/// Reads what is not UTF-8, through a window of fixed size.
struct TranscodedReading {
  static let windowLength = 16 << 10

  private var transcoding: any Transcoding
  private let relation: TextOrigin.Relation
  /// Bytes that wait to be decoded; the first stands at ``offset`` in the file.
  private var input: [UInt8] = []
  private var offset: Int
  private var text: [UInt8]
  private var lookalike: UTF8Lookalike?

  init(_ transcoding: any Transcoding, _ report: EncodingReport) {
    self.transcoding = transcoding
    offset = report.textStart.offset
    relation =
      switch report.encoding.form {
      case .utf8, .ascii: .same
      case .utf16: .wide(width: 2)
      case .utf32: .wide(width: 4)
      case .singleByte, .ebcdic: .bytePerCharacter
      case .multiByte: .unknown
      }
    if report.encoding.form == .singleByte { lookalike = UTF8Lookalike(offset: offset) }
    let capacity =
      TranscodedReading.windowLength * TranscodingTurn.outputRoom + TranscodingTurn.reserve
    text = [UInt8](repeating: 0, count: capacity)
    input.reserveCapacity(TranscodedReading.windowLength)
  }

  mutating func read(
    _ chunk: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    _ faults: inout TextFaults,
    _ output: inout TextOutput,
    to sink: XMLTextDecoder.Sink
  ) rethrows {
    var index = 0
    while true {
      let taken = min(chunk.count &- index, TranscodedReading.windowLength &- input.count)
      lookalike?.read(chunk, index..<index &+ taken)
      input.append(chunk, index..<index &+ taken)
      index &+= taken
      let isEnd = index == chunk.count
      let done = try decodeWindow(isLast: isLast && isEnd, &faults, &output, to: sink)
      if isEnd, !done { break }
    }
    if isLast, let lookalike, lookalike.isUTF8, let first = lookalike.first {
      faults.lookalike = (lookalike.characters, first)
    }
  }

  /// Decodes what waits; returns whether anything came of it.
  private mutating func decodeWindow(
    isLast: Bool,
    _ faults: inout TextFaults,
    _ output: inout TextOutput,
    to sink: XMLTextDecoder.Sink
  ) rethrows -> Bool {
    var turn = TranscodingTurn()
    input.withUnsafeBufferPointer { input in
      text.withUnsafeMutableBufferPointer { text in
        turn = transcoding.decode(input, isLast: isLast, into: text)
      }
    }
    try input.withUnsafeBufferPointer { input in
      try text.withUnsafeBufferPointer { text in
        let decoded = UnsafeBufferPointer(rebasing: text[..<turn.written])
        let invalid = turn.invalid
        let windows = turn.windows
        faults.invalid.add(
          invalid.count,
          byte: invalid.byte,
          at: output.position(after: decoded[..<invalid.output], offset: offset &+ invalid.input)
        )
        faults.windows.add(
          windows.count,
          byte: windows.byte,
          at: output.position(after: decoded[..<windows.output], offset: offset &+ windows.input)
        )
        if let first = lookalike?.firstInput, lookalike?.first == nil {
          // Everything before the first such byte is ASCII, the same in input and output.
          lookalike?.first = output.position(after: decoded[..<(first - offset)], offset: first)
        }
        let source = UnsafeBufferPointer(rebasing: input[..<turn.read])
        try output.send(
          decoded,
          from: TextOrigin(source, offset: offset, relation),
          &faults,
          to: sink
        )
      }
    }
    input.removeFirst(turn.read)
    offset &+= turn.read
    return turn.read > 0 || turn.written > 0
  }
}
