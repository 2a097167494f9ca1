import FeedModel
import FeedXML

/// Turns front matter into a post, by the rules of a preset and a configuration.
///
/// A class that never changes: its tables are large, and every closure would copy them.
public final class PostMapper: Sendable {
  let rules: PostRules
  let root: SiteRoot
  let pattern: PermalinkPattern
  /// `from` below the site's content root: `posts` for `content/posts`.
  let contentFolder: String
  private let table: FieldTable
  private let lineTable: FieldTable
  /// The names of the fields that a JSON Feed item has, for files with a post a line.
  private static let itemFields: [PostField: [String]] = [
    .id: ["id"], .url: ["url", "permalink"], .external: ["external_url"], .title: ["title"],
    .summary: ["summary"], .image: ["image"], .banner: ["banner_image"],
    .date: ["date_published"], .updated: ["date_modified"], .authors: ["authors", "author"],
    .tags: ["tags"], .language: ["language"], .attachments: ["attachments"],
  ]

  /// A mapper for rules.
  ///
  /// - Throws: `PermalinkPattern.ParseError` when the preset's pattern is broken.
  public init(rules: PostRules) throws(PermalinkPattern.ParseError) {
    self.rules = rules
    root = SiteRoot(rules.site)
    if let url = rules.url {
      pattern = url
    } else {
      pattern = try PermalinkPattern(rules.preset.url(ofPostsIn: rules.from))
    }
    contentFolder = Self.contentFolder(of: rules.from, roots: rules.preset.contentRoots)
    let chains = rules.preset.fields.merging(rules.fields) { preset, own in own + preset }
    table = FieldTable(chains)
    lineTable = FieldTable(chains.merging(Self.itemFields) { chain, item in chain + item })
  }

  private static func contentFolder(of from: String, roots: [String]) -> String {
    let parts = from.split(separator: "/").filter { $0 != "." }
    for root in roots {
      let root = root.split(separator: "/")
      if parts.starts(with: root) { return parts.dropFirst(root.count).joined(separator: "/") }
    }
    return parts.joined(separator: "/")
  }

  /// A file's front matter, and where it stands.
  public struct Head {
    /// The front matter; nil where there is none.
    public var data: DataNode?
    /// The file, relative to the site's folder.
    public var path: String
    /// The file, relative to `from`; empty when its name says nothing of the post.
    public var relativePath: String
    /// The file, to open it.
    public var file: String
    /// The body.
    public var body: PostBody

    /// A head of a file.
    public init(
      data: DataNode?,
      path: String,
      relativePath: String,
      file: String,
      body: PostBody
    ) {
      self.data = data
      self.path = path
      self.relativePath = relativePath
      self.file = file
      self.body = body
    }
  }

  /// What became of a file.
  public enum Outcome: Sendable {
    /// A post for the feeds.
    case post(SourcePost)
    /// A post that is left out, and why.
    case excluded(Exclusion)
  }

  /// Maps a file's front matter to a post.
  ///
  /// - Throws: `SourceProblem` for values of the wrong type, impossible dates and the like.
  public func map(_ head: Head) throws(SourceProblem) -> Outcome {
    guard let data = head.data ?? emptyFrontMatter, case .mapping(let mapping) = data.value else {
      return .excluded(.noFrontMatter)
    }
    let table = head.body.markup == .jsonLine ? lineTable : table
    let values = table.values(in: mapping)
    let naming = PostNaming(relativePath: head.relativePath)
    if let exclusion = try stateExclusion(values, data: data, naming: naming, path: head.path) {
      return .excluded(exclusion)
    }
    var notes: [String] = []
    let dates = try dates(values, naming: naming, path: head.path, notes: &notes)
    guard let published = dates.published else {
      return .excluded(.undated(keys: table.keys(for: .date)))
    }
    if let exclusion = timeExclusion(dates) { return .excluded(exclusion) }

    let title = try title(values, naming: naming, path: head.path)
    let source = AddressSource(
      values: values,
      data: data,
      naming: naming,
      title: title,
      published: published,
      path: head.path
    )
    guard let permalink = try permalink(source, notes: &notes) else {
      return .excluded(.pageless)
    }

    var post = Post(
      id: try identifier(values, permalink: permalink, published: published, path: head.path)
    )
    post.permalink = permalink
    post.published = published
    post.updated = dates.updated
    post.title = title
    post.summary = try text(values[.summary], path: head.path).map(plain)
    if let external = try text(values[.external], path: head.path) {
      let address = rules.site.resolve(external)
      // Some authors repeat the post's own address there.
      post.externalLink = address == permalink ? nil : address
    }
    post.authors = try people(values[.authors], data: data, path: head.path)
    post.tags = try tags(values, path: head.path)
    post.language = try text(values[.language], path: head.path)
    post.rights = try text(values[.rights], path: head.path)
    post.commentsPage = try text(values[.comments], path: head.path)
      .map { resolve($0, from: permalink) }
    post.image = try image(values[.image], permalink: permalink, path: head.path, notes: &notes)
    post.banner = try image(values[.banner], permalink: permalink, path: head.path, notes: &notes)
    post.attachments = try attachments(
      values[.attachments],
      permalink: permalink,
      head: head,
      notes: &notes
    )
    return .post(
      SourcePost(
        post: post,
        path: head.path,
        file: head.file,
        body: head.body,
        section: naming.section,
        nameInFile: head.body.markup == .jsonLine
          ? try nameInFile(values, title: title, published: published, path: head.path) : nil,
        notes: notes,
        expires: dates.visibleUntil
      )
    )
  }

