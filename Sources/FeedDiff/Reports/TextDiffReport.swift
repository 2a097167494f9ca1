import FeedFormats
import FeedModel
import FeedSources
import FeedValidation

/// The report for people, who see at a glance what changed.
public struct TextDiffReport: DiffReport {
  /// What is shown, and how.
  public struct Options: Sendable {
    /// Colours or none.
    public var style: TerminalStyle
    /// How many columns lines have.
    public var width = 100
    /// Whether everything is listed, and shown in full.
    public var isVerbose = false
    /// Whether what changes with each build is shown, too.
    public var showsVolatile = false
    /// Whether feeds without changes are passed over, and counted at the end.
    public var isOfFolders = false

    /// See the properties.
    public init(style: TerminalStyle = TerminalStyle(hasColours: false)) { self.style = style }
  }

  private let options: Options
  private let style: TerminalStyle
  private var feeds = 0
  private var told = 0
  /// The feeds with the same changes as one that was told of, where there are many.
  private var same: [(first: String, changes: [Change], others: [String])] = []

  /// What two feeds with the same changes share.
  private struct Change: Equatable {
    var change: EntryChange.Kind
    var id: String
    var oldID: String?
    var fields: FieldSet
  }

  /// So many entries of a kind are listed, and so many places of a text shown.
  private static let mostListed = 10
  /// Of those that all have one cause some examples do.
  private static let mostOfOneCause = 3
  private static let mostPlaces = 3
  /// So many words stand around a place.
  private static let context = 5

  /// A report that is shown as told.
  public init(_ options: Options) {
    self.options = options
    style = options.style
  }

  /// Writes what is to be said of a feed.
  public mutating func add(_ feed: ComparedFeed, into output: inout [UInt8]) throws(FileError) {
    let difference = feed.difference
    feeds += 1
    let fields = difference.feedFields.filter { options.showsVolatile || !$0.isVolatile }
    if options.isOfFolders, feed.presence == .both, difference.isEmpty, fields.isEmpty { return }
    if options.isOfFolders, !options.isVerbose, feed.presence == .both, isKnown(feed) { return }
    if told > 0 { output.appendLine("") }
    told += 1
    addTitle(feed, into: &output)
    guard feed.presence == .both else { return }
    addReidentified(difference, into: &output)
    try addEntries(difference, into: &output)
    addDuplicates(difference, into: &output)
    if !fields.isEmpty {
      output.appendLine("")
      output.appendLine(
        style.bold("the feed itself: ") + fields.map(\.rawValue).joined(separator: ", ")
      )
    }
    addForecast(feed, into: &output)
  }

  private func addForecast(_ feed: ComparedFeed, into output: inout [UInt8]) {
    guard let forecast = feed.forecast, !forecast.isQuiet || options.isVerbose else { return }
    output.appendLine("")
    output.appendLine(style.bold("what subscribers will see"))
    for group in forecast.groups {
      output.appendLine("  \(style.bold(group.names)): \(group.counts.text)")
    }
    for note in forecast.readers.flatMap(\.notes) { output.appendLine("  \(shown(note))") }
    guard options.isVerbose else { return }
    for bystander in forecast.bystanders { output.appendLine(style.faint("  \(bystander.reason)")) }
  }

  /// Says how many feeds there are.
  public mutating func end(into output: inout [UInt8]) {
    guard options.isOfFolders else { return }
    if told > 0 { output.appendLine("") }
    for group in same where !group.others.isEmpty {
      let names = group.others.map(shown).joined(separator: ", ")
      output.appendLine("as in \(shown(group.first)): \(names)\n")
      told += group.others.count
    }
    output.appendLine(
      told == 0
        ? "nothing changed in \(counted(feeds, "feed", "feeds"))"
        : "\(told) of \(counted(feeds, "feed", "feeds")) changed"
    )
  }

  /// Whether a feed has the changes of one before; then it is told of at the end. A site's feeds are
  /// often one feed in several formats.
  private mutating func isKnown(_ feed: ComparedFeed) -> Bool {
    let difference = feed.difference
    let changes = difference.entries.map { change in
      Change(
        change: change.kind,
        id: difference.id(of: change),
        oldID: difference.oldID(of: change),
        fields: change.fields
      )
    }
    if let index = same.firstIndex(where: { $0.changes == changes }) {
      same[index].others.append(feed.newName)
      return true
    }
    same.append((feed.newName, changes, []))
    return false
  }

