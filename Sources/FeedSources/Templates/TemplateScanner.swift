/// Finds the tags in a post's text, in one pass.
///
/// In code, as Markdown has it, nothing is a tag but what keeps others from being tags: authors who
/// show tags in code have to write it there too.
struct TemplateScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let syntax: TemplateSyntax
  private(set) var tags: [TemplateTag] = []

  var position = 0
  private var code: MarkdownCode?
  /// End tags that were found when their tags were: of raw text, and of code around it.
  private var awaited: [TemplateTag] = []
  private var isInRawText: Bool { awaited.last?.isRawEnd ?? false }
  /// Whether only white space and what goes stand before the position on its line.
  private var isLineStart = true
  /// Names whose end tags do not come any more.
  private var endless: Set<String> = []
  /// Where the next `#}` stands that was looked for, or the end.
  private var nextCommentEnd = 0

  /// A tag longer than this is text: nobody writes it, and looking for its end takes time.
  private static let longestTag = 4_096

  private init(_ bytes: UnsafeBufferPointer<UInt8>, syntax: TemplateSyntax, isMarkdown: Bool) {
    self.bytes = bytes
    self.syntax = syntax
    code = isMarkdown ? MarkdownCode(bytes) : nil
  }

  /// The tags of a text, in order, none within another.
  static func tags(
    in bytes: UnsafeBufferPointer<UInt8>,
    syntax: TemplateSyntax,
    isMarkdown: Bool
  ) -> [TemplateTag] {
    var scanner = TemplateScanner(bytes, syntax: syntax, isMarkdown: isMarkdown)
    scanner.run()
    return scanner.tags
  }

  private mutating func run() {
    while position < bytes.count {
      if let end = awaited.last, position >= end.range.lowerBound {
        awaited.removeLast()
        if position == end.range.lowerBound { add(end) }
        continue
      }
      let rawEnd = rawEnd
      if isLineStart, let next = code?.lineStart(at: position, rawEnd: rawEnd), next > position {
        position = next
        isLineStart = false
        continue
      }
      step()
    }
  }

  private var rawEnd: Range<Int>? { isInRawText ? awaited.last?.range : nil }

  private mutating func step() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "@"):
      if isInRawText || !takeTag(isInCode: isInCode) {
        position += 1
        isLineStart = false
      }
    case UInt8(ascii: "`") where code != nil:
      position = code?.backticks(at: position) ?? position + 1
      isLineStart = false
    case UInt8(ascii: "\\"):
      let isEscape =
        position + 1 < bytes.count
        && (bytes[position + 1] == UInt8(ascii: "`") || bytes[position + 1] == byte)
      position += isEscape && !isInCode ? 2 : 1
      isLineStart = false
    case UInt8(ascii: "\n"):
      position += 1
      isLineStart = true
    default:
      position += 1
      if !TemplateBytes.isBlank(byte) { isLineStart = false }
    }
  }

  private var isInCode: Bool { !awaited.isEmpty || (code?.contains(position) ?? false) }

  private mutating func takeTag(isInCode: Bool) -> Bool {
    if !isInCode, takeAddress() { return true }
    guard bytes[position] == UInt8(ascii: "{"), position + 1 < bytes.count else { return false }
    return switch syntax.notation {
    case .liquid, .nunjucks: takeLiquid(isInCode: isInCode)
    case .hugo: takeHugo(isInCode: isInCode)
    case .zola: takeZola(isInCode: isInCode)
    case .none: false
    }
  }

  /// Adds a tag and goes on after it.
  mutating func add(_ tag: TemplateTag) {
    tags.append(tag)
    position = tag.range.upperBound
    if case .nothing = tag.form { return }
    isLineStart = false
  }

  /// Adds a tag whose meaning depends on its name: raw text, comments and code need their end tags.
  ///
  /// - Returns: Whether it is a tag; nothing is done if not.
  mutating func addStart(_ tag: TemplateTag, isInCode: Bool) -> Bool {
    let meaning = syntax.tags[tag.name]
    switch meaning {
    case .raw:
      guard var end = end(of: tag.name, from: tag.range.upperBound) else { return false }
      end.form = .nothing
      end.isRawEnd = true
      var start = tag
      start.form = .nothing
      add(start)
      awaited.append(end)
    case _ where isInCode: return false
    case .comment:
      guard let end = end(of: tag.name, from: tag.range.upperBound) else { return false }
      var comment = tag
      comment.form = .nothing
      comment.range = tag.range.lowerBound..<end.range.upperBound
      comment.trimsAfter = end.trimsAfter
      add(comment)
    case .code:
      guard let end = end(of: tag.name, from: tag.range.upperBound) else { return false }
      add(tag)
      awaited.append(end)
    default: add(tag)
    }
    return true
  }

  /// Adds the marks around something that stays as text. They go.
  mutating func addMarks(_ before: TemplateTag, _ after: TemplateTag, goingOnAt next: Int) {
    add(before)
    add(after)
    position = next
    isLineStart = false
  }

  /// The index of the next `#}`.
  mutating func endOfComment(from start: Int) -> Int? {
    if nextCommentEnd < start {
      nextCommentEnd = start
      while nextCommentEnd < bytes.count, !bytes.has("#}", at: nextCommentEnd) {
        nextCommentEnd += 1
      }
    }
    return nextCommentEnd < bytes.count ? nextCommentEnd : nil
  }

  private mutating func end(of name: String, from start: Int) -> TemplateTag? {
    guard !endless.contains(name) else { return nil }
    var index = start
    while index + 3 < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), let end = endTag(at: index), end.name == name {
        return end
      }
      index += 1
    }
    endless.insert(name)
    return nil
  }

  /// The end tag that stands at an index.
  private func endTag(at index: Int) -> TemplateTag? {
    switch syntax.notation {
    case .liquid, .nunjucks: liquidEndTag(at: index)
    case .hugo: hugoEndTag(at: index)
    case .zola, .none: nil
    }
  }

  /// The index of what closes a tag, behind quoted text and before anything that opens another; nil
  /// if there is none.
  func closing(_ mark: StaticString, from start: Int) -> Int? {
    let limit = Swift.min(bytes.count, start + Self.longestTag)
    var index = start
    while index < limit {
      let byte = bytes[index]
      if bytes.has(mark, at: index) { return index }
      if byte == UInt8(ascii: "{"), index + 1 < limit,
        bytes[index + 1] == byte || bytes[index + 1] == UInt8(ascii: "%")
      {
        return nil
      }
      // An apostrophe in a word opens nothing.
      if TemplateBytes.isQuote(byte), !TemplateBytes.isName(bytes[index - 1]),
        let end = endOfQuotation(from: index, limit: limit)
      {
        index = end
        continue
      }
      if byte == UInt8(ascii: "\n"), isBlankLine(at: index + 1, limit: limit) { return nil }
      index += 1
    }
    return nil
  }

  /// The index after the text in quotes that begins at an index, if it ends on its line, or in its
  /// paragraph for backticks.
  private func endOfQuotation(from start: Int, limit: Int) -> Int? {
    let quote = bytes[start]
    var index = start + 1
    while index < limit {
      let byte = bytes[index]
      if byte == quote { return index + 1 }
      if byte == UInt8(ascii: "\n"),
        quote != UInt8(ascii: "`") || isBlankLine(at: index + 1, limit: limit)
      {
        return nil
      }
      index += byte == UInt8(ascii: "\\") && quote != UInt8(ascii: "`") ? 2 : 1
    }
    return nil
  }

  private func isBlankLine(at start: Int, limit: Int) -> Bool {
    var index = start
    while index < limit, TemplateBytes.isSpace(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\n") { return true }
      index += 1
    }
    return false
  }
}
