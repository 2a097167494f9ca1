/// Takes a JSON Feed apart as it arrives: the elements of the top level's `items`, one at a time,
/// and the rest of the document, in which `items` is left empty. A state machine over brackets,
/// quotation marks and backslashes only; whether the parts are JSON is for a reader to say.
package struct JSONItemSplitter {
  package enum Event {
    /// An element of `items` is complete; it begins at `start`.
    case item
    /// The array of items begins anew (a document may have the key twice).
    case itemsBegin
    /// Between two items stands what must not.
    case syntaxError(String)
    /// An item or the rest is larger than ``largestPart``.
    case tooLarge
  }

  /// The most bytes that are kept of one item or of the rest.
  package static let largestPart = 100_000_000

  private enum Place {
    /// Outside of the items: everything belongs to the rest.
    case rest
    /// In the array of items, where an item or the end may come.
    case itemOrEnd
    case item
    case commaOrEnd
    /// After a comma.
    case itemOnly
  }

  /// What was seen at the top level last, on the way to `"items": [`.
  private enum Lead {
    case other, key, colon
  }

  /// The bytes of the item that is complete, until the next byte is taken.
  package private(set) var item: [UInt8] = []
  /// Where ``item`` begins.
  package private(set) var start = JSONTextPosition()
  /// Everything but the items.
  package private(set) var rest: [UInt8] = []
  /// Where the parts of ``rest`` come from: from its byte `offset` on it was read at `position`.
  package private(set) var origins: [(offset: Int, position: JSONTextPosition)] = [
    (0, JSONTextPosition())
  ]
  /// The position up to which everything was taken.
  package private(set) var position = JSONTextPosition()

  private var place = Place.rest
  private var lead = Lead.other
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// A number or a word, which ends where something else begins.
  private var isInWord = false
  private var topString: [UInt8] = []
  private static let itemsKey = Array("items".utf8)

  /// A splitter at the beginning of a document.
  package init() {}

  /// True while in the array of items; at the document's end that is an error of its own.
  package var isInItems: Bool {
    if case .rest = place { return false }
    return true
  }

  /// True while an item is incomplete, of which ``item`` holds the beginning.
  package var isInItem: Bool {
    if case .item = place { return true }
    return false
  }

  /// Takes bytes up to the next event, of which it says how many they were.
  package mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, event: Event?) {
    var i = 0
    // The bytes from here on belong to the item or the rest, and have not been copied yet.
    var run = 0
    if !isInItem, !item.isEmpty { item.removeAll(keepingCapacity: true) }

    while i < bytes.count {
      if isInString {
        i = endOfString(bytes, from: i)
        if !isInString, depth == 2, case .item = place {
          return endItem(bytes, run, i)
        }
        continue
      }
      let byte = bytes[i]
      switch place {
      case .rest:
        if startsItems(byte) {
          i += 1
          append(bytes, run, i)
          place = .itemOrEnd
          lead = .other
          return (i, .itemsBegin)
        }
        i += 1

      case .item:
        let isSeparator = byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
        if isInWord {
          if isSeparator {
            isInWord = false
            return endItem(bytes, run, i)
          }
          i += 1
          continue
        }
        track(byte)
        i += 1
        if depth == 2, !isInString {
          return endItem(bytes, run, i)
        }

      case .itemOrEnd, .itemOnly, .commaOrEnd:
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D:
          i += 1
        case UInt8(ascii: "]"):
          if case .itemOnly = place {
            advance(bytes, run, i)
            return (i, .syntaxError("a comma before ']': JSON allows no trailing comma"))
          }
          advance(bytes, run, i)
          run = i
          origins.append((rest.count, position))
          depth -= 1
          place = .rest
          i += 1
        case UInt8(ascii: ","):
          guard case .commaOrEnd = place else {
            advance(bytes, run, i)
            return (i, .syntaxError("found ',', expected an item"))
          }
          place = .itemOnly
          i += 1
        default:
          if case .commaOrEnd = place {
            advance(bytes, run, i)
            return (i, .syntaxError("found what is neither ',' nor ']' after an item"))
          }
          advance(bytes, run, i)
          run = i
          start = position
          place = .item
          switch byte {
          case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): break
          default: isInWord = true
          }
        }
      }
    }
    append(bytes, run, i)
    return (i, isTooLarge ? .tooLarge : nil)
  }

  private var isTooLarge: Bool { max(item.count, rest.count) > JSONItemSplitter.largestPart }

  private mutating func endItem(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ from: Int,
    _ to: Int
  ) -> (count: Int, event: Event?) {
    append(bytes, from, to)
    place = .commaOrEnd
    return (to, isTooLarge ? .tooLarge : .item)
  }

  /// Copies bytes to the part that they belong to, and counts them.
  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) {
    guard from < to else { return }
    let slice = UnsafeBufferPointer(rebasing: bytes[from..<to])
    switch place {
    case .rest: rest.append(contentsOf: slice)
    case .item: item.append(contentsOf: slice)
    case .itemOrEnd, .itemOnly, .commaOrEnd: break
    }
    position.advance(over: slice)
  }

  private mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) {
    position.advance(over: UnsafeBufferPointer(rebasing: bytes[from..<to]))
  }

  private mutating func track(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
  }

  /// Follows the top level; true at the bracket of `"items": [`.
  private mutating func startsItems(_ byte: UInt8) -> Bool {
    track(byte)
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D:
      break
    case UInt8(ascii: "\""):
      topString.removeAll(keepingCapacity: true)
      lead = .other
    case UInt8(ascii: ":") where lead == .key:
      lead = .colon
    case UInt8(ascii: "[") where lead == .colon && depth == 2:
      return true
    default:
      lead = .other
    }
    return false
  }

  /// The index after the string's closing quotation mark, or the end.
  private mutating func endOfString(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    let isTop = depth == 1
    while i < bytes.count {
      if isEscaped {
        isEscaped = false
        i += 1
        continue
      }
      if !isTop {
        i = JSONItemSplitter.ordinary(bytes, from: i)
        guard i < bytes.count else { break }
      }
      let byte = bytes[i]
      i += 1
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        if isTop, topString == JSONItemSplitter.itemsKey { lead = .key }
        break
      }
      if isTop, topString.count <= JSONItemSplitter.itemsKey.count { topString.append(byte) }
    }
    return i
  }

  /// The index of the next quotation mark or backslash, or a little before it.
  private static func ordinary(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    var i = start
    while i + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let hits = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      if hits & high != 0 {
        // Little endian; the lowest flag is never a false one.
        return i + (hits & high).trailingZeroBitCount / 8
      }
      i += 8
    }
    while i < bytes.count, bytes[i] != UInt8(ascii: "\""), bytes[i] != UInt8(ascii: "\\") { i += 1 }
    return i
  }
}