  private func addTitle(_ feed: ComparedFeed, into output: inout [UInt8]) {
    let difference = feed.difference
    let names =
      feed.oldName == feed.newName
      ? shown(feed.newName) : "\(shown(feed.oldName)) → \(shown(feed.newName))"
    let count =
      difference.old.count == difference.new.count
      ? counted(difference.new.count, "entry", "entries")
      : "\(difference.old.count) → \(counted(difference.new.count, "entry", "entries"))"
    output.appendLine("\(style.bold("\(names): \(feed.headline)")) (\(count))")
  }

  // MARK: Entries with other ids

  private func addReidentified(_ difference: FeedDifference, into output: inout [UInt8]) {
    let changes = difference.entries.filter { $0.kind == .reidentified }
    guard !changes.isEmpty else { return }
    output.appendLine("")
    let summary = CauseSummary(difference)
    let text = summary.sentence(of: changes.count, name: shown)
    output.appendLine(style.bold(text))
    let most = summary.cause == nil ? Self.mostListed : Self.mostOfOneCause
    list(changes, most: most, into: &output) { change, output in
      let cause = summary.cause == nil ? change.cause.map { "  \($0.rawValue)" } ?? "" : ""
      let guess = change.basis?.confidence == .guess ? "  a guess" : ""
      output.appendLine("  \(titleLine(change, difference))\(style.faint(cause + guess))")
      output.appendLine(
        "    \(style.change(isAddition: false, shown(difference.oldID(of: change) ?? "")))"
      )
      output.appendLine("    \(style.change(isAddition: true, shown(difference.id(of: change))))")
    }
  }

  // MARK: Others

  private func addEntries(
    _ difference: FeedDifference,
    into output: inout [UInt8]
  ) throws(FileError) {
    let plain: [(EntryChange.Kind, String, String)] = [
      (.added, "+", "added"), (.backfilled, "+", "backfilled: older than what was there"),
      (.removed, "-", "removed"), (.agedOut, "·", "aged out: older than what is left"),
    ]
    for (kind, mark, words) in plain {
      let changes = difference.entries.filter { $0.kind == kind }
      guard !changes.isEmpty else { continue }
      output.appendLine("")
      output.appendLine(style.bold("\(changes.count) \(words)"))
      list(changes, into: &output) { change, output in
        let isAddition = kind == .added || kind == .backfilled
        let text = "\(mark) \(titleLine(change, difference))"
        output.appendLine(
          "  "
            + (kind == .agedOut ? style.faint(text) : style.change(isAddition: isAddition, text))
        )
      }
    }
    try addChanged(difference, into: &output)
  }

  private func addChanged(
    _ difference: FeedDifference,
    into output: inout [UInt8]
  ) throws(FileError) {
    let changes = difference.entries.filter { change in
      change.kind == .changed || change.kind == .reidentified && !isMoveAlone(change)
    }
    guard !changes.isEmpty else { return }
    output.appendLine("")
    let same = difference.summary.changed
    let others = changes.count - same
    var title = same > 0 ? "\(same) changed" : ""
    if others > 0 {
      let what = others == 1 ? "1 with another id" : "\(others) with other ids"
      title += (title.isEmpty ? "" : ", ") + "\(what) changed as well"
    }
    output.appendLine(style.bold(title) + Self.fieldCounts(changes))
    let shown = options.isVerbose ? changes[...] : changes.prefix(Self.mostListed)
    try ChangeDetails(difference).forEach(shown) { change, details in
      var fields = change.fields.fields.map(\.rawValue).joined(separator: ", ")
      if change.isMarkupOnly {
        fields = fields.replacing("content", with: "content (markup only)")
      }
      output.appendLine("  ~ \(titleLine(change, difference))  \(style.faint(fields))")
      if change.isIDReused {
        output.appendLine(
          "    its id was that of another entry, which readers will not show as new"
        )
      }
      for detail in details { add(detail, into: &output) }
    }
    addRest(changes.count - shown.count, into: &output)
  }

  /// Which fields changed how often, where there is more than one sees at a glance.
  private static func fieldCounts(_ changes: [EntryChange]) -> String {
    guard changes.count > 3 else { return "" }
    let counts = Field.allCases.map { field in
      (field, changes.count { $0.fields.contains(FieldSet(field)) })
    }
    let told = counts.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
    return ": " + told.map { "\($0.0.rawValue) \($0.1)" }.joined(separator: ", ")
  }

