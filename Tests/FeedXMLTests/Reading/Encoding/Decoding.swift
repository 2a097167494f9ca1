import Foundation
import TestSupport

@testable import FeedXML

/// A document decoded in one go or in random chunks.
struct Decoding: Equatable {
  var bytes: [UInt8] = []
  var report: EncodingReport
  /// Pieces that said to begin elsewhere than where the text before them ended.
  var misplaced: [SourcePosition] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  init(
    _ bytes: [UInt8],
    charset: String? = nil,
    drops: Bool = false,
    chunks generator: inout SeededGenerator
  ) {
    self.init(bytes, charset: charset, drops: drops) { Int.random(in: 0...$0, using: &generator) }
  }

  init(
    _ source: [UInt8],
    charset: String? = nil,
    drops: Bool = false,
    chunk: (Int) -> Int = { _ in .max }
  ) {
    let decoder = XMLTextDecoder(charset: charset, dropsForbiddenCharacters: drops)
    var counter = LineCounter()
    var isFirst = true
    var result: [UInt8] = []
    var misplaced: [SourcePosition] = []
    source.withUnsafeBufferPointer { source in
      var index = 0
      let limit = max([3, 40, 5000, 70000][source.count % 4], source.count / 100)
      repeat {
        let length = min(chunk(limit), source.count - index)
        let part = UnsafeBufferPointer(rebasing: source[index..<index + length])
        index += length
        decoder.decode(part, isLast: index == source.count) { piece, start in
          let expected = counter.position
          if !isFirst, (expected.line, expected.column) != (start.line, start.column) {
            misplaced.append(start)
          }
          isFirst = false
          counter.move(to: start)
          counter.advance(over: piece)
          result += piece
        }
      } while index < source.count
    }
    bytes = result
    self.misplaced = drops ? [] : misplaced
    report = decoder.report
  }
}

/// Another opinion: the whole text at once by the system's iconv.
func iconvDecoded(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
  convert(bytes, from: encoding, to: "UTF-8")
}

/// Text in an encoding, or `nil` if it has a character that is not in it.
func iconvEncoded(_ text: String, to encoding: String) -> [UInt8]? {
  convert(Array(text.utf8), from: "UTF-8", to: encoding)
}

private func convert(_ bytes: [UInt8], from source: String, to target: String) -> [UInt8]? {
  guard let descriptor = iconv_open(target, source), descriptor != iconv_t(bitPattern: -1) else {
    return nil
  }
  defer { iconv_close(descriptor) }
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: bytes.count * 4 + 64)
  let written: Int? = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var next = input.baseAddress
      var left = input.count
      var out = output.baseAddress
      var room = output.count
      guard iconv(descriptor, &next, &left, &out, &room) != -1 else { return nil }
      _ = iconv(descriptor, nil, nil, &out, &room)
      return output.count - room
    }
  }
  return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
}
