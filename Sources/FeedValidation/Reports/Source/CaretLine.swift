/// A piece of a line as a terminal shows it, and the column of the place that is meant.
struct CaretLine: Equatable {
  /// The text: tabs as spaces, control characters as their pictures, what is cut off as `…`.
  private(set) var text = ""
  /// How many columns of the terminal stand before the place.
  private(set) var indent = 0

  /// A line's tabs stop so often.
  private static let tabStop = 4

  private struct Cell {
    var scalar: Unicode.Scalar
    var width: Int
    /// Whether it is shown as spaces.
    var isTab = false

    var isBlank: Bool { isTab || scalar == " " }
  }

  /// The piece of a line around a place.
  ///
  /// - Parameters:
  ///   - place: The 0-based character of the place; the number of characters for the end.
  ///   - width: How many columns there are.
  ///   - isCutBefore: Whether the line begins before the piece.
  ///   - isCutAfter: Whether it ends after it.
  init(
    _ bytes: [UInt8],
    place: Int,
    width: Int,
    isCutBefore: Bool = false,
    isCutAfter: Bool = false
  ) {
    var cells = CaretLine.cells(bytes)[...]
    let place = min(max(0, place), cells.count)
    if !isCutBefore {
      // Indentation says nothing.
      let indentation = cells[..<place].prefix(while: \.isBlank).count
      cells = cells.dropFirst(indentation)
    }
    // One column at each end is for the ellipsis.
    let shown = CaretLine.extent(cells, around: place, room: max(16, width) - 2)
    let isCut = isCutBefore || shown.lowerBound > cells.startIndex
    if isCut { text = "…" }
    indent = isCut ? 1 : 0
    for index in shown {
      let cell = cells[index]
      // An accent whose letter was cut off.
      if cell.width == 0, isCut, text.unicodeScalars.count == 1 { continue }
      if cell.isTab {
        text += String(repeating: " ", count: cell.width)
      } else {
        text.unicodeScalars.append(cell.scalar)
      }
      if index < place { indent += cell.width }
    }
    let end = shown.upperBound
    while end == cells.endIndex, !isCutAfter, text.unicodeScalars.last == " ",
      text.unicodeScalars.count > indent + 1
    {
      text.unicodeScalars.removeLast()
    }
    if end < cells.endIndex || isCutAfter { text += "…" }
  }

  /// The cells that there is room for.
  private static func extent(
    _ cells: ArraySlice<Cell>,
    around place: Int,
    room: Int
  ) -> Range<Int> {
    if cells.reduce(0, { $0 + $1.width }) <= room { return cells.indices }
    var start = place
    var end = place
    var used = 0
    // What stands before a place says more than what follows: two thirds.
    while start > cells.startIndex, used + cells[start - 1].width <= room * 2 / 3 {
      start -= 1
      used += cells[start].width
    }
    while end < cells.endIndex, used + cells[end].width <= room {
      used += cells[end].width
      end += 1
    }
    while start > cells.startIndex, used + cells[start - 1].width <= room {
      start -= 1
      used += cells[start].width
    }
    return start..<end
  }

  private static func cells(_ bytes: [UInt8]) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        let width = tabStop - column % tabStop
        cells.append(Cell(scalar: scalar, width: width, isTab: true))
        column += width
        continue
      }
      let shown = Excerpt.visible(scalar)
      let width = CharacterWidth.of(shown)
      cells.append(Cell(scalar: shown, width: width))
      column += width
    }
    return cells
  }
}
