import FeedXML

/// The elements and places that rules have spoken of, so that a grammar does not say the same again.
struct SpokenPlaces {
  /// After so many the rest of the document counts as spoken of: a grammar's opinion of it would help
  /// nobody.
  static let most = 10_000

  private var places: [Place] = []
  private var last = Place.none

  private struct Place: Comparable {
    var line: Int
    var column: Int

    static let none = Place(line: 0, column: 0)

    static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  mutating func add(_ position: SourcePosition) {
    guard places.count < SpokenPlaces.most else { return }
    let place = Place(line: position.line, column: position.column)
    // Findings of one element mostly follow each other.
    guard places.last != place else { return }
    places.append(place)
    last = max(last, place)
  }

  /// Whether what a grammar found was told.
  func cover(_ finding: GrammarFinding) -> Bool {
    let start = Place(line: finding.line, column: finding.column)
    if places.count >= SpokenPlaces.most, start >= last { return true }
    let end = finding.end.map { Place(line: $0.line, column: $0.column) } ?? start
    let parent = finding.parent.map { Place(line: $0.line, column: $0.column) }
    let first = finding.textStart.map { Place(line: $0.line, column: $0.column) } ?? start
    return places.contains { $0 == start || ($0 > first && $0 < end) || $0 == parent }
  }
}
