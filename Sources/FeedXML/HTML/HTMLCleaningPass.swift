import FeedModel

/// One run of the cleaner over one fragment: what was read but not yet copied is the run from
/// `runStart`; whatever needs a change first flushes the run.
struct HTMLCleaningPass {
  let bytes: UnsafeBufferPointer<UInt8>
  let policy: HTMLCleaner.Policy
  let base: BaseURL?
  let anchorPrefix: [UInt8]
  private let hasSelectors: Bool
  let attributeTable = HTMLAttributeTraits.table

  var tokenizer: HTMLTokenizer
  var output: [UInt8] = []
  var report = HTMLCleaner.Report()
  var runStart = 0
  var finder: HTMLElementExtent.Finder

  /// How many elements of each id are open; what is never closed counts on.
  let open: UnsafeMutableBufferPointer<UInt32>
  var isInParagraph = false
  /// Where the content of the heading starts that is open.
  var headingStart: Int?
  /// The end tag of an unwrapped element, to be dropped when it comes.
  var droppedEndTag: Int?

  // For URLs, kept to be reused.
  var decodedURL: [UInt8] = []
  var resolvedURL: [UInt8] = []

  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    policy: HTMLCleaner.Policy,
    base: BaseURL?,
    anchorPrefix: [UInt8],
    open: UnsafeMutableBufferPointer<UInt32>
  ) {
    self.bytes = bytes
    self.policy = policy
    self.base = base
    self.anchorPrefix = anchorPrefix
    tokenizer = HTMLTokenizer(bytes)
    finder = HTMLElementExtent.Finder(inputLength: bytes.count)
    self.open = open
    hasSelectors = !policy.removedSelectors.isEmpty
  }

  mutating func run() {
    while tokenizer.advance() {
      switch tokenizer.token.kind {
      case .text:
        if tokenizer.token.hasStrayLessThan { escapeStrayLessThans() }
      case .startTag: startTag()
      case .endTag: endTag()
      case .comment, .doctype, .cdata, .bogusComment:
        report.removedComments += 1
        if tokenizer.token.isUnclosed { report.unclosed += 1 }
        skip(to: tokenizer.token.end)
      case .unterminated:
        report.unclosed += 1
        skip(to: tokenizer.token.end)
      }
    }
    flush(to: bytes.count)
  }

  // MARK: Copying

  @inline(__always)
  mutating func flush(to end: Int) {
    if end > runStart {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<end]))
    }
    runStart = end
  }

  /// Leaves out the bytes from the current token to there.
  mutating func skip(to end: Int) {
    flush(to: tokenizer.token.start)
    runStart = end
  }

  /// A `<` that is text starts a tag once what follows it is removed: by this pass (`<<b></b>i>`), by
  /// the end of the fragment, or by an XML writer that drops forbidden characters.
  private mutating func escapeStrayLessThans() {
    let token = tokenizer.token
    var search = token.start
    while let found = HTMLScan.index(of: 0x3C, in: bytes, from: search), found < token.end {
      let next = found + 1 < token.end ? bytes[found + 1] : 0
      let isSafe =
        (next >= 0x20 && next < 0x7F && next != 0x3C && next != 0x2F)
        || next == 0x09 || next == 0x0A || next == 0x0D
      if !isSafe {
        flush(to: found)
        output.append(contentsOf: [0x26, 0x6C, 0x74, 0x3B])
        runStart = found + 1
      }
      search = found + 1
    }
  }

  // MARK: Tags

  @inline(__always)
  private mutating func startTag() {
    let traits = tokenizer.token.element.traits
    // Most tags: allowed, and nothing in them.
    if traits.contains(.allowed), traits.isDisjoint(with: .special), tokenizer.attributes.isEmpty,
      !hasSelectors, !tokenizer.token.hasForbiddenCharacters
    {
      opened(tokenizer.token)
      if traits.contains(.image) { report.containsImages = true }
    } else {
      unusualStartTag()
    }
  }

  private mutating func unusualStartTag() {
    let token = tokenizer.token
    let traits = token.element.traits
    if hasSelectors, matchesSelector(token) {
      remove(token)
      return
    }
    if !traits.isDisjoint(with: .special) {
      if traits.contains(.removed) {
        remove(token)
        return
      }
      if traits.contains(.frame) || traits.contains(.embed) {
        embeddedContent(token)
        return
      }
      if traits.contains(.input) {
        input(token)
        return
      }
      if traits.contains(.literal) {
        literalText(token)
        return
      }
      if traits.contains(.anchor), headingStart != nil, policy.removesHeadingAnchors,
        headingAnchor(token)
      {
        return
      }
    } else if !traits.contains(.allowed), !keepsUnlisted(token) {
      unwrap(token)
      return
    }
    opened(token)
    if traits.contains(.image) { report.containsImages = true }
    if !tokenizer.attributes.isEmpty || token.hasForbiddenCharacters { cleanAttributes(of: token) }
  }

  @inline(__always)
  private mutating func endTag() {
    let element = tokenizer.token.element
    if element.id != 0 {
      if open[Int(element.id)] > 0 { open[Int(element.id)] -= 1 }
      if element.traits.contains(.heading) {
        headingStart = nil
      } else if !element.traits.isDisjoint(with: [.paragraph, .closesParagraph]) {
        isInParagraph = false
      }
    }
    if element.traits.contains(.allowed), tokenizer.attributes.isEmpty, droppedEndTag == nil {
      return
    }
    unusualEndTag()
  }

  private mutating func unusualEndTag() {
    let token = tokenizer.token
    if token.start == droppedEndTag {
      droppedEndTag = nil
      skip(to: token.end)
    } else if !token.element.traits.contains(.allowed), !keepsUnlisted(token) {
      skip(to: token.end)
    } else if !tokenizer.attributes.isEmpty {
      dropAttributes(of: token)
    }
  }

  /// Whether an element of no table stays. Its name must be plain: an XML writer that drops
  /// forbidden characters makes `<script>` of `<scr\0ipt>`.
  private func keepsUnlisted(_ token: HTMLToken) -> Bool {
    token.element.id == 0 && policy.unlistedElements == .keep
      && HTMLBytes.isPlainName(bytes, token.name)
  }

  @inline(__always)
  private mutating func opened(_ token: HTMLToken) {
    let element = token.element
    let traits = element.traits
    guard element.id != 0, !traits.contains(.void) else {
      if traits.contains(.closesParagraph) { isInParagraph = false }
      return
    }
    if token.isSelfClosing, tokenizer.foreignDepth > 0 { return }
    open[Int(element.id)] &+= 1
    if traits.contains(.paragraph) {
      isInParagraph = true
    } else if traits.contains(.closesParagraph) {
      isInParagraph = false
      if traits.contains(.heading) { headingStart = token.end }
    }
  }

  private mutating func unwrap(_ token: HTMLToken) {
    opened(token)
    if token.element.traits.contains(.void) {
      report.removedElements[name(of: token), default: 0] += 1
    } else {
      report.unwrappedElements[name(of: token), default: 0] += 1
    }
    skip(to: token.end)
  }

  func name(of token: HTMLToken) -> String {
    String(decoding: bytes[token.name].prefix(64).map(HTMLBytes.lowercased), as: UTF8.self)
  }

  // MARK: Removal

  private func matchesSelector(_ token: HTMLToken) -> Bool {
    policy.removedSelectors.contains {
      $0.matches(token, tokenizer.attributes, in: bytes)
    }
  }

  mutating func extent(of token: HTMLToken) -> HTMLElementExtent {
    finder.extent(of: token, in: bytes, foreignDepth: tokenizer.foreignDepth) {
      $0.id != 0 && open[Int($0.id)] > 0
    }
  }

  /// Removes the element with its content; of one that nothing closes only the tag, so that it does
  /// not take the rest of the post along.
  mutating func remove(_ token: HTMLToken) {
    report.removedElements[name(of: token), default: 0] += 1
    switch extent(of: token) {
    case .closed(let contentEnd, let end):
      if contentEnd == end, end == bytes.count, token.element.traits.contains(.rawText) {
        report.unclosed += 1
      }
      skipElement(token, to: end)
    case .unclosed:
      report.unclosed += 1
      opened(token)
      skip(to: token.end)
    }
  }

  mutating func skipElement(_ token: HTMLToken, to end: Int) {
    skip(to: end)
    if token.element.traits.contains(.foreignRoot), end > token.end {
      tokenizer.leaveForeignContent()
    }
    tokenizer.seek(to: end)
  }

  // MARK: Elements that become text

  /// Task lists (GFM, section 5.3) show their state by checkboxes, which feed readers strip.
  private mutating func input(_ token: HTMLToken) {
    let isCheckbox = value(of: "type").map { HTMLNameKey($0) == HTMLNameKey("checkbox") } ?? false
    // Of a tag with forbidden characters no attribute stays: what is kept would be a box for text.
    let canStay = policy.taskListMarks != .keep || !token.hasForbiddenCharacters
    if isCheckbox, canStay, policy.taskListMarks != .remove {
      if policy.taskListMarks == .keep {
        cleanAttributes(of: token)
        return
      }
      skip(to: token.end)
      let isChecked = tokenizer.attributes.contains { $0.key == HTMLNameKey("checked") }
      output.append(contentsOf: (isChecked ? "☑" : "☐").utf8)
      if token.end == bytes.count || !HTMLBytes.isWhitespace(bytes[token.end]) {
        output.append(0x20)
      }
      return
    }
    report.removedElements["input", default: 0] += 1
    skip(to: token.end)
  }

  /// The content of `xmp` shows as it stands, tags and all.
  private mutating func literalText(_ token: HTMLToken) {
    report.unwrappedElements[name(of: token), default: 0] += 1
    guard case .closed(let contentEnd, let end) = extent(of: token) else {
      skip(to: token.end)
      return
    }
    skip(to: end)
    HTMLAttributeEscaping.append(bytes[token.end..<contentEnd], to: &output)
    tokenizer.seek(to: end)
  }

  // MARK: Attribute values

  /// The attribute's value with references decoded; nil when there is no such attribute.
  func value(of name: StaticString) -> [UInt8]? {
    let key = HTMLNameKey(name)
    guard let attribute = tokenizer.attributes.first(where: { $0.key == key }) else { return nil }
    var decoded: [UInt8] = []
    HTMLCharacterReferences.decode(bytes, attribute.value, inAttribute: true, into: &decoded)
    return decoded
  }
}
