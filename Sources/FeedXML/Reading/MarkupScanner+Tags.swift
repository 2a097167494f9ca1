extension MarkupScanner {
  /// Reads the start tag there and returns where it ends; `nil` if it is not all there.
  mutating func startTag(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    switch TagShape.read(bytes, from: start) {
    case .whole(let name, let end, let isEmpty, let attributes):
      if names.isEmpty, hasRoot {
        return endBehindRoot(bytes, start, name, mend)
      }
      if attributes > MarkupScanner.mostAttributes {
        return endAtAttributes(bytes, start, name, mend)
      }
      open(UnsafeBufferPointer(rebasing: bytes[name]), isEmpty: isEmpty)
      return end
    case .unfinished where !isLast:
      return waitForMore(bytes, from: start, mend)
    case .unfinished, .broken:
      var mender = TagMender(bytes, at: start, isLast: isLast)
      switch mender.mend(&self) {
      case .unfinished:
        return waitForMore(bytes, from: start, mend)
      case .text:
        return bare(at: start, mend)
      case .cutOff:
        state = .ended
        let text = MarkupExcerpt.of(bytes[start..<mender.nameEnd])
        return stop(
          Mend(range: start..<bytes.count, replacement: [], kind: .tagCutOff(text)),
          mend
        )
      case .mended(let name, let end, let isEmpty):
        if names.isEmpty, hasRoot {
          return endBehindRoot(bytes, start, name, mend)
        }
        if mender.attributes > MarkupScanner.mostAttributes {
          return endAtAttributes(bytes, start, name, mend)
        }
        for edit in mender.mends { mend(edit) }
        open(UnsafeBufferPointer(rebasing: bytes[name]), isEmpty: isEmpty)
        return end
      }
    }
  }

  private mutating func open(_ name: UnsafeBufferPointer<UInt8>, isEmpty: Bool) {
    hasRoot = true
    if !isEmpty { names.push(name) }
  }

  private mutating func endBehindRoot(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ name: Range<Int>,
    _ mend: (Mend) -> Void
  ) -> Int {
    state = .ended
    let name = String(decoding: bytes[name], as: UTF8.self)
    return stop(
      Mend(range: start..<bytes.count, replacement: [], kind: .elementBehindRoot(name)),
      mend
    )
  }

  private mutating func endAtAttributes(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ name: Range<Int>,
    _ mend: (Mend) -> Void
  ) -> Int {
    state = .ended
    return stop(
      Mend(
        range: start..<bytes.count,
        replacement: [],
        kind: .tooManyAttributes,
        element: String(decoding: bytes[name], as: UTF8.self)
      ),
      mend
    )
  }

  private mutating func waitForMore(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ mend: (Mend) -> Void
  ) -> Int? {
    guard bytes.count - start > MarkupScanner.longestTag else { return nil }
    state = .ended
    return stop(Mend(range: start..<bytes.count, replacement: [], kind: .limit), mend)
  }

  /// Reads the end tag there and returns where it ends; `nil` if it is not all there.
  mutating func endTag(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at start: Int,
    isLast: Bool,
    mend: (Mend) -> Void
  ) -> Int? {
    let nameStart = start + 2
    var i = nameStart
    while i < bytes.count, MarkupByte.isName(bytes[i]) { i += 1 }
    let name = nameStart..<i
    while i < bytes.count, MarkupByte.isSpace(bytes[i]) { i += 1 }
    if i < bytes.count, bytes[i] == UInt8(ascii: ">"),
      names.endsWith(UnsafeBufferPointer(rebasing: bytes[name]))
    {
      names.pop()
      return i + 1
    }
    // Something is wrong: the rest of the tag belongs to it.
    while i < bytes.count, bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "<") { i += 1 }
    guard i < bytes.count else {
      guard isLast else { return waitForMore(bytes, from: start, mend) }
      state = .ended
      let text = MarkupExcerpt.of(bytes[start..<name.upperBound])
      return stop(
        Mend(range: start..<bytes.count, replacement: [], kind: .tagCutOff(text)),
        mend
      )
    }
    let isClosed = bytes[i] == UInt8(ascii: ">")
    let end = isClosed ? i + 1 : i
    let word = String(decoding: bytes[name], as: UTF8.self)
    guard let isMeant = isMeant(bytes, word, behind: end, isLast: isLast) else { return nil }
    mendEndTag(bytes, start..<end, word, isClosed: isClosed, isMeant: isMeant, mend)
    return end
  }

  /// Whether an end tag is meant for the innermost element, whatever its name: where another tag
  /// follows at once that is neither that element's end tag nor one more of its own name. `nil` if
  /// that takes more bytes to see.
  private func isMeant(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ name: String,
    behind end: Int,
    isLast: Bool
  ) -> Bool? {
    guard let last = names.last, names.lastIndex(of: name) == nil else { return false }
    if EndTagSpelling.isLike(name, last) { return true }
    var i = end
    while i < bytes.count, MarkupByte.isSpace(bytes[i]) { i += 1 }
    guard i + MarkupScanner.longestName < bytes.count || isLast else { return nil }
    guard i > end, i + 1 < bytes.count, bytes[i] == UInt8(ascii: "<") else { return false }
    let isEnd = bytes[i + 1] == UInt8(ascii: "/")
    let next = bytes[(i + (isEnd ? 2 : 1))...].prefix { MarkupByte.isName($0) }
    return !next.elementsEqual((isEnd ? last : name).utf8)
  }

  private mutating func mendEndTag(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ name: String,
    isClosed: Bool,
    isMeant: Bool,
    _ mend: (Mend) -> Void
  ) {
    let written = MarkupExcerpt.of(bytes[range])
    guard let last = names.last else {
      return mend(Mend(range: range, replacement: [], kind: .endTagStray(name)))
    }
    if let index = names.lastIndex(of: name) {
      let count = names.count - 1 - index
      var closing = ""
      while names.count > index {
        closing += "</\(names.last ?? "")>"
        names.pop()
      }
      var kind: XMLProblem.Kind?
      if count > 0 {
        kind = .elementUnclosed(last, by: name, count: count)
      } else if !isClosed {
        kind = .tagUnclosed(written)
      } else {
        kind = .strayInEndTag(written)
      }
      mend(Mend(range: range, replacement: Array(closing.utf8), kind: kind))
    } else if isMeant {
      names.pop()
      mend(
        Mend(
          range: range,
          replacement: Array("</\(last)>".utf8),
          kind: .endTagMisspelt(name, meant: last)
        )
      )
    } else {
      mend(Mend(range: range, replacement: [], kind: .endTagStray(name)))
    }
  }
}

