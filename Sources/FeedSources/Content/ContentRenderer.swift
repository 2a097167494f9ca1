import FeedJSON
import FeedModel
import FeedXML

/// Gives a post its content and, where front matter has none, its summary.
public struct ContentRenderer: Sendable {
  /// The parts that the output needs; nothing else is made.
  public struct Parts: OptionSet, Sendable {
    /// The parts, as bits.
    public let rawValue: UInt8

    /// Parts by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The content as HTML.
    public static let content = Parts(rawValue: 1)
    /// The summary.
    public static let summary = Parts(rawValue: 2)
    /// The Markdown that the content is made from.
    public static let markdown = Parts(rawValue: 4)
  }

  /// A body larger than this makes an entry that libxml2, and with it most readers, refuses to read.
  static let largestBody = 10_000_000

  private let rules: ContentRules
  private let templates: PostTemplates?
  private let markdown: MarkdownRenderer
  private let cleaner: HTMLCleaner

  /// A renderer for rules, and for the template tags of the site's generator, which nil leaves as
  /// they are.
  public init(rules: ContentRules, templates: PostTemplates? = nil) {
    self.rules = rules
    self.templates = templates
    markdown = MarkdownRenderer(smartPunctuation: rules.smartPunctuation)
    cleaner = HTMLCleaner(policy: rules.cleaning)
  }

  /// The post with its content.
  ///
  /// - Parameters:
  ///   - id: The id that the post has in feeds; nil for its own.
  ///   - parts: What the output needs.
  ///   - addresses: The site's posts, for links between them.
  ///   - reader: The buffer that the file is read into.
  ///   - notes: Where to say what was left out of the content.
  /// - Throws: `SourceProblem` for a file that cannot be read or is no text.
  public func post(
    from source: SourcePost,
    id: String? = nil,
    parts: Parts,
    addresses: PostAddresses? = nil,
    reader: inout FileReader,
    notes: inout [String]
  ) throws(SourceProblem) -> Post {
    var post = source.post
    if let id { post.id = id }
    var needed = parts
    if post.summary != nil { needed.remove(.summary) }
    guard !needed.isEmpty || post.title == nil else { return post }

    do {
      try reader.open(source.file, at: source.body.offset)
      let limit = min(source.body.length ?? .max, Self.largestBody + 1)
      try reader.readToEnd(limit: limit)
    } catch {
      throw SourceProblem(path: source.path, message: "cannot \(error.action) it: \(error.reason)")
    }
    defer { reader.closeFile() }
    let body = reader.bytes
    guard body.count <= Self.largestBody else {
      throw SourceProblem(
        path: source.path,
        message: "the post is larger than 10 MB, which feed readers refuse",
        help: "split it, or leave it out with `exclude`"
      )
    }
    if let offset = UTF8Sequence.firstInvalidOffset(in: body) {
      throw invalidText(source, body: body, offset: offset)
    }
    let markup = source.body.markup
    let text = templates?.text(of: body, in: source, addresses: addresses, notes: &notes)
    do {
      if let text {
        try text.withUnsafeBufferPointer {
          try fill(&post, from: $0, markup: markup, needed: needed, notes: &notes)
        }
      } else {
        try fill(&post, from: body, markup: markup, needed: needed, notes: &notes)
      }
    } catch let error as DataError {
      // The file was read before, and its line was JSON then.
      throw SourceProblem(path: source.path, message: "the file has changed: \(error.message)")
    } catch {
      throw SourceProblem(path: source.path, message: "the Markdown cannot be rendered: \(error)")
    }
    return post
  }

  private func fill(
    _ post: inout Post,
    from body: UnsafeBufferPointer<UInt8>,
    markup: PostBody.Markup,
    needed: Parts,
    notes: inout [String]
  ) throws {
    switch markup {
    case .markdown:
      try markdown.withHTML(of: body) { fill(&post, html: $0, needed: needed) }
      if needed.contains(.markdown) { keepMarkdown(body, in: &post) }
    case .mdx:
      let mdx = MDX(body)
      try mdx.markdown.withUnsafeBufferPointer {
        try fill(&post, from: $0, markup: .markdown, needed: needed, notes: &notes)
      }
      note(mdx, in: &notes)
    case .html:
      fill(&post, html: body, needed: needed)
    case .text:
      fill(&post, text: String(decoding: body, as: UTF8.self), needed: needed)
    case .jsonLine:
      guard var content = try JSONLine.content(of: body) else { return }
      try content.text.withUTF8 {
        try fill(&post, from: $0, markup: content.markup, needed: needed, notes: &notes)
      }
    }
  }

