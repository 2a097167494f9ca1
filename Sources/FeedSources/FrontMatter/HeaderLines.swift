import FeedJSON

/// `Key: value` lines, the meta-data of Pelican, Python-Markdown and MultiMarkdown: keys in lower
/// case, indented lines continue the value above (joined with a space), a key that comes again makes
/// its value a list.
enum HeaderLines {
  /// A key with where its value begins on the line.
  struct Key {
    /// Blanks before the key.
    let indentation: Int
    /// The bytes of the key.
    let range: Range<Int>
    /// Where the value begins; the line's end where there is none.
    let valueStart: Int
  }

  /// The key that a line begins with: letters, digits, `-` and `_`, at most three blanks before it
  /// and a colon behind it. `http://` is none.
  static func key(in line: UnsafeBufferPointer<UInt8>) -> Key? {
    var index = 0
    while index < line.count, index < 3, line[index] == 0x20 { index &+= 1 }
    let start = index
    while index < line.count, isKeyByte(line[index]) { index &+= 1 }
    guard index > start, index < line.count, line[index] == UInt8(ascii: ":") else { return nil }
    let end = index
    index &+= 1
    if index &+ 1 < line.count, line[index] == UInt8(ascii: "/"),
      line[index &+ 1] == UInt8(ascii: "/")
    {
      return nil
    }
    while index < line.count, line[index] == 0x20 || line[index] == 0x09 { index &+= 1 }
    return Key(indentation: start, range: start..<end, valueStart: index)
  }

  /// Whether a line that is not blank continues the value above.
  static func isContinuation(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    return first == 0x09 || line.count > 4 && line.prefix(4).allSatisfy { $0 == 0x20 }
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int)
    throws(DataError) -> DataNode
  {
    try checkUTF8(bytes, lineOffset: lineOffset)
    var builder = DataMappingBuilder()
    var pending: (key: String, position: DataPosition, text: String, valuePosition: DataPosition)?
    var number = lineOffset
    for slice in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var end = slice.endIndex
      while end > slice.startIndex, [0x20, 0x09, 0x0D].contains(slice[end - 1]) { end -= 1 }
      let line = UnsafeBufferPointer(rebasing: slice[slice.startIndex..<end])
      if isContinuation(line) {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        if pending?.text.isEmpty == false { pending?.text += " " }
        pending?.text += String(decoding: text, as: UTF8.self)
      } else if let key = key(in: line) {
        if let pending { add(pending.key, pending.position, node(pending), to: &builder) }
        pending = (
          key: String(decoding: line[key.range], as: UTF8.self).lowercased(),
          position: DataPosition(line: number, column: key.indentation + 1),
          text: String(decoding: line[key.valueStart...], as: UTF8.self),
          valuePosition: DataPosition(line: number, column: key.valueStart + 1)
        )
      }
    }
    if let pending { add(pending.key, pending.position, node(pending), to: &builder) }
    return DataNode(
      .mapping(builder.mapping),
      at: DataPosition(line: lineOffset + 1, column: 1)
    )

    func node(
      _ pending: (key: String, position: DataPosition, text: String, valuePosition: DataPosition)
    ) -> DataNode {
      DataNode(
        pending.text.isEmpty ? .null : .scalar(text: pending.text, style: .plain),
        at: pending.valuePosition
      )
    }
  }

  private static func add(
    _ key: String,
    _ position: DataPosition,
    _ node: DataNode,
    to builder: inout DataMappingBuilder
  ) {
    guard let index = builder.index(of: key) else {
      builder.append(DataMapping.Entry(key: key, keyPosition: position, node: node))
      return
    }
    builder.appendValue(node, at: index)
  }

  private static func checkUTF8(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int)
    throws(DataError)
  {
    guard let offset = UTF8Sequence.firstInvalidOffset(in: bytes) else { return }
    let place = SourceLines(bytes).place(ofByte: offset)
    throw DataError(
      line: place.line + 1 + lineOffset,
      column: place.column + 1,
      message: "the bytes here are not valid UTF-8",
      help: "save the file as UTF-8"
    )
  }
}