/// What a start tag is at first sight.
enum TagShape {
  /// Well-formed, and without references but `&amp;` in its attributes' values.
  case whole(name: Range<Int>, end: Int, isEmpty: Bool, attributes: Int)
  /// Not all there.
  case unfinished
  /// To be looked at more closely.
  case broken

  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> TagShape {
    let count = bytes.count
    var i = start + 1
    while i < count, MarkupByte.isName(bytes[i]) { i += 1 }
    let name = (start + 1)..<i
    var attributes = 0
    while true {
      let gap = i
      while i < count, MarkupByte.isSpace(bytes[i]) { i += 1 }
      guard i < count else { return .unfinished }
      if bytes[i] == UInt8(ascii: ">") {
        return .whole(name: name, end: i + 1, isEmpty: false, attributes: attributes)
      }
      if bytes[i] == UInt8(ascii: "/") {
        guard i + 1 < count else { return .unfinished }
        guard bytes[i + 1] == UInt8(ascii: ">") else { return .broken }
        return .whole(name: name, end: i + 2, isEmpty: true, attributes: attributes)
      }
      guard i > gap, MarkupByte.beginsName(bytes[i]) else { return .broken }
      while i < count, MarkupByte.isName(bytes[i]) { i += 1 }
      while i < count, MarkupByte.isSpace(bytes[i]) { i += 1 }
      guard i < count else { return .unfinished }
      guard bytes[i] == UInt8(ascii: "=") else { return .broken }
      i += 1
      while i < count, MarkupByte.isSpace(bytes[i]) { i += 1 }
      guard i < count else { return .unfinished }
      let quote = bytes[i]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return .broken }
      i += 1
      while i < count, bytes[i] != quote {
        if bytes[i] == UInt8(ascii: "<") { return .broken }
        if bytes[i] == UInt8(ascii: "&") {
          // Those of addresses; others are looked at more closely.
          guard i + 5 <= count, bytes[i + 1] == UInt8(ascii: "a"),
            bytes[i + 2] == UInt8(ascii: "m"),
            bytes[i + 3] == UInt8(ascii: "p"), bytes[i + 4] == UInt8(ascii: ";")
          else { return .broken }
          i += 5
        } else {
          i += 1
        }
      }
      guard i < count else { return .unfinished }
      i += 1
      attributes += 1
    }
  }
}
