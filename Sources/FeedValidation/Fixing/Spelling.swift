import FeedJSON
import FeedXML

/// Writes values as their places need them.
struct Spelling {
  private let codec: DocumentCodec

  init(_ codec: DocumentCodec) { self.codec = codec }

  /// The text of an element.
  func text(_ value: String) -> [UInt8] {
    spell(value) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      default: nil
      }
    }
  }

  /// The value of an attribute between quotes.
  func attribute(_ value: String, quote: UInt8) -> [UInt8] {
    spell(value) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: "\"") where quote == byte: "&quot;"
      case UInt8(ascii: "'") where quote == byte: "&#39;"
      // Written as they are, parsers read them as spaces.
      case 0x09: "&#9;"
      case 0x0A: "&#10;"
      default: nil
      }
    }
  }

  /// What stands in a CDATA section; `nil` if that cannot hold it.
  func cdata(_ value: String) -> [UInt8]? {
    guard !value.contains("]]>"), value.unicodeScalars.allSatisfy(codec.has) else { return nil }
    return Array(value.utf8)
  }

  /// A JSON string without its quotes.
  func json(_ value: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var value = value
    value.withUTF8 { JSONText.appendEscaped(utf8: $0, to: &bytes) }
    return bytes
  }

  /// A character as text that can be seen in an editor.
  func visible(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format:
      reference(scalar)
    default: text(String(scalar))
    }
  }

  private func spell(_ value: String, _ escape: (UInt8) -> StaticString?) -> [UInt8] {
    var output: [UInt8] = []
    for scalar in value.unicodeScalars {
      if scalar.isASCII, let escaped = escape(UInt8(truncatingIfNeeded: scalar.value)) {
        output.append(
          contentsOf: UnsafeBufferPointer(
            start: escaped.utf8Start,
            count: escaped.utf8CodeUnitCount
          )
        )
      } else if scalar.value == 0x0D || !codec.has(scalar) {
        output += reference(scalar)
      } else {
        output.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    return output
  }

  private func reference(_ scalar: Unicode.Scalar) -> [UInt8] { Array("&#\(scalar.value);".utf8) }
}
