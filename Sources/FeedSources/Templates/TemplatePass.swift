import FeedXML

/// Writes a post's text anew: with what its tags stand for, where that is certain, and without the
/// others.
struct TemplatePass {
  let body: UnsafeBufferPointer<UInt8>
  let tags: [TemplateTag]
  let isMarkdown: Bool
  let values: TemplateValues
  let places: FilePlaces
  var output: [UInt8] = []
  var taken = TakenTags()
  /// How far the body was read.
  var position = 0
  /// The tag that is being written, by index.
  private var index = 0

  init(
    _ body: UnsafeBufferPointer<UInt8>,
    tags: [TemplateTag],
    isMarkdown: Bool,
    values: TemplateValues,
    places: FilePlaces
  ) {
    self.body = body
    self.tags = tags
    self.isMarkdown = isMarkdown
    self.values = values
    self.places = places
    output.reserveCapacity(body.count + body.count / 8)
  }

  mutating func run() {
    while index < tags.count {
      let tag = tags[index]
      // What went with a tag before it.
      if tag.range.lowerBound >= position {
        copy(upTo: tag.range.lowerBound)
        position = tag.range.upperBound
        write(tag)
      }
      index += 1
    }
    copy(upTo: body.count)
  }

  private mutating func copy(upTo end: Int) {
    output.append(contentsOf: body[position..<end])
    position = end
  }

  private mutating func write(_ tag: TemplateTag) {
    switch tag.form {
    case .nothing: trim(tag) { _ in }
    case .value: writeValue(tag)
    case .address(let meaning): writeAddress(tag, meaning)
    case .start: writeStart(tag)
    case .end: writeEnd(tag)
    }
  }

  /// Writes something in a tag's place, without the white space that it takes with it.
  mutating func trim(_ tag: TemplateTag, _ write: (inout Self) -> Void) {
    if tag.trimsBefore {
      while let last = output.last, TemplateBytes.isSpace(last) { output.removeLast() }
    }
    write(&self)
    if tag.trimsAfter { position = max(position, body.skippingSpace(from: position)) }
  }

  private mutating func writeValue(_ tag: TemplateTag) {
    guard let expression = TemplateExpression(body, tag.arguments),
      let value = values.text(of: expression),
      // Whether there is a slash between them only the site knows.
      !value.isAddress || position >= body.count
        || !TemplateBytes.isLetterOrDigit(body[position])
    else { return take(tag) }
    guard hasRoom(for: value.text) else { return take(tag) }
    trim(tag) { $0.append(value.text) }
  }

  /// Whether a value may be written: a long one that is asked for many times would fill the memory.
  func hasRoom(for text: String) -> Bool {
    output.count + text.utf8.count <= ContentRenderer.largestBody
  }

  // MARK: Tags by name

  private mutating func writeStart(_ tag: TemplateTag) {
    let meaning = values.syntax.tags[tag.name]
    let end = tag.partner.map { tags[$0].range }
    switch meaning {
    case .definition:
      position = end?.upperBound ?? position
      trim(tag) { _ in }
    case .loop:
      take(tag)
      position = max(position, end?.upperBound ?? position)
    case .branch:
      if let end = tag.endOfCondition {
        position = tags[end].range.upperBound
      } else {
        take(tag)
      }
    case .code(let language):
      guard let partner = tag.partner else { return take(tag) }
      writeCode(tag, language, upTo: tags[partner])
    case .quotation, .excerpt:
      if tag.partner == nil { take(tag) } else { beginQuotation() }
    case .details:
      if tag.partner == nil { take(tag) } else { beginDetails(arguments(of: tag)) }
    default:
      if let meaning, write(meaning, tag) { return }
      take(tag)
    }
  }

  private mutating func writeEnd(_ tag: TemplateTag) {
    guard let partner = tag.partner else { return take(tag) }
    switch values.syntax.tags[tags[partner].name] {
    case .quotation: endQuotation(source: body.text(tags[partner].arguments))
    case .excerpt: endQuotation(source: "")
    case .details: endDetails()
    default: break
    }
  }

  func arguments(of tag: TemplateTag) -> TagArguments { TagArguments(body, tag.arguments) }

  /// Takes a tag out, and tells of it.
  mutating func take(_ tag: TemplateTag) {
    if case .address = tag.form {
      taken.addLink(shown(tag), at: tag.range.lowerBound)
    } else {
      taken.addTag(shown(tag), at: tag.range.lowerBound)
    }
    LinkRepair.repair(&output, body, from: &position)
  }

  private func shown(_ tag: TemplateTag) -> String {
    switch (tag.form, values.syntax.notation) {
    case (.value, _): return "{{ \(shortened(tag.arguments)) }}"
    case (.address, _): return shortened(tag.range)
    case (.end, .liquid), (.end, .nunjucks): return "{% end\(tag.name) %}"
    case (.end, .hugo): return "{{< /\(tag.name) >}}"
    case (.end, _): return "{% end %}"
    case (_, .hugo): return "{{< \(tag.name) >}}"
    case (_, .zola): return tag.isSelfClosing ? "{{ \(tag.name)() }}" : "{% \(tag.name)() %}"
    case _: return "{% \(tag.name) %}"
    }
  }

  private func shortened(_ range: Range<Int>) -> String {
    let text = body.text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count > 40 ? text.prefix(39) + "…" : text
  }

  // MARK: Code

  private mutating func writeCode(
    _ tag: TemplateTag,
    _ language: TagMeaning.CodeLanguage,
    upTo end: TemplateTag
  ) {
    var content: [UInt8] = []
    while index + 1 < tags.count, tags[index + 1].range.upperBound <= end.range.lowerBound {
      index += 1
      // Marks of raw text; nothing else is a tag in code.
      content.append(contentsOf: body[position..<tags[index].range.lowerBound])
      position = tags[index].range.upperBound
    }
    content.append(contentsOf: body[position..<max(position, end.range.lowerBound)])
    position = max(position, end.range.upperBound)
    let arguments = arguments(of: tag)
    let name: String? =
      switch language {
      case .first: arguments.positional.first
      case .named(let name): arguments[name]
      }
    let block = CodeBlock(content, language: name)
    if isMarkdown {
      beginBlock()
      output.append(contentsOf: block.markdown(indentation: indentation))
      if position < body.count, body[position] != UInt8(ascii: "\n") { output.append(0x0A) }
    } else {
      output.append(contentsOf: block.html)
    }
  }

  /// Begins a block of Markdown: on a line of its own, after what indents it.
  mutating func beginBlock() {
    guard isMarkdown else { return }
    let start = (output.lastIndex(of: 0x0A) ?? -1) + 1
    if output[start...].contains(where: { !TemplateBytes.isBlank($0) }) {
      output.append(contentsOf: [0x0A, 0x0A])
    }
  }

  /// The white space that begins the output's last line, where there is nothing else on it.
  private var indentation: ArraySlice<UInt8> {
    output[((output.lastIndex(of: 0x0A) ?? -1) + 1)...]
  }
}
