import FeedDiff
import FeedFormats
import FeedModel
import FeedPublishing

/// The page that lists the documents, with what would become of them.
struct IndexPage {
  private let state: PreviewState
  private let studies: [DocumentStudy]

  /// Gathers what the page tells of each document.
  init(_ state: PreviewState, _ preview: SitePreview) async {
    self.state = state
    var studies: [DocumentStudy] = []
    for document in state.documents { studies.append(await preview.study(document, of: state)) }
    self.studies = studies
  }

  private var rehearsal: Rehearsal { state.rehearsal }

  var html: String {
    var page = Page("Feeds", rehearsal)
    page.body = """
      <main id="main" class="wide">
      <h1>Feeds</h1>
      <p class="lead">\(summary)</p>
      \(notices)<table class="documents">
      <thead><tr><th scope="col">Document</th><th scope="col">Entries</th><th scope="col">Size</th>\
      <th scope="col">If published now</th><th scope="col">Findings</th></tr></thead>
      <tbody>
      \(zip(state.documents, studies).map(Self.row).joined())</tbody>
      </table>
      \(details)</main>
      """
    return page.html
  }

  private var summary: String {
    let outcomes = state.documents.map(\.document.outcome)
    let created = outcomes.count { $0 == .created }
    let changed = outcomes.count { $0 == .changed }
    let posts = Words.counted(rehearsal.build?.posts ?? 0, "post", "posts")
    var text = "\(posts) in \(Words.counted(outcomes.count, "document", "documents")). "
    if created + changed == 0 {
      text += "Publishing now would change nothing."
    } else {
      let parts = [(created, "created"), (changed, "changed")].filter { $0.0 > 0 }
      text += "Publishing now: \(parts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))"
      let rest = outcomes.count - created - changed
      text += rest > 0 ? ", \(rest) as \(rest == 1 ? "it is" : "they are")." : "."
    }
    if let next = rehearsal.nextChange {
      text += " The next post comes out or goes on \(Markup.time(next))."
    }
    return text
  }

  // MARK: Notices

  /// A site's feeds are mostly one feed in several forms.
  private static let mostRefused = 3

  private var notices: String {
    var html = ""
    let refused = rehearsal.refused
    if !refused.isEmpty {
      var items = ""
      for document in refused.prefix(Self.mostRefused) {
        items += "<li>\(Self.link(document.path)): \(DocumentPage.refusals(document))</li>"
      }
      let rest = refused.count - Self.mostRefused
      if rest > 0 { items += "<li>and \(rest) more</li>" }
      html += Markup.notice(
        "error",
        "<p><b>Publishing would be refused</b>, and nothing replaced.</p><ul>\(items)</ul>"
      )
    }
    if rehearsal.rests {
      html += Markup.notice(
        "warning",
        "<p>An earlier build was brought back with <code>tidings rollback</code>: publishing rests "
          + "until a source changes. Below is what the sources come to.</p>"
      )
    }
    if let path = rehearsal.youngSource {
      html += Markup.notice(
        "info",
        "<p>Publishing would wait: <code>\(Markup.text(path))</code> was written to a moment ago."
          + "</p>"
      )
    }
    for warning in rehearsal.warnings {
      html += Markup.notice("warning", "<p>\(Markup.text(warning))</p>")
    }
    for failure in studies.compactMap(\.failure) {
      html += Markup.notice("error", "<p>\(Markup.text(failure))</p>")
    }
    return html
  }

  // MARK: Documents

  private static func row(_ served: PreviewState.Document, _ study: DocumentStudy) -> String {
    let document = served.document
    var change = ""
    if let difference = document.change?.difference, document.outcome == .changed {
      change = " <span class=\"words\">\(Markup.text(difference.summary.words))</span>"
    }
    if document.change?.refusals.isEmpty == false {
      change += " " + Markup.badge("error", "refused")
    }
    let noun = document.kind == .opml ? ("feed", "feeds") : ("entry", "entries")
    return """
      <tr class="\(document.outcome.rawValue)">
      <th scope="row">\(link(document.path)) <span class="format">\(Markup.text(document.format))</span>\
      </th>
      <td class="number">\(Words.counted(document.entries, noun.0, noun.1))</td>
      <td class="number">\(Words.size(Int64(document.size)))</td>
      <td>\(outcome(document.outcome))\(change)</td>
      <td>\(FindingMarkup.counts(study.findings))</td>
      </tr>

      """
  }

  static func outcome(_ outcome: BuildReport.Document.Outcome) -> String {
    switch outcome {
    case .created: Markup.badge("added", "created")
    case .changed: Markup.badge("changed", "changed")
    case .unchanged: "<span class=\"quiet\">stays as it is</span>"
    }
  }

  private static func link(_ path: String) -> String {
    "<a href=\"\(DocumentView.address(of: path))\">\(Markup.text(path))</a>"
  }

  // MARK: What else there is to know

  private var details: String {
    guard let build = rehearsal.build else { return "" }
    var html = ""
    if !build.leftOut.isEmpty {
      let items = build.leftOut.map { ($0.reason.reason, $0.path) }
      html += Self.groups("Left out", items)
    }
    html += Self.groups("Notes", build.notes.map { ($0.message, $0.path) })
    let omissions = state.documents.flatMap { served in
      served.document.omissions.map {
        (served.document.path, "\($0.property): \($0.reason)")
      }
    }
    html += Self.groups("Not carried", omissions)
    return html
  }

  /// So many items are named of a group.
  private static let mostNamed = 50

  private static func groups(_ title: String, _ items: [(String, String)]) -> String {
    guard !items.isEmpty else { return "" }
    var groups: [String: [String: Int]] = [:]
    for (heading, item) in items { groups[heading, default: [:]][item, default: 0] += 1 }
    var html = "<details><summary>\(title) <span class=\"count\">\(items.count)</span></summary>\n"
    for (heading, members) in groups.sorted(by: { $0.key < $1.key }).prefix(mostNamed) {
      html += "<h2 class=\"minor\">\(Markup.text(heading))</h2>\n<ul class=\"plain\">"
      for (item, count) in members.sorted(by: { $0.key < $1.key }).prefix(mostNamed) {
        html += "<li>\(Markup.text(item))\(count > 1 ? " (\(count) times)" : "")</li>"
      }
      if members.count > mostNamed { html += "<li>and \(members.count - mostNamed) more</li>" }
      html += "</ul>\n"
    }
    if groups.count > mostNamed { html += "<p>And \(groups.count - mostNamed) more.</p>" }
    return html + "</details>\n"
  }
}
