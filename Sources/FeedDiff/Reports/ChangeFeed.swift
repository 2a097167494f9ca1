import FeedFormats
import FeedModel
import FeedSources

/// The changes as entries of a feed of their own, for whoever wants to subscribe to what happens to a
/// feed.
///
/// An entry's id is made of what it tells, so that the same change has one id however often the diff
/// is made, and a later change of the same entry another.
public struct ChangeFeed: DiffReport {
  /// So many changes are in it, with those of before.
  public static let mostEntries = 100

  private let now: Timestamp
  private let before: [UInt8]
  private var feed = Feed(title: "Changes")
  private var posts: [Post] = []

  /// Changes that were found at a moment.
  ///
  /// - Parameter before: The feed of changes as it was, whose entries stay behind the new ones; empty
  ///   if there is none.
  public init(now: Timestamp, before: [UInt8]) {
    self.now = Timestamp(secondsSince1970: now.secondsSince1970)
    self.before = before
  }

  /// Takes the changes of a feed.
  public mutating func add(
    _ compared: ComparedFeed,
    into output: inout [UInt8]
  ) throws(FileError) {
    let difference = compared.difference
    if posts.isEmpty {
      let name = difference.new.feed.title
      if !name.isEmpty { feed.title = "Changes of \(name)" }
      feed.homePage = difference.new.feed.homePage
      feed.id = (difference.new.feed.selfURL ?? feed.homePage).map { $0 + "#changes" }
    }
    var found: [Post] = []
    try ChangeDetails(difference).forEach(difference.entries.prefix(Self.mostEntries)) {
      change,
      details in
      found.append(post(change, details, difference))
    }
    posts += found
  }

  /// Writes the feed.
  public mutating func end(into output: inout [UInt8]) {
    let old = FeedReader.read(before, options: ReadingOptions(guessesMarkup: false)).posts
    var ids = Set(posts.map(\.id))
    // A change that was told of already keeps its date.
    let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    posts = posts.map { known[$0.id] ?? $0 }
    posts += old.filter { ids.insert($0.id).inserted }
    feed.updated = posts.compactMap(\.published).max() ?? now
    output += AtomWriter.document(feed, posts: posts.prefix(Self.mostEntries)).bytes
  }

  private func post(
    _ change: EntryChange,
    _ details: [FieldDetail],
    _ difference: FeedDifference
  ) -> Post {
    let id = difference.id(of: change)
    let state =
      change.new.map { difference.new.entries[$0].fields }
      ?? change.old.map { difference.old.entries[$0].fields }
    let name =
      "\(change.kind.rawValue)\n\(difference.oldID(of: change) ?? "")\n\(id)\n\(state.map { "\($0)" } ?? "")"
    var post = Post(
      id: "urn:uuid:" + NameBasedUUID(name, namespace: NameBasedUUID.namespaceOfOthers).string
    )
    let title = difference.title(of: change) ?? id
    post.title =
      "\(change.kind.words.prefix(1).uppercased())\(change.kind.words.dropFirst()): \(title)"
    post.permalink = difference.link(of: change)
    post.published = now
    post.content = Content(html: html(change, details, difference))
    return post
  }

  private func html(
    _ change: EntryChange,
    _ details: [FieldDetail],
    _ difference: FeedDifference
  ) -> String {
    var parts: [String] = []
    if let old = difference.oldID(of: change) {
      let cause = change.cause.map { " (\($0.words))" } ?? ""
      parts.append(
        "Its id was <del>\(DiffMarkup.escaped(old))</del> and is <ins>\(DiffMarkup.escaped(difference.id(of: change)))</ins>\(cause)."
      )
    }
    for detail in details {
      let name = detail.field.rawValue
      if detail.isMarkupOnly {
        parts.append("\(name): markup only")
      } else if let words = detail.words, words.removed + words.added > 0 {
        let places = WordPlaces(words, context: 12).places.prefix(20)
        parts += places.map { "\(name): \(DiffMarkup.place($0))" }
      } else if detail.before != nil || detail.after != nil {
        parts.append("\(name): \(DiffMarkup.change(detail))")
      }
    }
    if parts.isEmpty { parts.append("The entry was \(change.kind.words).") }
    return parts.map { "<p>\($0)</p>" }.joined(separator: "\n")
  }
}
