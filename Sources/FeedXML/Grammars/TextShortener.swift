#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Passes an XML document on with the middle of long character data left out.
///
/// A grammar looks at structure, and nine tenths of a feed are the text of its entries, over which
/// libxml2 goes several times (300 MB/s for CDATA, 100 MB/s for escaped HTML). This reads the text
/// once, and leaves out only what is beyond doubt: legal characters in well-formed UTF-8 and the
/// five predefined references, after the first ``keptText`` bytes of a text or CDATA section.
/// Whatever is doubtful (a control character, a broken sequence, another reference, `]]>` in text)
/// is passed on as it stands, so libxml2 remains the only judge of well-formedness.
///
/// It also knows the true line and column of every `<` that it passes on.
final class TextShortener {
  /// Bytes of a text or CDATA section that are always passed on, counted from the first byte that
  /// is not white space: white space among elements must not hide what follows it.
  static let keptText = 256

  /// libxml2's limit for a text node, `XML_MAX_TEXT_LENGTH`, which most feed readers inherit: bytes,
  /// a reference counting as one.
  static let longestText = 10_000_000

  /// A place in the passed-on bytes whose true position is known.
  struct Place {
    var offset: Int
    var line: Int
    var column: Int
  }

  private enum State {
    case text, cdata
    case open  // after '<'
    case startTag, quoted, endTag
    case exclamation  // after '<!', while "--" or "[CDATA[" is being recognised
    case comment, instruction
    case declaration  // of the document type
    case verbatim  // declarations in that, or an encoding that is not read here
  }

  private var state = State.text
  private var quote: UInt8 = 0
  /// What the quoted value stands in.
  private var quoting = State.startTag
  /// How many bytes of `--` or `[CDATA[` were seen, or of a closing `--` / `?`.
  private var matched = 0
  private var isCommentStart = false

  /// Of the text or CDATA section at hand.
  private var length = 0
  private var longest = 0
  private var kept = 0
  private var hasInk = false
  private var isInReference = false
  private var brackets = 0
  private var isLeavingOut = false

  /// At the byte at `counted` of the block at hand.
  private var lines = LineCounter()
  private var counted = 0

  private var passedOn = 0
  private(set) var places: [Place] = [Place(offset: 0, line: 1, column: 1)]
  /// True where the document declares entities and the like, whose end and use is not looked for.
  private(set) var hasDeclarations = false
  /// False for encodings other than UTF-8, where places are not known.
  private(set) var knowsPlaces = true

  /// True when a text or CDATA section is longer than ``longestText``; nothing from its end on has
  /// been passed on then.
  var isTextTooLong: Bool { max(longest, length) > TextShortener.longestText }

  /// Says where in the file the document begins, before any of it is read.
  func begin(at position: SourcePosition) {
    lines = LineCounter(at: position)
    places = [Place(offset: 0, line: position.line, column: position.column)]
  }

  /// Says that the document is in an encoding other than UTF-8: everything is passed on as it is.
  func passEverythingOn() {
    state = .verbatim
    knowsPlaces = false
  }

  /// Drops the places before index `count`.
  func forgetPlaces(_ count: Int) {
    places.removeFirst(count)
  }

