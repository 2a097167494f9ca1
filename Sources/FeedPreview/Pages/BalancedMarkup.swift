import FeedXML

/// Content in which every element that is opened is closed, and nothing else is: what a post leaves open
/// would go on behind it in some browsers, and what it closes too much could be the page's.
package struct BalancedMarkup {
  /// The markup.
  private(set) var html: [UInt8] = []
  private var open: [Element] = []
  /// The element that closed itself just before: an end tag that follows is its own.
  private var justClosed: UInt8?

  private struct Element {
    var number: UInt8
    var name: [UInt8]
  }

  /// Browsers do not nest deeper than some hundred, either.
  private static let mostOpen = 200
  private static let void = Set(HTMLElementNumbers.void())
  private static let foreign = [
    HTMLElementNumbers.number(of: "svg".utf8), HTMLElementNumbers.number(of: "math".utf8),
  ]
  /// Elements that end by themselves where another one begins or their parent ends.
  private static let optionalEnd = Set(HTMLElementNumbers.optionalEnd())

  private let local: (String) -> String?

  /// Balances a fragment that was cleaned.
  ///
  /// - Parameter local: Another address for what is loaded, such as a picture; nil to leave it.
  package init(_ fragment: String, local: @escaping (String) -> String? = { _ in nil }) {
    self.local = local
    var fragment = fragment
    fragment.withUTF8 { bytes in
      html.reserveCapacity(bytes.count + 64)
      var tokenizer = HTMLTokenizer(bytes)
      while tokenizer.advance() { take(tokenizer, bytes) }
    }
    close(downTo: 0)
  }

  /// The markup as text.
  package var text: String { String(decoding: html, as: UTF8.self) }

  private mutating func take(_ tokenizer: HTMLTokenizer, _ bytes: UnsafeBufferPointer<UInt8>) {
    let token = tokenizer.token
    let number = token.elementNumber
    let justClosed = justClosed
    self.justClosed = nil
    switch token.kind {
    case .text: html += bytes[token.range]
    case .startTag where number != 0:
      if Self.void.contains(number) {
        appendTag(tokenizer, bytes)
      } else if token.isSelfClosing, open.contains(where: { Self.foreign.contains($0.number) }) {
        // In drawings and formulas `<path/>` is closed; a browser that sees HTML there does not think so.
        appendTag(tokenizer, bytes)
        appendEndTag(bytes[token.name])
        self.justClosed = number
      } else if open.count < Self.mostOpen {
        appendTag(tokenizer, bytes)
        open.append(Element(number: number, name: Array(bytes[token.name])))
      }
    case .endTag where number != 0 && number != justClosed:
      guard let index = open.lastIndex(where: { $0.number == number }) else { return }
      close(downTo: index + 1)
      open.removeLast()
      html += bytes[token.range]
    // Comments, and elements that no table lists, did not get here.
    default: break
    }
  }

  /// Appends a start tag, with other addresses where there are any.
  private mutating func appendTag(
    _ tokenizer: HTMLTokenizer,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var start = tokenizer.token.start
    for attribute in tokenizer.attributes
    where attribute.quote == .double || attribute.quote == .single {
      let text = String(decoding: bytes[attribute.value], as: UTF8.self)
        .replacing("&amp;", with: "&")
      let replacement: String? =
        switch attribute.concern {
        case .source: local(text)
        case .sourceSet: candidates(text)
        default: nil
        }
      guard let replacement else { continue }
      html += bytes[start..<attribute.value.lowerBound]
      html += Markup.text(replacement).utf8
      start = attribute.value.upperBound
    }
    html += bytes[start..<tokenizer.token.end]
  }

  /// A `srcset` with other addresses, if there is one for each.
  private func candidates(_ text: String) -> String? {
    var candidates: [String] = []
    for candidate in text.split(separator: ",") {
      let words = candidate.split(separator: " ")
      guard let address = words.first, let other = local(String(address)) else { return nil }
      candidates.append(([Substring(other)] + words.dropFirst()).joined(separator: " "))
    }
    return candidates.isEmpty ? nil : candidates.joined(separator: ", ")
  }

  private mutating func close(downTo count: Int) {
    while open.count > count, let element = open.popLast() {
      if Self.optionalEnd.contains(element.number) { continue }
      appendEndTag(element.name)
    }
  }

  private mutating func appendEndTag(_ name: some Sequence<UInt8>) {
    html += "</".utf8
    html += name
    html.append(UInt8(ascii: ">"))
  }
}
