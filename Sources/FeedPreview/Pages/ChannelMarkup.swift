import FeedModel

/// What a feed says of itself, as readers show it above its entries.
enum ChannelMarkup {
  static func head(_ feed: Feed, _ local: LocalAddresses) -> String {
    var html = "<header class=\"channel\"\(language(feed.language))>\n"
    if let picture = (feed.logo ?? feed.icon).flatMap(local.source) {
      html += "<img class=\"logo\" src=\"\(picture)\" alt=\"\" loading=\"lazy\">\n"
    }
    html += "<div>\n<h2 dir=\"auto\">\(Markup.link(feed.homePage, Markup.text(feed.title)))</h2>\n"
    if let subtitle = feed.subtitle, !subtitle.isEmpty {
      html += "<p class=\"subtitle\" dir=\"auto\">\(Markup.text(subtitle))</p>\n"
    }
    var facts: [String] = []
    let authors = feed.authors.map(\.displayName).filter { !$0.isEmpty }
    if !authors.isEmpty { facts.append("by \(Markup.text(authors.joined(separator: ", ")))") }
    if let updated = feed.updated { facts.append("updated \(Markup.time(updated))") }
    if let language = feed.language {
      facts.append("language <code>\(Markup.text(language))</code>")
    }
    if let address = feed.selfURL {
      facts.append(Markup.link(address, Markup.text(address)))
    }
    if !facts.isEmpty { html += "<p class=\"facts\">\(facts.joined(separator: " · "))</p>\n" }
    return html + "</div>\n</header>\n"
  }

  /// The attribute for a language.
  static func language(_ language: String?) -> String {
    language.map { " lang=\"\(Markup.text($0))\"" } ?? ""
  }
}

extension Person {
  /// What stands for a person.
  var displayName: String { name.isEmpty ? email ?? url ?? "" : name }
}
