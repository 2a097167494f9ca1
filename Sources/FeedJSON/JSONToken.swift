/// One token of a JSON text. It points into the reader's bytes and is valid as long as they are.
public struct JSONToken {
  /// What a token is.
  public enum Kind: Sendable, Hashable {
    /// `{`
    case beginObject
    /// `}`
    case endObject
    /// `[`
    case beginArray
    /// `]`
    case endArray
    /// The name of an object's member; its value's tokens follow.
    case key
    /// A string that is a value.
    case string
    /// A number, kept as its text.
    case number
    /// `true`
    case `true`
    /// `false`
    case `false`
    /// `null`
    case null
  }

  /// What it is.
  public let kind: Kind
  /// Where it begins; for a key or a string, its opening quotation mark.
  public let position: JSONPosition
  /// The source bytes: of a key or a string what stands between the quotation marks, escapes
  /// undecoded but checked, and valid UTF-8; of a number its text; of the others the token.
  public let source: UnsafeBufferPointer<UInt8>
  /// Whether `source` holds escapes, so that it differs from the text it stands for.
  public let hasEscapes: Bool

  init(
    kind: Kind,
    position: JSONPosition,
    source: UnsafeBufferPointer<UInt8>,
    hasEscapes: Bool = false
  ) {
    self.kind = kind
    self.position = position
    self.source = source
    self.hasEscapes = hasEscapes
  }

  /// The decoded text of a key or a string; of the other tokens their source.
  public var text: String {
    guard hasEscapes else { return String(decoding: source, as: UTF8.self) }
    // No escape is longer than what it stands for: \uXXXX makes at most 3 bytes, a pair 4.
    return String(unsafeUninitializedCapacity: source.count) { target in
      JSONEscapes.decode(source) { byte, index in target[index] = byte }
    }
  }

  /// Appends the decoded text as UTF-8, without making a string.
  public func appendText(to bytes: inout [UInt8]) {
    if hasEscapes {
      bytes.reserveCapacity(bytes.count + source.count)
      _ = JSONEscapes.decode(source) { byte, _ in bytes.append(byte) }
    } else {
      bytes.append(contentsOf: source)
    }
  }

  /// Where the byte at an offset of the decoded text of a key or a string stands: in the middle of a
  /// character or an escape, where that begins; beyond the text, the closing quotation mark. Of the
  /// other tokens where they begin.
  public func position(ofTextAt offset: Int) -> JSONPosition {
    guard kind == .string || kind == .key else { return position }
    var index = min(max(offset, 0), source.count)
    if hasEscapes { index = JSONEscapes.sourceIndex(ofDecoded: index, in: source) }
    while index > 0, index < source.count, source[index] & 0xC0 == 0x80 { index &-= 1 }
    var column = position.column &+ 1
    for byte in source[..<index] where byte & 0xC0 != 0x80 { column &+= 1 }
    return JSONPosition(
      offset: position.offset &+ 1 &+ index,
      line: position.line,
      column: column
    )
  }

  /// Whether the decoded text is `text`, byte for byte, without making a string where the source
  /// has no escapes.
  public func isText(_ text: StaticString) -> Bool {
    if hasEscapes { return self.text.utf8.elementsEqual("\(text)".utf8) }
    return text.withUTF8Buffer { source.count == $0.count && source.elementsEqual($0) }
  }

  /// The value of a number that is written as an integer and fits; nil for all else.
  public var integer: Int? {
    kind == .number ? Int(text) : nil
  }

  /// The value of a number, the nearest that a `Double` has; nil for all else and on overflow.
  public var double: Double? {
    guard kind == .number, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
