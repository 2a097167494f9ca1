/// Where the content of `script`, `style`, `textarea` and their like ends.
enum HTMLRawText {
  /// Where the `<` of the end tag stands; nil when there is none.
  static func end(
    of key: HTMLNameKey,
    isScript: Bool,
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    if isScript { return scriptEnd(key, in: bytes, from: start) }
    var search = start
    while let found = HTMLScan.index(of: 0x3C, in: bytes, from: search) {
      if isEndTag(of: key, in: bytes, at: found) { return found }
      search = found + 1
    }
    return nil
  }

  /// The script data states of the HTML standard (13.2.5.15 to 13.2.5.31): inside `<!--`, a
  /// `<script>` hides the next `</script>`.
  private static func scriptEnd(
    _ key: HTMLNameKey,
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int? {
    enum State { case plain, escaped, doubleEscaped }
    var state = State.plain
    var escapeStart = start
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x3E, state != .plain {
        if index >= escapeStart + 2, bytes[index - 1] == 0x2D, bytes[index - 2] == 0x2D {
          state = .plain
        }
      } else if byte == 0x3C {
        switch state {
        case .plain:
          if isEndTag(of: key, in: bytes, at: index) { return index }
          if HTMLScan.hasPrefix("<!--", in: bytes, at: index) {
            state = .escaped
            // The two dashes may also be those of "-->".
            escapeStart = index + 2
            index += 3
          }
        case .escaped:
          if isEndTag(of: key, in: bytes, at: index) { return index }
          if isName(key, in: bytes, at: index + 1) { state = .doubleEscaped }
        case .doubleEscaped:
          if isEndTag(of: key, in: bytes, at: index) { state = .escaped }
        }
      }
      index += 1
    }
    return nil
  }

  private static func isEndTag(
    of key: HTMLNameKey,
    in bytes: UnsafeBufferPointer<UInt8>,
    at index: Int
  ) -> Bool {
    index + 1 < bytes.count && bytes[index + 1] == 0x2F && isName(key, in: bytes, at: index + 2)
  }

  private static func isName(
    _ key: HTMLNameKey,
    in bytes: UnsafeBufferPointer<UInt8>,
    at start: Int
  ) -> Bool {
    var index = start
    var found = HTMLNameKey()
    while index < bytes.count, index - start <= HTMLNameKey.exactLength {
      let byte = bytes[index]
      if HTMLBytes.endsTagName(byte) { return found == key }
      found.add(HTMLBytes.lowercased(byte), at: index - start)
      index += 1
    }
    return false
  }
}
