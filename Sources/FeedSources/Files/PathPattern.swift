/// A pattern for paths: `*` is any run within a folder's name, `**` any folders, `?` one character,
/// `{a,b}` one of several.
public struct PathPattern: Sendable, Equatable {
  /// The pattern as it was written.
  public let text: String
  private let alternatives: [[Part]]

  private enum Part: Sendable, Equatable {
    case anyFolders
    case name([UInt8])
  }

  /// A pattern. A pattern without a slash is meant for names at any depth; one that ends with a slash
  /// for all that is in a folder.
  public init(_ text: String) {
    self.text = text
    // An empty pattern is meant for nothing.
    alternatives = Self.expand(text).filter { !$0.isEmpty }.map { pattern in
      var parts = pattern.split(separator: "/").filter { $0 != "." }.map { part in
        part == "**" ? Part.anyFolders : .name(Array(part.utf8))
      }
      let inner = pattern.hasSuffix("/") ? pattern.dropLast() : pattern[...]
      if !inner.contains("/") { parts.insert(.anyFolders, at: 0) }
      // What is in a folder has a name, so that the folder's own does not match.
      if pattern.hasSuffix("/") { parts += [.anyFolders, .name([UInt8(ascii: "*")])] }
      return parts
    }
  }

  /// Whether a path matches as a whole.
  public func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.utf8) }
    return alternatives.contains { Self.matches($0[...], names[...]) }
  }

  /// Whether a path matches, or a folder that it lies in.
  public func matchesFolder(of path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.utf8) }
    return alternatives.contains { alternative in
      names.indices.contains { Self.matches(alternative[...], names[...$0]) }
    }
  }

  /// Whether a text holds characters that mean something in a pattern.
  public static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { "*?{".utf8.contains($0) }
  }

  // Both matchers keep one point to return to, so that time is at most the product of the lengths.
  private static func matches(_ parts: ArraySlice<Part>, _ names: ArraySlice<[UInt8]>) -> Bool {
    var part = parts.startIndex
    var name = names.startIndex
    var retry: (part: Int, name: Int)?
    while true {
      if part < parts.endIndex, case .anyFolders = parts[part] {
        retry = (part + 1, name)
        part += 1
      } else if part < parts.endIndex, name < names.endIndex, case .name(let pattern) = parts[part],
        matches(pattern, names[name])
      {
        part += 1
        name += 1
      } else if part == parts.endIndex, name == names.endIndex {
        return true
      } else if let point = retry, point.name < names.endIndex {
        part = point.part
        name = point.name + 1
        retry = (point.part, name)
      } else {
        return false
      }
    }
  }

  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var index = 0
    var position = 0
    var retry: (index: Int, position: Int)?
    while true {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        retry = (index + 1, position)
        index += 1
      } else if index < pattern.count, position < name.count, pattern[index] == UInt8(ascii: "?") {
        index += 1
        position = endOfCharacter(in: name, from: position)
      } else if index < pattern.count, position < name.count, pattern[index] == name[position] {
        index += 1
        position += 1
      } else if index == pattern.count, position == name.count {
        return true
      } else if let point = retry, point.position < name.count {
        index = point.index
        position = endOfCharacter(in: name, from: point.position)
        retry = (point.index, position)
      } else {
        return false
      }
    }
  }

  /// Where the character that begins at a byte of UTF-8 ends.
  private static func endOfCharacter(in name: [UInt8], from start: Int) -> Int {
    var end = start + 1
    while end < name.count, name[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func expand(_ pattern: String) -> [String] {
    var expanded = [""]
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let choices = rest[rest.index(after: open)..<close].split(
        separator: ",",
        omittingEmptySubsequences: false
      )
      // Bounded: a pattern of many braces would otherwise multiply without end.
      guard expanded.count * choices.count <= 256 else { break }
      let prefix = rest[..<open]
      expanded = expanded.flatMap { start in choices.map { start + prefix + $0 } }
      rest = rest[rest.index(after: close)...]
    }
    return expanded.map { $0 + rest }
  }
}
