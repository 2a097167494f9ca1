#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where text is written that libxml2 hands over as a copy: references, and text with characters
/// beyond ASCII, of which it says only roughly where it is.
struct GatheredText {
  /// A part of the text.
  struct Piece {
    /// The bytes of the text.
    let text: Range<Int>
    /// Where it begins in the source.
    let start: Int
    /// Where it ends there; `nil` if that is not known.
    let end: Int?
    let kind: XMLTextPiece.Kind
  }

  /// A part of the source that libxml2 got otherwise.
  struct Replacement {
    /// The bytes of the source.
    let source: Range<Int>
    /// How many bytes libxml2 got instead.
    let count: Int
    /// How many of those are a reference that they begin with.
    let reference: Int
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let source: UnsafeBufferPointer<UInt8>
  private let replacements: [Replacement]

  /// A text that is to be found in a source, of which parts were replaced; those in order.
  init(
    _ text: UnsafeBufferPointer<UInt8>,
    in source: UnsafeBufferPointer<UInt8>,
    replaced replacements: [Replacement]
  ) {
    self.text = text
    self.source = source
    self.replacements = replacements
  }

  /// The pieces of the text, in order. The source begins where the text before it ended; none if the
  /// text is not there.
  func pieces() -> [Piece] {
    var index = 0
    while true {
      let found = pieces(at: index)
      if !found.isEmpty { return found }
      guard let next = endOfMarkup(at: index), next > index else { return [] }
      index = next
    }
  }

  private func pieces(at start: Int) -> [Piece] {
    if let wanted = text.baseAddress, let found = source.baseAddress,
      start + text.count <= source.count, memcmp(wanted, found + start, text.count) == 0,
      wanted[0] != UInt8(ascii: "&")
    {
      let end = start + text.count
      return [Piece(text: 0..<text.count, start: start, end: end, kind: .plain)]
    }
    guard start < source.count else { return [] }
    if let own = ownReference(at: start) { return [own] }
    return mixedPieces(at: start)
  }

  /// A reference that libxml2 has resolved, which is a text by itself.
  private func ownReference(at start: Int) -> Piece? {
    let replacement = replacement(at: start)
    // A reference stands for one character here: what is more than that is behind it.
    if let replacement, replacement.reference == 0 || text.count > 1 { return nil }
    guard replacement != nil || source[start] == UInt8(ascii: "&") else { return nil }
    let isHexadecimal =
      start + 2 < source.count && source[start + 1] == UInt8(ascii: "#")
      && source[start + 2] == UInt8(ascii: "x")
    let kind: XMLTextPiece.Kind = isHexadecimal ? .hexadecimalReference : .reference
    return Piece(text: 0..<text.count, start: start, end: nil, kind: kind)
  }

  /// Text with parts that libxml2 got as what they stand for, or not at all, and with line ends, which
  /// are line feeds in the text whatever they are in the source.
  private func mixedPieces(at start: Int) -> [Piece] {
    var pieces: [Piece] = []
    var index = start
    var place = 0
    var runStart = (text: 0, source: start)
    func endRun() {
      guard runStart.text < place else { return }
      pieces.append(
        Piece(text: runStart.text..<place, start: runStart.source, end: index, kind: .plain)
      )
    }
    while place < text.count {
      guard index < source.count else { return [] }
      if let replacement = replacement(at: index) {
        guard replacement.reference == 0 || index == start else { return [] }
        endRun()
        let count = replacement.count - replacement.reference
        let end = min(text.count, place + count)
        if end > place {
          // libxml2 hands over some hundred bytes at a time: the rest of it may come later.
          let isWhole = end - place == count
          pieces.append(
            Piece(
              text: place..<end,
              start: index,
              end: isWhole ? replacement.source.upperBound : index,
              kind: .reference
            )
          )
        }
        place = end
        index = max(index + 1, replacement.source.upperBound)
        runStart = (place, index)
      } else if text[place] == 0x0A, source[index] == 0x0D {
        index += index + 1 < source.count && source[index + 1] == 0x0A ? 2 : 1
        place += 1
      } else {
        guard source[index] == text[place] else { return [] }
        index += 1
        place += 1
      }
    }
    endRun()
    return pieces
  }

  private func replacement(at index: Int) -> Replacement? {
    guard !replacements.isEmpty else { return nil }
    return replacements.first { $0.source.lowerBound == index && !$0.source.isEmpty }
  }

  /// Where a comment, an instruction or the mark of a CDATA section ends, of which no event tells, or
  /// a tag that libxml2 did not get.
  private func endOfMarkup(at start: Int) -> Int? {
    if let replacement = replacement(at: start), replacement.count == 0 {
      return replacement.source.upperBound
    }
    for mark in ["<![CDATA[", "]]>"] as [StaticString] where has(mark, at: start) {
      return start + mark.utf8CodeUnitCount
    }
    guard has("<!--", at: start) else { return nil }
    var dashes = 0
    for index in source.indices[(start + 4)...] {
      if dashes >= 2, source[index] == UInt8(ascii: ">") { return index + 1 }
      dashes = source[index] == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    return nil
  }

  private func has(_ mark: StaticString, at start: Int) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard start + count <= source.count, let base = source.baseAddress else { return false }
    return memcmp(base + start, mark.utf8Start, count) == 0
  }
}
