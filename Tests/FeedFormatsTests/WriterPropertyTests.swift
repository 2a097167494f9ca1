import FeedFormats
import FeedModel
import Foundation
import TestSupport
import Testing

/// What holds of every document, whatever a feed says.
@Suite struct WriterPropertyTests {
  /// Runs a check on many random feeds; a failure names the seed that repeats it.
  private func check(_ count: Int = 150, _ body: (Case) throws -> Void) throws {
    let first = UInt64.random(in: 0...UInt64.max)
    for seed in first..<(first.addingReportingOverflow(UInt64(count)).partialValue) {
      var feeds = RandomFeeds(random: SeededGenerator(seed: seed))
      let example = feeds.nextCase()
      try withKnownSeed(seed) { try body(example) }
    }
  }

  private func withKnownSeed(_ seed: UInt64, _ body: () throws -> Void) throws {
    do { try body() } catch {
      Issue.record("seed \(seed): \(error)")
    }
  }

  private struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  private func same(_ found: String?, _ expected: String?, _ what: String) throws {
    guard isSame(found, expected) else {
      throw Difference(
        description: "\(what): \(found?.debugDescription ?? "nil")"
          + " is not \(expected?.debugDescription ?? "nil")"
      )
    }
  }

  @Test func everyDocumentIsWellFormedAndPassesTheGate() throws {
    try check { example in
      _ = try XMLTree.parse(example.output(.rss).bytes)
      _ = try XMLTree.parse(example.output(.atom).bytes)
      _ = try JSONSerialization.jsonObject(with: Data(example.output(.json).bytes))
      for format in FeedFormat.allCases {
        let complaints = try example.complaints(format)
        if let complaint = complaints.first {
          throw Difference(description: "\(format): \(complaint)")
        }
      }
    }
  }

  @Test func sameInputGivesSameBytes() throws {
    try check(40) { example in
      for format in FeedFormat.allCases {
        guard example.output(format).bytes == example.output(format).bytes else {
          throw Difference(description: "\(format) differs")
        }
      }
    }
  }

  /// Namespaces are declared once, at the root.
  @Test func innerElementsDeclareNothing() throws {
    try check { example in
      for format in [FeedFormat.rss, .atom] {
        let root = try XMLTree.parse(example.output(format).bytes)
        for element in root.all.dropFirst() where !element.declarations.isEmpty {
          throw Difference(description: "\(format): \(element.name) \(element.declarations)")
        }
      }
    }
  }

  @Test func entriesWrittenApartJoinToTheDocument() throws {
    func join<Writer: FeedWriter>(_ example: Case, _: Writer.Type) -> FeedOutput {
      var namespaces = example.posts.flatMap {
        Writer.namespaces(of: $0, options: example.options)
      }
      namespaces.reverse()
      var feed = example.feed
      feed.updated = feed.updated ?? example.posts.compactMap { $0.updated ?? $0.published }.max()
      let writer = Writer(feed: feed, options: example.options, namespaces: namespaces)
      var document = FeedOutput()
      writer.writeHead(to: &document)
      for (index, post) in example.posts.enumerated() {
        if index > 0 { document.append(Writer.separator) }
        var entry = FeedOutput()
        writer.writeEntry(post, to: &entry)
        document.bytes += entry.bytes
        document.omissions += entry.omissions
      }
      writer.writeTail(to: &document)
      return document
    }
    try check(60) { example in
      let joined = [
        join(example, RSSWriter.self), join(example, AtomWriter.self),
        join(example, JSONFeedWriter.self),
      ]
      for (format, joined) in zip(FeedFormat.allCases, joined) {
        let whole = example.output(format)
        guard whole.bytes == joined.bytes else {
          throw Difference(description: "\(format): other bytes")
        }
        guard whole.omissions == joined.omissions else {
          throw Difference(description: "\(format): other omissions")
        }
      }
    }
  }

  /// Summaries and contents may not be known when the root is written.
  @Test func emptyTextsStandForThoseToCome() throws {
    try check(60) { example in
      for post in example.posts {
        var head = post
        head.summary = ""
        head.content = Content()
        let early = RSSWriter.namespaces(of: head, options: example.options)
        let late = RSSWriter.namespaces(of: post, options: example.options)
        guard Set(late).isSubset(of: early) else {
          throw Difference(description: "\(late) is not in \(early)")
        }
      }
    }
  }

