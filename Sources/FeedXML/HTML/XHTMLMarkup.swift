import FeedModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes elements that are read as XML as the HTML that means the same: `<br/>` as `<br>`, `<p/>` as
/// `<p></p>`, without prefixes and namespace declarations.
public enum XHTMLMarkup {
  /// How an element ends and what is in it.
  public enum Content: Sendable {
    /// Text and elements, then an end tag.
    case markup
    /// Text in which nothing is escaped, as in `script`, then an end tag.
    case rawText
    /// Nothing, and no end tag.
    case nothing
  }

  /// Appends a start tag, and says what belongs to it.
  ///
  /// - Parameters:
  ///   - tag: The element.
  ///   - base: What the URLs in its attributes are relative to; nil leaves them as they are.
  ///   - output: Receives the bytes.
  public static func appendStartTag(
    _ tag: borrowing XMLStartTag,
    base: BaseURL?,
    to output: inout [UInt8]
  ) -> Content {
    let name = bytes(of: tag.name.local)
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: name)
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      append(attribute, base: base, to: &output)
    }
    output.append(UInt8(ascii: ">"))
    guard let traits = HTMLElements.table[HTMLNameKey(name.lazy.map(HTMLBytes.lowercased))]?.traits
    else { return .markup }
    if traits.contains(.void) { return .nothing }
    return traits.contains(.script) || name.elementsEqual("style".utf8) ? .rawText : .markup
  }

  /// Appends text of an element.
  public static func appendText(
    _ text: UnsafeBufferPointer<UInt8>,
    in content: Content,
    to output: inout [UInt8]
  ) {
    switch content {
    case .nothing: break
    case .rawText: output.append(contentsOf: text)
    case .markup:
      var start = 0
      for (index, byte) in text.enumerated() where byte <= 0x3E {
        let reference: StaticString
        switch byte {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        default: continue
        }
        output.append(text, start..<index)
        output.append(reference)
        start = index + 1
      }
      output.append(text, start..<text.count)
    }
  }

  /// Appends an end tag where the content asks for one.
  public static func appendEndTag(_ name: XMLName, of content: Content, to output: inout [UInt8]) {
    if case .nothing = content { return }
    output.append("</")
    output.append(contentsOf: bytes(of: name.local))
    output.append(UInt8(ascii: ">"))
  }

  private static func append(
    _ attribute: XMLStartTag.Attribute,
    base: BaseURL?,
    to output: inout [UInt8]
  ) {
    let name = bytes(of: attribute.name.local)
    output.append(UInt8(ascii: " "))
    if let prefix = attribute.name.prefix {
      let isXML = attribute.name.namespaceURI == "http://www.w3.org/XML/1998/namespace"
      // `xml:base` has done its work; HTML's `lang` means what `xml:lang` does.
      guard !isXML || attribute.name.isNamed("lang") else {
        output.removeLast()
        return
      }
      if !isXML {
        output.append(contentsOf: bytes(of: prefix))
        output.append(UInt8(ascii: ":"))
      }
    }
    output.append(contentsOf: name)
    output.append("=\"")
    let absolute = base.flatMap {
      HTMLAbsoluteURLs.resolved(attribute.value, of: name, against: $0)
    }
    if let absolute {
      HTMLAttributeEscaping.append(absolute, to: &output)
    } else {
      HTMLAttributeEscaping.append(attribute.value, to: &output)
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func bytes(of text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let count = text.withMemoryRebound(to: CChar.self, capacity: 1) { Int(clamping: strlen($0)) }
    return UnsafeBufferPointer(start: text, count: count)
  }
}
