/// Hands text on in pieces: counts its lines and looks for forbidden characters on the way.
struct TextOutput {
  let dropsForbiddenCharacters: Bool
  /// Where the text handed on so far ends.
  var counter = LineCounter()

  init(dropsForbiddenCharacters: Bool) {
    self.dropsForbiddenCharacters = dropsForbiddenCharacters
  }

  /// The place after some of the text that comes next, whose offset in the file is known.
  func position(after text: Slice<UnsafeBufferPointer<UInt8>>, offset: Int) -> SourcePosition {
    var position = counter.position(after: UnsafeBufferPointer(rebasing: text))
    position.offset = offset
    return position
  }

  /// Hands on whole characters.
  mutating func send(
    _ text: UnsafeBufferPointer<UInt8>,
    from origin: TextOrigin,
    _ faults: inout TextFaults,
    to sink: XMLTextDecoder.Sink
  ) rethrows {
    var origin = origin
    var sent = 0
    var index = ForbiddenCharacters.next(in: text, from: 0)
    while index < text.count {
      let length = ForbiddenCharacters.length(text, at: index)
      if dropsForbiddenCharacters || faults.forbidden.count == 0 {
        counter.setOffset(origin.offset)
        let before = UnsafeBufferPointer(rebasing: text[sent..<index])
        let found = UnsafeBufferPointer(rebasing: text[index..<index + length])
        var after = origin
        after.advance(over: before, to: text[index])
        if faults.forbidden.count == 0 {
          faults.forbiddenCharacter =
            length == 1
            ? Unicode.Scalar(text[index])
            : Unicode.Scalar(UInt16(0xFF40) | UInt16(text[index + 2])) ?? "\u{FFFD}"
        }
        faults.forbidden.add(
          1,
          byte: text[index],
          at: position(after: text[sent..<index], offset: after.offset)
        )
        if dropsForbiddenCharacters {
          origin = after
          try deliver(before, to: sink)
          counter.advance(over: found)
          origin.advance(over: found, to: nil)
          sent = index + length
        }
      } else {
        faults.forbidden.count &+= 1
      }
      index = ForbiddenCharacters.next(in: text, from: index + length)
    }
    counter.setOffset(origin.offset)
    try deliver(UnsafeBufferPointer(rebasing: text[sent...]), to: sink)
  }

  private mutating func deliver(
    _ text: UnsafeBufferPointer<UInt8>,
    to sink: XMLTextDecoder.Sink
  ) rethrows {
    guard !text.isEmpty else { return }
    try sink(text, counter.position)
    counter.advance(over: text)
  }
}

/// Where in the file a piece of text comes from: walks the file's bytes along with the text.
struct TextOrigin {
  enum Relation {
    /// The text is the file's bytes.
    case same
    /// The file's bytes are UTF-8 but for some, which became a character each.
    case mendedUTF8
    case bytePerCharacter
    case wide(width: Int)
    /// Control characters are the same byte in both.
    case unknown
  }

  let source: UnsafeBufferPointer<UInt8>
  let sourceOffset: Int
  let relation: Relation
  private var index = 0

  init(_ source: UnsafeBufferPointer<UInt8>, offset: Int, _ relation: Relation) {
    self.source = source
    sourceOffset = offset
    self.relation = relation
  }

  /// The offset in the file.
  var offset: Int { sourceOffset &+ index }

  /// Goes over what a piece of text was made of.
  ///
  /// - Parameter byte: what the text goes on with, if that is a character that can be looked for.
  mutating func advance(over text: UnsafeBufferPointer<UInt8>, to byte: UInt8?) {
    switch relation {
    case .same: index &+= text.count
    case .bytePerCharacter: index &+= characters(text)
    case .wide(let width):
      let pairs = width == 2 ? text.reduce(0) { $0 + ($1 >= 0xF0 ? 1 : 0) } : 0
      index &+= (characters(text) &+ pairs) &* width
    case .mendedUTF8:
      for _ in 0..<characters(text) where index < source.count {
        index &+= UTF8Validation.characterLength(source, at: index) ?? 1
      }
    case .unknown:
      guard let byte else {
        index &+= text.count
        break
      }
      while index < source.count, source[index] != byte { index &+= 1 }
    }
    index = min(index, source.count)
  }

  private func characters(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    text.reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
