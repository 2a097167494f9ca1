import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources
import FeedValidation

/// A document as a reader shows it, with what would change and what is wrong.
struct DocumentPage {
  private let document: Rehearsal.Document
  private let study: DocumentStudy
  private let rehearsal: Rehearsal
  private let view: DocumentView

  init(
    _ served: PreviewState.Document,
    _ study: DocumentStudy,
    _ state: PreviewState,
    _ view: DocumentView
  ) {
    document = served.document
    self.study = study
    rehearsal = state.rehearsal
    self.view = view
  }

  var html: String {
    var page = Page(document.path, rehearsal)
    page.body = """
      <main id="main" class="document">
      <nav class="crumbs" aria-label="Breadcrumb"><a href="/\(PreviewSite.folder)/">All feeds</a></nav>
      <h1>\(Markup.text(document.path))</h1>
      <p class="lead">\(facts)</p>
      \(notices)<div class="columns">
      <aside aria-label="What would happen">
      \(ChangeMarkup(document, study).html)\(findings)</aside>
      <div class="reader">
      \(entries)</div>
      </div>
      </main>
      """
    return page.html
  }

  private var facts: String {
    let noun = document.kind == .opml ? ("feed", "feeds") : ("entry", "entries")
    return [
      Markup.text(document.format), Words.counted(document.entries, noun.0, noun.1),
      Words.size(Int64(document.size)), IndexPage.outcome(document.outcome),
      "<a href=\"/\(RequestPath.encoded(document.path))\">the document itself</a>",
    ].joined(separator: " · ")
  }

  private var notices: String {
    var html = ""
    if let change = document.change, !change.refusals.isEmpty || !change.errors.isEmpty {
      html += Markup.notice(
        "error",
        "<p><b>Publishing would be refused</b>: \(Self.refusals(document)).</p>"
          + change.refusals.map { "<p class=\"help\">\(Markup.text($0.help))</p>" }.joined()
      )
    }
    if let failure = study.failure {
      html += Markup.notice("error", "<p>\(Markup.text(failure))</p>")
    }
    return html
  }

  /// What a document does not pass, in words.
  static func refusals(_ document: Rehearsal.Document) -> String {
    guard let change = document.change else { return "" }
    var parts = change.refusals.map {
      "\(Markup.text($0.message)) (<code>\(Markup.text($0.gate))</code>)"
    }
    if !change.errors.isEmpty {
      parts.append(Words.counted(change.errors.count, "error", "errors"))
    }
    return parts.joined(separator: "; ")
  }

  // MARK: Findings

  /// So many entries are named that something is said of.
  private static let mostNamed = 12

  private var findings: String {
    var html = "<section><h2>Findings</h2>\n<p>\(FindingMarkup.counts(study.findings))</p>\n"
    html += FindingMarkup.list(study.findings.ofFeed)
    let entries = study.findings.entries
    if !entries.isEmpty, let snapshot = study.snapshot {
      html += "<p class=\"quiet\">Of entries, shown with them:</p>\n<ul class=\"plain\">"
      for (index, count) in entries.prefix(Self.mostNamed) {
        let title = snapshot.title(at: index) ?? ""
        let name = title.isEmpty ? "entry \(index + 1)" : title
        let address = DocumentView.address(of: document.path, entry: index)
        html += "<li><a href=\"\(address)\" dir=\"auto\">\(Markup.text(name))</a> \(count)</li>"
      }
      let rest = entries.count - Self.mostNamed
      if rest > 0 { html += "<li class=\"quiet\">and \(rest) more</li>" }
      html += "</ul>\n"
    }
    return html + "</section>\n"
  }

  // MARK: Entries

  private var entries: String {
    guard let snapshot = study.snapshot else {
      return """
        <p class="quiet">A list of feeds has no entries to show. \
        <a href="/\(RequestPath.encoded(document.path))">The document itself</a> can be imported \
        into a reader.</p>

        """
    }
    let changes = document.change.map { change in
      Dictionary(
        change.difference.entries.compactMap { entry in entry.new.map { ($0, entry) } }
      ) { first, _ in first }
    }
    let isCompared = document.change?.isNew == false
    let shown =
      view.isOfChanges && isCompared
      ? (changes ?? [:]).keys.sorted() : Array(0..<snapshot.count)
    let pages = max(1, (shown.count + DocumentView.pageSize - 1) / DocumentView.pageSize)
    let page = min(view.page, pages)
    let indices = shown.dropFirst((page - 1) * DocumentView.pageSize).prefix(DocumentView.pageSize)
    let local = LocalAddresses(rehearsal)
    let head = ChannelMarkup.head(snapshot.feed, local)
    let filter = isCompared ? self.filter(snapshot.count, changes?.count ?? 0) : ""
    let pager = pager(page, of: pages)
    do {
      let markup = try EntryMarkup(
        snapshot,
        indices: Array(indices),
        changes: isCompared ? changes ?? [:] : [:],
        document: document,
        study: study,
        local: local
      )
      var html = head + filter + pager
      for index in indices { html += markup.html(of: index) }
      if indices.isEmpty { html += "<p class=\"quiet\">There is nothing here.</p>\n" }
      return html + pager
    } catch {
      let reason = Markup.text("\(error.path): cannot \(error.action): \(error.reason)")
      return head + Markup.notice("error", "<p>\(reason)</p>")
    }
  }

  private func filter(_ all: Int, _ changed: Int) -> String {
    func item(_ label: String, _ isOfChanges: Bool) -> String {
      let address = DocumentView.address(of: document.path, page: 1, isOfChanges: isOfChanges)
      let current = view.isOfChanges == isOfChanges ? " aria-current=\"true\"" : ""
      return "<a href=\"\(address)\"\(current)>\(label)</a>"
    }
    return """
      <nav class="filter" aria-label="Entries">\(item("All \(all)", false)) \
      \(item("What changes \(changed)", true))</nav>

      """
  }

  private func pager(_ page: Int, of pages: Int) -> String {
    guard pages > 1 else { return "" }
    func link(_ number: Int, _ label: String, _ relation: String) -> String {
      guard (1...pages).contains(number) else { return "<span class=\"quiet\">\(label)</span>" }
      let address = DocumentView.address(
        of: document.path,
        page: number,
        isOfChanges: view.isOfChanges
      )
      return "<a rel=\"\(relation)\" href=\"\(address)\">\(label)</a>"
    }
    return """
      <nav class="pager" aria-label="Pages">\(link(page - 1, "← Newer", "prev")) \
      <span>Page \(page) of \(pages)</span> \(link(page + 1, "Older →", "next"))</nav>

      """
  }
}
