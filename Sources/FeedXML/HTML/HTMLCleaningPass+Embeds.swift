import FeedModel

extension HTMLCleaningPass {
  /// `iframe`, `object`, `embed` and `applet` become links to what they show; readers strip them.
  mutating func embeddedContent(_ token: HTMLToken) {
    let isFrame = token.element.traits.contains(.frame)
    let source = embeddedURL()
    let url = source?.url
    if isFrame, let source, keepsFrame(source.url) {
      // Of a tag with forbidden characters no attribute stays, and its URL is to.
      let staysAsWritten = source.isWritten && !token.hasForbiddenCharacters
      if staysAsWritten { keepFrame(token) } else { writeFrame(source.url, for: token) }
      return
    }
    guard url != nil || isFrame else {
      // An object without data: what stands in it shows instead.
      report.removedElements[name(of: token), default: 0] += 1
      let isVoid = token.element.traits.contains(.void)
      if !isVoid, !(token.isSelfClosing && tokenizer.foreignDepth > 0) {
        open[Int(token.element.id)] &+= 1
      }
      skip(to: token.end)
      return
    }
    // Text first: removing moves the tokenizer on.
    let title = value(of: "title") ?? value(of: "aria-label")
    remove(token)
    guard let url, policy.frames != .remove else { return }
    report.iframesLinked += 1
    appendLink(to: url, title: title)
  }

  /// The absolute URL of what is shown, and whether it stands where browsers look for it; nil when
  /// there is none or it would run code.
  private mutating func embeddedURL() -> (url: [UInt8], isWritten: Bool)? {
    let names: [StaticString] = ["src", "data", "data-src"]
    for (index, name) in names.enumerated() {
      guard let source = value(of: name) else { continue }
      let text = source.drop { $0 <= 0x20 }
      if text.isEmpty || HTMLScan.isAboutURL(text) { continue }
      if HTMLURLs.isDangerous(source, isNavigation: true) {
        report.dangerousURLs += 1
        continue
      }
      guard let base else { return (source, index == 0) }
      var resolved: [UInt8] = []
      source.withUnsafeBufferPointer { base.resolve($0, into: &resolved) }
      return (resolved, index == 0)
    }
    return nil
  }

  private func keepsFrame(_ url: [UInt8]) -> Bool {
    if policy.frames == .keep { return true }
    guard !policy.frameHosts.isEmpty, let host = URI.host(of: String(decoding: url, as: UTF8.self))
    else { return false }
    var rest = Substring(host)
    while true {
      if policy.frameHosts.contains(String(rest)) { return true }
      guard let dot = rest.firstIndex(of: ".") else { return false }
      rest = rest[rest.index(after: dot)...]
    }
  }

  /// Keeps the tags; the content is for browsers without frames.
  private mutating func keepFrame(_ token: HTMLToken) {
    cleanAttributes(of: token)
    guard case .closed(let contentEnd, let end) = extent(of: token) else { return }
    flush(to: token.end)
    if contentEnd < end {
      runStart = contentEnd
    } else {
      report.unclosed += 1
      output.append(contentsOf: "</iframe>".utf8)
      runStart = end
    }
    tokenizer.seek(to: end)
  }

  /// A frame by its URL alone, say one that a script would have put in place: without one it shows
  /// nothing.
  private mutating func writeFrame(_ url: [UInt8], for token: HTMLToken) {
    guard case .closed(_, let end) = extent(of: token) else { return remove(token) }
    skipElement(token, to: end)
    output.append(contentsOf: "<iframe src=\"".utf8)
    HTMLAttributeEscaping.append(url, to: &output)
    output.append(contentsOf: "\"></iframe>".utf8)
  }

  private mutating func appendLink(to url: [UInt8], title: [UInt8]?) {
    let isInline =
      isInParagraph || HTMLElements.phrasingIDs.contains { open[$0] > 0 }
    output.append(contentsOf: (isInline ? "<a href=\"" : "<p><a href=\"").utf8)
    HTMLAttributeEscaping.append(url, to: &output)
    output.append(contentsOf: "\">".utf8)
    let words = title?.split(whereSeparator: HTMLBytes.isWhitespace) ?? []
    if words.isEmpty {
      HTMLAttributeEscaping.append(HTMLURLs.label(of: url), to: &output)
    } else {
      HTMLAttributeEscaping.append(Array(words.joined(separator: [0x20])), to: &output)
    }
    output.append(contentsOf: (isInline ? "</a>" : "</a></p>").utf8)
  }
}

extension HTMLURLs {
  /// Host and path of a URL, to be shown: `www.youtube.com/embed/x`.
  static func label(of url: [UInt8]) -> ArraySlice<UInt8> {
    var label = url[...]
    if let colon = label.firstIndex(of: 0x3A), label[(colon + 1)...].starts(with: [0x2F, 0x2F]) {
      label = label[(colon + 3)...]
    } else if label.starts(with: [0x2F, 0x2F]) {
      label = label.dropFirst(2)
    }
    if let end = label.firstIndex(where: { $0 == 0x3F || $0 == 0x23 }), end > label.startIndex {
      label = label[..<end]
    }
    if label.count > 1, label.last == 0x2F { label = label.dropLast() }
    return label
  }
}

extension HTMLScan {
  static func isAboutURL(_ text: ArraySlice<UInt8>) -> Bool {
    text.prefix(6).map(HTMLBytes.lowercased).elementsEqual("about:".utf8)
  }
}