  /// Appends to `output` what is to be passed on of `block`.
  func shorten(_ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    guard let base = block.baseAddress else { return }
    let end = block.count
    if state == .verbatim {
      output.append(contentsOf: block)
      passedOn += end
      return
    }
    counted = 0
    // Where the bytes begin that are to be passed on but have not been yet.
    var run = 0
    var i = 0

    func passOn(to stop: Int) {
      if stop > run {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: block[run..<stop]))
        passedOn += stop - run
      }
      run = stop
    }
    /// Notes that the byte at `index` is passed on with its true position.
    func note(_ index: Int) {
      count(base, to: index)
      places.append(
        Place(
          offset: passedOn + (index - run),
          line: lines.position.line,
          column: lines.position.column
        )
      )
    }
    /// From here on everything is passed on again.
    func resume(at index: Int) {
      run = index
      isLeavingOut = false
      kept = 0
      brackets = 0
      note(index)
    }
    func open(_ index: Int) {
      note(index)
      endText()
      state = .open
      i = index + 1
    }

    while i < end, !isTextTooLong {
      switch state {
      case .text, .cdata:
        let isText = state == .text
        guard isLeavingOut else {
          // Most text is short: look for its end before looking at its bytes.
          let window = isText ? min(end - i, TextShortener.keptText + 1) : 0
          if let hit = memchr(base + i, Int32(UInt8(ascii: "<")), window) {
            let at = base.distance(to: hit.assumingMemoryBound(to: UInt8.self))
            length += at - i
            open(at)
          } else {
            i = keep(base, from: i, to: end, isText: isText)
            if isLeavingOut { passOn(to: i) }
          }
          continue
        }
        i = PlainText.end(base, from: i, to: end, isText: isText, length: &length)
        guard i < end else { continue }
        switch base[i] {
        case UInt8(ascii: "<") where isText:
          run = i
          open(i)
        case UInt8(ascii: "]"):
          var next = i
          while next < end, base[next] == UInt8(ascii: "]") { next += 1 }
          let isEnd = next < end && next - i >= 2 && base[next] == UInt8(ascii: ">")
          if isEnd {
            // Ends CDATA. In text libxml2 will refuse it.
            resume(at: next - 2)
            i = next + 1
            if !isText {
              endText()
              state = .text
            }
          } else if next < end {
            length += next - i
            i = next
          } else {
            resume(at: i)
          }
        default:
          resume(at: i)
        }

      case .open:
        switch base[i] {
        case UInt8(ascii: "!"):
          state = .exclamation
          matched = 0
          i += 1
        case UInt8(ascii: "?"):
          state = .instruction
          matched = 0
          i += 1
        case UInt8(ascii: "/"):
          state = .endTag
        default:
          state = .startTag
        }

      case .startTag:
        while i < end {
          let byte = base[i]
          i += 1
          if byte == UInt8(ascii: ">") {
            state = .text
            break
          }
          if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
            quoting = .startTag
            state = .quoted
            break
          }
        }

      case .declaration:
        while i < end {
          let byte = base[i]
          i += 1
          if byte == UInt8(ascii: ">") {
            state = .text
            break
          }
          if byte == UInt8(ascii: "[") {
            hasDeclarations = true
            state = .verbatim
            i = end
            break
          }
          if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
            quoting = .declaration
            state = .quoted
            break
          }
        }

      case .quoted:
        i = after(quote, base, from: i, to: end, then: quoting)

      case .endTag:
        i = after(UInt8(ascii: ">"), base, from: i, to: end, then: .text)

      case .exclamation:
        let byte = base[i]
        if matched == 0 {
          isCommentStart = byte == UInt8(ascii: "-")
        }
        let wanted: StaticString = isCommentStart ? "--" : "[CDATA["
        if byte != wanted.utf8Start[matched] {
          state = .declaration
        } else {
          i += 1
          matched += 1
          if matched == wanted.utf8CodeUnitCount {
            state = isCommentStart ? .comment : .cdata
            matched = 0
            brackets = 0
          }
        }

      case .comment:
        while i < end {
          let byte = base[i]
          i += 1
          if byte == UInt8(ascii: "-") {
            matched += 1
          } else if byte == UInt8(ascii: ">"), matched >= 2 {
            state = .text
            break
          } else {
            matched = 0
          }
        }

      case .instruction:
        while i < end {
          let byte = base[i]
          i += 1
          if byte == UInt8(ascii: ">"), matched == 1 {
            state = .text
            break
          }
          matched = byte == UInt8(ascii: "?") ? 1 : 0
        }

      case .verbatim:
        i = end
      }
    }
    if isTextTooLong { return }
    if !isLeavingOut {
      passOn(to: end)
    }
    count(base, to: end)
  }

  private func endText() {
    longest = max(longest, length)
    length = 0
    kept = 0
    hasInk = false
    isInReference = false
    brackets = 0
    isLeavingOut = false
  }

  private func after(
    _ byte: UInt8,
    _ base: UnsafePointer<UInt8>,
    from i: Int,
    to end: Int,
    then next: State
  ) -> Int {
    guard let hit = memchr(base + i, Int32(byte), end - i) else { return end }
    state = next
    return base.distance(to: hit.assumingMemoryBound(to: UInt8.self)) + 1
  }

  /// Goes over text that is passed on, until enough was, or it ends.
  private func keep(
    _ base: UnsafePointer<UInt8>,
    from start: Int,
    to end: Int,
    isText: Bool
  ) -> Int {
    var i = start
    while i < end {
      let byte = base[i]
      if byte == UInt8(ascii: "<"), isText { return i }
      // Only where no reference, no "]]>" and no UTF-8 sequence would be cut in two.
      if kept >= TextShortener.keptText, !isInReference, brackets == 0, byte & 0xC0 != 0x80 {
        isLeavingOut = true
        return i
      }
      i += 1
      if byte == UInt8(ascii: "]") {
        brackets += 1
      } else if byte == UInt8(ascii: ">"), brackets >= 2, !isText {
        endText()
        state = .text
        return i
      } else {
        brackets = 0
      }
      if byte > 0x20 {
        hasInk = true
        if isText, byte == UInt8(ascii: "&") {
          isInReference = true
        } else if byte == UInt8(ascii: ";") {
          isInReference = false
        }
      } else {
        isInReference = false
      }
      if hasInk { kept += 1 }
      length += 1
    }
    return i
  }

  /// Moves the true position on to the byte at `index` of the block.
  private func count(_ base: UnsafePointer<UInt8>, to index: Int) {
    guard counted < index else { return }
    lines.advance(over: UnsafeBufferPointer(start: base + counted, count: index - counted))
    counted = index
  }
}
