/// Watches for UTF-8 that was declared to be something else: nobody writes "Ã©" in Latin-1.
struct UTF8Lookalike {
  /// Characters of more than one byte.
  private(set) var characters = 0
  /// The first one's offset in the file.
  private(set) var firstInput: Int?
  /// The first one's place.
  var first: SourcePosition?

  private var state = UTF8Validation.accept
  private var offset: Int

  init(offset: Int) { self.offset = offset }

  /// True while all of the text is valid UTF-8.
  var isUTF8: Bool { state == UTF8Validation.accept }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard state != UTF8Validation.reject else { return }
    var index = range.lowerBound
    while index < range.upperBound {
      if state == UTF8Validation.accept {
        let text = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
        let valid = UTF8Validation.validEnd(text, from: index)
        note(bytes, index..<valid.index, range.lowerBound)
        index = valid.index
        if index == range.upperBound { break }
      }
      note(bytes, index..<index + 1, range.lowerBound)
      state = UTF8Validation.step(state, bytes[index])
      if state == UTF8Validation.reject { return }
      index += 1
    }
    offset &+= range.count
  }

  private mutating func note(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ start: Int
  ) {
    var range = range
    if firstInput == nil {
      guard let first = bytes[range].firstIndex(where: { $0 >= 0x80 }) else { return }
      firstInput = offset + first - start
      range = first..<range.upperBound
    }
    characters = bytes[range].reduce(characters) { $0 &+ ($1 >= 0xC0 ? 1 : 0) }
  }
}
