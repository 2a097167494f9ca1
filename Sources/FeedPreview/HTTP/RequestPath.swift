/// The path of a request as names, which lead nowhere but down.
package struct RequestPath: Equatable {
  /// The names, decoded.
  package let names: [String]
  /// Whether a folder is meant: the path ends with a slash.
  let isFolder: Bool
  /// The values of the query, by name; the first of each.
  let query: [String: String]

  /// Reads a target (RFC 9112 section 3.2); nil for one that leads up, or that no name in a file system
  /// can be.
  package init?(_ target: String) {
    let (path, query) = Self.halves(target, at: UInt8(ascii: "?"))
    guard path.utf8.first == UInt8(ascii: "/") else { return nil }
    var names: [String] = []
    let parts = path.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"),
      omittingEmptySubsequences: false
    )
    for part in parts.dropLast(parts.last?.isEmpty == true ? 1 : 0) {
      guard let name = Self.decoded(part), Self.isName(name) else { return nil }
      names.append(name)
    }
    self.names = names
    isFolder = parts.last?.isEmpty ?? true
    self.query = Self.values(query)
  }

  /// The path below the root, without a slash at either end.
  package var joined: String { names.joined(separator: "/") }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".."
      && !name.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "/") || $0 == 0x7F }
  }

  private static func halves(_ text: String, at separator: UInt8) -> (String, String) {
    guard let index = text.utf8.firstIndex(of: separator) else { return (text, "") }
    return (String(text[..<index]), String(text[text.utf8.index(after: index)...]))
  }

  private static func values(_ query: String) -> [String: String] {
    var values: [String: String] = [:]
    for pair in query.split(separator: "&").prefix(16) {
      let (name, value) = halves(String(pair), at: UInt8(ascii: "="))
      if values[name] == nil { values[name] = decoded(value.utf8) ?? "" }
    }
    return values
  }

  /// The text that percent-encoding stands for; nil if it is none in UTF-8.
  private static func decoded(_ encoded: some Sequence<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var pending: [UInt8] = []
    for byte in encoded {
      if pending.isEmpty, byte != UInt8(ascii: "%") {
        bytes.append(byte)
        continue
      }
      pending.append(byte)
      guard pending.count == 3 else { continue }
      guard let high = digit(pending[1]), let low = digit(pending[2]) else { return nil }
      bytes.append(high << 4 | low)
      pending.removeAll(keepingCapacity: true)
    }
    guard pending.isEmpty else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// A path as it stands in an address: names encoded, slashes kept.
  package static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        text.unicodeScalars.append(UnicodeScalar(byte))
      default:
        text += byte < 0x10 ? "%0" : "%"
        text += String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
