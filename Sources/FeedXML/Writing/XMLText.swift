/// The one place where text becomes XML: escaping in runs, from plain text only.
///
/// Characters that XML 1.0 cannot hold (section 2.2, `Char`) are dropped and counted: U+0000 to
/// U+001F without tab, line feed and carriage return, and U+FFFE and U+FFFF.
public enum XMLText {
  /// How `&`, `<` and `>` are spelled in text.
  public enum References: Sendable {
    /// `&amp;`, as everybody does.
    case named
    /// `&#x26;`, which the RSS Best Practices Profile asks for in plain-text elements because most
    /// readers of RSS decode named references twice.
    case hexadecimal
  }

  /// Appends text as character data and returns how many characters were dropped.
  public static func appendText(
    _ text: String,
    references: References = .named,
    to output: inout [UInt8]
  ) -> Int {
    text.withBytes { appendText($0, references: references, to: &output) }
  }

  /// Appends text as the value of an attribute in double quotes and returns how many characters were
  /// dropped. White space other than spaces becomes references, since a parser would turn it into
  /// spaces (XML 1.0 section 3.3.3).
  public static func appendAttribute(_ text: String, to output: inout [UInt8]) -> Int {
    text.withBytes { bytes in
      appendEscaped(bytes, to: &output, next: XMLScan.nextInAttribute) { byte in
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "\t"): "&#9;"
        case UInt8(ascii: "\n"): "&#10;"
        case UInt8(ascii: "\r"): "&#13;"
        default: ""
        }
      }
    }
  }

  /// Appends markup as one or more CDATA sections and returns how many characters were dropped.
  ///
  /// `]]>` is split between two sections. Markup with carriage returns is escaped instead, since a
  /// CDATA section cannot keep them.
  public static func appendMarkup(_ markup: String, to output: inout [UInt8]) -> Int {
    markup.withBytes { bytes in
      guard !bytes.isEmpty else { return 0 }
      let start = output.count
      if let dropped = appendCDATA(bytes, to: &output) { return dropped }
      output.removeSubrange(start...)
      return appendText(bytes, references: .named, to: &output)
    }
  }

  private static func appendText(
    _ bytes: UnsafeBufferPointer<UInt8>,
    references: References,
    to output: inout [UInt8]
  ) -> Int {
    appendEscaped(bytes, to: &output, next: XMLScan.nextInText) { byte in
      switch (byte, references) {
      case (UInt8(ascii: "&"), .named): "&amp;"
      case (UInt8(ascii: "&"), .hexadecimal): "&#x26;"
      case (UInt8(ascii: "<"), .named): "&lt;"
      case (UInt8(ascii: "<"), .hexadecimal): "&#x3C;"
      case (UInt8(ascii: ">"), .named): "&gt;"
      case (UInt8(ascii: ">"), .hexadecimal): "&#x3E;"
      // A parser turns a literal carriage return into a line feed (XML 1.0 section 2.11).
      case (UInt8(ascii: "\r"), _): "&#13;"
      default: ""
      }
    }
  }

  /// Nil when there is a carriage return; the output is then incomplete.
  private static func appendCDATA(
    _ bytes: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8]
  ) -> Int? {
    let bracket = UInt8(ascii: "]")
    let count = bytes.count
    var dropped = 0
    var runStart = 0
    var index = 0
    output.append("<![CDATA[")
    while true {
      index = XMLScan.nextInCDATA(bytes, from: index)
      guard index < count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\r") { return nil }
      if byte == bracket {
        index &+= 1
        guard index &+ 1 < count, bytes[index] == bracket, bytes[index &+ 1] == UInt8(ascii: ">")
        else { continue }
        index &+= 1
        output.append(bytes, runStart..<index)
        output.append("]]><![CDATA[")
        runStart = index
        continue
      }
      let length = forbiddenLength(bytes, at: index)
      guard length > 0 else {
        index &+= 1
        continue
      }
      output.append(bytes, runStart..<index)
      // What the dropped character kept apart must not become the end of the section.
      if output.last == bracket { output.append("]]><![CDATA[") }
      index &+= length
      runStart = index
      dropped &+= 1
    }
    output.append(bytes, runStart..<count)
    output.append("]]>")
    return dropped
  }

  @inline(__always)
  private static func appendEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8],
    next: (UnsafeBufferPointer<UInt8>, _ from: Int) -> Int,
    reference: (UInt8) -> StaticString
  ) -> Int {
    let count = bytes.count
    var dropped = 0
    var runStart = 0
    var index = 0
    while true {
      index = next(bytes, index)
      guard index < count else { break }
      let escaped = reference(bytes[index])
      if escaped.utf8CodeUnitCount > 0 {
        output.append(bytes, runStart..<index)
        output.append(escaped)
        index &+= 1
        runStart = index
        continue
      }
      let length = forbiddenLength(bytes, at: index)
      guard length > 0 else {
        index &+= 1
        continue
      }
      output.append(bytes, runStart..<index)
      index &+= length
      runStart = index
      dropped &+= 1
    }
    output.append(bytes, runStart..<count)
    return dropped
  }

  /// The length in bytes of the character at an index if XML forbids it, else 0.
  @inline(__always)
  private static func forbiddenLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte == 0xEF {
      // U+FFFE is EF BF BE, U+FFFF is EF BF BF.
      guard index &+ 2 < bytes.count, bytes[index &+ 1] == 0xBF, bytes[index &+ 2] >= 0xBE else {
        return 0
      }
      return 3
    }
    return byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D ? 1 : 0
  }
}
