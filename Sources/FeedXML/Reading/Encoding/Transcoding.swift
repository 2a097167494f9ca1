/// A turn of bytes of one encoding into UTF-8.
///
/// Output must have room for ``TranscodingTurn/outputRoom`` bytes per input byte and
/// ``TranscodingTurn/reserve`` more; iconv may stop earlier and be called again.
protocol Transcoding {
  /// Decodes whole characters and leaves an unfinished one for the next time, unless there is none.
  mutating func decode(
    _ input: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> TranscodingTurn
}

/// What a turn did.
struct TranscodingTurn {
  static let outputRoom = 3
  static let reserve = 64

  /// How many bytes of input are done with.
  var read = 0
  /// How many bytes of output were written.
  var written = 0
  /// Bytes without a meaning, which became U+FFFD.
  var invalid = Tally()
  /// Bytes from the Windows code page that the declared encoding leaves to control characters.
  var windows = Tally()

  /// How often something was met, and where first.
  struct Tally {
    var count = 0
    var input = 0
    var output = 0
    var byte: UInt8 = 0

    @inline(__always)
    mutating func add(input: Int, output: Int, byte: UInt8) {
      if count == 0 {
        self.input = input
        self.output = output
        self.byte = byte
      }
      count &+= 1
    }
  }
}

/// Encodings of one byte a character, by a table.
struct SingleByteTranscoding: Transcoding {
  static let undefined: UInt32 = 0xFFFD

  /// The code points of the 256 bytes.
  let table: [UInt32]
  /// Runs of ASCII can be copied.
  let extendsASCII: Bool
  /// 0x80 to 0x9F are not what the declared encoding says.
  let notesWindowsBytes: Bool

  init?(_ encoding: TextEncoding) {
    guard let table = SingleByteTranscoding.table(encoding) else { return nil }
    self.table = table
    extendsASCII = (0..<0x80).allSatisfy { table[$0] == UInt32($0) }
    notesWindowsBytes = encoding.name == "ISO-8859-1" || encoding.name == "ISO-8859-9"
  }

  private static func table(_ encoding: TextEncoding) -> [UInt32]? {
    if encoding.converter == WindowsLatin.converter {
      return (0...255).map { WindowsLatin.codePoint($0) }
    }
    guard let converter = IconvConverter(from: encoding.converter) else { return nil }
    var table = (0...255).map { converter.codePoint($0) ?? undefined }
    // XML knows no line end but two; that of EBCDIC's systems is another (NEL).
    if encoding.form == .ebcdic {
      for byte in 0..<256 where table[byte] == 0x85 { table[byte] = 0x0A }
    }
    return table
  }

  func decode(
    _ input: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> TranscodingTurn {
    var turn = TranscodingTurn(read: input.count)
    guard let start = input.baseAddress, let out = output.baseAddress else { return turn }
    table.withUnsafeBufferPointer { table in
      var index = 0
      var written = 0
      while index < input.count {
        if extendsASCII, index &+ 8 <= input.count {
          let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            UnsafeMutableRawPointer(out + written).storeBytes(of: word, as: UInt64.self)
            index &+= 8
            written &+= 8
            continue
          }
        }
        let byte = start[index]
        let codePoint = table[Int(byte)]
        if codePoint == SingleByteTranscoding.undefined {
          turn.invalid.add(input: index, output: written, byte: byte)
        } else if notesWindowsBytes, byte & 0xE0 == 0x80 {
          turn.windows.add(input: index, output: written, byte: byte)
        }
        written &+= UTF8Writing.write(codePoint, to: out + written)
        index &+= 1
      }
      turn.written = written
    }
    return turn
  }
}

/// UTF-16 and UTF-32 of known byte order.
struct WideTranscoding: Transcoding {
  /// 2 or 4.
  let width: Int
  let order: TextEncoding.ByteOrder

