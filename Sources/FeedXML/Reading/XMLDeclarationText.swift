/// An XML declaration, `<?xml version="1.0" encoding="utf-8" standalone="yes"?>` (XML 1.0, section
/// 2.8), which libxml2 reads up to what is wrong with it, and then on from somewhere else.
struct XMLDeclarationText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var i: Int

  /// The declaration that begins at `start` and whose `?>` is at `end`.
  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.end = end
    i = start + "<?xml".utf8.count
  }

  /// Where something in a declaration is wrong: the first such byte, or its end.
  static func flaw(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var text = XMLDeclarationText(bytes, start, end)
    return text.isWellFormed() ? nil : text.i
  }

  private mutating func isWellFormed() -> Bool {
    guard takeSpaces(), take("version"), takeValue(isVersion) else { return false }
    var hasSpaces = takeSpaces()
    if i < end, hasSpaces, bytes[i] == UInt8(ascii: "e") {
      guard take("encoding"), takeValue(isEncoding) else { return false }
      hasSpaces = takeSpaces()
    }
    if i < end, hasSpaces {
      guard take("standalone"), takeValue(isAnswer) else { return false }
      _ = takeSpaces()
    }
    return i == end
  }

  private mutating func takeSpaces() -> Bool {
    let start = i
    while i < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[i]) { i += 1 }
    return i > start
  }

  private mutating func take(_ name: String) -> Bool {
    guard bytes[i..<end].starts(with: name.utf8) else { return false }
    i += name.utf8.count
    return true
  }

  private mutating func takeValue(
    _ isRight: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> Bool {
    _ = takeSpaces()
    guard take("=") else { return false }
    _ = takeSpaces()
    guard i < end, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'"),
      let close = bytes[(i + 1)..<end].firstIndex(of: bytes[i]),
      isRight(bytes[(i + 1)..<close])
    else { return false }
    i = close + 1
    return true
  }

  private func isVersion(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    value.starts(with: "1.".utf8) && value.dropFirst(2).allSatisfy { $0 &- 0x30 < 10 }
  }

  private func isEncoding(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = value.first, (first | 0x20) &- 0x61 < 26 else { return false }
    return value.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || [0x2D, 0x2E, 0x5F].contains($0)
    }
  }

  private func isAnswer(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    value.elementsEqual("yes".utf8) || value.elementsEqual("no".utf8)
  }
}
