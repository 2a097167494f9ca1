import FeedModel
import FeedXML

/// Writes Atom 1.0.
///
/// Specification: RFC 4287.
public struct AtomWriter: FeedWriter {
  /// Atom.
  public static let format = FeedFormat.atom

  /// Nothing: elements follow each other.
  public static let separator: StaticString = ""

  let feed: Feed
  let options: WriterOptions
  /// What the root declares with prefixes, and with it every entry may use.
  private let declared: [XMLNamespace]
  /// The same with Atom's own, which needs no prefix.
  private let declaredAroundEntries: [XMLNamespace]

  /// A writer for a feed; see `FeedWriter`.
  public init(feed: Feed, options: WriterOptions, namespaces: [XMLNamespace]) {
    self.feed = feed
    self.options = options
    var own = feed.extensions.xmlNamespaces
    if feed.paging.isArchive || feed.paging.isComplete { own.append(.history) }
    declared = sortedNamespaces(own, namespaces).filter { $0 != .atom }
    declaredAroundEntries = [.atom] + declared
  }

  /// Appends everything up to the first entry.
  public func writeHead(to output: inout FeedOutput) {
    var xml = XMLSerializer(defaultNamespace: .atom)
    output.write(with: &xml) { xml, notes in
      xml.declaration()
      xml.stylesheets(feed.stylesheets)
      xml.open("feed", in: .atom, declaring: declared)
      xml.attribute("xml:lang", feed.language.unlessEmpty)
      xml.finishStartTag()
      writeFeed(to: &xml, notes: &notes)
    }
    output.omitDroppedCharacters(xml.droppedCharacters)
  }

  /// Appends an entry.
  public func writeEntry(_ post: Post, to output: inout FeedOutput) {
    var xml = XMLSerializer(defaultNamespace: .atom, declared: declaredAroundEntries, depth: 1)
    output.write(with: &xml) { xml, notes in
      xml.open("entry", in: .atom)
      xml.attribute("xml:lang", post.language.unlessEmpty)
      writeEntry(post, to: &xml, notes: &notes)
      xml.close()
    }
    output.omitDroppedCharacters(xml.droppedCharacters, of: post)
  }

  /// Appends everything after the last entry.
  public func writeTail(to output: inout FeedOutput) {
    output.append("\n</feed>\n")
  }
}

// What feeds and entries share.
extension XMLSerializer {
  /// Section 3.2: a person needs a name.
  mutating func people(_ element: StaticString, _ people: [Person]) {
    for person in people {
      guard let label = person.label else { continue }
      open(element, in: .atom)
      self.element("name", in: .atom, text: label)
      self.element("uri", in: .atom, text: person.url.unlessEmpty.map(AtomIRI.reference))
      self.element("email", in: .atom, text: person.mailbox)
      close()
    }
  }

  /// Section 4.2.2.
  mutating func atomCategories(_ tags: [Tag], notes: inout FeedOutput, of post: Post? = nil) {
    for tag in tags where !tag.term.isEmpty {
      open("category", in: .atom)
      attribute("term", tag.term)
      // An IRI (section 4.2.2.2), which RSS does not ask for.
      attribute("scheme", tag.scheme.unlessEmpty.map(AtomIRI.id))
      attribute("label", tag.label)
      close()
    }
    notes.omit("tags", if: tags.contains { $0.term.isEmpty }, "one has no name", of: post)
  }
}

extension FeedOutput {
  /// Notes what Atom does not say of people.
  mutating func omitAtomDetails(
    of people: [Person],
    _ property: StaticString,
    of post: Post? = nil
  ) {
    guard !people.isEmpty else { return }
    omitNameless(people, property, of: post)
    omit(
      property,
      if: people.contains { $0.avatar.unlessEmpty != nil },
      "Atom has no pictures of people",
      of: post
    )
    omit(
      property,
      if: people.contains(where: \.hasUnusableEmail),
      "an email address is none",
      of: post
    )
  }
}
