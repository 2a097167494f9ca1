import FeedModel
import FeedSources

/// The `site:` section: what the feeds say of themselves.
enum SiteSection {
  private static let keys = [
    "title", "url", "description", "language", "authors", "author", "timezone", "rights", "icon",
    "logo", "hubs", "ttl", "skip_hours", "skip_days", "cloud", "web_master",
  ]

  static func read(
    _ top: ConfigurationMapping
  ) throws(SourceProblem) -> (site: Feed, url: BaseURL, timeZone: SiteTimeZone) {
    guard let node = top["site"] else {
      throw ConfigurationReader.missing(
        "site",
        of: top,
        help: "give at least `title` and `url`"
      )
    }
    let section = try ConfigurationMapping(node, name: "site", path: top.path, keys: keys)
    let url = try address(section)
    guard let title = try section.text("title"), !title.isEmpty else {
      throw ConfigurationReader.missing("title", of: section, help: "every feed needs one")
    }
    var site = Feed(title: title)
    site.homePage = url.string
    site.subtitle = try section.text("description")
    site.language = try section.text("language")
    site.rights = try section.text("rights")
    site.icon = try section.text("icon").map(url.resolve)
    site.logo = try section.text("logo").map(url.resolve)
    for node in section.list("authors") + section.list("author") {
      site.authors.append(try person(node, in: section, url: url))
    }
    if let node = section["web_master"] {
      site.webMaster = try person(node, in: section, url: url)
    }
    site.hubs = (try section.texts("hubs") ?? []).map { Hub(url: $0) }
    site.timeToLive = try section.integer("ttl", in: 1...1_000_000)
    try readSkipping(section, into: &site)
    site.cloud = try cloud(section)
    return (site, url, try timeZone(section))
  }

  /// A site is a folder, with or without a slash at the end: `https://x.example/blog` loses nothing.
  /// The address must be one that subscribers can use: a preview's or this machine's would give
  /// every post an id that is new tomorrow.
  private static func address(_ section: ConfigurationMapping) throws(SourceProblem) -> BaseURL {
    guard let node = section["url"] else {
      throw ConfigurationReader.missing(
        "url",
        of: section,
        help: "relative links resolve against it: `url: https://example.org/`"
      )
    }
    guard let text = try section.text("url"),
      text.hasPrefix("https://") || text.hasPrefix("http://"),
      let url = BaseURL(text.hasSuffix("/") ? text : text + "/"),
      let host = URI.host(of: text), !host.isEmpty
    else {
      throw section.problem(
        at: node,
        "site.url must be an absolute URL",
        help: "begin it with https://"
      )
    }
    let name = host.lowercased()
    let isLocal = ["localhost", "127.0.0.1", "[::1]", "0.0.0.0"].contains(name)
    let isPreview = [".vercel.app", ".netlify.app", ".pages.dev"].contains {
      name.hasSuffix($0) && name.contains("--")
    }
    if isLocal || isPreview {
      throw section.problem(
        at: node,
        "site.url names \(isLocal ? "this machine" : "a preview"), and posts would get ids from it",
        help: "write the address that subscribers use"
      )
    }
    return url
  }

  /// A name, `Name <address>`, or a mapping.
  static func person(
    _ node: DataNode,
    in section: ConfigurationMapping,
    url: BaseURL
  ) throws(SourceProblem) -> Person {
    if let text = node.asString {
      if text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") {
        let name = text[..<bracket].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Person(
          name: name,
          email: String(text[text.index(after: bracket)...].dropLast())
        )
      }
      return Person(name: text)
    }
    let mapping = try ConfigurationMapping(
      node,
      name: "an author",
      path: section.path,
      keys: ["name", "email", "url", "avatar"]
    )
    guard let name = try mapping.text("name"), !name.isEmpty else {
      throw ConfigurationReader.missing("name", of: mapping, help: "Atom requires a name")
    }
    return Person(
      name: name,
      email: try mapping.text("email"),
      url: try mapping.text("url").map(url.resolve),
      avatar: try mapping.text("avatar").map(url.resolve)
    )
  }

  private static func timeZone(
    _ section: ConfigurationMapping
  ) throws(SourceProblem) -> SiteTimeZone {
    guard let node = section["timezone"], let name = try section.text("timezone") else {
      return .utc
    }
    do {
      return try SiteTimeZone(identifier: name)
    } catch {
      throw section.problem(at: node, "\(error)")
    }
  }

  private static func readSkipping(
    _ section: ConfigurationMapping,
    into site: inout Feed
  ) throws(SourceProblem) {
    for node in section.list("skip_hours") {
      guard let hour = node.asInt, (0...23).contains(hour) else {
        throw section.problem(at: node, "skip_hours must be hours from 0 to 23, in GMT")
      }
      if !site.skipHours.contains(hour) { site.skipHours.append(hour) }
    }
    for node in section.list("skip_days") {
      let name = node.asString?.lowercased()
      guard let day = Weekday.allCases.first(where: { $0.name.lowercased() == name }) else {
        throw section.problem(at: node, "skip_days must be days of the week, such as Sunday")
      }
      if !site.skipDays.contains(day) { site.skipDays.append(day) }
    }
  }

  private static func cloud(_ section: ConfigurationMapping) throws(SourceProblem) -> Cloud? {
    guard let node = section["cloud"] else { return nil }
    let keys = ["domain", "port", "path", "procedure", "protocol"]
    let mapping = try ConfigurationMapping(node, name: "cloud", path: section.path, keys: keys)
    guard let domain = try mapping.text("domain"),
      let port = try mapping.integer("port", in: 1...65_535), let path = try mapping.text("path"),
      let protocolName = try mapping.text("protocol")
    else {
      throw mapping.problem(at: node, "cloud needs domain, port, path and protocol")
    }
    return Cloud(
      domain: domain,
      port: port,
      path: path,
      registerProcedure: try mapping.text("procedure") ?? "",
      protocolName: protocolName
    )
  }
}
