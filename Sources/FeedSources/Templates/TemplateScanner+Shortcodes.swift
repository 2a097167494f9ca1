/// The shortcodes of Hugo and Zola.
extension TemplateScanner {
  // MARK: Hugo

  /// Takes `{{< name >}}`, `{{% name %}}`, their end tags and, anywhere, `{{</* name */>}}`.
  mutating func takeHugo(isInCode: Bool) -> Bool {
    guard let close = hugoClosing(at: position) else { return false }
    let first = position + 3
    if bytes.has("/*", at: first) {
      guard let end = endOfEscape(close, from: first + 2) else { return false }
      addMarks(
        TemplateTag(form: .nothing, range: first..<(first + 2)),
        TemplateTag(form: .nothing, range: end..<(end + 2)),
        goingOnAt: end + 2 + close.utf8CodeUnitCount
      )
      return true
    }
    guard !isInCode else { return false }
    if let end = hugoEndTag(at: position) {
      add(end)
      return true
    }
    let nameStart = bytes.skippingSpace(from: first)
    let nameEnd = endOfPath(from: nameStart)
    guard nameEnd > nameStart, let end = closing(close, from: nameEnd) else { return false }
    var arguments = bytes.trimmed(nameEnd..<end)
    // The slash of an unquoted address belongs to it.
    let isSelfClosing =
      bytes[arguments].last == UInt8(ascii: "/")
      && (arguments.count == 1 || TemplateBytes.isSpace(bytes[arguments.upperBound - 2])
        || TemplateBytes.isQuote(bytes[arguments.upperBound - 2]))
    if isSelfClosing {
      arguments = bytes.trimmed(arguments.lowerBound..<(arguments.upperBound - 1))
    }
    var tag = TemplateTag(
      form: .start,
      range: position..<(end + close.utf8CodeUnitCount),
      name: bytes.text(nameStart..<nameEnd),
      arguments: arguments
    )
    tag.isSelfClosing = isSelfClosing
    return addStart(tag, isInCode: false)
  }

  /// `{{< /name >}}` at an index.
  func hugoEndTag(at index: Int) -> TemplateTag? {
    guard let close = hugoClosing(at: index) else { return nil }
    let slash = bytes.skippingSpace(from: index + 3)
    guard slash < bytes.count, bytes[slash] == UInt8(ascii: "/") else { return nil }
    let nameStart = bytes.skippingSpace(from: slash + 1)
    let nameEnd = endOfPath(from: nameStart)
    let end = bytes.skippingSpace(from: nameEnd)
    guard nameEnd > nameStart, bytes.has(close, at: end) else { return nil }
    return TemplateTag(
      form: .end,
      range: index..<(end + close.utf8CodeUnitCount),
      name: bytes.text(nameStart..<nameEnd)
    )
  }

  private func hugoClosing(at index: Int) -> StaticString? {
    if bytes.has("{{<", at: index) { return ">}}" }
    return bytes.has("{{%", at: index) ? "%}}" : nil
  }

  /// Shortcodes may lie in folders.
  private func endOfPath(from start: Int) -> Int {
    var end = start
    while end < bytes.count,
      TemplateBytes.isName(bytes[end]) || bytes[end] == UInt8(ascii: ".")
        || bytes[end] == UInt8(ascii: "/") && end > start && !bytes.has("/>}}", at: end)
          && !bytes.has("/%}}", at: end)
    {
      end += 1
    }
    return end
  }

  // MARK: Zola

  /// Takes `{{ name() }}`, `{% name() %}`, `{% end %}` and, anywhere, `{{/* name() */}}`.
  mutating func takeZola(isInCode: Bool) -> Bool {
    let isBlock = bytes[position + 1] == UInt8(ascii: "%")
    guard isBlock || bytes[position + 1] == UInt8(ascii: "{") else { return false }
    let close: StaticString = isBlock ? "%}" : "}}"
    let start = position
    var first = start + 2
    if bytes.has("/*", at: first) {
      guard let end = endOfEscape(close, from: first + 2) else { return false }
      addMarks(
        TemplateTag(form: .nothing, range: first..<(first + 2)),
        TemplateTag(form: .nothing, range: end..<(end + 2)),
        goingOnAt: end + 4
      )
      return true
    }
    guard !isInCode else { return false }
    let trimsBefore = first < bytes.count && bytes[first] == UInt8(ascii: "-")
    if trimsBefore { first += 1 }
    let nameStart = bytes.skippingSpace(from: first)
    var nameEnd = nameStart
    while nameEnd < bytes.count,
      TemplateBytes.isName(bytes[nameEnd]) || bytes[nameEnd] == UInt8(ascii: ":")
    {
      nameEnd += 1
    }
    guard nameEnd > nameStart, let end = closing(close, from: nameEnd) else { return false }
    let trimsAfter = bytes[end - 1] == UInt8(ascii: "-")
    let name = bytes.text(nameStart..<nameEnd)
    let arguments = bytes.trimmed(nameEnd..<(trimsAfter ? Swift.max(nameEnd, end - 1) : end))
    var tag = TemplateTag(form: .start, range: start..<(end + 2), name: name)
    tag.trimsBefore = trimsBefore
    tag.trimsAfter = trimsAfter
    if isBlock, arguments.isEmpty, name == "end" || name.hasPrefix("end-") {
      tag.form = .end
      tag.name = ""
    } else {
      // Without parentheses it is text.
      guard arguments.count >= 2, bytes[arguments].first == UInt8(ascii: "("),
        bytes[arguments].last == UInt8(ascii: ")")
      else { return false }
      tag.arguments = (arguments.lowerBound + 1)..<(arguments.upperBound - 1)
      tag.isSelfClosing = !isBlock
    }
    add(tag)
    return true
  }

  /// The index of the `*/` before what closes a tag, on the same line and before another tag.
  private func endOfEscape(_ close: StaticString, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes.has("*/", at: index), bytes.has(close, at: index + 2) { return index }
      if bytes.has("{{", at: index) || bytes.has("{%", at: index) { return nil }
      index += 1
    }
    return nil
  }
}
