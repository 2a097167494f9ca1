/// The text of an element, and where in the document each of its bytes was written.
public struct XMLTextBuffer {
  /// The text.
  public private(set) var bytes: [UInt8] = []
  /// Whether any of it is in a CDATA section.
  public private(set) var hasCDATA = false

  /// Where characters stand that were written as hexadecimal references, in order.
  public private(set) var hexadecimals: [Int] = []

  private struct Piece {
    var start: Int
    var offset: Int
    var isReference: Bool
    /// Known where something other than text lies before the piece.
    var position: SourcePosition?
  }

  private var pieces: [Piece] = []
  private var nextOffset = -1

  /// An empty text.
  public init() {}

  /// Whether there is none.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Forgets the text, but not the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    hexadecimals.removeAll(keepingCapacity: true)
    hasCDATA = false
    nextOffset = -1
  }

  /// Takes a piece of text. `position` is only asked where the piece does not follow the last one.
  public mutating func append(_ piece: XMLTextPiece, position: () -> SourcePosition) {
    guard !piece.bytes.isEmpty else { return }
    let isReference = piece.kind == .reference || piece.kind == .hexadecimalReference
    if piece.kind == .hexadecimalReference { hexadecimals.append(bytes.count) }
    if piece.kind == .cdata { hasCDATA = true }
    if piece.offset != nextOffset || pieces.isEmpty || isReference
      || pieces.last?.isReference == true
    {
      // A comment or a CDATA mark lies before what does not follow at once.
      let follows = piece.offset == nextOffset
      pieces.append(
        Piece(
          start: bytes.count,
          offset: piece.offset,
          isReference: isReference,
          position: follows ? nil : position()
        )
      )
    }
    bytes.append(contentsOf: piece.bytes)
    // Text with carriage returns is shorter than what is written, so that places cannot be counted on.
    let isAsWritten = isReference || piece.end - piece.offset == piece.bytes.count
    nextOffset = isAsWritten ? piece.end : -1
  }

  /// Where a byte of the text was written; `nil` for an empty text.
  public func position(of index: Int) -> SourcePosition? {
    guard !pieces.isEmpty else { return nil }
    let index = min(max(index, 0), max(bytes.count - 1, 0))
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= index { low = middle } else { high = middle }
    }
    // Back to a piece whose position is known, then over what lies between.
    var known = low
    while known > 0, pieces[known].position == nil { known -= 1 }
    guard var position = pieces[known].position else { return nil }
    for piece in known...low {
      let current = pieces[piece]
      if piece > known {
        // The piece before may have been a reference, longer than what it stands for.
        position.column += max(0, current.offset - position.offset)
        position.offset = current.offset
      }
      let end = piece == low ? index : pieces[piece + 1].start
      if !current.isReference {
        position = position.advanced(over: bytes[current.start..<end])
      }
    }
    return position
  }
}
