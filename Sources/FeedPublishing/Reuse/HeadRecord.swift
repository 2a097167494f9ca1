import FeedModel
import FeedSources

/// A post's head as bytes, for heads that have nothing out of the ordinary.
enum HeadRecord {
  /// The bytes of a head; nil for one that has more than they can say.
  static func bytes(_ source: SourcePost) -> [UInt8]? {
    guard source.nameInFile == nil, let markup = code(of: source.body.markup),
      isOrdinary(source.post)
    else { return nil }
    let post = source.post
    var writer = BinaryWriter()
    writer.append(source.path)
    writer.append(markup)
    writer.append(Int64(source.body.offset))
    writer.append(Int64(source.body.length ?? -1))
    writer.appendOptional(source.section)
    writer.append(UInt32(clamping: source.notes.count))
    for note in source.notes { writer.append(note) }
    append(source.expires, to: &writer)
    writer.append(post.id)
    for text in [post.permalink, post.externalLink, post.title, post.summary, post.language] {
      writer.appendOptional(text)
    }
    append(post.published, to: &writer)
    append(post.updated, to: &writer)
    writer.append(UInt32(clamping: post.authors.count))
    for person in post.authors {
      writer.append(person.name)
      for text in [person.email, person.url, person.avatar] { writer.appendOptional(text) }
    }
    writer.append(UInt32(clamping: post.tags.count))
    for tag in post.tags {
      writer.append(tag.term)
      writer.appendOptional(tag.scheme)
      writer.appendOptional(tag.label)
    }
    writer.appendOptional(post.image?.url)
    if let image = post.image {
      writer.appendOptional(image.description)
      writer.appendOptional(image.mediaType)
      writer.append(Int64(image.width ?? -1))
      writer.append(Int64(image.height ?? -1))
    }
    return writer.bytes
  }

  /// Whether a post has nothing but what is written here, whatever else posts may get.
  private static func isOrdinary(_ post: Post) -> Bool {
    var plain = Post(id: post.id)
    plain.permalink = post.permalink
    plain.externalLink = post.externalLink
    plain.title = post.title
    plain.summary = post.summary
    plain.language = post.language
    plain.published = post.published
    plain.updated = post.updated
    plain.authors = post.authors
    plain.tags = post.tags
    plain.image = post.image
    return plain == post
  }

  /// Reads a head; nil for bytes that are none.
  static func read(_ reader: inout BinaryReader, file: String) -> SourcePost? {
    guard let path = reader.text(), let markup = reader.next(UInt8.self).flatMap(markup),
      let offset = reader.next(Int64.self), let length = reader.next(Int64.self),
      let section = reader.optionalText(), let notes = texts(&reader),
      let expires = date(&reader), let id = reader.text()
    else { return nil }
    var post = Post(id: id)
    guard let permalink = reader.optionalText(), let externalLink = reader.optionalText(),
      let title = reader.optionalText(), let summary = reader.optionalText(),
      let language = reader.optionalText(), let published = date(&reader),
      let updated = date(&reader), let authors = people(&reader), let tags = tags(&reader),
      let image = image(&reader), reader.isAtEnd
    else { return nil }
    post.permalink = permalink
    post.externalLink = externalLink
    post.title = title
    post.summary = summary
    post.language = language
    post.published = published
    post.updated = updated
    post.authors = authors
    post.tags = tags
    post.image = image
    return SourcePost(
      post: post,
      path: path,
      file: file,
      body: PostBody(
        markup: markup,
        offset: Int(clamping: offset),
        length: length < 0 ? nil : Int(clamping: length)
      ),
      section: section,
      notes: notes,
      expires: expires
    )
  }

  // MARK: Parts

  /// Lines of a file with many posts are read with the file.
  private static let markups: [PostBody.Markup] = [.markdown, .mdx, .html, .text]

  private static func code(of markup: PostBody.Markup) -> UInt8? {
    markups.firstIndex(of: markup).map { UInt8($0) }
  }

  private static func markup(_ code: UInt8) -> PostBody.Markup? {
    markups.indices.contains(Int(code)) ? markups[Int(code)] : nil
  }

  private static func append(_ date: Timestamp?, to writer: inout BinaryWriter) {
    writer.append(date?.secondsSince1970 ?? .min)
    guard let date else { return }
    writer.append(date.nanoseconds)
    writer.append(date.offsetSeconds)
  }

  /// A date or none; nil for neither.
  private static func date(_ reader: inout BinaryReader) -> Timestamp?? {
    guard let seconds = reader.next(Int64.self) else { return .none }
    if seconds == .min { return .some(nil) }
    guard let nanoseconds = reader.next(Int32.self), let offset = reader.next(Int32.self) else {
      return .none
    }
    return Timestamp(secondsSince1970: seconds, nanoseconds: nanoseconds, offsetSeconds: offset)
  }

  private static func texts(_ reader: inout BinaryReader) -> [String]? {
    guard let count = reader.next(UInt32.self) else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = reader.text() else { return nil }
      texts.append(text)
    }
    return texts
  }

  private static func people(_ reader: inout BinaryReader) -> [Person]? {
    guard let count = reader.next(UInt32.self) else { return nil }
    var people: [Person] = []
    for _ in 0..<count {
      guard let name = reader.text(), let email = reader.optionalText(),
        let url = reader.optionalText(), let avatar = reader.optionalText()
      else { return nil }
      people.append(Person(name: name, email: email, url: url, avatar: avatar))
    }
    return people
  }

  private static func tags(_ reader: inout BinaryReader) -> [Tag]? {
    guard let count = reader.next(UInt32.self) else { return nil }
    var tags: [Tag] = []
    for _ in 0..<count {
      guard let term = reader.text(), let scheme = reader.optionalText(),
        let label = reader.optionalText()
      else { return nil }
      tags.append(Tag(term, scheme: scheme, label: label))
    }
    return tags
  }

  /// An image or none; nil for neither.
  private static func image(_ reader: inout BinaryReader) -> Image?? {
    guard let url = reader.optionalText() else { return .none }
    guard let url else { return .some(nil) }
    guard let description = reader.optionalText(), let mediaType = reader.optionalText(),
      let width = reader.next(Int64.self), let height = reader.next(Int64.self)
    else { return .none }
    return Image(
      url: url,
      description: description,
      mediaType: mediaType,
      width: width < 0 ? nil : Int(clamping: width),
      height: height < 0 ? nil : Int(clamping: height)
    )
  }
}
