#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The text of a grammar, taken apart into its definitions.
///
/// The first feed of a process pays for it: it is read with `memchr`, not as XML. The files keep to
/// what that can read: `<define name="…"` and `<ref name="…"` are written so, and not nested.
struct GrammarFile {
  struct Definition {
    var name: String
    /// With its tags, or without them if it is a macro.
    var text: Range<Int>
  }

  let text: [UInt8]
  /// The start tag of the root.
  private(set) var root = 0..<0
  private(set) var definitions: [Definition] = []

  /// Definitions whose names end so are macros.
  static let macroSuffix = ".once"

  init(_ text: [UInt8]) {
    self.text = text
    text.withUnsafeBufferPointer { text in
      var i = 0
      while let tag = text.index(of: UInt8(ascii: "<"), from: i) {
        i = tag + 1
        if text.has("<define name=\"", at: tag) {
          let name = text.string(until: UInt8(ascii: "\""), from: tag + 14)
          guard let close = text.index(of: UInt8(ascii: ">"), from: tag) else { return }
          var end = close + 1
          while end < text.count, !text.has("</define>", at: end) {
            end = text.index(of: UInt8(ascii: "<"), from: end + 1) ?? text.count
          }
          guard end < text.count else { return }
          i = end + 9
          let isMacro = name.hasSuffix(GrammarFile.macroSuffix)
          definitions.append(Definition(name: name, text: isMacro ? close + 1..<end : tag..<i))
        } else if text.has("<grammar", at: tag) {
          root = tag..<(text.index(of: UInt8(ascii: ">"), from: tag) ?? tag) + 1
        }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte next stands.
  func index(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start >= 0, start < count,
      let hit = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: hit)
  }

  /// Whether some bytes stand somewhere.
  func has(_ bytes: StaticString, at index: Int) -> Bool {
    let length = bytes.utf8CodeUnitCount
    guard let base = baseAddress, index >= 0, index <= count - length else { return false }
    return memcmp(base + index, bytes.utf8Start, length) == 0
  }

  /// The text up to a byte.
  func string(until byte: UInt8, from start: Int) -> String {
    let end = index(of: byte, from: start) ?? count
    return String(decoding: UnsafeBufferPointer(rebasing: self[start..<end]), as: UTF8.self)
  }
}
