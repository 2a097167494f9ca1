/// The part of a file that a player asks for (RFC 9110 section 14).
package enum ByteRange: Equatable {
  /// All of it: there is no range, or one that is passed over, as a server may.
  case whole
  /// A part, which is not empty.
  case part(Range<Int>)
  /// None of the file's bytes.
  case unsatisfiable

  /// - Parameter field: `Range`; several ranges at once are answered with all of the file.
  package init(_ field: String?, size: Int) {
    guard let field, field.lowercased().hasPrefix("bytes="), !field.contains(",") else {
      self = .whole
      return
    }
    let ends = field.dropFirst("bytes=".count).split(
      separator: "-",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      self = .whole
      return
    }
    // A number that is too large is one behind the end.
    let numbers = ends.map { $0.isEmpty ? nil : Int($0) ?? .max }
    switch (numbers[0], numbers[1]) {
    case (nil, nil): self = .whole
    case (nil, let count?):
      self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
    case (let first?, let last):
      if let last, last < first {
        self = .whole
      } else if first >= size {
        self = .unsatisfiable
      } else {
        let end = min(last ?? .max, size - 1)
        self = .part(first..<(end + 1))
      }
    }
  }
}