  @Test func textComesBackFromRSS() throws {
    try check { example in
      let channel = try example.rss()
      try same(channel["title"]?.text, NastyText.kept(example.feed.title), "title")
      let subtitle = example.feed.subtitle.flatMap { $0.isEmpty ? nil : $0 }
      try same(
        channel["description"]?.text,
        NastyText.kept(subtitle ?? example.feed.title),
        "description"
      )
      try same(channel["copyright"]?.text, kept(example.feed.rights), "copyright")
      for (post, item) in zip(example.posts, channel.all("item")) {
        try same(item["guid"]?.text, NastyText.kept(post.id), "guid")
        try same(item["title"]?.text, kept(post.title), "title")
        try same(item["dc:rights"]?.text, kept(post.rights), "rights")
        let terms = post.tags.map(\.term).filter { !$0.isEmpty }.map(NastyText.kept)
        try same("\(item.texts("category"))", "\(terms)", "category")
        if example.options.content == .both, let html = kept(post.content?.html) {
          let hasSummary = kept(post.summary, dropping: false) != nil
          try same(item[hasSummary ? "content:encoded" : "description"]?.text, html, "content")
        }
        if let file = post.attachments.first {
          try same(item["enclosure"]?.attributes["url"], URI.fromIRI(file.url), "enclosure")
        }
      }
      guard channel.all("item").count == example.posts.count else {
        throw Difference(description: "items are missing")
      }
    }
  }

  @Test func textComesBackFromAtom() throws {
    try check { example in
      let feed = try example.atom()
      try same(feed["atom:title"]?.text, NastyText.kept(example.feed.title), "title")
      try same(feed["atom:subtitle"]?.text, kept(example.feed.subtitle), "subtitle")
      try same(feed["atom:rights"]?.text, kept(example.feed.rights), "rights")
      for (post, entry) in zip(example.posts, feed.all("atom:entry")) {
        try same(
          entry["atom:id"].map { AtomIRI.originalID(of: $0.text) },
          post.id,
          "id, whatever characters it has"
        )
        try same(entry["atom:title"]?.text, NastyText.kept(post.title ?? ""), "title")
        try same(entry["atom:rights"]?.text, kept(post.rights), "rights")
        let tags = post.tags.filter { !$0.term.isEmpty }
        for (tag, category) in zip(tags, entry.all("atom:category")) {
          try same(category.attributes["term"], NastyText.kept(tag.term), "term")
          try same(category.attributes["label"], tag.label.map(NastyText.kept), "label")
        }
        if example.options.content != .summary, let html = kept(post.content?.html) {
          try same(entry["atom:content"]?.text, html, "content")
        }
      }
      guard feed.all("atom:entry").count == example.posts.count else {
        throw Difference(description: "entries are missing")
      }
    }
  }

  /// Foundation's parser on Linux swallows U+FEFF after escapes, so that texts are compared without.
  @Test func textComesBackFromJSON() throws {
    func same(_ found: String?, _ expected: String?, _ what: String) throws {
      func withoutMarks(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FEFF}" }))
      }
      try self.same(found.map(withoutMarks), expected.map(withoutMarks), what)
    }
    try check { example in
      let json = try example.json()
      try same(json["title"] as? String, example.feed.title, "title")
      let items = json["items"] as? [[String: Any]] ?? []
      for (post, item) in zip(example.posts, items) {
        try same(item["id"] as? String, post.id, "id")
        try same(item["title"] as? String, post.title.flatMap { $0.isEmpty ? nil : $0 }, "title")
        if example.options.content == .both {
          try same(
            item["content_html"] as? String,
            post.content?.html.flatMap { $0.isEmpty ? nil : $0 },
            "content_html"
          )
        }
      }
      guard items.count == example.posts.count else {
        throw Difference(description: "items are missing")
      }
    }
  }

  @Test func byteOrderMarksInTextStay() {
    let output = Case.with(post: { $0.title = "a\u{FEFF}b" }).text(.json)
    #expect(output.unicodeScalars.contains("\u{FEFF}"))
  }

  @Test func droppedCharactersAreCounted() throws {
    try check { example in
      for post in example.posts {
        var simple = Post(id: post.id)
        simple.permalink = "https://weir.example/"
        simple.title = post.title
        simple.rights = post.rights
        simple.content = Content(html: post.content?.html)
        let dropped =
          NastyText.forbidden(in: simple.title) + NastyText.forbidden(in: simple.rights)
          + NastyText.forbidden(in: simple.content?.html)
        let one = Case(feed: Case.smallFeed, posts: [simple])
        try expectDropped(dropped, in: one.output(.atom))
        try expectDropped(dropped + NastyText.forbidden(in: simple.id), in: one.output(.rss))
        try expectDropped(0, in: one.output(.json))
      }
    }
  }

  private func expectDropped(_ count: Int, in output: FeedOutput) throws {
    let found = output.omissions.first { $0.property == "text" }
    try same(
      found.map { $0.reason.prefix { $0.isNumber }.description },
      count > 0 ? "\(count)" : nil,
      "dropped"
    )
  }

  /// What XML can hold of a text, and nothing of an empty one.
  private func kept(_ text: String?, dropping: Bool = true) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return dropping ? NastyText.kept(text) : text
  }
}
