import FeedXML

extension ValueType {
  /// Text without markup: names, titles, labels, rights.
  static let plainText = ValueType("plain text") { value, context, report in
    PlainText.check(value, .plain, isHexadecimal: context.isHexadecimal, report)
  }

  /// The text of RSS's own elements, which says nowhere whether it is HTML, so that readers guess.
  static let characterData = ValueType("plain text") { value, context, report in
    PlainText.check(value, .characterData, isHexadecimal: context.isHexadecimal, report)
  }

  /// Text that has said that it is no HTML: an Atom construct with `type="text"`, or without a type.
  static let undeclaredText = ValueType("plain text") { value, context, report in
    PlainText.check(value, .undeclared, isHexadecimal: context.isHexadecimal, report)
  }
}

extension ValueContext {
  /// Whether the byte was written as a hexadecimal reference.
  fileprivate func isHexadecimal(_ offset: Int) -> Bool {
    !hexadecimals.isEmpty && hexadecimals.contains(offset)
  }
}

/// Holds plain text against what does not belong there.
enum PlainText {
  /// What the text stands in.
  enum Place {
    /// Where markup has no meaning.
    case plain
    /// RSS, where readers guess.
    case characterData
    /// Where another type could have been declared.
    case undeclared
  }

  /// Reports markup, or what could be taken for it, once; and what a wrong encoding left behind.
  ///
  /// - Parameter isHexadecimal: whether the character at an offset was written as a hexadecimal
  ///   reference, as the RSS profile wants it, and is not markup for that. See
  ///   ``isHexadecimalReference(_:at:)``.
  static func check(
    _ text: UnsafeBufferPointer<UInt8>,
    _ place: Place,
    isHexadecimal: (Int) -> Bool = { _ in false },
    _ report: (ValueFinding) -> Void
  ) {
    MisdecodedText.check(text, report)
    guard text.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return }
    let scan = MarkupScan(text, isExempt: isHexadecimal)
    if let markup = scan.certain {
      let what = text[markup.lowerBound] == 0x26 ? "an HTML reference" : "HTML"
      report(
        ValueFinding(
          place == .undeclared ? .textHTMLUndeclared : .textContainsHTML,
          place == .undeclared
            ? "contains \(what) without saying that it is HTML: \(Excerpt.quote(text[markup]))"
            : "contains \(what) where text belongs: \(Excerpt.quote(text[markup]))",
          at: markup.lowerBound,
          replacement: place == .undeclared || scan.hasTags ? nil : decoded(text)
        )
      )
    } else if place == .characterData, let doubtful = scan.ambiguous {
      report(
        ValueFinding(
          .textMarkupAmbiguous,
          "contains \(Excerpt.quote(text[doubtful])), which some readers take for HTML",
          at: doubtful.lowerBound
        )
      )
    }
  }

  /// Whether a character was written as a hexadecimal reference (`&#x3C;`), given the document's
  /// bytes and where the character is in them.
  static func isHexadecimalReference(
    _ document: UnsafeBufferPointer<UInt8>,
    at offset: Int
  ) -> Bool {
    guard ASCII.hasPrefix("&#x", in: document, at: offset) else { return false }
    var index = offset + 3
    while index < document.count, ASCII.isHexDigit(document[index]) { index += 1 }
    return index > offset + 3 && index < document.count && document[index] == 0x3B
  }

  /// The text with references decoded, unless that makes new doubts.
  private static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    let decoded = HTMLReferences.decodedAttribute(0..<text.count, in: text)
    let isPlain = decoded.withUnsafeBufferPointer {
      let scan = MarkupScan($0)
      return scan.certain == nil && scan.ambiguous == nil
    }
    return isPlain ? String(decoding: decoded, as: UTF8.self) : nil
  }
}
