#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The words of a target: what its inputs are made of. A file of libFuzzer's dictionary format, a
/// quoted word a line, `#` before comments.
public struct FuzzWords: Sendable {
  /// The words, in the order of the file.
  public let words: [[UInt8]]

  /// Reads a file; nil for one that cannot be read or has a line that is none of these.
  public init?(file path: String) {
    guard let bytes = FuzzWords.contents(of: path) else { return nil }
    var words: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let word = FuzzWords.word(line) else { return nil }
      words.append(word)
    }
    self.words = words
  }

  private static func word(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.count > 2, line.first == 0x22, line.last == 0x22 else { return nil }
    var word: [UInt8] = []
    var rest = line.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        word.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "x"):
        guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        word.append(value)
        rest = rest.dropFirst(2)
      case let escaped?: word.append(escaped)
      case nil: return nil
      }
    }
    return word
  }

  /// The bytes of a file; nil if it cannot be read.
  public static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
