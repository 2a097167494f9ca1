/// Puts a response's head together from its lines.
struct HeadReader {
  /// The status; 0 before there is one.
  private(set) var status = 0
  /// The fields of the last head.
  private(set) var fields = HeaderFields()
  /// Whether a final head is complete.
  private(set) var isComplete = false
  /// Bytes of all heads.
  private var size = 0

  /// What a line did.
  enum Step {
    /// There is more to come, or it was a trailer's.
    case goOn
    /// The head is complete.
    case complete
    /// Heads are longer than any server's: endless ones are a way to fill memory.
    case tooLarge
  }

  /// The longest heads together, interim ones included.
  static let maxSize = 256 << 10

  /// Takes a line with its end.
  mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Step {
    // Trailers come as lines too.
    guard !isComplete else { return .goOn }
    size += line.count
    guard size <= Self.maxSize else { return .tooLarge }
    var end = line.count
    while end > 0, line[end - 1] == 0x0A || line[end - 1] == 0x0D { end -= 1 }
    let content = UnsafeBufferPointer(rebasing: line[..<end])
    if let status = Self.status(content) {
      self.status = status
      fields = HeaderFields()
    } else if content.isEmpty {
      // Interim answers (1xx) are followed by another head.
      guard status >= 200 else { return .goOn }
      isComplete = true
      return .complete
    } else {
      fields.add(line: content)
    }
    return .goOn
  }

  /// The status of `HTTP/1.1 200 OK` or `HTTP/2 200`.
  private static func status(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard line.starts(with: "HTTP/".utf8), let space = line.firstIndex(of: 0x20),
      space + 4 <= line.count
    else { return nil }
    let digits = line[(space + 1)..<(space + 4)]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