  /// Takes title, summary and content from the rendered HTML.
  private func fill(_ post: inout Post, html: UnsafeBufferPointer<UInt8>, needed: Parts) {
    var html = html
    let leadingTitle = post.title ?? HTMLText.firstHeading(in: html)
    if let leadingTitle {
      let rest = HTMLText.droppingLeadingHeading(equalTo: leadingTitle, in: html)
      // A heading further down is no title.
      if post.title == nil, rest.count < html.count { post.title = leadingTitle }
      html = UnsafeBufferPointer(rebasing: html[rest])
    }
    if needed.contains(.summary) {
      post.summary = excerpt(of: html) ?? summary(of: html)
    }
    if needsContent(post, needed) {
      let base = post.permalink.flatMap { BaseURL($0) }
      let anchors = "e\(StableHash.hexadecimal(of: post.id))-"
      var cleaned: [UInt8] = []
      cleaned.reserveCapacity(html.count + html.count / 8)
      _ = cleaner.clean(html, base: base, anchorPrefix: anchors, into: &cleaned)
      post.content = Content(html: String(decoding: cleaned, as: UTF8.self))
    }
  }

  /// Takes summary and content from plain text.
  private func fill(_ post: inout Post, text: String, needed: Parts) {
    if needed.contains(.summary) {
      var html = HTMLEscaping.escape(text)
      post.summary = html.withUTF8 { summary(of: $0) }
    }
    if needsContent(post, needed) { post.content = Content(text: text) }
  }

  /// Feeds of summaries show a post itself when it has neither summary nor title, such as a picture
  /// alone.
  private func needsContent(_ post: Post, _ needed: Parts) -> Bool {
    needed.contains(.content)
      || (needed.contains(.summary) && post.summary == nil && post.title == nil)
  }

  /// The text up to the author's marker; nil without a marker or a word before it.
  private func excerpt(of html: UnsafeBufferPointer<UInt8>) -> String? {
    guard let marker = ExcerptMarker.offset(in: html) else { return nil }
    let excerpt = UnsafeBufferPointer(rebasing: html[..<marker])
    let text = HTMLText.plain(excerpt, maximumCharacters: nil)
    return text.isEmpty ? nil : text
  }

  private func summary(of html: UnsafeBufferPointer<UInt8>) -> String? {
    let text = HTMLText.summary(of: html, words: rules.summaryWords)
    return text.isEmpty ? nil : text
  }

  private func keepMarkdown(_ body: UnsafeBufferPointer<UInt8>, in post: inout Post) {
    let text = String(decoding: body, as: UTF8.self).trimmingSpaces()
    var content = post.content ?? Content()
    content.markdown = text
    post.content = content
  }

  private func note(_ mdx: MDX, in notes: inout [String]) {
    guard !mdx.components.isEmpty || mdx.expressions > 0 else { return }
    var parts: [String] = []
    if !mdx.components.isEmpty {
      parts.append("components " + mdx.components.map { "<\($0)>" }.joined(separator: ", "))
    }
    if mdx.expressions > 0 {
      parts.append("\(mdx.expressions) expression\(mdx.expressions == 1 ? "" : "s")")
    }
    notes.append("taken out of the MDX: \(parts.joined(separator: " and "))")
  }

  private func invalidText(
    _ source: SourcePost,
    body: UnsafeBufferPointer<UInt8>,
    offset: Int
  ) -> SourceProblem {
    // The line counts from the file's start: the head was read and is known to be text.
    var reader = FileReader()
    var line = 1
    var column = 1
    if (try? reader.open(source.file)) != nil,
      (try? reader.readToEnd(limit: source.body.offset + offset)) != nil
    {
      for byte in reader.bytes {
        if byte == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
    }
    return SourceProblem(
      path: source.path,
      line: line,
      column: column,
      message: "the byte 0x\(String(body[offset], radix: 16, uppercase: true)) is not UTF-8",
      help: "save the file as UTF-8"
    )
  }
}
