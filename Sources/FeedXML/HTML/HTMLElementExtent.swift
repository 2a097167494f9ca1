/// Where an element ends, found by reading ahead from its start tag.
enum HTMLElementExtent {
  /// The content ends there and the element, with its end tag if it has one, there.
  case closed(contentEnd: Int, end: Int)
  /// No end tag before the end of the parent element or of the input.
  case unclosed

  /// Finds ends within a budget of bytes, which keeps hostile input (a thousand `<button>` without
  /// end tag) from costing quadratic time: reading ahead in vain is paid from it.
  struct Finder {
    private var budget: Int
    private var open: [HTMLNameKey] = []
    // How far up an end tag looks for its start tag; beyond it counts as stray.
    private static let searchDepth = 256

    init(inputLength: Int) {
      budget = inputLength.multipliedReportingOverflow(by: 8).partialValue &+ 65_536
    }

    /// - Parameter isOpenOutside: whether an element with this id is open around the element, so
    ///   that its end tag ends both.
    mutating func extent(
      of start: HTMLToken,
      in bytes: UnsafeBufferPointer<UInt8>,
      foreignDepth: Int,
      isOpenOutside: (HTMLElement) -> Bool
    ) -> HTMLElementExtent {
      let traits = start.element.traits
      let isRoot = traits.contains(.foreignRoot)
      if traits.contains(.void) || (start.isSelfClosing && (foreignDepth > 0 || isRoot)) {
        return .closed(contentEnd: start.end, end: start.end)
      }
      if traits.contains(.rawText) { return rawTextExtent(of: start, in: bytes) }
      guard budget > 0 else { return .unclosed }

      var tokenizer = HTMLTokenizer(
        bytes,
        at: start.end,
        foreignDepth: foreignDepth,
        listsAttributes: false
      )
      open.removeAll(keepingCapacity: true)
      while tokenizer.advance() {
        let token = tokenizer.token
        if token.kind == .startTag {
          if open.isEmpty, HTMLElements.startTag(token, endsElement: start) {
            return .closed(contentEnd: token.start, end: token.start)
          }
          let isClosed = token.isSelfClosing && tokenizer.foreignDepth > 0
          if !token.element.traits.contains(.void), !isClosed { open.append(token.key) }
        } else if token.kind == .endTag {
          if let index = open.suffix(Self.searchDepth).lastIndex(of: token.key) {
            open.removeLast(open.count - index)
          } else if token.key == start.key {
            return .closed(contentEnd: token.start, end: token.end)
          } else if isOpenOutside(token.element) {
            return fail(start, at: token.start)
          }
        }
      }
      return fail(start, at: bytes.count)
    }

    /// Pays for other reading ahead.
    mutating func charge(_ length: Int) {
      budget -= length
    }

    private mutating func fail(_ start: HTMLToken, at end: Int) -> HTMLElementExtent {
      if start.element.traits.contains(.optionalEnd) {
        return .closed(contentEnd: end, end: end)
      }
      budget -= end - start.end
      return .unclosed
    }

    /// As in browsers, raw text without end tag goes to the end of the input.
    private func rawTextExtent(
      of start: HTMLToken,
      in bytes: UnsafeBufferPointer<UInt8>
    ) -> HTMLElementExtent {
      let end = HTMLRawText.end(
        of: start.key,
        isScript: start.element.traits.contains(.script),
        in: bytes,
        from: start.end
      )
      guard let end else { return .closed(contentEnd: bytes.count, end: bytes.count) }
      // "</script x>": the end tag ends where a tag ends.
      var tokenizer = HTMLTokenizer(bytes, at: end, foreignDepth: 0, listsAttributes: false)
      return .closed(contentEnd: end, end: tokenizer.advance() ? tokenizer.token.end : end)
    }
  }
}
