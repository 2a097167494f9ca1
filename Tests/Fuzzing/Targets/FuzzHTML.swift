import FeedModel
import FeedXML

extension FuzzTarget {
  /// HTML of posts.
  static let html = FuzzTarget(
    "html",
    longestInput: 4096,
    frames: [
      Frame("<p>", "</p>"), Frame("<a b='", "'>"), Frame("<svg>", "</svg>"),
      Frame("<script>", "</script>"), Frame("<!--", "-->"),
    ]
  ) { bytes throws(Violation) in
    try checkTokens(bytes)
    try checkCleaning(bytes)
    try checkText(bytes)
    try checkAbsoluteURLs(bytes)
  }

  /// Tokens follow each other without a gap, and their parts lie in them.
  private static func checkTokens(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    var tokenizer = HTMLTokenizer(bytes)
    var position = 0
    while tokenizer.advance() {
      let token = tokenizer.token
      try expect(
        token.start == position && token.end > token.start && token.end <= bytes.count,
        "the token \(token.range) does not follow \(position)"
      )
      position = token.end
      try expect(
        token.name.lowerBound >= token.start && token.name.upperBound <= token.end,
        "a name is outside of its token"
      )
      guard token.kind == .startTag || token.kind == .endTag else { continue }
      var last = token.name.upperBound
      for attribute in tokenizer.attributes {
        try expect(
          attribute.start >= last && attribute.name.lowerBound >= attribute.start
            && attribute.value.lowerBound >= attribute.name.upperBound
            && attribute.end >= attribute.value.upperBound && attribute.end <= token.end,
          "an attribute of \(token.range) is misplaced: \(attribute)"
        )
        last = attribute.end
        _ = (attribute.concern, HTMLReferences.decodedAttribute(attribute.value, in: bytes))
      }
    }
    try expectSame(position, bytes.count, "where the last token ends")
  }

  private static let base = BaseURL("https://example.org/blog/post/")

  private static let policies: [HTMLCleaner.Policy] = {
    var kept = HTMLCleaner.Policy()
    kept.frames = .keep
    kept.unlistedElements = .keep
    kept.keepsStyleAttributes = true
    kept.taskListMarks = .keep
    kept.removesHeadingAnchors = false
    var strict = HTMLCleaner.Policy()
    strict.frames = .remove
    strict.frameHosts = ["example.org"]
    strict.taskListMarks = .remove
    strict.keepsDataAttributes = false
    let selector = try? HTMLSelector(parsing: ".ad, x-y, li, div[hidden], h2 a")
    strict.removedSelectors = [selector].compactMap(\.self)
    return [.feed, kept, strict]
  }()

  /// What is cleaned has nothing dangerous in it, and nothing left to clean.
  static func checkCleaning(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    for (number, policy) in policies.enumerated() {
      let cleaner = HTMLCleaner(policy: policy)
      let prefix = number == 0 ? "p1-" : nil
      var once: [UInt8] = []
      _ = cleaner.clean(bytes, base: base, anchorPrefix: prefix, into: &once)
      var twice: [UInt8] = []
      let report = once.withUnsafeBufferPointer {
        cleaner.clean($0, base: base, anchorPrefix: prefix, into: &twice)
      }
      try expectSame(
        String(decoding: twice, as: UTF8.self),
        String(decoding: once, as: UTF8.self),
        "policy \(number), cleaned twice"
      )
      try expect(
        report.dangerousURLs == 0 && report.removedElements.isEmpty && report.removedComments == 0,
        "policy \(number): the second time finds \(report)"
      )
      if isUTF8(bytes) { try expect(isUTF8(once), "policy \(number) makes UTF-8 invalid") }
      try once.withUnsafeBufferPointer { once throws(Violation) in
        try checkHarmless(once, keepsFrames: number == 1)
      }
      // XML writers leave out what XML forbids: that must not make it dangerous.
      let written = once.filter { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
      try written.withUnsafeBufferPointer { once throws(Violation) in
        try checkHarmless(once, keepsFrames: number == 1)
      }
    }
  }

  private static let dangerous: Set<String> = [
    "script", "style", "button", "textarea", "select", "object", "embed", "applet", "form",
    "noscript", "template", "base", "meta", "link", "frame", "frameset",
  ]

  /// No scripts, no handlers, no comments, no URLs that run code.
  private static func checkHarmless(
    _ bytes: UnsafeBufferPointer<UInt8>,
    keepsFrames: Bool
  ) throws(Violation) {
    var tokenizer = HTMLTokenizer(bytes)
    while tokenizer.advance() {
      let token = tokenizer.token
      switch token.kind {
      case .text, .endTag: continue
      case .startTag: break
      default: throw Violation("\(token.kind) is left of \(String(decoding: bytes, as: UTF8.self))")
      }
      let name = String(decoding: bytes[token.name], as: UTF8.self).lowercased()
      try expect(!dangerous.contains(name), "<\(name)> is left")
      for attribute in tokenizer.attributes {
        let key = String(decoding: bytes[attribute.name], as: UTF8.self).lowercased()
        try expect(!(key.hasPrefix("on") && key.utf8.count > 2), "\(key) is left")
        try expect(key != "srcdoc" && key != "formaction", "\(key) is left")
        guard ["href", "src", "action", "data", "poster", "xlink:href", "cite"].contains(key)
        else { continue }
        let value = HTMLReferences.decodedAttribute(attribute.value, in: bytes)
        let letters = value.filter { $0 > 0x20 }
        let url = String(decoding: letters, as: UTF8.self).lowercased()
        try expect(
          !url.hasPrefix("javascript:") && !url.hasPrefix("vbscript:"),
          "\(key)=\(url) is left"
        )
      }
    }
  }

  private static func checkText(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let text = HTMLText.plain(bytes, maximumCharacters: nil)
    try expect(!text.hasPrefix(" ") && !text.hasSuffix(" "), "the text has space around it")
    try expect(!text.utf8.contains(0x0A), "the text has more than one line")
    let short = HTMLText.plain(bytes, maximumCharacters: 10)
    try expect(text.hasPrefix(short) || !isUTF8(bytes), "the text begins with other characters")
    for length in [1, 7] {
      let words = HTMLText.summary(of: bytes, words: length)
      try expect(
        words == text || words.isEmpty || words.hasSuffix("…") || !isUTF8(bytes),
        "\(words.debugDescription) is not the whole text and does not say so"
      )
      let start = HTMLText.summary(of: bytes, characters: length)
      try expect(start.count <= length, "\(start.debugDescription) is too long")
    }
    if let heading = HTMLText.firstHeading(in: bytes) {
      let html = String(decoding: bytes, as: UTF8.self)
      let rest = HTMLText.droppingLeadingHeading(equalTo: heading, in: html)
      try expect(rest.utf8.count <= html.utf8.count, "without its heading the text is longer")
    }
  }

  private static func checkAbsoluteURLs(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    guard let once = HTMLAbsoluteURLs.resolve(bytes, against: { base }) else { return }
    let twice = once.withUnsafeBufferPointer { HTMLAbsoluteURLs.resolve($0, against: { base }) }
    try expectSame(
      String(decoding: twice ?? once, as: UTF8.self),
      String(decoding: once, as: UTF8.self),
      "URLs made absolute twice"
    )
  }
}
