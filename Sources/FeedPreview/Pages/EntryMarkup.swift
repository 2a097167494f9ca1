import FeedDiff
import FeedModel
import FeedPublishing
import FeedSources
import FeedXML

/// Entries as a reader shows them, with what would change and what is wrong.
struct EntryMarkup {
  private let feed: Feed
  private let posts: [Int: Post]
  private let changes: [Int: EntryChange]
  private let details: [Int: [FieldDetail]]
  private let difference: FeedDifference?
  private let study: DocumentStudy
  private let local: LocalAddresses
  private let cleaner = HTMLCleaner(policy: .feed)

  /// Reads the entries of a page again, and how they changed.
  init(
    _ snapshot: FeedSnapshot,
    indices: [Int],
    changes: [Int: EntryChange],
    document: Rehearsal.Document,
    study: DocumentStudy,
    local: LocalAddresses
  ) throws(FileError) {
    feed = snapshot.feed
    posts = try snapshot.posts(at: indices)
    self.changes = changes
    self.study = study
    self.local = local
    difference = document.change?.difference
    var details: [Int: [FieldDetail]] = [:]
    if let difference {
      let shown = indices.compactMap { changes[$0] }
      try ChangeDetails(difference).forEach(shown) { (change, fields) throws(FileError) in
        if let index = change.new { details[index] = fields }
      }
    }
    self.details = details
  }

  /// An entry.
  ///
  /// - Parameter index: Its place in the document, from 0.
  func html(of index: Int) -> String {
    guard let post = posts[index] else {
      return "<article class=\"entry\"><p class=\"quiet\">Entry \(index + 1) cannot be read.</p>"
        + "</article>\n"
    }
    let kind = changes[index].map { $0.kind.rawValue } ?? "same"
    let language = ChannelMarkup.language(post.language)
    var html = "<article class=\"entry \(kind)\" id=\"\(DocumentView.anchor(index))\"\(language)>\n"
    html += "<header>\n\(fate(of: index))"
    html += "<h3 dir=\"auto\">\(title(post))</h3>\n"
    let byline = byline(post)
    if !byline.isEmpty { html += "<p class=\"byline\">\(byline)</p>\n" }
    html += "</header>\n"
    html +=
      picture(post) + content(post) + EnclosureMarkup.list(post.attachments, local) + tags(post)
    html += change(of: index) + FindingMarkup.list(study.findings.ofEntry(index))
    return html + "</article>\n"
  }

  private func title(_ post: Post) -> String {
    let title = post.title ?? ""
    let label =
      title.isEmpty ? "<span class=\"quiet\">without a title</span>" : Markup.text(title)
    return Markup.link(post.permalink ?? post.externalLink, label)
  }

  private func byline(_ post: Post) -> String {
    var parts: [String] = []
    let authors = post.authors.isEmpty ? feed.authors : post.authors
    let names = authors.filter { !$0.displayName.isEmpty }.map { person in
      Markup.link(person.url, "<span dir=\"auto\">\(Markup.text(person.displayName))</span>")
    }
    if !names.isEmpty { parts.append(names.joined(separator: ", ")) }
    if let published = post.published {
      parts.append(Markup.time(published))
      if let updated = post.updated, updated != published {
        parts.append("updated \(Markup.time(updated))")
      }
    } else if let updated = post.updated {
      parts.append(Markup.time(updated))
    }
    if let source = post.source, !source.title.isEmpty {
      parts.append("from \(Markup.link(source.homePage, Markup.text(source.title)))")
    }
    return parts.joined(separator: " · ")
  }

  private func tags(_ post: Post) -> String {
    guard !post.tags.isEmpty else { return "" }
    let items = post.tags.map { "<li dir=\"auto\">\(Markup.text($0.label ?? $0.term))</li>" }
    return "<ul class=\"tags\" aria-label=\"Tags\">\(items.joined())</ul>\n"
  }

  private func picture(_ post: Post) -> String {
    guard let image = post.banner ?? post.image, let source = local.source(image.url),
      post.content?.html?.contains(image.url) != true
    else { return "" }
    let description = Markup.text(image.description ?? "")
    return "<img class=\"picture\" src=\"\(source)\" alt=\"\(description)\" loading=\"lazy\">\n"
  }

