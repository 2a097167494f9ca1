/// A text that is edited in several passes, and remembers what of it is old.
struct EditedText {
  /// A piece of the text as it stands.
  enum Piece: Equatable {
    /// Bytes of the old text.
    case old(Range<Int>)
    /// Other bytes.
    case new([UInt8])

    var count: Int {
      switch self {
      case .old(let range): range.count
      case .new(let bytes): bytes.count
      }
    }
  }

  /// The text as it was.
  let old: [UInt8]
  /// What it is made of now.
  private(set) var pieces: [Piece]

  init(_ old: [UInt8]) {
    self.old = old
    pieces = old.isEmpty ? [] : [.old(0..<old.count)]
  }

  /// The text as it is now.
  var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(old.count)
    for piece in pieces {
      switch piece {
      case .old(let range): text += old[range]
      case .new(let bytes): text += bytes
      }
    }
    return text
  }

  /// Edits the text as it is now; the edits are in order and do not overlap.
  mutating func apply(_ edits: [TextEdit]) {
    var result: [Piece] = []
    var piece = 0
    /// How much of the piece is used up, and where in the text that is.
    var used = 0
    var place = 0
    func take(upTo end: Int, keeps: Bool) {
      while place < end, piece < pieces.count {
        let count = min(pieces[piece].count - used, end - place)
        if keeps { Self.append(part(pieces[piece], used..<(used + count)), to: &result) }
        place += count
        used += count
        if used == pieces[piece].count {
          piece += 1
          used = 0
        }
      }
    }
    for edit in edits {
      take(upTo: edit.range.lowerBound, keeps: true)
      Self.append(.new(edit.replacement), to: &result)
      take(upTo: edit.range.upperBound, keeps: false)
    }
    take(upTo: .max, keeps: true)
    pieces = result
  }

  private func part(_ piece: Piece, _ range: Range<Int>) -> Piece {
    switch piece {
    case .old(let whole):
      .old((whole.lowerBound + range.lowerBound)..<(whole.lowerBound + range.upperBound))
    case .new(let bytes): .new(Array(bytes[range]))
    }
  }

  private static func append(_ piece: Piece, to pieces: inout [Piece]) {
    guard piece.count > 0 else { return }
    switch (pieces.last, piece) {
    case (.old(let before)?, .old(let range)) where before.upperBound == range.lowerBound:
      pieces[pieces.count - 1] = .old(before.lowerBound..<range.upperBound)
    case (.new(let before)?, .new(let bytes)):
      pieces[pieces.count - 1] = .new(before + bytes)
    default: pieces.append(piece)
    }
  }

  /// What of the old text was replaced by what, in order: whatever is not old or not where it was.
  var changes: [TextEdit] {
    var changes: [TextEdit] = []
    var place = 0
    var new: [UInt8] = []
    func close(upTo end: Int) {
      if end > place || !new.isEmpty { changes.append(TextEdit(place..<end, new)) }
      new = []
    }
    for piece in pieces {
      switch piece {
      case .new(let bytes): new += bytes
      case .old(let range):
        close(upTo: range.lowerBound)
        place = range.upperBound
      }
    }
    close(upTo: old.count)
    return changes
  }
}
