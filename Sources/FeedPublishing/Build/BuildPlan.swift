import FeedFormats
import FeedModel
import FeedSources

/// Which documents a site gets, and which posts each has: everything that the heads decide.
struct BuildPlan: Sendable {
  /// The documents, in the order of the configuration.
  private(set) var documents: [DocumentPlan] = []
  /// The paths of two documents that would be one file.
  private(set) var problems: [SourceProblem] = []

  private let configuration: SiteConfiguration
  private let posts: [SiteScan.Found]

  /// Plans the documents for the posts of a scan.
  init(_ configuration: SiteConfiguration, posts: [SiteScan.Found]) {
    self.configuration = configuration
    self.posts = posts
    for feed in configuration.feeds { plan(feed) }
    findCollisions()
  }

  /// Lets documents say that they changed at these times at least, by path.
  mutating func hold(_ earliest: [String: Timestamp]) {
    guard !earliest.isEmpty else { return }
    for index in documents.indices {
      guard let floor = earliest[documents[index].path],
        let updated = documents[index].feed.updated, updated < floor
      else { continue }
      documents[index].feed.updated = floor
    }
  }

  // MARK: Partitions

  private mutating func plan(_ feed: FeedConfiguration) {
    guard let partition = feed.partition else {
      add(feed, member: nil, posts: Array(posts.indices))
      return
    }
    for (member, indices) in members(of: partition) {
      add(feed, member: member, posts: indices)
    }
  }

  /// The members of a partition with their posts, sorted by slug. Names with one slug are one member:
  /// `Swift` and `swift` would be the same file.
  private func members(
    of partition: FeedConfiguration.Partition
  ) -> [(member: Member, posts: [Int])] {
    var bySlug: [String: (member: Member, posts: [Int])] = [:]
    for (index, found) in posts.enumerated() {
      var slugs = Set<String>()
      for name in names(of: found.source, for: partition) {
        let member = Member(name: name, slug: Slug.make(from: name))
        guard !member.slug.isEmpty, slugs.insert(member.slug).inserted else { continue }
        bySlug[member.slug, default: (member, [])].posts.append(index)
      }
    }
    return bySlug.values.sorted { $0.member.slug < $1.member.slug }
  }

  private struct Member {
    var name: String
    var slug: String
  }

  private func names(
    of source: SourcePost,
    for partition: FeedConfiguration.Partition
  ) -> [String] {
    switch partition {
    case .tag: source.post.tags.map(\.term)
    case .author:
      (source.post.authors.isEmpty ? configuration.site.authors : source.post.authors).map(\.name)
    case .section: source.section.map { [$0] } ?? []
    case .language: (source.post.language ?? configuration.site.language).map { [$0] } ?? []
    }
  }

  // MARK: Documents

  private mutating func add(_ feed: FeedConfiguration, member: Member?, posts members: [Int]) {
    let path = feed.path.expand { _ in member?.slug ?? "" }
    var head = self.head(of: feed, member: member, path: path)
    guard let archive = feed.archive else {
      let newest = feed.limit.map { Array(members.prefix($0)) } ?? members
      head.updated = updated(newest)
      documents.append(document(feed, head: head, path: path, members: newest))
      return
    }
    addArchived(feed, archive: archive, head: head, member: member, path: path, members: members)
  }

  /// RFC 5005 section 4: archives are full and never change, so they are counted from the oldest
  /// post; the document that is polled has the rest, at least `limit`.
  private mutating func addArchived(
    _ feed: FeedConfiguration,
    archive: FeedConfiguration.Archive,
    head: Feed,
    member: Member?,
    path: String,
    members: [Int]
  ) {
    let limit = feed.limit ?? archive.size
    let count = max(0, members.count - limit) / archive.size
    let newest = Array(members.prefix(members.count - count * archive.size))
    func archivePath(_ page: Int) -> String {
      archive.path.expand { $0 == "page" ? String(page) : member?.slug ?? "" }
    }
    func address(_ path: String) -> String { configuration.url.resolve(path) }

    var current = head
    current.updated = updated(newest)
    if count > 0 { current.paging.previousArchive = address(archivePath(count)) }
    documents.append(document(feed, head: current, path: path, members: newest))
    for page in stride(from: count, to: 0, by: -1) {
      let end = members.count - (page - 1) * archive.size
      let entries = Array(members[(end - archive.size)..<end])
      var head = head
      head.updated = updated(entries)
      head.selfURL = address(archivePath(page))
      // An archive is a document of the same feed, so it keeps the feed's id.
      head.paging.isArchive = true
      head.paging.current = current.selfURL
      if page > 1 { head.paging.previousArchive = address(archivePath(page - 1)) }
      var plan = document(feed, head: head, path: archivePath(page), members: entries)
      plan.maximumBytes = nil
      documents.append(plan)
    }
  }

  private func document(
    _ feed: FeedConfiguration,
    head: Feed,
    path: String,
    members: [Int]
  ) -> DocumentPlan {
    DocumentPlan(
      path: path,
      format: feed.format,
      feed: head,
      options: feed.options,
      members: members,
      maximumBytes: feed.maximumBytes
    )
  }

  private func head(of feed: FeedConfiguration, member: Member?, path: String) -> Feed {
    var head = configuration.site
    if let title = feed.title {
      head.title = title.expand { _ in member?.name ?? "" }
    } else if let member {
      head.title += ": " + member.name
    }
    if feed.partition == .language { head.language = member?.name }
    head.subtitle = feed.description ?? head.subtitle
    head.selfURL = configuration.url.resolve(feed.selfURL ?? path)
    head.id = feed.id ?? head.selfURL
    head.stylesheets = feed.stylesheets
    head.generator = Generator(name: "Tidings", version: Tidings.version)
    return head
  }

  /// A feed's date is that of its content: the latest change among its entries.
  private func updated(_ members: [Int]) -> Timestamp? {
    members.lazy.compactMap { index in
      let post = posts[index].source.post
      return post.updated ?? post.published
    }.max()
  }

  private mutating func findCollisions() {
    var paths = Set<String>()
    for document in documents where !paths.insert(document.path).inserted {
      problems.append(
        SourceProblem(
          path: document.path,
          message: "two feeds would be written to this file",
          help: "give each line of `feeds` another path"
        )
      )
    }
  }
}
