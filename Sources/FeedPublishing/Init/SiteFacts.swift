import FeedSources

/// What a site's own configuration says about it.
struct SiteFacts {
  var title: String?
  var url: String?
  var description: String?
  var language: String?
  var author: String?
  var email: String?
  var authorPage: String?
  var timeZone: String?
  /// The addresses of posts, in Tidings' placeholders.
  var permalink: String?
  /// A file that says who is who, relative to the site's folder.
  var people: String?

  /// Where Docusaurus puts the blog, when not at `blog`.
  private var blogRoute: String?
  /// The path that a site's address has besides its `url`: Jekyll's `baseurl`.
  private var base: String?

  /// Files that name these facts, in the order in which they are believed.
  private static let files = [
    "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default/hugo.toml",
    "config/_default/hugo.yaml", "config/_default/config.toml", "config/_default/config.yaml",
    "zola.toml", "config.toml", "config.yaml", "config.yml", "config.json", "_config.yml",
    "_config.yaml", "_config.toml", "gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs",
    "docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "pelicanconf.py",
    "publishconf.py", "astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.mts",
    "src/consts.ts", "src/consts.js", "src/config.ts", "src/config.js", "src/site.config.ts",
    "src/_data/metadata.json", "_data/metadata.json", "src/_data/site.json", "_data/site.json",
    "src/_data/metadata.js", "_data/metadata.js", "src/_data/site.js", "_data/site.js",
    "eleventy.config.js", "eleventy.config.mjs", ".eleventy.js", "package.json",
  ]

  /// The names of each fact in these files; dots lead into mappings.
  private static var names: [(fact: WritableKeyPath<SiteFacts, String?>, names: [String])] {
    [
      (\.title, ["title", "siteTitle", "SITENAME", "SITE_TITLE", "params.title", "name"]),
      (
        \.url,
        [
          "url", "siteUrl", "siteURL", "base_url", "baseURL", "baseurl", "SITEURL", "SITE_URL",
          "site", "website", "homepage",
        ]
      ),
      (\.base, ["baseurl", "baseUrl", "base"]),
      (
        \.description,
        [
          "description", "tagline", "SITESUBTITLE", "SITE_DESCRIPTION", "params.description",
          "subtitle", "desc",
        ]
      ),
      (
        \.language,
        [
          "language", "lang", "languageCode", "locale", "default_language", "DEFAULT_LANG",
          "defaultContentLanguage", "i18n.defaultLocale",
        ]
      ),
      (
        \.author,
        ["author.name", "author", "AUTHOR", "params.author.name", "params.author"]
      ),
      (\.email, ["author.email", "email", "params.author.email"]),
      (\.authorPage, ["author.url", "author.uri"]),
      (\.timeZone, ["timezone", "TIMEZONE", "timeZone"]),
      (\.permalink, ["permalink", "ARTICLE_URL"]),
    ]
  }

  /// Looks through the site's own files.
  ///
  /// - Parameters:
  ///   - folder: The site's folder.
  ///   - preset: Its generator's preset.
  ///   - posts: The folder of posts, relative to the site's.
  init(folder: String, preset: Preset, posts: String) {
    for file in Self.files {
      guard let contents = Self.contents(of: folder + "/" + file) else { continue }
      take(from: contents, file: file, section: posts.split(separator: "/").last.map(String.init))
    }
    takeIndex(of: folder)
    takeDirectoryData(of: folder, posts: posts)
    if url == nil { url = domain(folder) }
    addBase()
    splitAuthor()
    language = language.flatMap(Self.languageTag)
    permalink = permalink.flatMap { preset.notation.pattern(from: $0) }.map {
      $0.hasPrefix("/") ? $0 : "/" + $0
    }
    if let blogRoute {
      let route = blogRoute.split(separator: "/").joined(separator: "/")
      permalink = route.isEmpty ? "/{dated_path}" : "/\(route)/{dated_path}"
    }
    takePeople(of: folder, posts: posts)
  }

  // MARK: Files

  private static func contents(of path: String) -> [UInt8]? {
    var reader = FileReader()
    guard (try? reader.open(path)) != nil, (try? reader.readToEnd(limit: 1_000_000)) != nil else {
      return nil
    }
    return Array(reader.bytes)
  }

  private mutating func take(from contents: [UInt8], file: String, section: String?) {
    if let data = Self.data(contents, file: file) {
      // A package's name and description are not the site's, its home page may be.
      take(onlyURL: file == "package.json") { name in
        let node = data[path: name]
        return node?.asStringList?.first
      }
      takePermalinks(from: data, section: section)
      return
    }
    guard !file.hasSuffix(".json") else { return }
    let program = ProgramText(
      String(decoding: contents, as: UTF8.self),
      isPython: file.hasSuffix(".py")
    )
    // Under `name`, programs configure plugins.
    take { $0 == "name" ? nil : program.text(of: $0, notBelow: "title") }
    blogRoute = blogRoute ?? program.text(of: "blog.routeBasePath")
  }

