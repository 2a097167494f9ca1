import FeedXML

/// Goes through a fragment of HTML once and gathers what is wrong with it.
///
/// Nothing is allocated as long as nothing is found, but for the tokenizer's list of attributes.
struct HTMLInspector {
  var problems = HTMLProblems()
  var tokenizer: HTMLTokenizer
  let bytes: UnsafeBufferPointer<UInt8>
  let hasBase: Bool

  private let verdicts = HTMLVerdict.byNumber
  private var hasTags = false
  private var isNestingIrregular = false

  // As deep as anybody nests by hand or by template; deeper nesting is not judged.
  private static let deepest = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>, hasBase: Bool) {
    self.bytes = bytes
    self.hasBase = hasBase
    tokenizer = HTMLTokenizer(bytes)
  }

  mutating func run() {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.deepest) { open in
      readTokens(open)
    }
    if isNestingIrregular {
      HTMLTagPairs.check(bytes, verdicts, &problems)
    }
    if !hasTags, let offset = HTMLMarkup.startOfEscapedMarkup(bytes) {
      problems.add(.escapedTwice, "", at: offset, detail: HTMLProblems.head(bytes, from: offset))
    }
  }

  /// - Parameter open: room for the numbers of the elements that are open.
  private mutating func readTokens(_ open: UnsafeMutableBufferPointer<UInt8>) {
    var depth = 0
    while tokenizer.advance() {
      switch tokenizer.token.kind {
      case .text:
        continue
      case .startTag:
        hasTags = true
        let number = tokenizer.token.elementNumber
        let verdict = verdicts[Int(number)]
        inspectStartTag(number, verdict)
        guard number != 0, !verdict.contains(.unpaired) else { continue }
        if tokenizer.token.isSelfClosing {
          if !isForeign(verdict) { reportSelfClosing() }
        } else if depth < open.count {
          open[depth] = number
          depth += 1
        } else {
          depth = Int.max
        }
      case .endTag:
        hasTags = true
        let number = tokenizer.token.elementNumber
        guard number != 0, !verdicts[Int(number)].contains(.unpaired) else { continue }
        guard depth <= open.count else { continue }
        if depth > 0, open[depth - 1] == number {
          depth -= 1
        } else {
          isNestingIrregular = true
        }
      case .unterminated:
        hasTags = true
        reportUnfinished("tag")
      case .comment:
        if tokenizer.token.isUnclosed { reportUnfinished("comment") }
      case .bogusComment:
        inspectBogusComment()
      case .doctype, .cdata:
        continue
      }
    }
    if depth != 0, depth <= open.count { isNestingIrregular = true }
  }

  /// Whether the last start tag is one of SVG or MathML, where `/>` closes.
  private func isForeign(_ verdict: HTMLVerdict) -> Bool {
    tokenizer.isInForeignContent || !verdict.contains(.isHTML)
  }

  private mutating func inspectStartTag(_ number: UInt8, _ verdict: HTMLVerdict) {
    if number == 0 {
      reportUnknownElement()
    } else if !verdict.isDisjoint(with: [.active, .stripped]) {
      // SVG has its own `style`.
      if verdict.contains(.active) {
        problems.add(.active, name(), at: tokenizer.token.start)
      } else if !tokenizer.isInForeignContent {
        problems.add(.stripped, name(), at: tokenizer.token.start)
      }
    }
    if !tokenizer.attributes.isEmpty { inspectAttributes(verdict) }
  }

  private mutating func reportUnknownElement() {
    guard !tokenizer.isInForeignContent else { return }
    let name = tokenizer.token.name
    // Custom elements (HTML standard, section 4.13.3) are HTML, but no reader runs their scripts.
    let isCustom =
      bytes[name].contains(0x2D)
      && bytes[name].allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
    problems.add(isCustom ? .stripped : .unknown, self.name(), at: tokenizer.token.start)
  }

  private mutating func reportSelfClosing() {
    problems.add(.selfClosing, name(), at: tokenizer.token.start)
  }

  private mutating func reportUnfinished(_ what: String) {
    let start = tokenizer.token.start
    problems.add(.unfinished, what, at: start, detail: HTMLProblems.head(bytes, from: start))
  }

  /// `<?import …>` loads a program in old versions of Internet Explorer.
  private mutating func inspectBogusComment() {
    let start = tokenizer.token.start
    if ASCII.hasPrefix("<?import", in: bytes, at: start) {
      problems.add(.active, "?import", at: start)
    } else if tokenizer.token.isUnclosed {
      reportUnfinished("comment")
    }
  }

  /// The last tag's name, as written.
  func name() -> String {
    HTMLProblems.shortened(bytes[tokenizer.token.name])
  }
}
