/// `{{ value }}`, `{% tag %}`, `{# comment #}`.
extension TemplateScanner {
  /// Takes the tag at the position, if there is one that counts.
  mutating func takeLiquid(isInCode: Bool) -> Bool {
    switch bytes[position + 1] {
    case UInt8(ascii: "{"): takeValue(isInCode: isInCode)
    case UInt8(ascii: "%"): takeLiquidTag(isInCode: isInCode)
    case UInt8(ascii: "#"): syntax.notation == .nunjucks && !isInCode && takeComment()
    default: false
    }
  }

  private mutating func takeValue(isInCode: Bool) -> Bool {
    let start = position
    var first = start + 2
    // Three braces are no tag.
    if first < bytes.count, bytes[first] == UInt8(ascii: "{") { return skipBraces() }
    let trimsBefore = first < bytes.count && bytes[first] == UInt8(ascii: "-")
    if trimsBefore { first += 1 }
    guard let close = closing("}}", from: first) else { return false }
    let trimsAfter = close > first && bytes[close - 1] == UInt8(ascii: "-")
    let inside = bytes.trimmed(first..<(trimsAfter ? close - 1 : close))
    var tag = TemplateTag(form: .value, range: start..<(close + 2))
    tag.arguments = inside
    tag.trimsBefore = trimsBefore
    tag.trimsAfter = trimsAfter
    if let text = quotedText(inside) {
      // `{{ "{% raw %}" }}` is how tags are shown without being any.
      var before = tag
      before.form = .nothing
      before.range = start..<text.lowerBound
      before.trimsAfter = false
      var after = tag
      after.form = .nothing
      after.range = text.upperBound..<(close + 2)
      after.trimsBefore = false
      addMarks(before, after, goingOnAt: close + 2)
      return true
    }
    guard !isInCode else { return false }
    add(tag)
    return true
  }

  private mutating func skipBraces() -> Bool {
    while position < bytes.count, bytes[position] == UInt8(ascii: "{") { position += 1 }
    return true
  }

  /// What stands in the quotes that a range is in as a whole.
  private func quotedText(_ range: Range<Int>) -> Range<Int>? {
    guard range.count >= 2, let quote = bytes[range].first, TemplateBytes.isQuote(quote),
      quote != UInt8(ascii: "`"), bytes[range].last == quote
    else { return nil }
    let inside = (range.lowerBound + 1)..<(range.upperBound - 1)
    let isPlain = !bytes[inside].contains { $0 == quote || $0 == UInt8(ascii: "\\") }
    return isPlain ? inside : nil
  }

  private mutating func takeLiquidTag(isInCode: Bool) -> Bool {
    if let end = liquidEndTag(at: position) {
      guard !isInCode else { return false }
      add(end)
      return true
    }
    let start = position
    var first = start + 2
    let trimsBefore = first < bytes.count && bytes[first] == UInt8(ascii: "-")
    if trimsBefore { first += 1 }
    let nameStart = bytes.skippingSpace(from: first)
    let nameEnd = endOfName(from: nameStart)
    let isComment = nameStart < bytes.count && bytes[nameStart] == UInt8(ascii: "#")
    guard nameEnd > nameStart || isComment, let close = closing("%}", from: nameEnd) else {
      return false
    }
    let trimsAfter = close > nameEnd && bytes[close - 1] == UInt8(ascii: "-")
    var tag = TemplateTag(
      form: isComment ? .nothing : .start,
      range: start..<(close + 2),
      name: bytes.text(nameStart..<nameEnd),
      arguments: bytes.trimmed(nameEnd..<(trimsAfter ? close - 1 : close))
    )
    tag.trimsBefore = trimsBefore
    tag.trimsAfter = trimsAfter
    guard isComment else { return addStart(tag, isInCode: isInCode) }
    guard !isInCode else { return false }
    add(tag)
    return true
  }

  /// The end of a name; the hyphen of `-%}` does not belong to it.
  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < bytes.count, TemplateBytes.isName(bytes[end]) { end += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  /// `{% endname %}` at an index; in Nunjucks, the name of a macro or block may follow.
  func liquidEndTag(at index: Int) -> TemplateTag? {
    guard bytes.has("{%", at: index) else { return nil }
    var first = index + 2
    let trimsBefore = first < bytes.count && bytes[first] == UInt8(ascii: "-")
    if trimsBefore { first += 1 }
    let nameStart = bytes.skippingSpace(from: first)
    guard bytes.has("end", at: nameStart) else { return nil }
    let nameEnd = endOfName(from: nameStart)
    guard nameEnd > nameStart + 3, let close = closing("%}", from: nameEnd) else { return nil }
    var tag = TemplateTag(
      form: .end,
      range: index..<(close + 2),
      name: bytes.text((nameStart + 3)..<nameEnd)
    )
    tag.trimsBefore = trimsBefore
    tag.trimsAfter = bytes[close - 1] == UInt8(ascii: "-")
    return tag
  }

  /// Headings have ids in the same brackets, `{#id}`, which are no comments.
  private mutating func takeComment() -> Bool {
    let start = position
    let first = start + 2
    guard first < bytes.count, !TemplateBytes.isName(bytes[first]) else { return false }
    guard let close = endOfComment(from: first) else { return false }
    add(TemplateTag(form: .nothing, range: start..<(close + 2)))
    return true
  }
}
