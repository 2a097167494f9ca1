import FeedModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Deals with the template tags in a site's posts, before their Markdown is rendered.
public struct PostTemplates: Sendable {
  private let syntax: TemplateSyntax
  private let site: SitePlaces
  private let contentFolder: String
  private let allowsHeaderLines: Bool
  /// What a tag or a link begins with: a byte, and those that may follow it.
  private let beginnings: [UInt8: Set<UInt8>]

  /// The tags of a preset's generator; nil for generators that have none.
  public init?(rules: PostRules) {
    guard let syntax = rules.preset.templates else { return nil }
    self.syntax = syntax
    site = SitePlaces(rules.site)
    allowsHeaderLines = rules.preset.allowsHeaderLines
    let roots = rules.preset.contentRoots.isEmpty ? ["content"] : rules.preset.contentRoots
    let root = roots.first { rules.from == $0 || rules.from.hasPrefix($0 + "/") }
    contentFolder = root ?? (rules.from == "." ? "" : rules.from)
    beginnings = Self.beginnings(of: syntax)
  }

  private static func beginnings(of syntax: TemplateSyntax) -> [UInt8: Set<UInt8>] {
    let brace = UInt8(ascii: "{")
    var beginnings: [UInt8: Set<UInt8>] = [:]
    switch syntax.notation {
    case .liquid, .zola: beginnings[brace] = [brace, UInt8(ascii: "%")]
    case .nunjucks: beginnings[brace] = [brace, UInt8(ascii: "%"), UInt8(ascii: "#")]
    case .hugo: beginnings[brace] = [brace]
    case .none: break
    }
    for prefix in syntax.linkPrefixes {
      let bytes = Array(prefix.text.utf8.prefix(2))
      beginnings[bytes[0], default: []].insert(bytes[1])
    }
    return beginnings
  }

  /// The text of a post with what its tags stand for, and without those that only the generator can
  /// run; nil when there are none.
  ///
  /// - Parameters:
  ///   - body: The text, without front matter.
  ///   - source: The post.
  ///   - addresses: The site's posts, for links between them.
  ///   - notes: Receives one note about all that was taken out.
  func text(
    of body: UnsafeBufferPointer<UInt8>,
    in source: SourcePost,
    addresses: PostAddresses?,
    notes: inout [String]
  ) -> [UInt8]? {
    guard source.body.markup == .markdown || source.body.markup == .html, mayHaveTags(body) else {
      return nil
    }
    var tags = TemplateScanner.tags(
      in: body,
      syntax: syntax,
      isMarkdown: source.body.markup == .markdown
    )
    guard !tags.isEmpty else { return nil }
    let head = Head(of: source, allowsHeaderLines: allowsHeaderLines)
    if let off = syntax.offSwitch, let value = head.fields?[off.key]?.asString,
      off.values.contains(value)
    {
      return nil
    }
    TagPairs.match(&tags, syntax: syntax)
    var pass = TemplatePass(
      body,
      tags: tags,
      isMarkdown: source.body.markup == .markdown,
      values: TemplateValues(syntax: syntax, site: site, post: source.post, fields: head.fields),
      places: FilePlaces(path: source.path, contentFolder: contentFolder, addresses: addresses)
    )
    pass.run()
    if let first = pass.taken.first {
      let line = head.lines + body[..<first].count { $0 == UInt8(ascii: "\n") } + 1
      if let note = pass.taken.note(generator: syntax.generator, line: line) { notes.append(note) }
    }
    return pass.output
  }

  /// Whether there is anything that looks like the beginning of a tag; most posts have none.
  private func mayHaveTags(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    for (first, followers) in beginnings {
      var index = 0
      while index < body.count, let base = body.baseAddress,
        let found = memchr(base + index, Int32(first), body.count - index)
      {
        index = UnsafeRawPointer(base).distance(to: found) + 1
        if index < body.count, followers.contains(body[index]) { return true }
      }
    }
    return false
  }

  /// What stands before a post's text, which is read again for the few posts that need it.
  private struct Head {
    var fields: DataNode?
    var lines = 0

    init(of source: SourcePost, allowsHeaderLines: Bool) {
      var reader = FileReader()
      guard (try? reader.open(source.file)) != nil,
        (try? reader.readToEnd(limit: source.body.offset)) != nil
      else { return }
      let bytes = reader.bytes
      lines = bytes.count { $0 == UInt8(ascii: "\n") }
      guard
        let split = try? FrontMatter.split(
          bytes,
          isWholeFile: true,
          allowsHeaderLines: allowsHeaderLines
        ), split.syntax != .none
      else { return }
      fields = try? FrontMatter.parse(bytes, split)
    }
  }
}