  // MARK: Content

  private func content(_ post: Post) -> String {
    if let html = post.content?.html, !html.isEmpty {
      let base = (post.permalink ?? feed.homePage).flatMap { BaseURL($0) }
      return Self.isolated(
        BalancedMarkup(cleaner.clean(html, base: base).html, local: local.path).text
      )
    }
    let text = post.content?.text ?? post.summary ?? ""
    guard !text.isEmpty else { return "" }
    return "<p class=\"text\" dir=\"auto\">\(Markup.text(text))</p>\n"
  }

  /// Content in a tree of its own, which browsers make without a script: its ids and the page's do not
  /// meet, and neither do their styles.
  private static func isolated(_ html: String) -> String {
    """
    <div class="content" dir="auto"><template shadowrootmode="open">\
    <link rel="stylesheet" href="/\(PreviewSite.folder)/entry.css"><div class="post">\(html)</div>\
    </template></div>

    """
  }

  // MARK: Changes

  /// What is special about an entry, with what readers do.
  private func fate(of index: Int) -> String {
    guard let change = changes[index] else { return "" }
    var html = "<p class=\"fate\">\(Markup.badge(change.kind.rawValue, change.kind.label)) "
    html += "<span>\(Markup.text(change.fateInWords))</span>"
    let fates = readers(of: index)
    if !fates.isEmpty { html += " <span class=\"quiet\">\(Markup.text(fates))</span>" }
    return html + "</p>\n"
  }

  /// More readers that do the same are counted; beside the entries all are named.
  private static let mostReaders = 3

  private func readers(of index: Int) -> String {
    guard let forecast = study.forecast else { return "" }
    var names: [ForecastOutcome: [String]] = [:]
    for reader in forecast.readers {
      if let outcome = reader.outcome(of: index) { names[outcome, default: []].append(reader.name) }
    }
    return ForecastOutcome.allCases.compactMap { outcome in
      names[outcome].map { names in
        let who =
          names.count > Self.mostReaders ? "\(names.count) readers" : names.joined(separator: ", ")
        return "\(who): \(outcome.label)"
      }
    }.joined(separator: "; ")
  }

  private func change(of index: Int) -> String {
    guard let change = changes[index], let difference else { return "" }
    var rows = ""
    if let old = difference.oldID(of: change) {
      let cause = change.cause.map { " (\($0.rawValue))" } ?? ""
      rows += "<dt>id\(cause)</dt><dd><del>\(Markup.text(old))</del> "
      rows += "<ins>\(Markup.text(difference.id(of: change)))</ins></dd>\n"
    }
    if change.isIDReused {
      rows += "<dt>id</dt><dd>was that of another entry, which readers show this one as</dd>\n"
    }
    for detail in details[index] ?? [] { rows += FieldMarkup.row(detail) }
    guard !rows.isEmpty else { return "" }
    return
      "<details class=\"change\" open><summary>What changed</summary><dl>\(rows)</dl></details>\n"
  }
}

extension EntryChange.Kind {
  /// The mark.
  fileprivate var label: String {
    switch self {
    case .added: "new"
    case .backfilled: "new, dated back"
    case .reidentified: "another id"
    case .changed: "changed"
    case .removed: "removed"
    case .agedOut: "aged out"
    }
  }
}

extension EntryChange {
  /// What subscribers see, in a sentence.
  fileprivate var fateInWords: String {
    switch kind {
    case .added: "Subscribers get it as a new entry."
    case .backfilled: "New here, and older than what was there: some readers never show it."
    case .reidentified: "It comes back: most readers show it again, as new and unread."
    case .changed where isIDReused: "Another text under a known id: readers take it for an update."
    case .changed where isMarkupOnly: "Only the markup differs: subscribers read the same text."
    case .changed: "Subscribers have it, and get the new version where their reader takes it."
    case .removed, .agedOut: "It is gone."
    }
  }
}

extension ForecastOutcome {
  fileprivate var label: String {
    switch self {
    case .newUnread: "appears unread"
    case .newRead: "appears as read"
    case .updatedUnread: "updated, and brought up again"
    case .updatedSilently: "updated silently"
    case .hidden: "hidden"
    case .unchanged: "nothing changes"
    }
  }
}
