import FeedFormats
import FeedModel
import FeedSources

/// The report for a comment on a pull request: a line that says it all, a table, and the texts folded
/// away.
public struct MarkdownDiffReport: DiffReport {
  /// So many entries are listed: hosts cut comments at 65,536 characters.
  private static let mostListed = 50
  private static let mostTexts = 10
  private static let context = 8

  /// A report.
  public init() {}

  /// Writes what is to be said of a feed.
  public mutating func add(_ feed: ComparedFeed, into output: inout [UInt8]) throws(FileError) {
    let difference = feed.difference
    output.appendLine("### \(code(feed.newName)): \(feed.headline)")
    output.appendLine("")
    let counts = "\(difference.old.count) entries before, \(difference.new.count) now"
    output.appendLine("Compared with \(code(feed.oldName)): \(counts).")
    guard feed.presence == .both else { return }
    addReidentified(difference, into: &output)
    addTable(difference, into: &output)
    addDuplicates(difference, into: &output)
    let fields = difference.feedFields.filter { !$0.isVolatile }
    if !fields.isEmpty {
      output.appendLine("")
      output.appendLine("The feed itself: \(fields.map(\.rawValue).joined(separator: ", ")).")
    }
    addForecast(feed.forecast, into: &output)
    try addTexts(difference, into: &output)
  }

  private func addForecast(_ forecast: Forecast?, into output: inout [UInt8]) {
    guard let forecast, !forecast.isQuiet else { return }
    output.appendLine("")
    output.appendLine("What subscribers will see:")
    for group in forecast.groups {
      output.appendLine("- **\(escaped(group.names))**: \(group.counts.text)")
    }
    for note in forecast.readers.flatMap(\.notes) { output.appendLine("- \(escaped(note))") }
  }

  private func addReidentified(_ difference: FeedDifference, into output: inout [UInt8]) {
    let count = difference.summary.reidentified
    guard count > 0 else { return }
    let text = CauseSummary(difference).sentence(of: count, name: code)
    output.appendLine("")
    output.appendLine("> [!WARNING]")
    output.appendLine("> \(text). Most readers show them again, as new and unread.")
  }

  private func addTable(_ difference: FeedDifference, into output: inout [UInt8]) {
    guard !difference.entries.isEmpty else { return }
    output.appendLine("")
    output.appendLine("| | date | entry | what |")
    output.appendLine("|---|---|---|---|")
    for change in difference.entries.prefix(Self.mostListed) {
      let date = difference.published(change).map { RFC3339.string($0.utc).prefix(10) } ?? ""
      let title = escaped(difference.title(of: change) ?? difference.id(of: change))
      let name =
        difference.link(of: change).flatMap(linkTarget).map { "[\(title)](\($0))" } ?? title
      output.appendLine("| \(change.kind.words) | \(date) | \(name) | \(what(change)) |")
    }
    let rest = difference.entries.count - Self.mostListed
    if rest > 0 { output.appendLine("| | | and \(rest) more | |") }
  }

  private func what(_ change: EntryChange) -> String {
    var parts: [String] = []
    if let cause = change.cause { parts.append("id: \(cause.rawValue)") }
    for field in change.fields.fields {
      let isMarkup = field == .content && change.isMarkupOnly
      parts.append(isMarkup ? "content (markup only)" : field.rawValue)
    }
    if change.isIDReused { parts.append("the id was another entry's") }
    return parts.joined(separator: ", ")
  }

  private func addDuplicates(_ difference: FeedDifference, into output: inout [UInt8]) {
    let duplicates = difference.duplicates.filter { $0.new > 1 }
    guard !duplicates.isEmpty else { return }
    output.appendLine("")
    output.appendLine("Ids that stand for several entries, of which readers show one:")
    for duplicate in duplicates.prefix(Self.mostTexts) {
      output.appendLine("- \(code(duplicate.id)), \(duplicate.new) times")
    }
  }

  private func addTexts(
    _ difference: FeedDifference,
    into output: inout [UInt8]
  ) throws(FileError) {
    let texts: FieldSet = [.title, .content, .summary]
    let changed = difference.entries.filter {
      !$0.fields.isDisjoint(with: texts) && !$0.isMarkupOnly
    }
    try ChangeDetails(difference).forEach(changed.prefix(Self.mostTexts)) { change, details in
      let worded = details.filter { $0.words.map { $0.removed + $0.added > 0 } ?? false }
      guard !worded.isEmpty else { return }
      let title = difference.title(of: change) ?? difference.id(of: change)
      output.appendLine("")
      output.appendLine("<details><summary>\(escaped(title))</summary>")
      output.appendLine("")
      for detail in worded {
        guard let words = detail.words else { continue }
        for place in WordPlaces(words, context: Self.context).places.prefix(Self.mostTexts) {
          output.appendLine("- \(detail.field.rawValue): \(render(place))")
        }
      }
      output.appendLine("")
      output.appendLine("</details>")
    }
  }

  private func render(_ place: [WordDiff.Piece]) -> String {
    place.map { piece in
      switch piece.kind {
      case .kept: escaped(piece.text)
      case .removed: "<del>\(escaped(piece.text))</del>"
      case .added: "<ins>\(escaped(piece.text))</ins>"
      }
    }.joined(separator: " ")
  }

  // MARK: Escaping

  /// Text in which nothing is markup, nor a mention of somebody.
  private func escaped(_ text: String) -> String {
    var output = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!":
        output += "\\"
        output.unicodeScalars.append(character)
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "&": output += "&amp;"
      case "@": output += "&#64;"
      case _ where character.value < 0x20: output += " "
      default: output.unicodeScalars.append(character)
      }
    }
    return output
  }

  private func code(_ text: String) -> String {
    let plain = String(text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "`" })
    return "`\(plain.replacing("|", with: "\\|"))`"
  }

  /// The address as a link's target; nil for what should not be clicked on.
  private func linkTarget(_ address: String) -> String? {
    guard let address = DiffMarkup.linkTarget(address) else { return nil }
    return URI.fromIRI(address).replacing("(", with: "%28").replacing(")", with: "%29")
      .replacing("|", with: "%7C").replacing("<", with: "%3C").replacing(">", with: "%3E")
  }
}