  func decode(
    _ input: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> TranscodingTurn {
    var turn = TranscodingTurn()
    guard let out = output.baseAddress else { return turn }
    while turn.read &+ width <= input.count {
      let index = turn.read
      var codePoint = unit(input, index)
      var isValid = true
      turn.read &+= width
      if codePoint & 0xFFFF_F800 == 0xD800 {
        if width == 2, codePoint < 0xDC00 {
          guard turn.read &+ 2 <= input.count else {
            if isLast {
              turn.invalid.add(input: index, output: turn.written, byte: input[index])
              turn.written &+= UTF8Writing.write(0xFFFD, to: out + turn.written)
              break
            }
            turn.read = index
            return turn
          }
          let low = unit(input, turn.read)
          isValid = low & 0xFC00 == 0xDC00
          if isValid {
            codePoint = WideTranscoding.pair(codePoint, low)
            turn.read &+= 2
          }
        } else {
          isValid = false
        }
      } else if codePoint > 0x10_FFFF {
        isValid = false
      }
      if !isValid {
        turn.invalid.add(input: index, output: turn.written, byte: input[index])
        codePoint = 0xFFFD
      }
      turn.written &+= UTF8Writing.write(codePoint, to: out + turn.written)
    }
    if isLast, turn.read < input.count {
      turn.invalid.add(input: turn.read, output: turn.written, byte: input[turn.read])
      turn.written &+= UTF8Writing.write(0xFFFD, to: out + turn.written)
      turn.read = input.count
    }
    return turn
  }

  private static func pair(_ high: UInt32, _ low: UInt32) -> UInt32 {
    0x1_0000 &+ ((high & 0x3FF) &<< 10 | low & 0x3FF)
  }

  @inline(__always)
  private func unit(_ input: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    guard let start = input.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(start + index)
    if width == 2 {
      let value = raw.loadUnaligned(as: UInt16.self)
      return UInt32(order == .big ? value.bigEndian : value.littleEndian)
    }
    let value = raw.loadUnaligned(as: UInt32.self)
    return order == .big ? value.bigEndian : value.littleEndian
  }
}

/// Whatever iconv knows.
struct IconvTranscoding: Transcoding {
  /// More than any encoding's character has: a longer one never ends.
  private static let longestCharacter = 16

  let converter: IconvConverter

  func decode(
    _ input: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> TranscodingTurn {
    var turn = TranscodingTurn()
    guard let out = output.baseAddress else { return turn }
    while turn.read < input.count, turn.written &+ TranscodingTurn.reserve <= output.count {
      let stop = converter.convert(
        input,
        from: &turn.read,
        into: output,
        from: &turn.written
      )
      switch stop {
      case .endOfInput: continue
      case .outputFull: return turn
      case .truncated
      where !isLast && input.count - turn.read < IconvTranscoding.longestCharacter:
        return turn
      case .truncated, .invalid:
        guard turn.read < input.count, turn.written &+ 3 <= output.count else { return turn }
        turn.invalid.add(input: turn.read, output: turn.written, byte: input[turn.read])
        turn.written &+= UTF8Writing.write(0xFFFD, to: out + turn.written)
        turn.read &+= 1
      }
    }
    if isLast, turn.read == input.count, turn.written &+ 16 <= output.count {
      converter.finish(into: output, from: &turn.written)
    }
    return turn
  }
}

extension IconvConverter {
  /// What one byte stands for on its own; `nil` for nothing or more than one character.
  fileprivate func codePoint(_ byte: UInt8) -> UInt32? {
    var decoded = [UInt8](repeating: 0, count: 32)
    var read = 0
    var written = 0
    let stop = withUnsafeBytes(of: byte) { input in
      decoded.withUnsafeMutableBufferPointer { output in
        let stop = convert(
          input.bindMemory(to: UInt8.self),
          from: &read,
          into: output,
          from: &written
        )
        finish(into: output, from: &written)
        return stop
      }
    }
    guard stop == .endOfInput else { return nil }
    let text = String(decoding: decoded.prefix(written), as: UTF8.self)
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first?.value : nil
  }
}
