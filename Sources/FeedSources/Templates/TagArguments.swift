/// The arguments of a tag: words, texts in quotes, and either of them with a name.
struct TagArguments {
  /// Those without a name, in order.
  private(set) var positional: [String] = []
  private var named: [String: String] = [:]

  /// Reads arguments such as `src="a.png" width=300`, `lang:js "A title"` or `id="x", n=1`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if TemplateBytes.isSpace(byte) || byte == UInt8(ascii: ",") {
        index += 1
      } else if TemplateBytes.isQuote(byte) {
        positional.append(Self.quoted(bytes, &index, end: range.upperBound))
      } else {
        word(bytes, &index, end: range.upperBound)
      }
    }
  }

  /// The value of a name.
  subscript(name: String) -> String? { named[name] }

  private mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: inout Int,
    end: Int
  ) {
    let start = index
    while index < end, !TemplateBytes.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ",") {
      let byte = bytes[index]
      let isAddress = byte == UInt8(ascii: ":") && bytes.has("//", at: index + 1)
      if byte == UInt8(ascii: "=") || (byte == UInt8(ascii: ":") && !isAddress), index > start,
        bytes[start..<index].allSatisfy(TemplateBytes.isName)
      {
        let name = bytes.text(start..<index)
        index += 1
        // Some write spaces around the sign.
        while index < end, TemplateBytes.isBlank(bytes[index]) { index += 1 }
        guard index < end else { return }
        named[name] =
          TemplateBytes.isQuote(bytes[index])
          ? Self.quoted(bytes, &index, end: end) : Self.plain(bytes, &index, end: end)
        return
      }
      index += 1
    }
    positional.append(bytes.text(start..<index))
  }

  private static func plain(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: inout Int,
    end: Int
  ) -> String {
    let start = index
    while index < end, !TemplateBytes.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ",") {
      index += 1
    }
    return bytes.text(start..<index)
  }

  /// A text in quotes without them, or the rest where nothing closes it.
  private static func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: inout Int,
    end: Int
  ) -> String {
    let quote = bytes[index]
    index += 1
    var text: [UInt8] = []
    while index < end, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < end, quote != UInt8(ascii: "`"),
        bytes[index + 1] == quote || bytes[index + 1] == UInt8(ascii: "\\")
      {
        index += 1
      }
      text.append(bytes[index])
      index += 1
    }
    index = min(index + 1, end)
    return String(decoding: text, as: UTF8.self)
  }
}
