import FeedFormats
import FeedModel

/// Why an entry has another id than before.
public enum ReidentificationCause: String, Sendable, CaseIterable {
  /// `http` became `https`, or the other way round.
  case scheme
  /// The site has another domain.
  case host
  /// A slash at the end came or went.
  case slash
  /// The path is another.
  case slug
  /// The ids are of a kind that says nothing, and are made anew each time.
  case random
  /// The ids are of another kind: addresses became UUIDs, numbers became addresses.
  case format

  /// The cause that two ids show.
  static func between(
    _ old: UnsafeBufferPointer<UInt8>,
    _ new: UnsafeBufferPointer<UInt8>
  ) -> ReidentificationCause {
    let (before, after) = (IDKind(old), IDKind(new))
    guard before == after else { return .format }
    guard let one = AddressKey.parts(old), let other = AddressKey.parts(new) else {
      return before == .text ? .slug : .random
    }
    if one.host != other.host { return .host }
    if one.scheme != other.scheme { return .scheme }
    if one.path == other.path + "/".utf8 || other.path == one.path + "/".utf8 { return .slash }
    return differsInNumbers(one.path, other.path) ? .random : .slug
  }

  /// Whether two addresses have one path, and queries that are numbers or hashes: the time of the
  /// build, as some generators add it.
  private static func differsInNumbers(_ old: [UInt8], _ new: [UInt8]) -> Bool {
    let mark = UInt8(ascii: "?")
    guard let oldMark = old.firstIndex(of: mark), let newMark = new.firstIndex(of: mark),
      old[..<oldMark] == new[..<newMark]
    else { return false }
    return IDKind.isOpaque(old[(oldMark + 1)...]) && IDKind.isOpaque(new[(newMark + 1)...])
  }
}

/// What kind of text an id is.
enum IDKind: Equatable {
  /// A web address.
  case address
  /// A `tag:` URI.
  case tag
  /// A UUID, with or without `urn:uuid:`.
  case uuid
  /// Digits alone.
  case number
  /// A hash, in hexadecimal.
  case hash
  /// Anything else.
  case text

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let parts = AddressKey.parts(bytes) {
      self = parts.scheme.elementsEqual("tag".utf8) ? .tag : .address
      return
    }
    var rest = bytes[...]
    if rest.starts(with: "urn:uuid:".utf8) { rest = rest.dropFirst("urn:uuid:".utf8.count) }
    let digits = rest.filter { $0 != UInt8(ascii: "-") }
    if !digits.isEmpty, digits.allSatisfy(Self.isDigit), digits.count == rest.count {
      self = .number
    } else if digits.count == 32, digits.allSatisfy(Self.isHexadecimal), rest.count == 36 {
      self = .uuid
    } else if digits.count >= 16, digits.allSatisfy(Self.isHexadecimal) {
      self = .hash
    } else {
      self = .text
    }
  }

  /// Whether a text is a number or a hash, or `name=` and one.
  static func isOpaque(_ bytes: ArraySlice<UInt8>) -> Bool {
    let value = bytes.split(separator: UInt8(ascii: "=")).last ?? bytes
    return value.count >= 6 && value.allSatisfy(isHexadecimal)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