  private mutating func take(onlyURL: Bool = false, _ value: (String) -> String?) {
    for (fact, names) in Self.names where self[keyPath: fact] == nil {
      if onlyURL, fact != \.url { continue }
      for name in names {
        guard let value = value(name) else { continue }
        let text = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.isEmpty { continue }
        self[keyPath: fact] = fact == \.url ? Self.address(text) : text
        if self[keyPath: fact] != nil { break }
      }
    }
  }

  private static func data(_ contents: [UInt8], file: String) -> DataNode? {
    contents.withUnsafeBufferPointer { bytes in
      if file.hasSuffix(".toml") { return try? TOML.parse(bytes) }
      if file.hasSuffix(".json") { return try? JSONTree.parse(bytes) }
      if file.hasSuffix(".yml") || file.hasSuffix(".yaml") { return try? YAML.parse(bytes) }
      return nil
    }
  }

  /// Hugo's patterns by section: `permalinks.posts` or `permalinks.page.posts`.
  private mutating func takePermalinks(from data: DataNode, section: String?) {
    guard permalink == nil, let section, let permalinks = data["permalinks"] else { return }
    permalink = (permalinks["page"]?[section] ?? permalinks[section])?.asString
  }

  /// Zola and Hugo may keep the title in the page that describes the whole site.
  private mutating func takeIndex(of folder: String) {
    guard title == nil, let contents = Self.contents(of: folder + "/content/_index.md") else {
      return
    }
    let data = contents.withUnsafeBufferPointer { bytes -> DataNode? in
      guard let split = try? FrontMatter.split(bytes, isWholeFile: true) else { return nil }
      return try? FrontMatter.parse(bytes, split)
    }
    title = data?["title"]?.asString
    description = description ?? data?["description"]?.asString
  }

  /// Eleventy's data for a folder: `posts/posts.json`.
  private mutating func takeDirectoryData(of folder: String, posts: String) {
    guard permalink == nil, let name = posts.split(separator: "/").last else { return }
    for ending in [".json", ".11tydata.json"] {
      let file = "\(posts)/\(name)\(ending)"
      guard let contents = Self.contents(of: folder + "/" + file) else { continue }
      permalink = Self.data(contents, file: file)?["permalink"]?.asString
    }
  }

  /// Jekyll's and Docusaurus' files of authors, one of whom the site may be by.
  private mutating func takePeople(of folder: String, posts: String) {
    for file in ["_data/authors.yml", "_data/authors.yaml", posts + "/authors.yml"] {
      guard let contents = Self.contents(of: folder + "/" + file),
        let data = Self.data(contents, file: file), data.asMapping != nil
      else { continue }
      people = file
      guard let key = author, let person = data[key], let name = person["name"]?.asString else {
        return
      }
      author = name
      email = person["email"]?.asString ?? email
      authorPage = person["url"]?.asString ?? authorPage
      return
    }
  }

  /// GitHub Pages keeps a site's domain in a file.
  private func domain(_ folder: String) -> String? {
    for file in ["CNAME", "static/CNAME", "public/CNAME", "source/CNAME"] {
      guard let contents = Self.contents(of: folder + "/" + file) else { continue }
      let name = String(decoding: contents, as: UTF8.self).prefix { !$0.isWhitespace }
      if let address = Self.address(String(name)) { return address }
    }
    return nil
  }

  // MARK: Values

  /// An absolute address with a slash at its end; nil for this machine's, for the one that
  /// generators begin with, and for other text.
  private static func address(_ text: String) -> String? {
    let hasScheme = text.hasPrefix("https://") || text.hasPrefix("http://")
    guard hasScheme || text.contains(".") && !text.contains("://") && !text.hasPrefix("/") else {
      return nil
    }
    let address = hasScheme ? text : "https://" + text
    let isUsable = address.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-._~:/?#[]@!$&()*+,;=%".unicodeScalars.contains($0)
    }
    let host = address.split(separator: "/").dropFirst().first ?? ""
    let isNobodys =
      host.hasPrefix("localhost") || host.hasPrefix("127.0.0.1") || host == "example.com"
    guard isUsable, !isNobodys else { return nil }
    return address.hasSuffix("/") ? address : address + "/"
  }

  /// Puts the path of `baseurl` behind an address that has none.
  private mutating func addBase() {
    guard let url, let base, base.hasPrefix("/"), url.split(separator: "/").count == 2 else {
      return
    }
    let path = base.split(separator: "/").joined(separator: "/")
    if !path.isEmpty { self.url = url + path + "/" }
  }

  /// `jane@example.org (Jane)`, as RSS has it.
  private mutating func splitAuthor() {
    guard let text = author, text.hasSuffix(")"), let bracket = text.firstIndex(of: "(") else {
      return
    }
    let address = text[..<bracket].filter { !$0.isWhitespace }
    guard address.contains("@") else { return }
    author = String(text[text.index(after: bracket)...].dropLast())
    email = email ?? address
  }

  /// `en_US` is a locale's name for `en-US`; other text is no language.
  private static func languageTag(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    let isTag =
      (2...3).contains(parts.first?.count ?? 0)
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
    return isTag ? parts.joined(separator: "-") : nil
  }
}
