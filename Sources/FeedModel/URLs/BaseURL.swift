/// An absolute hierarchical URL that references are resolved against (RFC 3986 section 5).
///
/// Resolution is strict (section 5.2.2 without the exception for `http:g`) with three rules of the
/// URL standard that pages in the wild rely on: white space around a reference is trimmed, tabs and
/// newlines inside are removed, spaces inside become `%20`. Non-ASCII characters stay (IRIs).
public struct BaseURL: Sendable, Hashable {
  /// The URL as it was given, without white space around it.
  public let string: String

  // The URL without its fragment, and where its parts end.
  private let bytes: [UInt8]
  private let schemeEnd: Int
  private let authorityEnd: Int
  private let directoryEnd: Int
  private let pathEnd: Int
  private let directoryHasDots: Bool

  /// Nil unless the string has a scheme and either an authority or an absolute path; http and https
  /// need a host. White space inside is refused.
  public init?(_ string: String) {
    var copy = string
    let parsed = copy.withUTF8 { buffer -> Self? in
      Self(trimmed: URI.trimmed(buffer))
    }
    guard let parsed else { return nil }
    self = parsed
  }

  private init?(trimmed: UnsafeBufferPointer<UInt8>) {
    let reference = URLReference(trimmed)
    guard let scheme = reference.scheme, !trimmed.contains(where: { $0 <= 0x20 }) else {
      return nil
    }
    let isWeb =
      URI.equalsIgnoringCase(trimmed, scheme, "http")
      || URI.equalsIgnoringCase(trimmed, scheme, "https")
    if isWeb {
      guard let authority = reference.authority, !authority.isEmpty else { return nil }
    } else if reference.authority == nil {
      guard let first = reference.path.first, trimmed[first] == .slash else { return nil }
    }
    string = String(decoding: trimmed, as: UTF8.self)
    let end = reference.query?.upperBound ?? reference.path.upperBound
    schemeEnd = scheme.upperBound + 1
    authorityEnd = reference.path.lowerBound
    pathEnd = reference.path.upperBound
    var directory = pathEnd
    while directory > authorityEnd, trimmed[directory - 1] != .slash { directory -= 1 }
    directoryEnd = directory
    directoryHasDots = Self.hasDotSegment(trimmed, authorityEnd..<directory)
    bytes = [UInt8](trimmed[..<end])
  }

  /// Whether both were made from the same text.
  public static func == (left: BaseURL, right: BaseURL) -> Bool { left.string == right.string }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(string) }

  /// The absolute form of a reference. A reference with its own scheme is returned as it is, but for
  /// white space around it.
  public func resolve(_ reference: String) -> String {
    var copy = reference
    return copy.withUTF8 { buffer in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count + buffer.count + 2)
      resolve(buffer, into: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// Appends the absolute form of the reference to the output.
  public func resolve(_ reference: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    let trimmed = URI.trimmed(reference)
    if URI.schemeEnd(in: trimmed) != nil {
      output.append(contentsOf: trimmed)
      return
    }
    guard trimmed.contains(where: { $0 <= 0x20 && ($0 == 0x20 || $0.isTabOrNewline) }) else {
      resolveRelative(trimmed, into: &output)
      return
    }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(trimmed.count + 16)
    for byte in trimmed where !byte.isTabOrNewline {
      if byte == 0x20 {
        repaired.append(contentsOf: [0x25, 0x32, 0x30])
      } else {
        repaired.append(byte)
      }
    }
    repaired.withUnsafeBufferPointer { resolveRelative($0, into: &output) }
  }

  /// RFC 3986 section 5.2.2 for a reference without scheme.
  private func resolveRelative(
    _ reference: UnsafeBufferPointer<UInt8>,
    into output: inout [UInt8]
  ) {
    guard let first = reference.first else {
      output.append(contentsOf: bytes)
      return
    }
    if first == .numberSign {
      output.append(contentsOf: bytes)
      output.append(contentsOf: reference)
      return
    }
    if first == .questionMark {
      output.append(contentsOf: bytes[..<pathEnd])
      output.append(contentsOf: reference)
      return
    }
    let parts = URLReference(reference)
    let tail = parts.path.upperBound..<reference.count
    var hasDots = Self.hasDotSegment(reference, parts.path)
    let pathStart: Int
    if parts.authority != nil {
      output.append(contentsOf: bytes[..<schemeEnd])
      output.append(contentsOf: reference[..<parts.path.lowerBound])
      pathStart = output.count
    } else if first == .slash {
      output.append(contentsOf: bytes[..<authorityEnd])
      pathStart = output.count
    } else {
      output.append(contentsOf: bytes[..<directoryEnd])
      pathStart = output.count - (directoryEnd - authorityEnd)
      // Section 5.2.3: an empty base path after an authority stands for "/".
      if directoryEnd == authorityEnd { output.append(.slash) }
      hasDots = hasDots || directoryHasDots
    }
    output.append(contentsOf: reference[parts.path])
    if hasDots { Self.removeDotSegments(in: &output, from: pathStart) }
    output.append(contentsOf: reference[tail])
  }

  /// Whether a segment of the path is `.` or `..`.
  private static func hasDotSegment(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ path: Range<Int>
  ) -> Bool {
    var index = path.lowerBound
    var startsSegment = true
    while index < path.upperBound {
      let byte = bytes[index]
      if startsSegment, byte == .dot {
        var end = index + 1
        if end < path.upperBound, bytes[end] == .dot { end += 1 }
        if end == path.upperBound || bytes[end] == .slash { return true }
      }
      startsSegment = byte == .slash
      index += 1
    }
    return false
  }

  /// RFC 3986 section 5.2.4 in place, for an absolute path that ends the array.
  private static func removeDotSegments(in output: inout [UInt8], from start: Int) {
    let end = output.count
    var read = start
    var write = start
    while read < end {
      var segmentEnd = read + 1
      while segmentEnd < end, output[segmentEnd] != .slash { segmentEnd += 1 }
      let length = segmentEnd - read - 1
      let isDot = length == 1 && output[read + 1] == .dot
      let isDoubleDot = length == 2 && output[read + 1] == .dot && output[read + 2] == .dot
      if isDot || isDoubleDot {
        if isDoubleDot {
          while write > start {
            write -= 1
            if output[write] == .slash { break }
          }
        }
        if segmentEnd == end {
          output[write] = .slash
          write += 1
        }
      } else {
        for index in read..<segmentEnd {
          output[write] = output[index]
          write += 1
        }
      }
      read = segmentEnd
    }
    output.removeLast(end - write)
  }
}
