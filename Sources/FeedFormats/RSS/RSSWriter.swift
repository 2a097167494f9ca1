import FeedModel
import FeedXML

/// Writes RSS 2.0, as the RSS Best Practices Profile has it.
///
/// Specification: RSS 2.0.11 and the RSS Best Practices Profile 1.0, rssboard.org.
public struct RSSWriter: FeedWriter {
  /// RSS.
  public static let format = FeedFormat.rss

  /// Nothing: elements follow each other.
  public static let separator: StaticString = ""

  let feed: Feed
  let options: WriterOptions
  /// What the root declares, and with it every item may use.
  private let declared: [XMLNamespace]

  /// A writer for a feed; see `FeedWriter`.
  public init(feed: Feed, options: WriterOptions, namespaces: [XMLNamespace]) {
    self.feed = feed
    self.options = options
    declared = sortedNamespaces(Self.namespaces(of: feed), namespaces)
  }

  /// Appends everything up to the first item.
  public func writeHead(to output: inout FeedOutput) {
    var xml = XMLSerializer(references: .hexadecimal)
    output.write(with: &xml) { xml, notes in
      xml.declaration()
      xml.stylesheets(feed.stylesheets)
      xml.open("rss", declaring: declared)
      xml.attribute("version", "2.0")
      xml.open("channel")
      xml.finishStartTag()
      writeChannel(to: &xml, notes: &notes)
    }
    output.omitDroppedCharacters(xml.droppedCharacters)
  }

  /// Appends an item.
  public func writeEntry(_ post: Post, to output: inout FeedOutput) {
    var xml = XMLSerializer(references: .hexadecimal, declared: declared, depth: 2)
    output.write(with: &xml) { xml, notes in
      xml.open("item")
      writeItem(post, to: &xml, notes: &notes)
      xml.close()
    }
    output.omitDroppedCharacters(xml.droppedCharacters, of: post)
  }

  /// Appends everything after the last item.
  public func writeTail(to output: inout FeedOutput) {
    output.append("\n  </channel>\n</rss>\n")
  }
}

// What channels and items share.
extension Person {
  /// `user@host (Name)`, which RSS asks for; nil without an email address.
  var rssAddress: String? {
    mailbox.map { mailbox in name.isEmpty ? mailbox : "\(mailbox) (\(name))" }
  }

  /// Whether something of the person is lost beside the name, and the address where it is written.
  fileprivate func losesDetails(withAddress: Bool) -> Bool {
    if avatar.unlessEmpty != nil { return true }
    if let url = url.unlessEmpty, url != label { return true }
    guard !withAddress else { return false }
    guard let mailbox else { return email.unlessEmpty != nil }
    return mailbox != label
  }
}

extension [Person] {
  /// The address of a single author. RSS has one element for it, which the profile forbids beside
  /// Dublin Core's; several authors, and those without address, are named by Dublin Core.
  var singleRSSAddress: String? { count == 1 ? self[0].rssAddress : nil }
}

extension FeedOutput {
  /// Notes what RSS does not say of people.
  mutating func omitDetails(
    ofAuthors authors: [Person],
    hasAddress: Bool,
    contributors: [Person],
    of post: Post? = nil
  ) {
    if !hasAddress { omitNameless(authors, "authors", of: post) }
    omitNameless(contributors, "contributors", of: post)
    omit(
      "authors",
      if: authors.contains { $0.losesDetails(withAddress: hasAddress) },
      "RSS names people, and has an address for a single author, but no pages and pictures",
      of: post
    )
    omit(
      "contributors",
      if: contributors.contains { $0.losesDetails(withAddress: false) },
      "RSS names people who helped, without addresses, pages and pictures",
      of: post
    )
  }

  /// Notes what RSS does not say of a person who has a mailbox.
  mutating func omitDetails(ofWebMaster webMaster: Person) {
    omit("webMaster", if: webMaster.rssAddress == nil, "RSS needs an email address")
    omit(
      "webMaster",
      if: webMaster.rssAddress != nil && webMaster.losesDetails(withAddress: true),
      "RSS has no pages and pictures of people"
    )
  }
}

extension XMLSerializer {
  /// Writes the subjects of a channel or an item.
  mutating func rssCategories(_ tags: [Tag], notes: inout FeedOutput, of post: Post? = nil) {
    for tag in tags where !tag.term.isEmpty {
      open("category")
      attribute("domain", tag.scheme.unlessEmpty)
      text(tag.term)
      close()
    }
    notes.omit("tags", if: tags.contains { $0.term.isEmpty }, "one has no name", of: post)
    notes.omit(
      "tags",
      if: tags.contains { $0.label != nil && $0.label != $0.term },
      "RSS has terms without labels",
      of: post
    )
  }
}
