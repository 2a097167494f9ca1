/// The head of a request (RFC 9112), as it arrives.
public struct RequestHead: Sendable, Equatable {
  /// What is asked.
  public let request: PreviewRequest
  /// Whether another request may follow on the connection.
  public let keepsConnection: Bool

  /// What is answered to what is no request, before the connection is closed.
  public enum Failure: Int, Error, Sendable {
    case malformed = 400
    case targetTooLong = 414
    case tooLarge = 431
    case otherVersion = 505
  }

  /// Reads a head without the empty line that ends it.
  init(_ lines: ArraySlice<UInt8>) throws(Failure) {
    var rest = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }[...]
    guard let first = rest.popFirst() else { throw .malformed }
    let words = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, Self.isToken(words[0]), Self.isTarget(words[1]) else {
      throw .malformed
    }
    let version = String(decoding: words[2], as: UTF8.self)
    guard version.hasPrefix("HTTP/") else { throw .malformed }
    guard ["HTTP/1.1", "HTTP/1.0"].contains(version) else { throw .otherVersion }
    var fields: [String: String] = [:]
    for line in rest {
      let (name, value) = try Self.field(line)
      if let known = fields[name] {
        // Of two hosts nobody can say which is meant.
        guard name != "host" else { throw .malformed }
        fields[name] = known + ", " + value
      } else {
        fields[name] = value
      }
    }
    request = PreviewRequest(
      method: String(decoding: words[0], as: UTF8.self),
      target: String(decoding: words[1], as: UTF8.self),
      fields: fields
    )
    // A body is of no use here, and is not read: what follows it cannot be found.
    let hasBody =
      fields["transfer-encoding"] != nil || !["0", nil].contains(fields["content-length"])
    let options = (fields["connection"] ?? "").lowercased().split { $0 == "," || $0 == " " }
    keepsConnection = version == "HTTP/1.1" && !hasBody && !options.contains("close")
  }

  private static func field(
    _ line: ArraySlice<UInt8>
  ) throws(Failure) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
      throw .malformed
    }
    let value = line[(colon + 1)...].drop(while: isSpace)
    guard !value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
      throw .malformed
    }
    let end = value.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? value.startIndex
    return (
      String(decoding: line[..<colon], as: UTF8.self).lowercased(),
      String(decoding: value[..<end], as: UTF8.self)
    )
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isTarget(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
        default: false
        }
      }
  }
}

/// Finds the heads in what arrives on a connection. Memory is bounded, and each byte is looked at a few
/// times at most, however it arrives.
public struct RequestHeadReader: Sendable {
  /// What browsers send is a few kilobytes; servers take 8 to 64.
  private static let longestTarget = 16 << 10
  private static let largest = 64 << 10

  private var bytes: [UInt8] = []
  /// So much of it holds no end of a head.
  private var searched = 0

  /// Nothing has arrived yet.
  public init() {}

  /// Whether a head has begun to arrive.
  public var hasBegun: Bool { !bytes.isEmpty }

  /// Takes bytes that have arrived.
  public mutating func take(_ more: [UInt8]) { bytes += more }

  /// The next head; nil if its end has not arrived yet.
  public mutating func next() throws(RequestHead.Failure) -> RequestHead? {
    dropEmptyLines()
    while searched < bytes.count {
      guard let newline = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
        searched = bytes.count
        break
      }
      searched = newline + 1
      guard let length = endLength(after: newline) else { continue }
      guard let length else {
        // Whether the next line is empty is not known yet.
        searched = newline
        break
      }
      guard newline <= Self.largest else { throw .tooLarge }
      let head = try RequestHead(bytes[..<newline])
      bytes.removeFirst(newline + 1 + length)
      searched = 0
      return head
    }
    guard bytes.count <= Self.largest else {
      let line = bytes.prefix(Self.longestTarget)
      throw line.contains(UInt8(ascii: "\n")) ? .tooLarge : .targetTooLong
    }
    return nil
  }

  /// How long the empty line after a line is; `.none` if it is not empty, nil within if that is not
  /// known yet.
  private func endLength(after newline: Int) -> Int?? {
    let rest = bytes[(newline + 1)...].prefix(2)
    switch (rest.first, rest.dropFirst().first) {
    case (nil, _), (UInt8(ascii: "\r"), nil): return .some(nil)
    case (UInt8(ascii: "\n"), _): return 1
    case (UInt8(ascii: "\r"), UInt8(ascii: "\n")): return 2
    default: return .none
    }
  }

  /// RFC 9112 section 2.2: some clients send an empty line too many.
  private mutating func dropEmptyLines() {
    let count = bytes.prefix { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }.count
    guard count > 0 else { return }
    bytes.removeFirst(count)
    searched = 0
  }
}
