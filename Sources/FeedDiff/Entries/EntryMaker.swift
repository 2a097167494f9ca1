import FeedFormats
import FeedModel
import FeedXML

/// Makes entries of posts. The room that it needs for that is used again.
struct EntryMaker: Sendable {
  private(set) var texts = TextStore()
  private var writer = FingerprintWriter()

  /// The entry of a post; where it was read from is not known of posts that are written.
  mutating func entry(of post: Post, _ origin: EntryOrigin? = nil) -> Entry {
    let id = AtomIRI.originalID(of: post.id)
    let link = post.permalink ?? post.externalLink
    let idPlace = texts.add(id)
    return Entry(
      id: idPlace,
      title: texts.add(post.title),
      link: link == id ? idPlace : texts.add(link),
      published: post.published ?? post.updated,
      updated: post.updated ?? post.published,
      fields: fields(of: post),
      offset: origin?.position.offset ?? 0,
      hasOwnID: origin?.hasID ?? true
    )
  }

  /// Keeps a text for an entry that was made elsewhere.
  mutating func keep(_ text: TextStore.Place, of others: TextStore) -> TextStore.Place {
    texts.add(text, of: others)
  }

  private mutating func fields(of post: Post) -> FieldFingerprints {
    FieldFingerprints(
      title: Fingerprint.of(post.title),
      permalink: Fingerprint.of(post.permalink),
      externalLink: Fingerprint.of(post.externalLink),
      content: content(post.content),
      summary: Fingerprint.of(post.summary),
      authors: people(post.authors),
      authorNames: each(post.authors) { $0.name.isEmpty ? $0.email : $0.name },
      tags: tags(post.tags),
      tagTerms: each(post.tags) { $0.term },
      attachments: attachments(post.attachments),
      attachmentAddresses: each(post.attachments) { $0.url },
      image: images(post),
      imageAddress: Fingerprint.of(post.image?.url),
      other: other(post)
    )
  }

  private mutating func each<Value>(_ values: [Value], _ text: (Value) -> String?) -> UInt64 {
    for value in values { writer.add(text(value)) }
    return writer.finish()
  }

  private mutating func content(_ content: Content?) -> UInt64 {
    if let html = content?.html, !html.isEmpty { return Fingerprint.of(html) }
    return Fingerprint.of(content?.text ?? content?.markdown)
  }

  private mutating func people(_ people: [Person]) -> UInt64 {
    add(people)
    return writer.finish()
  }

  private mutating func add(_ people: [Person]) {
    for person in people {
      writer.add(person.name)
      writer.add(person.email)
      writer.add(person.url)
      writer.add(person.avatar)
    }
  }

  private mutating func tags(_ tags: [Tag]) -> UInt64 {
    for tag in tags {
      writer.add(tag.term)
      writer.add(tag.scheme)
      writer.add(tag.label)
    }
    return writer.finish()
  }

  private mutating func attachments(_ attachments: [Attachment]) -> UInt64 {
    for attachment in attachments {
      writer.add(attachment.url)
      writer.add(attachment.mediaType)
      writer.add(attachment.size)
      writer.add(attachment.duration.map { "\($0)" })
      writer.add(attachment.title)
    }
    return writer.finish()
  }

  private mutating func images(_ post: Post) -> UInt64 {
    for image in [post.image, post.banner] {
      writer.add(image?.url)
      writer.add(image?.description)
      writer.add(image?.mediaType)
      writer.add(image?.width.map(Int64.init))
      writer.add(image?.height.map(Int64.init))
    }
    return writer.finish()
  }

  private mutating func other(_ post: Post) -> UInt64 {
    writer.add(post.language)
    writer.add(post.rights)
    writer.add(post.commentsPage)
    writer.add(post.source?.title)
    writer.add(post.source?.feedURL)
    writer.add(post.source?.id)
    add(post.contributors)
    if !post.extensions.isEmpty { writer.add(Self.written(post.extensions)) }
    return writer.finish()
  }

  /// Extensions are known by what they are written as: that is the same in every version that writes
  /// the same feeds.
  private static func written(_ extensions: Extensions) -> [UInt8] {
    var all: [[UInt8]] = []
    for value in extensions.all {
      guard let value = value as? any XMLFeedExtension else { continue }
      var xml = XMLSerializer()
      value.write(to: &xml)
      all.append(xml.bytes)
    }
    // Formats differ in the order in which they have them.
    all.sort { $0.lexicographicallyPrecedes($1) }
    return all.flatMap { $0 }
  }
}