  /// What a file without front matter has, where that may be a post.
  private var emptyFrontMatter: DataNode? {
    rules.preset.needsFrontMatter
      ? nil : DataNode(.mapping(DataMapping()), at: DataPosition(line: 1, column: 1))
  }

  /// What a post of many in a file is called there: what its author gave it first, without the
  /// site's address, which may change.
  private func nameInFile(
    _ values: FieldValues,
    title: String?,
    published: Timestamp,
    path: String
  ) throws(SourceProblem) -> String {
    if let own = try text(values[.id], path: path) { return own }
    if let own = try text(values[.slug], path: path) { return own }
    if let address = values[.url]?.node.asString?.trimmingSpaces(), !address.isEmpty {
      var address = address
      return address.withUTF8 { bytes in
        let reference = URLReference(bytes)
        let end = reference.query?.upperBound ?? reference.path.upperBound
        return String(decoding: bytes[reference.path.lowerBound..<end], as: UTF8.self)
      }
    }
    return title ?? RFC3339.string(published.utc)
  }

  /// A title is plain text. In generators whose titles are HTML, its tags are taken out.
  private func title(
    _ values: FieldValues,
    naming: PostNaming,
    path: String
  ) throws(SourceProblem) -> String? {
    guard let title = try text(values[.title], path: path) else {
      guard rules.preset.takesTitlesFromNames else { return nil }
      return naming.undatedName.split(separator: "-")
        .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
    }
    let isHTML =
      rules.preset.titlesHoldHTML
      && (title.contains(ascii: "<") || title.contains(ascii: "&"))
    return oneLine(isHTML ? HTMLText.plain(title) : title)
  }

  /// A summary is plain text; authors of all generators put HTML into it now and then.
  private func plain(_ summary: String) -> String {
    let holdsTags =
      summary.contains(ascii: "<")
      && (summary.contains("</") || summary.contains("<br") || summary.contains("<p>"))
    return oneLine(holdsTags ? HTMLText.plain(summary) : summary)
  }

  /// The text without line breaks and spaces that nobody sees; most have none.
  private func oneLine(_ text: String) -> String {
    let isClean = text.utf8.withContiguousStorageIfAvailable { bytes in
      var previous: UInt8 = 0x20
      for byte in bytes {
        if byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
        previous = byte
      }
      return previous != 0x20
    }
    return isClean == true ? text : text.collapsingSpaces()
  }

  /// The id is the permalink until somebody says otherwise: front matter's own, made an IRI
  /// (RFC 4151) where it is none.
  private func identifier(
    _ values: FieldValues,
    permalink: String,
    published: Timestamp,
    path: String
  ) throws(SourceProblem) -> String {
    guard let own = try text(values[.id], path: path) else { return permalink }
    guard !URI.isAbsolute(own) else { return own }
    let host = URI.host(of: rules.site.string) ?? "localhost"
    let day = published.utc.civil.date
    let date = "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
    return "tag:\(host),\(date):\(URI.fromIRI(own))"
  }
}

// MARK: - Values

extension PostMapper {
  /// A field as text, without white space at its ends.
  func text(_ value: FieldValues.Value?, path: String) throws(SourceProblem) -> String? {
    guard let value else { return nil }
    guard let text = value.node.asString else {
      throw wrongType(value, node: value.node, expected: "text", path: path)
    }
    guard let first = text.utf8.first, let last = text.utf8.last, first <= 0x20 || last <= 0x20
    else { return text }
    return text.trimmingSpaces()
  }

  /// The absolute URL for an address that counts from the post's page.
  func resolve(_ address: String, from permalink: String) -> String {
    root.file(address) ?? (BaseURL(permalink) ?? rules.site).resolve(address)
  }

  /// A value of the wrong type, at the node that is wrong.
  func wrongType(
    _ value: FieldValues.Value,
    node: DataNode? = nil,
    expected: String,
    path: String
  ) -> SourceProblem {
    let node = node ?? value.node
    return SourceProblem(
      path: path,
      line: node.position.line,
      column: node.position.column,
      message: "\(value.key) must be \(expected), not \(node.typeName)"
    )
  }

  /// A mapping without a key that it needs.
  func lacking(
    _ key: String,
    _ value: FieldValues.Value,
    node: DataNode,
    path: String
  ) -> SourceProblem {
    SourceProblem(
      path: path,
      line: node.position.line,
      column: node.position.column,
      message: "\(value.key) has no `\(key)`"
    )
  }

  func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
