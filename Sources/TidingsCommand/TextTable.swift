/// Rows of texts in columns that begin below each other.
enum TextTable {
  /// The lines, without spaces at their ends.
  static func lines(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      var line = ""
      var missing = 0
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        line += String(repeating: " ", count: missing) + cell
        missing = widths[column] - cell.count + 2
      }
      return line
    }
  }
}
