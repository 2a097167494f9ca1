import FeedPublishing

/// What all pages of the preview share.
struct Page {
  /// What the window's tab says.
  var title: String
  /// The site's title; empty if nobody knows it.
  var site: String
  /// When the site is looked at.
  var moment: String
  /// HTML of the main part.
  var body = ""

  init(_ title: String, _ rehearsal: Rehearsal) {
    self.title = title
    site = rehearsal.title
    moment = Markup.time(rehearsal.now.utc)
  }

  /// The whole page.
  var html: String {
    let name = site.isEmpty ? "Preview" : site
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(Markup.text(title)) · \(Markup.text(name))</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/\(PreviewSite.folder)/style.css">
      </head>
      <body>
      <a class="skip" href="#main">Skip to content</a>
      <header class="top">
      <p class="site"><a href="/\(PreviewSite.folder)/" dir="auto">\(Markup.text(name))</a></p>
      <p class="moment">Preview, not published · \(moment)</p>
      </header>
      \(body)
      <footer><p>Shown by <code>tidings serve</code> on this machine only. Nothing is written to the \
      site’s folder: <code>tidings publish</code> does that.</p></footer>
      </body>
      </html>

      """
  }
}
