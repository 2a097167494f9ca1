#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A document as text that can be edited and written back, byte by byte the same where nothing was
/// edited.
package struct DocumentCodec {
  /// Why a document cannot be written back.
  package enum Obstacle: Error {
    /// Its encoding remembers what came before, so that a part cannot be replaced.
    case encodingHasState
    /// The system cannot write the encoding.
    case encodingUnknown
    /// It has bytes that mean nothing in its encoding, and would be lost.
    case bytesWithoutMeaning
  }

  /// Which characters can be written as they are.
  private enum Repertoire {
    case all
    /// ASCII, and what stands in the text: of other characters labels and tables tell different
    /// tales, as ISO 8859-1 is read as windows-1252.
    case known(Set<Unicode.Scalar>)
  }

  /// The text: UTF-8, or what came in its place. A byte order mark is part of it in UTF-8 only, where
  /// it has three bytes.
  package let text: [UInt8]
  /// What stands before the text and is no part of it: the byte order mark of other encodings.
  private let prefix: ArraySlice<UInt8>
  private let converter: String?
  private let repertoire: Repertoire

  /// Reads a document, in the encoding that ``XMLTextDecoder`` finds.
  package init(_ document: [UInt8], charset: String?) throws(Obstacle) {
    let head = document.prefix(DocumentHead.limit)
    let isWhole = head.count == document.count
    guard let found = EncodingDetection(charset: charset).detect(head, isLast: isWhole) else {
      throw .encodingUnknown
    }
    let name: String
    switch found.encoding.form {
    case .utf8, .ascii:
      text = document
      prefix = []
      converter = nil
      repertoire = found.encoding.form == .ascii ? .known([]) : .all
      return
    case .utf16(let order): name = order == .little ? "UTF-16LE" : "UTF-16BE"
    case .utf32(let order): name = order == .little ? "UTF-32LE" : "UTF-32BE"
    case .singleByte, .ebcdic, .multiByte: name = found.encoding.converter
    }
    let upper = name.uppercased()
    guard !["2022", "UTF-7", "UTF7", "HZ", "IMAP"].contains(where: { upper.contains($0) }) else {
      throw .encodingHasState
    }
    let mark = Self.byteOrderMark(document, found.encoding.form)
    guard let decoded = Self.convert(document[mark...], from: name, to: "UTF-8") else {
      throw .bytesWithoutMeaning
    }
    guard let again = Self.convert(decoded[...], from: "UTF-8", to: name),
      again.elementsEqual(document[mark...])
    else { throw .bytesWithoutMeaning }
    text = decoded
    prefix = document[..<mark]
    converter = name
    switch found.encoding.form {
    case .utf16, .utf32: repertoire = .all
    default:
      let scalars = String(decoding: decoded, as: UTF8.self).unicodeScalars
      repertoire = .known(Set(scalars.lazy.filter { !$0.isASCII }))
    }
  }

  /// How many bytes of the document stand before the text.
  package var prefixLength: Int { prefix.count }

  /// How many bytes of the document a part of the text has.
  package func length(of part: ArraySlice<UInt8>) -> Int {
    guard let converter else { return part.count }
    return Self.convert(part, from: "UTF-8", to: converter)?.count ?? 0
  }

  /// The document with another text; `nil` if that has characters that the encoding lacks.
  package func document(_ text: [UInt8]) -> [UInt8]? {
    guard let converter else { return text }
    return Self.convert(text[...], from: "UTF-8", to: converter).map { Array(prefix) + $0 }
  }

  /// Whether a character can be written as it is, beyond doubt.
  package func has(_ scalar: Unicode.Scalar) -> Bool {
    switch repertoire {
    case .all: true
    case .known(let scalars): scalar.isASCII || scalars.contains(scalar)
    }
  }

  private static func byteOrderMark(_ bytes: [UInt8], _ form: TextEncoding.Form) -> Int {
    let marks: [[UInt8]]
    switch form {
    case .utf32: marks = [[0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0]]
    case .utf16: marks = [[0xFE, 0xFF], [0xFF, 0xFE]]
    default: return 0
    }
    return marks.first { bytes.starts(with: $0) }?.count ?? 0
  }

  /// The bytes in another encoding; `nil` if one of them cannot be converted.
  private static func convert(
    _ bytes: ArraySlice<UInt8>,
    from source: String,
    to target: String
  ) -> [UInt8]? {
    guard let descriptor = iconv_open(target, source), descriptor != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(descriptor) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    var input = Array(bytes)
    let isWhole = input.withUnsafeMutableBytes { input in
      var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        let result = buffer.withUnsafeMutableBufferPointer { buffer in
          var nextOut = buffer.baseAddress
          var leftOut = buffer.count
          let result = iconv(descriptor, &next, &left, &nextOut, &leftOut)
          let code = errno
          let written = buffer.count - leftOut
          buffer.prefix(written).withMemoryRebound(to: UInt8.self) {
            output.append(contentsOf: $0)
          }
          return (isDone: result != -1, isFull: code == E2BIG && written > 0)
        }
        // What has no exact counterpart is counted by the result, and not wanted.
        if !result.isDone, !result.isFull { return false }
      }
      return true
    }
    return isWhole ? output : nil
  }
}
