import FeedJSON
import FeedModel
import FeedXML

/// Writes JSON Feed 1.1: the feed's members a line each, every item on one line of its own, so that
/// a line-wise diff shows which items changed.
///
/// Specification: https://www.jsonfeed.org/version/1.1/.
public struct JSONFeedWriter: FeedWriter {
  /// JSON Feed.
  public static let format = FeedFormat.json

  /// A comma between two items.
  public static let separator: StaticString = ","

  let feed: Feed
  let options: WriterOptions

  /// A writer for a feed; see `FeedWriter`. JSON has no namespaces.
  public init(feed: Feed, options: WriterOptions, namespaces: [XMLNamespace]) {
    self.feed = feed
    self.options = options
  }

  /// None.
  public static func namespaces(of post: Post, options: WriterOptions) -> [XMLNamespace] { [] }

  /// Appends everything up to the first item.
  public func writeHead(to output: inout FeedOutput) {
    var json = JSONSerializer(.indented)
    swap(&json.bytes, &output.bytes)
    writeFeed(to: &json, notes: &output)
    json.key("items")
    json.beginArray()
    swap(&json.bytes, &output.bytes)
  }

  /// Appends an item.
  public func writeEntry(_ post: Post, to output: inout FeedOutput) {
    output.append("\n    ")
    var json = JSONSerializer(.compact)
    swap(&json.bytes, &output.bytes)
    json.beginObject()
    writeItem(post, to: &json, notes: &output)
    json.endObject()
    swap(&json.bytes, &output.bytes)
  }

  /// Appends everything after the last item.
  public func writeTail(to output: inout FeedOutput) {
    output.append("\n  ]\n}\n")
  }
}

// What feeds and items share.
extension JSONSerializer {
  /// Writes a member with a URL, as a URI.
  mutating func member(_ name: String, url: String?) {
    guard let url = url.unlessEmpty else { return }
    key(name)
    value(URI.fromIRI(url))
  }

  /// Writes a date as RFC 3339.
  mutating func member(_ name: String, date: Timestamp?) {
    guard let date else { return }
    key(name)
    value(RFC3339.string(date))
  }

  /// An author needs a name, a URL or an avatar; a `mailto:` may be the URL.
  mutating func authors(_ people: [Person]) {
    guard people.contains(where: \.hasJSON) else { return }
    key("authors")
    beginArray()
    for person in people where person.hasJSON {
      beginObject()
      member("name", person.name.unlessEmpty)
      member("url", url: person.url.unlessEmpty ?? person.mailbox.map { "mailto:\($0)" })
      member("avatar", url: person.avatar)
      endObject()
    }
    endArray()
  }

  /// Writes the extensions that JSON can carry and notes which it cannot.
  mutating func extensions(
    _ extensions: Extensions,
    notes: inout FeedOutput,
    of post: Post? = nil
  ) {
    for value in extensions.all {
      if let value = value as? any JSONFeedExtension {
        key(type(of: value).jsonKey)
        value.write(to: &self)
      } else {
        notes.omit("extensions", "\(type(of: value)) has no form in JSON", of: post)
      }
    }
  }
}

extension Person {
  /// Whether there is anything that JSON Feed could say of the person.
  fileprivate var hasJSON: Bool {
    !name.isEmpty || label != nil || avatar.unlessEmpty != nil
  }
}

extension FeedOutput {
  /// Notes what JSON Feed does not say of authors.
  mutating func omitJSONDetails(ofAuthors people: [Person], of post: Post? = nil) {
    guard !people.isEmpty else { return }
    omit(
      "authors",
      if: people.contains { !$0.hasJSON },
      "somebody without name and address is left out",
      of: post
    )
    omit(
      "authors",
      if: people.contains { $0.url.unlessEmpty != nil && $0.mailbox != nil },
      "JSON Feed has one address a person, the page",
      of: post
    )
    omit(
      "authors",
      if: people.contains(where: \.hasUnusableEmail),
      "an email address is none",
      of: post
    )
  }
}
