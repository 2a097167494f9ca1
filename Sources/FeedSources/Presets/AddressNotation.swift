/// How a generator writes patterns of addresses, in its configuration and in front matter.
public enum AddressNotation: Sendable, Equatable {
  /// It has none of its own.
  case none
  /// `/:categories/:year/:title.html`, and the names of Jekyll's usual patterns.
  case jekyll
  /// `:year/:title/`.
  case hexo
  /// `/:year/:slug/`.
  case hugo
  /// `posts/{date:%Y}/{slug}.html`.
  case pelican
  /// `/posts/{{ page.fileSlug }}/`.
  case eleventy

  /// A pattern with the placeholders of `PermalinkPattern`, such as `/{year}/{slug}/`; nil for a
  /// text without placeholders, or with one that only the generator can fill.
  public func pattern(from text: String) -> String? {
    switch self {
    case .none: return nil
    case .jekyll:
      if let known = Self.jekyllStyles[text] { return known }
      return colons(in: text, meaning: Self.jekyllNames)
    case .hexo: return colons(in: text, meaning: Self.hexoNames, unknownIsKey: true)
    case .hugo: return colons(in: text, meaning: Self.hugoNames)
    case .pelican: return braces(in: text, open: "{", close: "}", meaning: Self.pelicanNames)
    case .eleventy: return braces(in: text, open: "{{", close: "}}", meaning: Self.eleventyNames)
    }
  }

  // https://jekyllrb.com/docs/permalinks/
  private static let jekyllStyles = [
    "date": "/{categories}/{year}/{month}/{day}/{slug}.html",
    "pretty": "/{categories}/{year}/{month}/{day}/{slug}/",
    "ordinal": "/{categories}/{year}/{y_day}/{slug}.html",
    "none": "/{categories}/{slug}.html",
  ]

  private static let dates = [
    "year": "{year}", "month": "{month}", "day": "{day}", "i_month": "{i_month}",
    "i_day": "{i_day}", "short_year": "{short_year}", "y_day": "{y_day}", "hour": "{hour}",
    "minute": "{minute}", "second": "{second}",
  ]

  private static let jekyllNames = dates.merging([
    "title": "{slug}", "slug": "{slug}", "name": "{slug}", "categories": "{categories}",
    "slugified_categories": "{categories}", "category": "{categories}", "output_ext": ".html",
  ]) { own, _ in own }

  // https://hexo.io/docs/permalinks: the title is the file's path below `_posts`.
  private static let hexoNames = dates.merging([
    "title": "{folder}/{slug}", "name": "{slug}", "post_title": "{title}",
    "category": "{categories}", "hash": "", "id": "", "timestamp": "",
  ]) { own, _ in own }

  // https://gohugo.io/configuration/permalinks/
  private static let hugoNames = dates.merging([
    "title": "{title}", "slug": "{slug}", "slugorfilename": "{slug}",
    "slugorcontentbasename": "{slug}", "filename": "{name}", "contentbasename": "{name}",
    "section": "{section}", "sections": "{path}", "yearday": "{y_day}",
  ]) { own, _ in own }

  // https://docs.getpelican.com/en/latest/settings.html#url-settings
  private static let pelicanNames = [
    "slug": "{slug}", "date:%Y": "{year}", "date:%m": "{month}", "date:%d": "{day}",
    "date:%y": "{short_year}", "date:%j": "{y_day}", "date:%H": "{hour}", "date:%M": "{minute}",
    "category": "{category}", "lang": "{lang}", "author": "{author}",
  ]

  // Filters as in Eleventy's documentation and starters.
  private static let eleventyNames = [
    "page.fileSlug": "{slug}", "page.fileSlug|slugify": "{slug}", "title|slugify": "{title}",
    "title|slug": "{title}", "slug": "{slug}", "slug|slugify": "{slug}",
    "page.filePathStem": "{path}/{slug}",
  ]

  /// Names between a colon and the next character that is no letter. A name that means nothing is
  /// the generator's alone.
  private func colons(
    in text: String,
    meaning names: [String: String],
    unknownIsKey: Bool = false
  ) -> String? {
    guard text.contains(ascii: ":") else { return nil }
    var pattern = ""
    var found = false
    var rest = text[...]
    while let colon = rest.firstIndex(of: ":") {
      pattern += rest[..<colon]
      let name = rest[rest.index(after: colon)...].prefix { $0.isLetter || $0 == "_" }
      rest = rest[name.endIndex...]
      guard let meaning = names[String(name)] ?? (unknownIsKey ? "{\(name)}" : nil),
        !name.isEmpty, !meaning.isEmpty
      else { return nil }
      pattern += meaning
      found = true
    }
    return found ? pattern + rest : nil
  }

  private func braces(
    in text: String,
    open: Substring,
    close: Substring,
    meaning names: [String: String]
  ) -> String? {
    var pattern = ""
    var found = false
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      guard rest[start...].hasPrefix(open) else { return nil }
      pattern += rest[..<start]
      let inside = rest[start...].dropFirst(open.count)
      guard let end = inside.firstIndex(of: "}"), inside[end...].hasPrefix(close) else {
        return nil
      }
      let name = inside[..<end].filter { $0 != " " }
      guard let meaning = names[name] else { return nil }
      pattern += meaning
      found = true
      rest = inside[end...].dropFirst(close.count)
    }
    return found ? pattern + rest : nil
  }
}
