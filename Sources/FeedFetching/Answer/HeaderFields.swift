/// The fields of a response's head, in the order in which they came.
public struct HeaderFields: Sendable, Equatable {
  private var fields: [(name: String, value: [UInt8])] = []

  /// None.
  public init() {}

  /// The values of a field, with bytes that are not UTF-8 replaced.
  ///
  /// - Parameter name: In any case.
  public subscript(all name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  /// The last value of a field, with bytes that are not UTF-8 replaced; nil when there is none.
  public subscript(name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The last value of a field, with a character for each byte (ISO 8859-1), so that it can be sent
  /// back byte for byte.
  func opaque(_ name: String) -> String? {
    bytes(of: name).map { bytes in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
      return String(text)
    }
  }

  /// The last value of a field.
  func bytes(of name: String) -> [UInt8]? {
    let name = name.lowercased()
    return fields.last { $0.name == name }?.value
  }

  /// Takes a line without its end. Lines that are no fields are passed over.
  mutating func add(line: UnsafeBufferPointer<UInt8>) {
    if let first = line.first, Self.isSpace(first) {
      // A folded line (RFC 9112 section 5.2).
      guard !fields.isEmpty else { return }
      let rest = Self.trimmed(line[...])
      guard !rest.isEmpty else { return }
      fields[fields.count - 1].value.append(0x20)
      fields[fields.count - 1].value.append(contentsOf: rest)
      return
    }
    guard let colon = line.firstIndex(of: 0x3A), colon > 0 else { return }
    fields.append(
      (
        String(decoding: line[..<colon], as: UTF8.self).lowercased(),
        Array(Self.trimmed(line[(colon + 1)...]))
      )
    )
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>)
    -> Slice<UnsafeBufferPointer<UInt8>>
  {
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return bytes.prefix(0) }
    return bytes[first...last]
  }

  /// Whether both have the same fields in the same order.
  public static func == (left: HeaderFields, right: HeaderFields) -> Bool {
    left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
  }
}
