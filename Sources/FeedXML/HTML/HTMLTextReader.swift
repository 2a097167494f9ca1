/// Collects the visible text of a fragment: white space collapsed, references decoded.
struct HTMLTextReader {
  private var tokenizer: HTMLTokenizer
  private var finder: HTMLElementExtent.Finder
  private let bytes: UnsafeBufferPointer<UInt8>
  private let skipsHeadingAnchors: Bool
  private var needsSpace = false

  /// What was read so far, UTF-8, without white space at its start and end.
  private(set) var text: [UInt8] = []

  /// - Parameter skipsHeadingAnchors: whether links as ``HTMLHeadingAnchor`` describes count as
  ///   invisible wherever they stand.
  init(_ bytes: UnsafeBufferPointer<UInt8>, skipsHeadingAnchors: Bool = false) {
    self.bytes = bytes
    self.skipsHeadingAnchors = skipsHeadingAnchors
    tokenizer = HTMLTokenizer(
      bytes,
      at: 0,
      foreignDepth: 0,
      listsAttributes: skipsHeadingAnchors
    )
    finder = HTMLElementExtent.Finder(inputLength: bytes.count)
  }

  /// Reads on until there are more bytes of text than the limit; false when the fragment has ended.
  mutating func read(beyond limit: Int) -> Bool {
    while text.count <= limit {
      guard tokenizer.advance() else { return false }
      let token = tokenizer.token
      switch token.kind {
      case .text: append(token.range, isRaw: token.isRawText)
      case .startTag:
        if token.element.traits.contains(.boundary) { needsSpace = true }
        if isHidden(token) { skip(token) }
      case .endTag:
        if token.element.traits.contains(.boundary) { needsSpace = true }
      default: break
      }
    }
    return true
  }

  private func isHidden(_ token: HTMLToken) -> Bool {
    let traits = token.element.traits
    if traits.contains(.hidden) { return true }
    return skipsHeadingAnchors && traits.contains(.anchor)
      && HTMLHeadingAnchor.isAnchor(tokenizer.attributes, in: bytes)
  }

  private mutating func skip(_ token: HTMLToken) {
    let extent = finder.extent(
      of: token,
      in: bytes,
      foreignDepth: tokenizer.foreignDepth,
      isOpenOutside: { _ in false }
    )
    guard case .closed(let contentEnd, let end) = extent else { return }
    if skipsHeadingAnchors, token.element.traits.contains(.anchor),
      HTMLHeadingAnchor.hasWords(bytes, token.end..<contentEnd)
    {
      finder.charge(contentEnd - token.end)
      return
    }
    if token.element.traits.contains(.foreignRoot), end > token.end {
      tokenizer.leaveForeignContent()
    }
    tokenizer.seek(to: end)
  }

  private mutating func append(_ range: Range<Int>, isRaw: Bool) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      let byte = bytes[index]
      if HTMLBytes.isWhitespace(byte) {
        needsSpace = true
        index += 1
        continue
      }
      if byte == 0x26, !isRaw {
        var decoded: [UInt8] = []
        index = HTMLCharacterReferences.decodeOne(
          bytes,
          at: index,
          limit: end,
          inAttribute: false,
          into: &decoded
        )
        if decoded == [0xC2, 0xA0] || decoded.allSatisfy(HTMLBytes.isWhitespace) {
          needsSpace = true
        } else {
          decoded.withUnsafeBufferPointer { appendWords($0) }
        }
        continue
      }
      // No-break spaces are spaces to whoever searches or cuts text.
      if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 {
        needsSpace = true
        index += 2
        continue
      }
      // Single spaces between words are copied along.
      var stop = index + 1
      while stop < end {
        let next = bytes[stop]
        if next <= 0x20 {
          guard next == 0x20, stop + 1 < end, bytes[stop + 1] > 0x20 else { break }
        } else if next == 0x26 || next == 0xC2 {
          break
        }
        stop += 1
      }
      // A space before a reference or a no-break space is not known to be single.
      if stop < end, bytes[stop - 1] == 0x20 { stop -= 1 }
      appendWords(UnsafeBufferPointer(rebasing: bytes[index..<stop]))
      index = stop
    }
  }

  private mutating func appendWords(_ words: UnsafeBufferPointer<UInt8>) {
    if needsSpace, !text.isEmpty { text.append(0x20) }
    needsSpace = false
    text.append(contentsOf: words)
  }
}
