import FeedXML

/// Tags that stand for elements.
extension TemplatePass {
  /// Writes what a tag stands for; false when that is not certain.
  mutating func write(_ meaning: TagMeaning, _ tag: TemplateTag) -> Bool {
    let arguments = arguments(of: tag)
    switch meaning {
    case .figure: return writeFigure(arguments)
    case .image: return writeImage(arguments, isOwn: false)
    case .ownImage: return writeImage(arguments, isOwn: true)
    case .link(let address): return writeLink(address, arguments)
    case .pageAddress: return writePageAddress(arguments)
    case .pageLink: return writePageLink(arguments)
    case .field:
      guard let value = arguments.positional.first.flatMap(values.field), hasRoom(for: value)
      else { return false }
      append(value)
      return true
    default: return false
    }
  }

  // MARK: Quotations, details

  mutating func beginQuotation() {
    beginBlock()
    append("<blockquote>")
    endBlock()
  }

  /// Hexo's sources are `Author, Title`, with an address among them.
  mutating func endQuotation(source: String) {
    beginBlock()
    let words = source.split(whereSeparator: \.isWhitespace)
    let address = words.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    let text = words.filter { $0 != address }.joined(separator: " ")
    if !text.isEmpty || address != nil {
      let shown = escaped(text.isEmpty ? String(address ?? "") : text)
      let link = address.map { "<a href=\"\(escaped(String($0)))\">\(shown)</a>" }
      append("<footer>— \(link ?? shown)</footer>\n")
    }
    append("</blockquote>")
    endBlock()
  }

  mutating func beginDetails(_ arguments: TagArguments) {
    beginBlock()
    let summary = arguments["summary"] ?? arguments.positional.first ?? "Details"
    append("<details><summary>\(escaped(summary))</summary>")
    endBlock()
  }

  mutating func endDetails() {
    beginBlock()
    append("</details>")
    endBlock()
  }

  // MARK: Pictures

  private mutating func writeFigure(_ arguments: TagArguments) -> Bool {
    guard let address = arguments["src"] ?? arguments.positional.first else { return false }
    let caption = [arguments["title"], arguments["caption"]].compactMap(\.self)
      .joined(separator: ": ")
    var figure = image(
      address,
      description: arguments["alt"] ?? arguments["caption"] ?? "",
      size: [arguments["width"], arguments["height"]]
    )
    if let link = arguments["link"] { figure = "<a href=\"\(escaped(link))\">\(figure)</a>" }
    if !caption.isEmpty { figure += "<figcaption>\(escaped(caption))</figcaption>" }
    append("<figure>\(figure)</figure>")
    if position < body.count, body[position] == UInt8(ascii: "\n") { endBlock() }
    return true
  }

  /// Hexo's order: classes, the address, width and height, title and description.
  private mutating func writeImage(_ arguments: TagArguments, isOwn: Bool) -> Bool {
    let words = arguments.positional
    guard let place = words.firstIndex(where: { $0.contains("/") || $0.contains(".") }) else {
      return false
    }
    // Where the files of a post lie is certain only for pages that are folders.
    if isOwn, values.post.permalink?.utf8.last != UInt8(ascii: "/") { return false }
    let rest = words[(place + 1)...]
    let size = rest.prefix(2).prefix { Int($0) != nil }
    let title = rest.dropFirst(size.count).first ?? ""
    // `"title" "description"` may stand in one pair of quotes around both.
    let parts = title.split(separator: "\"").filter { $0.contains { !$0.isWhitespace } }
    let description = parts.count > 1 ? String(parts[1]) : rest.dropFirst(size.count + 1).first
    append(
      image(words[place], description: description ?? title, size: size.map { Optional($0) })
    )
    return true
  }

  private func image(_ address: String, description: String, size: [String?]) -> String {
    var image = "<img src=\"\(escaped(address))\" alt=\"\(escaped(description))\""
    for (name, value) in zip(["width", "height"], size) {
      if let value, Int(value) != nil { image += " \(name)=\"\(value)\"" }
    }
    return image + ">"
  }

  // MARK: Links

  private mutating func writeLink(_ embed: EmbedAddress, _ arguments: TagArguments) -> Bool {
    let words = arguments.positional
    let id =
      arguments["id"] ?? arguments["url"] ?? (embed == .gist ? Self.gist(words) : words.first)
    guard let id, !id.isEmpty else { return false }
    var address = id
    if !id.hasPrefix("https://"), !id.hasPrefix("http://") {
      let isID = id.utf8.allSatisfy {
        TemplateBytes.isName($0) || (embed == .gist && $0 == UInt8(ascii: "/"))
      }
      guard isID else { return false }
      address = embed.before + id + embed.after
    }
    append("<a href=\"\(escaped(address))\">\(escaped(address))</a>")
    return true
  }

  /// `user/id`, `user id` or `id`, with a file's name after it or without.
  private static func gist(_ words: [String]) -> String? {
    guard let first = words.first, words.count > 1, !first.contains("/") else {
      return words.first
    }
    let isID = first.allSatisfy(\.isHexDigit) && (first.count >= 20 || Int(first) != nil)
    return isID ? first : first + "/" + words[1]
  }

  // MARK: Text

  mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  /// A blank line after a tag that begins or ends an element, so that Markdown follows.
  private mutating func endBlock() {
    guard isMarkdown else { return }
    let endsLine = position < body.count && body[position] == UInt8(ascii: "\n")
    append(endsLine ? "\n" : "\n\n")
  }

  /// Text for HTML, in one line: a blank line would end the element for Markdown.
  func escaped(_ text: String) -> String {
    let isOneLine = !text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
    return HTMLEscaping.escape(
      isOneLine ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    )
  }
}