  /// Whether an entry only moved with its site: its link is another, as its id is.
  private func isMoveAlone(_ change: EntryChange) -> Bool {
    change.fields.subtracting(.link).isEmpty
  }

  private func add(_ detail: FieldDetail, into output: inout [UInt8]) {
    let name = detail.field.rawValue
    let label = "    \(name)\(String(repeating: " ", count: max(1, 12 - name.utf8.count)))"
    if let words = detail.words, words.removed + words.added > 0 {
      let places = WordPlaces(words, context: Self.context)
      let most = options.isVerbose ? Int.max : Self.mostPlaces
      for (index, place) in places.places.prefix(most).enumerated() {
        let start = index == 0 ? label : String(repeating: " ", count: label.count)
        output.appendLine(start + render(place))
      }
      if places.places.count > most {
        let space = String(repeating: " ", count: label.count)
        let text =
          "… \(words.removed) words out and \(words.added) in, at \(places.places.count) places"
        output.appendLine(space + style.faint(text))
      }
      return
    }
    guard detail.before != nil || detail.after != nil else { return }
    let before = detail.before.map { style.change(isAddition: false, shown($0)) }
    let after = detail.after.map { style.change(isAddition: true, shown($0)) }
    output.appendLine("\(label)\(before ?? "none") → \(after ?? "none")")
  }

  private func render(_ place: [WordDiff.Piece]) -> String {
    place.map { piece in
      switch piece.kind {
      case .kept: shown(piece.text)
      case .removed:
        style.change(
          isAddition: false,
          style.hasColours ? shown(piece.text) : "[-\(shown(piece.text))-]"
        )
      case .added:
        style.change(
          isAddition: true,
          style.hasColours ? shown(piece.text) : "{+\(shown(piece.text))+}"
        )
      }
    }.joined(separator: " ")
  }

  private func addDuplicates(_ difference: FeedDifference, into output: inout [UInt8]) {
    let duplicates = difference.duplicates.filter { $0.new > 1 }
    guard !duplicates.isEmpty else { return }
    output.appendLine("")
    let title = counted(duplicates.count, "id stands", "ids stand")
    output.appendLine(style.bold("\(title) for several entries; readers show one of them"))
    for duplicate in options.isVerbose ? duplicates[...] : duplicates.prefix(Self.mostListed) {
      output.appendLine("  \(shown(duplicate.id))  \(duplicate.new) times")
    }
    if !options.isVerbose { addRest(duplicates.count - Self.mostListed, into: &output) }
  }

  // MARK: Lines

  private func list(
    _ changes: [EntryChange],
    most: Int = mostListed,
    into output: inout [UInt8],
    _ body: (EntryChange, inout [UInt8]) -> Void
  ) {
    let listed = options.isVerbose ? changes[...] : changes.prefix(most)
    for change in listed { body(change, &output) }
    addRest(changes.count - listed.count, into: &output)
  }

  private func addRest(_ count: Int, into output: inout [UInt8]) {
    if count > 0 { output.appendLine(style.faint("  and \(count) more, listed with --verbose")) }
  }

  private func titleLine(_ change: EntryChange, _ difference: FeedDifference) -> String {
    let date =
      difference.published(change).map { RFC3339.string($0.utc).prefix(10) } ?? "no date   "
    return "\(date)  \(shown(difference.title(of: change) ?? difference.id(of: change)))"
  }

  private func shown(_ text: String) -> String { TerminalStyle.harmless(text) }
}

/// The places of a text at which it changed, each with some words around it.
package struct WordPlaces {
  package private(set) var places: [[WordDiff.Piece]] = []

  package init(_ diff: WordDiff, context: Int) {
    var place: [WordDiff.Piece] = []
    for (index, piece) in diff.pieces.enumerated() {
      guard piece.kind == .kept else {
        place.append(piece)
        continue
      }
      let words = piece.text.split(separator: " ")
      let isFirst = index == 0
      let isLast = index == diff.pieces.count - 1
      if !isFirst, !isLast, words.count <= 2 * context {
        place.append(piece)
        continue
      }
      if !isFirst {
        let end = words.prefix(context).joined(separator: " ")
        place.append(.init(kind: .kept, text: words.count > context ? end + " …" : end))
        places.append(place)
        place = []
      }
      if !isLast {
        let start = words.suffix(context).joined(separator: " ")
        place.append(.init(kind: .kept, text: words.count > context ? "… " + start : start))
      }
    }
    if place.contains(where: { $0.kind != .kept }) { places.append(place) }
  }
}
