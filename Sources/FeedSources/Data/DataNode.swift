/// A value of a YAML, TOML or JSON text, with its place. What a scalar means is the reader's choice:
/// it keeps its source text, so that `title: 2023` or `version: 1.10` lose nothing.
public struct DataNode: Sendable, Equatable {
  /// The value.
  public var value: Value
  /// Where it begins in its file.
  public var position: DataPosition

  /// A value at a place.
  public init(_ value: Value, at position: DataPosition) {
    self.value = value
    self.position = position
  }

  /// What a value is.
  public enum Value: Sendable, Equatable {
    /// Nothing: JSON's `null`, YAML's unquoted `null`, `~` or nothing at all.
    case null
    /// One piece of text and how it was written.
    case scalar(text: String, style: ScalarStyle)
    /// A list.
    case sequence([DataNode])
    /// Keys with values.
    case mapping(DataMapping)
  }

  /// How a scalar was written, which says how much its syntax knows of its type.
  public enum ScalarStyle: Sendable, Hashable {
    /// Text for certain: quoted, a YAML block (`|`, `>`) or tagged `!!str`.
    case quoted
    /// Unquoted in YAML or in a header line: text, a number, a date or a truth value, as one reads it.
    case plain
    /// `true` or `false` in TOML and JSON.
    case boolean
    /// A number in TOML (integers in decimal) or JSON.
    case number
    /// A date, a time of day or both in TOML, in RFC 3339's form.
    case date
  }
}

extension DataNode {
  /// The source text of a scalar; nil for all else, `null` included.
  public var asString: String? {
    guard case .scalar(let text, _) = value else { return nil }
    return text
  }

  /// A truth value: unquoted `true`, `false`, `yes`, `no`, `on`, `off` and quoted `true`, `false`, in
  /// upper or lower case.
  public var asBool: Bool? {
    guard case .scalar(let text, let style) = value, text.utf8.count <= 5 else { return nil }
    switch text.lowercased() {
    case "true": return true
    case "false": return false
    case "yes", "on": return style == .plain ? true : nil
    case "no", "off": return style == .plain ? false : nil
    default: return nil
    }
  }

  /// An integer written in decimal, quoted or not, that fits.
  public var asInt: Int? {
    guard case .scalar(let text, let style) = value, style != .boolean, style != .date else {
      return nil
    }
    return Int(text)
  }

  /// The texts of a list of scalars (its nulls left out); one for a scalar, none for null, and nil
  /// for all else.
  public var asStringList: [String]? {
    switch value {
    case .null: return []
    case .scalar(let text, _): return [text]
    case .mapping: return nil
    case .sequence(let nodes):
      var texts: [String] = []
      texts.reserveCapacity(nodes.count)
      for node in nodes where node.value != .null {
        guard let text = node.asString else { return nil }
        texts.append(text)
      }
      return texts
    }
  }

  /// The nodes of a list; nil for all else.
  public var asSequence: [DataNode]? {
    guard case .sequence(let nodes) = value else { return nil }
    return nodes
  }

  /// The keys and values of a mapping; nil for all else.
  public var asMapping: DataMapping? {
    guard case .mapping(let mapping) = value else { return nil }
    return mapping
  }

  /// Whether it is `null`.
  public var isNull: Bool { value == .null }

  /// The value of a mapping's key; nil when there is none, and for all other kinds of node.
  public subscript(key: String) -> DataNode? { asMapping?[key] }

  /// The node at a dotted path such as `cover.image` or `authors.0.name`: keys of mappings and
  /// indices (from 0) of lists. A key that holds the dots itself wins over nested keys.
  public subscript(path path: String) -> DataNode? { self[path: path[...]] }

  private subscript(path path: Substring) -> DataNode? {
    switch value {
    case .null, .scalar: return nil
    case .sequence(let nodes):
      let dot = path.firstIndex(of: ".")
      guard let index = Int(path[..<(dot ?? path.endIndex)]), nodes.indices.contains(index) else {
        return nil
      }
      guard let dot else { return nodes[index] }
      return nodes[index][path: path[path.index(after: dot)...]]
    case .mapping(let mapping):
      if let node = mapping[String(path)] { return node }
      var prefix = path
      while let dot = prefix.lastIndex(of: ".") {
        prefix = prefix[..<dot]
        if let node = mapping[String(prefix)]?[path: path[path.index(after: dot)...]] {
          return node
        }
      }
      return nil
    }
  }

  /// What it is, for messages: "a list", "a mapping", "text", "a number", "a date", "true or false",
  /// "nothing".
  public var typeName: String {
    switch value {
    case .null: "nothing"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(_, .quoted): "text"
    case .scalar(_, .boolean): "true or false"
    case .scalar(_, .number): "a number"
    case .scalar(_, .date): "a date"
    case .scalar(let text, .plain): Self.typeName(plain: text, isBoolean: asBool != nil)
    }
  }

  private static func typeName(plain text: String, isBoolean: Bool) -> String {
    if isBoolean { return "true or false" }
    guard let first = text.utf8.first, first < 0x3A else { return "text" }
    if Double(text) != nil { return "a number" }
    // A date as YAML 1.1 and everyone writes it: 2019-06-13, perhaps with a time.
    let head = text.utf8.prefix(10)
    let isDate =
      head.count == 10
      && head.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : byte >= 0x30 && byte <= 0x39
      }
    return isDate ? "a date" : "text"
  }
}
