import FeedFormats
import FeedModel
import FeedSources

/// The report as a page of its own, with every change and every text.
public struct HTMLDiffReport: DiffReport {
  private static let context = 12
  /// So many changes are shown in full; a page of a hundred megabytes helps nobody.
  private static let mostListed = 2_000

  private let title: String

  /// A report.
  public init(title: String) { self.title = title }

  /// Writes everything before the first feed.
  public mutating func begin(into output: inout [UInt8]) {
    output.appendLine(
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(DiffMarkup.escaped(title))</title>
      <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      ol { list-style: none; padding: 0; }
      li { border-top: 1px solid #8884; padding: .5rem 0; }
      .kind { font-size: .75rem; text-transform: uppercase; letter-spacing: .05em; opacity: .7; }
      .warning { border-left: .25rem solid #d80; padding-left: .75rem; }
      time, code, .fields { opacity: .75; font-size: .875rem; }
      del { background: #f442; color: inherit; }
      ins { background: #2a42; color: inherit; text-decoration: none; }
      dt { font-size: .75rem; opacity: .7; } dd { margin: 0 0 .25rem 0; overflow-wrap: anywhere; }
      </style>
      """
    )
  }

  /// Writes what is to be said of a feed.
  public mutating func add(_ feed: ComparedFeed, into output: inout [UInt8]) throws(FileError) {
    let difference = feed.difference
    output.appendLine("<h1>\(DiffMarkup.escaped(feed.newName)): \(feed.headline)</h1>")
    output.appendLine(
      "<p>Compared with <code>\(DiffMarkup.escaped(feed.oldName))</code>: \(difference.old.count) entries before, "
        + "\(difference.new.count) now.</p>"
    )
    addReidentified(difference, into: &output)
    let fields = difference.feedFields.filter { !$0.isVolatile }
    if !fields.isEmpty {
      let names = fields.map(\.rawValue).joined(separator: ", ")
      output.appendLine("<p>The feed itself: \(names).</p>")
    }
    addForecast(feed.forecast, into: &output)
    output.appendLine("<ol>")
    try ChangeDetails(difference).forEach(difference.entries.prefix(Self.mostListed)) {
      change,
      details in
      add(change, details, difference, into: &output)
    }
    output.appendLine("</ol>")
    let rest = difference.entries.count - Self.mostListed
    if rest > 0 { output.appendLine("<p>And \(rest) more.</p>") }
  }

  private func addReidentified(_ difference: FeedDifference, into output: inout [UInt8]) {
    let count = difference.summary.reidentified
    guard count > 0 else { return }
    let text = CauseSummary(difference).sentence(of: count) {
      "<code>\(DiffMarkup.escaped($0))</code>"
    }
    output.appendLine(
      "<p class=\"warning\">\(text). Most readers show them again, as new and unread.</p>"
    )
  }

  private func addForecast(_ forecast: Forecast?, into output: inout [UInt8]) {
    guard let forecast, !forecast.isQuiet else { return }
    output.appendLine("<h2>What subscribers will see</h2>\n<ul>")
    for group in forecast.groups {
      let names = DiffMarkup.escaped(group.names)
      output.appendLine("<li><b>\(names)</b>: \(group.counts.text)")
    }
    for note in forecast.readers.flatMap(\.notes) {
      output.appendLine("<li>\(DiffMarkup.escaped(note))")
    }
    output.appendLine("</ul>\n<h2>Entries</h2>")
  }

  private func add(
    _ change: EntryChange,
    _ details: [FieldDetail],
    _ difference: FeedDifference,
    into output: inout [UInt8]
  ) {
    output.appendLine("<li><span class=\"kind\">\(change.kind.words)</span>")
    if let date = difference.published(change) {
      output.appendLine("<time>\(RFC3339.string(date.utc).prefix(10))</time>")
    }
    let title = DiffMarkup.escaped(difference.title(of: change) ?? difference.id(of: change))
    let link = difference.link(of: change).flatMap(DiffMarkup.linkTarget)
    output.appendLine(
      link.map { "<a href=\"\(DiffMarkup.escaped($0))\">\(title)</a>" } ?? "<b>\(title)</b>"
    )
    output.appendLine("<dl>")
    if let old = difference.oldID(of: change) {
      let cause = change.cause.map { " (\($0.rawValue))" } ?? ""
      let ids =
        "<del>\(DiffMarkup.escaped(old))</del> <ins>\(DiffMarkup.escaped(difference.id(of: change)))</ins>"
      output.appendLine("<dt>id\(cause)<dd>\(ids)")
    }
    if change.isIDReused { output.appendLine("<dt>id<dd>was that of another entry") }
    for detail in details { add(detail, into: &output) }
    output.appendLine("</dl>")
  }

  private func add(_ detail: FieldDetail, into output: inout [UInt8]) {
    let name = detail.field.rawValue
    if detail.isMarkupOnly {
      output.appendLine("<dt>\(name)<dd>markup only")
    } else if let words = detail.words, words.removed + words.added > 0 {
      output.appendLine("<dt>\(name), \(words.removed) words out and \(words.added) in")
      for place in WordPlaces(words, context: Self.context).places {
        output.appendLine("<dd>\(DiffMarkup.place(place))")
      }
    } else if detail.before != nil || detail.after != nil {
      output.appendLine("<dt>\(name)<dd>\(DiffMarkup.change(detail))")
    } else {
      output.appendLine("<dt>\(name)<dd>changed")
    }
  }
}
