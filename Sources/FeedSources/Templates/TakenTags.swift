/// What was taken out of a post, for the note about it.
struct TakenTags {
  private var tags = 0
  private var links = 0
  private var names: [String] = []
  private var isComplete = true
  /// Where the first of them stood in the body.
  private(set) var first: Int?

  /// How many names a note has.
  private static let shown = 5

  /// Adds a tag, as it is to be shown.
  mutating func addTag(_ name: String, at offset: Int) {
    tags += 1
    add(name, at: offset)
  }

  /// Adds a link's address, as it is to be shown.
  mutating func addLink(_ address: String, at offset: Int) {
    links += 1
    add(address, at: offset)
  }

  private mutating func add(_ name: String, at offset: Int) {
    if first == nil { first = offset }
    guard !names.contains(name) else { return }
    if names.count < Self.shown { names.append(name) } else { isComplete = false }
  }

  /// The note, such as `taken out: 3 template tags that only Jekyll can resolve ({% include %},
  /// {{ site.time }}), the first on line 12`.
  func note(generator: String, line: Int) -> String? {
    guard tags + links > 0 else { return nil }
    var counts: [String] = []
    if tags > 0 { counts.append("\(tags) template tag\(tags == 1 ? "" : "s")") }
    if links > 0 { counts.append("\(links) link\(links == 1 ? "" : "s")") }
    let listed = names.joined(separator: ", ") + (isComplete ? "" : " …")
    let place = tags + links == 1 ? "on line \(line)" : "the first on line \(line)"
    return "taken out: \(counts.joined(separator: " and ")) that only \(generator) can resolve "
      + "(\(listed)), \(place)"
  }
}
