import FeedDiff
import FeedModel
import FeedPublishing

/// What publishing a document would change, and what subscribers would see of it.
struct ChangeMarkup {
  private let document: Rehearsal.Document
  private let study: DocumentStudy

  /// So many entries are named that are gone.
  private static let mostNamed = 100

  init(_ document: Rehearsal.Document, _ study: DocumentStudy) {
    self.document = document
    self.study = study
  }

  var html: String {
    var html = "<section><h2>If published now</h2>\n"
    guard let change = document.change else {
      let isSame = document.outcome == .unchanged
      html +=
        isSame
        ? "<p>Nothing changes: subscribers have these bytes.</p>\n"
        : "<p>The list of feeds is \(document.outcome.rawValue).</p>\n"
      return html + "</section>\n"
    }
    let difference = change.difference
    if change.isNew {
      let count = Words.counted(difference.new.count, "entry", "entries")
      html += "<p>A new document: nobody subscribes to it yet. It has \(count).</p>\n"
      return html + "</section>\n"
    }
    html += "<p>\(Self.sentence(difference))</p>\n"
    if difference.summary.reidentified > 0 {
      let text = CauseSummary(difference).sentence(of: difference.summary.reidentified) {
        "<code>\(Markup.text($0))</code>"
      }
      let them = difference.summary.reidentified == 1 ? "it" : "them"
      html += Markup.notice(
        "warning",
        "<p>\(text). Most readers show \(them) again, as new and unread.</p>"
      )
    }
    let fields = difference.feedFields.filter { !$0.isVolatile }
    if !fields.isEmpty {
      html += "<p>The feed itself: \(fields.map(\.rawValue).joined(separator: ", ")).</p>\n"
    }
    return html + gone(difference) + "</section>\n" + forecast
  }

  private static func sentence(_ difference: FeedDifference) -> String {
    let summary = difference.summary
    let parts: [(Int, String, String)] = [
      (summary.added, "added", "added"), (summary.backfilled, "added", "added in the past"),
      (summary.changed, "changed", "changed"),
      (summary.reidentified, "reidentified", "with another id"),
      (summary.removed, "removed", "removed"), (summary.agedOut, "agedOut", "aged out"),
      (summary.unchanged, "unchanged", "as before"),
    ]
    return parts.filter { $0.0 > 0 }.map { Markup.badge($0.1, "\($0.0) \($0.2)") }
      .joined(separator: " ")
  }

  /// The entries that subscribers' readers will not find any more.
  private func gone(_ difference: FeedDifference) -> String {
    let gone = difference.entries.filter { $0.new == nil }
    guard !gone.isEmpty else { return "" }
    var html = "<details><summary>No longer in the feed <span class=\"count\">\(gone.count)</span>"
    html += "</summary>\n<ul class=\"plain\">"
    for change in gone.prefix(Self.mostNamed) {
      let title = difference.title(of: change) ?? difference.id(of: change)
      let why = change.kind == .agedOut ? " <span class=\"quiet\">aged out</span>" : ""
      let label = "<span dir=\"auto\">\(Markup.text(title))</span>"
      html += "<li>\(Markup.link(difference.link(of: change), label))\(why)</li>"
    }
    if gone.count > Self.mostNamed { html += "<li>and \(gone.count - Self.mostNamed) more</li>" }
    return html + "</ul>\n<p class=\"quiet\">Readers keep what they have of them.</p></details>\n"
  }

  private var forecast: String {
    guard let forecast = study.forecast else { return "" }
    var html = "<section><h2>What subscribers will see</h2>\n"
    if forecast.isQuiet {
      html += "<p>What they saw before.</p>\n"
    } else {
      html += "<ul class=\"forecast\">"
      for group in forecast.groups {
        html += "<li><b>\(Markup.text(group.counts.text))</b> in \(Markup.text(group.names))</li>"
      }
      for note in Self.notes(forecast) { html += "<li>\(Markup.text(note))</li>" }
      html += "</ul>\n"
    }
    return html + "</section>\n"
  }

  private static func notes(_ forecast: Forecast) -> [String] {
    var notes: [String] = []
    for note in forecast.readers.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    return notes
  }
}
