import FeedFormats
import FeedModel

/// What a site does not republish of strangers' entries, whatever they say.
enum EntrySafety {
  /// Texts beyond this make readers refuse the document that they are in.
  private static let mostContent = 2 << 20
  private static let mostOther = 64 << 10
  /// The same of an entry as it is written, whatever it is that makes it so long.
  private static let mostWritten = 4 << 20

  /// Whether an entry is so large that it would be the end of the feeds that it is in.
  ///
  /// - Parameter isOfLargeDocument: Whether the document that it is from is large enough for more than
  ///   the usual to be looked at.
  static func isTooLarge(_ post: Post, isOfLargeDocument: Bool) -> Bool {
    let content = [post.content?.html, post.content?.text, post.content?.markdown, post.summary]
    if content.contains(where: { ($0?.utf8.count ?? 0) > mostContent }) { return true }
    let others =
      [post.id, post.title, post.permalink, post.externalLink, post.rights, post.commentsPage]
      + post.attachments.map(\.url) + post.tags.map(\.term) + post.authors.map(\.name)
    if others.contains(where: { ($0?.utf8.count ?? 0) > mostOther }) { return true }
    return isOfLargeDocument && writtenSize(post) > mostWritten
  }

  private static func writtenSize(_ post: Post) -> Int {
    let options = WriterOptions()
    let writer = AtomWriter(
      feed: Feed(title: ""),
      options: options,
      namespaces: AtomWriter.namespaces(of: post, options: options)
    )
    var output = FeedOutput()
    writer.writeEntry(post, to: &output)
    return output.bytes.count
  }

  /// Leaves out addresses that lead nowhere from here, and those that are programs.
  static func cleanAddresses(of post: inout Post) {
    var absolute = AbsoluteAddresses()
    absolute.apply(to: &post)
    keep(&post.permalink)
    keep(&post.externalLink)
    keep(&post.commentsPage)
    if let image = post.image, runs(image.url) { post.image = nil }
    if let banner = post.banner, runs(banner.url) { post.banner = nil }
    post.attachments.removeAll { runs($0.url) }
    keep(&post.authors)
    keep(&post.contributors)
    if var source = post.source {
      keep(&source.feedURL)
      keep(&source.homePage)
      keep(&source.authors)
      post.source = source
    }
  }

  /// The address of a page or a feed; nil for what is none on the web.
  static func web(_ address: String?) -> String? {
    address.flatMap { SourceAddress.isOnWeb($0) ? $0 : nil }
  }

  static func keep(_ people: inout [Person]) {
    for index in people.indices {
      keep(&people[index].url)
      keep(&people[index].avatar)
    }
  }

  private static func keep(_ address: inout String?) {
    if let text = address, runs(text) { address = nil }
  }

  /// Whether opening the address runs a program or shows a file of the reader's own.
  private static func runs(_ address: String) -> Bool {
    let scheme = address.utf8.prefix { $0 != UInt8(ascii: ":") }.filter { $0 > 0x20 }
    let name = String(decoding: scheme, as: UTF8.self).lowercased()
    return ["javascript", "vbscript", "data", "file"].contains(name)
  }
}
