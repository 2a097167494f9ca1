/// Reads what is, or should be, UTF-8. Bytes that are not are read as windows-1252.
struct UTF8Reading {
  /// Text is validated, searched and counted in pieces that stay in the processor's first cache.
  static let windowLength = 16 << 10

  /// Where in the file the next bytes stand, those carried over included.
  private var offset: Int
  private let isASCIIDeclared: Bool
  private var hasInvalidUTF8 = false
  /// The beginning of a character that a chunk ended in.
  private var carried: [UInt8] = []
  private var mended: [UInt8] = []

  init(offset: Int, isASCIIDeclared: Bool) {
    self.offset = offset
    self.isASCIIDeclared = isASCIIDeclared
  }

  mutating func read(
    _ chunk: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    _ faults: inout TextFaults,
    _ output: inout TextOutput,
    to sink: XMLTextDecoder.Sink
  ) rethrows {
    var index = try completeCharacter(chunk, isLast: isLast, &faults, &output, to: sink)
    while index < chunk.count {
      let limit = min(chunk.count, index &+ UTF8Reading.windowLength)
      let isEnd = limit == chunk.count
      let window = UnsafeBufferPointer(rebasing: chunk[index..<limit])
      let valid = UTF8Validation.validEnd(window, from: 0)
      let done: Int
      if valid.end == .invalid || valid.end == .truncated && isEnd && isLast {
        done = try mend(window, validEnd: valid.index, isLast && isEnd, &faults, &output, to: sink)
      } else {
        done = valid.index
        let text = UnsafeBufferPointer(rebasing: window[..<done])
        noteNonASCII(text, &faults, output)
        try output.send(text, from: TextOrigin(text, offset: offset, .same), &faults, to: sink)
      }
      offset &+= done
      index &+= done
      // A character that a window ends in begins the next, but for a chunk's last.
      if isEnd, index < chunk.count {
        carried.append(contentsOf: chunk[index...])
        break
      }
    }
  }

  /// Takes as many of a chunk's first bytes as the character needs that was begun before.
  private mutating func completeCharacter(
    _ chunk: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    _ faults: inout TextFaults,
    _ output: inout TextOutput,
    to sink: XMLTextDecoder.Sink
  ) rethrows -> Int {
    guard !carried.isEmpty else { return 0 }
    var state = carried.reduce(UTF8Validation.accept) { UTF8Validation.step($0, $1) }
    var taken = 0
    var character = carried
    while taken < chunk.count {
      state = UTF8Validation.step(state, chunk[taken])
      if state == UTF8Validation.reject { break }
      character.append(chunk[taken])
      taken += 1
      if state == UTF8Validation.accept { break }
    }
    if state == UTF8Validation.accept {
      carried = []
      try character.withUnsafeBufferPointer {
        noteNonASCII($0, &faults, output)
        try output.send($0, from: TextOrigin($0, offset: offset, .same), &faults, to: sink)
      }
      offset &+= character.count
    } else if state == UTF8Validation.reject || isLast {
      carried = []
      try character.withUnsafeBufferPointer {
        _ = try mend($0, validEnd: 0, true, &faults, &output, to: sink)
      }
      offset &+= character.count
    } else {
      carried = character
    }
    return taken
  }

  /// Hands on a window with bytes that are not UTF-8; returns how many of its bytes are done with.
  private mutating func mend(
    _ window: UnsafeBufferPointer<UInt8>,
    validEnd: Int,
    _ isLast: Bool,
    _ faults: inout TextFaults,
    _ output: inout TextOutput,
    to sink: XMLTextDecoder.Sink
  ) rethrows -> Int {
    hasInvalidUTF8 = true
    faults.invalidReading = .windows1252
    noteNonASCII(UnsafeBufferPointer(rebasing: window[..<validEnd]), &faults, output)
    mended.removeAll(keepingCapacity: true)
    mended.append(window, 0..<validEnd)
    var index = validEnd
    while index < window.count {
      let byte = window[index]
      faults.invalid.add(
        1,
        byte: byte,
        // It is needed for the first one only, which is the first one here.
        at: output.position(after: window[..<validEnd], offset: offset &+ validEnd)
      )
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { character in
        guard let start = character.baseAddress else { return }
        let length = UTF8Writing.write(WindowsLatin.codePoint(byte), to: start)
        mended.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
      }
      index &+= 1
      let valid = UTF8Validation.validEnd(window, from: index)
      if isASCIIDeclared { faults.invalid.count &+= highBytes(window, index..<valid.index) }
      mended.append(window, index..<valid.index)
      index = valid.index
      if valid.end == .truncated, !isLast { break }
    }
    let done = index
    try mended.withUnsafeBufferPointer {
      let source = UnsafeBufferPointer(rebasing: window[..<done])
      try output.send(
        $0,
        from: TextOrigin(source, offset: offset, .mendedUTF8),
        &faults,
        to: sink
      )
    }
    return done
  }

  /// Counts what is valid UTF-8 but not the ASCII that was declared.
  private func noteNonASCII(
    _ text: UnsafeBufferPointer<UInt8>,
    _ faults: inout TextFaults,
    _ output: TextOutput
  ) {
    guard isASCIIDeclared, let first = UTF8Validation.firstNonASCII(text) else { return }
    if !hasInvalidUTF8 { faults.invalidReading = .utf8 }
    faults.invalid.add(
      highBytes(text, first..<text.count),
      byte: text[first],
      at: output.position(after: text[..<first], offset: offset &+ first)
    )
  }

  private func highBytes(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    text[range].reduce(0) { $0 &+ ($1 >= 0x80 ? 1 : 0) }
  }
}
