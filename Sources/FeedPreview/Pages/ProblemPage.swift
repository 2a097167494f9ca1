import FeedPublishing

/// What keeps the site from being published, instead of a preview.
struct ProblemPage {
  private let rehearsal: Rehearsal

  init(_ rehearsal: Rehearsal) { self.rehearsal = rehearsal }

  var html: String {
    let count = rehearsal.problems.count
    var page = Page("Not publishable", rehearsal)
    page.body = """
      <main id="main" class="narrow">
      <h1>This would not be published</h1>
      <p class="lead">\(Words.counted(count, "problem", "problems")). Mend \(count == 1 ? "it" : "them") \
      and load this page again; what is published stays as it is until then.</p>
      <ol class="problems">
      \(rehearsal.problems.map(Self.item).joined())
      </ol>
      </main>
      """
    return page.html
  }

  private static func item(_ problem: Rehearsal.Problem) -> String {
    var html = "<li class=\"problem\">"
    if let place = problem.place {
      html += "<p class=\"place\"><code>\(Markup.text(place))</code></p>"
    }
    html += "<p class=\"message\">\(Markup.text(problem.message))"
    if let rule = problem.rule { html += " <code class=\"rule\">\(Markup.text(rule))</code>" }
    html += "</p>"
    if let source = problem.source {
      html += "<p class=\"help\">From <code>\(Markup.text(source))</code></p>"
    }
    if let help = problem.help { html += "<p class=\"help\">\(Markup.text(help))</p>" }
    return html + "</li>\n"
  }
}
