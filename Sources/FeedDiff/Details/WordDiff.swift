/// How one text became another, in words.
///
/// First what both begin and end with is set aside. Between, words that each side has once are the
/// anchors (patience diff), and short gaps between those are compared in full. So the time grows with
/// the texts' length, and a text that was written anew is told as one replacement.
public struct WordDiff: Sendable, Equatable {
  /// A run of words.
  public struct Piece: Sendable, Equatable {
    /// What became of it.
    public enum Kind: Sendable {
      case kept, removed, added
    }

    /// What became of it.
    public var kind: Kind
    /// The words, with spaces between them.
    public var text: String
  }

  /// The text in the order in which one reads both at once; what was removed stands before what was
  /// added in its place.
  public private(set) var pieces: [Piece] = []
  /// How many words were taken out.
  public private(set) var removed = 0
  /// How many words were put in.
  public private(set) var added = 0

  /// Compares two texts.
  public init(_ old: String, _ new: String) {
    let (before, after) = (Words(old), Words(new))
    var matches = WordMatches(before, after)
    matches.find()
    build(before, after, matches.pairs)
  }

  private mutating func build(_ old: Words, _ new: Words, _ pairs: [(Int, Int)]) {
    var (i, j) = (0, 0)
    for (matchOld, matchNew) in pairs + [(old.count, new.count)] {
      append(.removed, old, i..<matchOld)
      append(.added, new, j..<matchNew)
      guard matchNew < new.count else { break }
      append(.kept, new, matchNew..<matchNew + 1)
      (i, j) = (matchOld + 1, matchNew + 1)
    }
  }

  private mutating func append(_ kind: Piece.Kind, _ words: Words, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    switch kind {
    case .kept: break
    case .removed: removed += range.count
    case .added: added += range.count
    }
    let text = words.text(range)
    if let last = pieces.indices.last, pieces[last].kind == kind {
      pieces[last].text += words.hasSpace(before: range.lowerBound) ? " " + text : text
    } else {
      pieces.append(Piece(kind: kind, text: text))
    }
  }
}

/// A text as words. A character of a script without spaces is a word.
struct Words {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]
  let keys: [UInt64]
  var count: Int { ranges.count }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(_ end: Int) {
      if end > start { ranges.append(start..<end) }
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        close(index)
        index += 1
        start = index
      } else if byte >= 0xE2, let length = Self.lengthOfWordCharacter(bytes[index...]) {
        close(index)
        ranges.append(index..<index + length)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    close(bytes.count)
    self.bytes = bytes
    self.ranges = ranges
    keys = bytes.withUnsafeBufferPointer { bytes in
      ranges.map { Fingerprint.of(UnsafeBufferPointer(rebasing: bytes[$0])) }
    }
  }

  /// The length of a character from U+2E80 on, that of the first scripts without spaces; nil of others.
  private static func lengthOfWordCharacter(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    let second = bytes.dropFirst().first ?? 0
    let length: Int
    switch first {
    case 0xE2 where second >= 0xBA: length = 3
    // Hangul has spaces.
    case 0xEA where second >= 0xB0, 0xEB, 0xEC, 0xED: return nil
    case 0xE3...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    return bytes.count >= length ? length : nil
  }

  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    var text: [UInt8] = []
    for index in range {
      if index > range.lowerBound, hasSpace(before: index) { text.append(0x20) }
      text += bytes[ranges[index]]
    }
    return String(decoding: text, as: UTF8.self)
  }

  func hasSpace(before index: Int) -> Bool {
    index > 0 && ranges[index - 1].upperBound < ranges[index].lowerBound
  }
}

/// Which words of two texts are the same, in order.
private struct WordMatches {
  /// Longer gaps without an anchor are taken for rewritten.
  private static let longestGap = 400
  /// So often each word is looked at; texts that need more were made for that, and count as rewritten.
  private static let mostLooks = 64

  private let old: [UInt64]
  private let new: [UInt64]
  private(set) var pairs: [(Int, Int)] = []

  init(_ old: Words, _ new: Words) {
    self.old = old.keys
    self.new = new.keys
  }

  /// Goes through the texts with a stack of its own: each gap between anchors is a text again.
  mutating func find() {
    var open = [(0..<old.count, 0..<new.count)]
    var budget = (old.count + new.count + 100) * Self.mostLooks
    while let (a, b) = open.popLast(), budget > 0 {
      budget -= a.count + b.count
      var (start, newStart) = (a.lowerBound, b.lowerBound)
      var (end, newEnd) = (a.upperBound, b.upperBound)
      while start < end, newStart < newEnd, old[start] == new[newStart] {
        pairs.append((start, newStart))
        start += 1
        newStart += 1
      }
      while end > start, newEnd > newStart, old[end - 1] == new[newEnd - 1] {
        end -= 1
        newEnd -= 1
        pairs.append((end, newEnd))
      }
      guard start < end, newStart < newEnd else { continue }
      let anchors = anchors(start..<end, newStart..<newEnd)
      if anchors.isEmpty {
        compare(start..<end, newStart..<newEnd)
        continue
      }
      var (i, j) = (start, newStart)
      for (anchor, newAnchor) in anchors {
        pairs.append((anchor, newAnchor))
        open.append((i..<anchor, j..<newAnchor))
        (i, j) = (anchor + 1, newAnchor + 1)
      }
      open.append((i..<end, j..<newEnd))
    }
    pairs.sort { $0.0 < $1.0 }
  }

  /// Words that each side has once, as many as stand in one order in both.
  private func anchors(_ a: Range<Int>, _ b: Range<Int>) -> [(Int, Int)] {
    var places: [UInt64: (old: Int, new: Int, count: Int)] = [:]
    for index in a { places[old[index], default: (index, -1, 0)].count += 1 }
    var inNew: [UInt64: Int] = [:]
    for index in b {
      inNew[new[index], default: 0] += 1
      places[new[index]]?.new = index
    }
    var unique: [(Int, Int)] = []
    for index in a {
      guard let place = places[old[index]], place.count == 1, inNew[old[index]] == 1 else {
        continue
      }
      unique.append((index, place.new))
    }
    return Self.longestRising(unique)
  }

  /// The longest part of a list whose second numbers rise.
  private static func longestRising(_ list: [(Int, Int)]) -> [(Int, Int)] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: list.count)
    for (index, item) in list.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if list[tails[middle]].1 < item.1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var rising: [(Int, Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      rising.append(list[index])
      index = before[index]
    }
    return rising.reversed()
  }

  /// The longest common part of two short gaps.
  private mutating func compare(_ a: Range<Int>, _ b: Range<Int>) {
    guard a.count <= Self.longestGap, b.count <= Self.longestGap else { return }
    let width = b.count + 1
    var lengths = [UInt16](repeating: 0, count: (a.count + 1) * width)
    for i in (0..<a.count).reversed() {
      for j in (0..<b.count).reversed() {
        lengths[i * width + j] =
          old[a.lowerBound + i] == new[b.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if old[a.lowerBound + i] == new[b.lowerBound + j] {
        pairs.append((a.lowerBound + i, b.lowerBound + j))
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}
