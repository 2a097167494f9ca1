import FeedModel
import FeedXML

/// Reads RSS 0.90 to 2.0: what a channel says of itself.
///
/// Not read: `docs` and `rating`, which say nothing of the feed, and the sizes of images.
enum RSSReader {
  /// The children of `channel`, and in RSS 1.0 those beside it.
  static let channelRules: [ElementRule<FeedDraft>] = [
    .markup("title") { $1.title.offer($0.line) },
    .element("link") { element, draft in
      guard element.text != nil else {
        AtomReader.readLink(element, draft)
        return
      }
      draft.homePage.offer(element.url)
    },
    .markup("description") { $1.subtitle.offer($0.line) },
    .element("language") { $1.language.offer($0.language) },
    .markup("copyright") { $1.rights.offer($0.line) },
    .element("managingEditor") { element, draft in
      if let person = element.rssPerson { draft.authors.add(person) }
    },
    .element("author") { element, draft in
      if let person = element.rssPerson { draft.authors.add(person) }
    },
    .element("webMaster") { element, draft in
      draft.feed.webMaster = draft.feed.webMaster ?? element.rssPerson
    },
    .element("pubDate") { $1.published.offer($0.date) },
    .element("lastBuildDate") { $1.updated.offer($0.date) },
    .element("category") { $1.tags.add(rssCategory: $0) },
    .element("generator") { $1.generator.offer($0.text.map(Generator.init(rssText:))) },
    .element("cloud") { element, draft in
      guard let domain = element.attribute("domain") else { return }
      draft.feed.cloud = Cloud(
        domain: domain,
        port: element.count("port") ?? 80,
        path: element.attribute("path") ?? "",
        registerProcedure: element.attribute("registerProcedure") ?? "",
        protocolName: element.attribute("protocol") ?? ""
      )
    },
    .element("ttl") { element, draft in
      draft.feed.timeToLive = draft.feed.timeToLive ?? element.count
    },
    .element("image") { $1.logo.offer($0.imageAddress) },
    .element("textInput", "textinput") { element, draft in
      // RSS 1.0 says in the channel where the element is, which stands beside it.
      guard element.attribute("resource") == nil || element.child("link") != nil else { return }
      draft.feed.textInput = TextInput(
        title: element.child("title")?.line ?? "",
        description: element.child("description")?.line ?? "",
        name: element.child("name")?.text ?? "",
        link: element.child("link")?.url ?? ""
      )
    },
    .element("skipHours") { element, draft in
      for hour in element.children where hour.isNamed("hour") {
        // RSS 0.91 counts from 1 to 24.
        guard let number = hour.count, number <= 24 else { continue }
        if !draft.feed.skipHours.contains(number % 24) { draft.feed.skipHours.append(number % 24) }
      }
    },
    .element("skipDays") { element, draft in
      for day in element.children where day.isNamed("day") {
        guard let name = day.text else { continue }
        guard let weekday = Weekday(feedText: name) else {
          day.note(.value, "is no day of the week: \(excerpt(name))")
          continue
        }
        if !draft.feed.skipDays.contains(weekday) { draft.feed.skipDays.append(weekday) }
      }
    },
  ]
}

extension FeedElement {
  /// Somebody as `mail (Name)` and the like, or as Atom's children.
  var rssPerson: Person? {
    if child("name") != nil { return AtomReader.person(self) }
    return line.flatMap(Person.init(text:))
  }

  /// The address of an `image`, as a child, an attribute or text.
  var imageAddress: String? {
    child("url")?.url ?? url("href") ?? url("url") ?? (children.contains { _ in true } ? nil : url)
  }
}

extension [Tag] {
  /// Adds the subject of a `category`.
  mutating func add(rssCategory element: FeedElement) {
    if let term = element.line {
      append(Tag(term, scheme: element.attribute("domain")))
    } else if element.attribute("term") != nil {
      add(atomCategory: element)
    }
  }
}

extension Generator {
  /// A program as the RSS writer names it: `Name 1.0 (https://…)`; a text of another form is the name.
  init(rssText text: String) {
    var name = text.collapsingSpaces()
    var url: String?
    if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
      let inner = String(name[name.index(after: open)...].dropLast())
      if Address.isPage(inner) {
        url = inner
        name = name[..<open].trimmingSpaces()
      }
    }
    var version: String?
    if let space = name.lastIndex(of: " ") {
      let last = name[name.index(after: space)...]
      let digits = last.first == "v" ? last.dropFirst() : last
      if let first = digits.first, first.isASCII, first.isNumber {
        version = String(last)
        name = String(name[..<space])
      }
    }
    self.init(name: name, url: url, version: version)
  }
}

extension Weekday {
  /// A day by its English name, in whatever case, or the first three letters of it.
  fileprivate init?(feedText: String) {
    let text = feedText.lowercased()
    guard text.utf8.count >= 3 else { return nil }
    let found = Weekday.allCases.first { $0.name.lowercased().hasPrefix(text) }
    guard let found else { return nil }
    self = found
  }
}
