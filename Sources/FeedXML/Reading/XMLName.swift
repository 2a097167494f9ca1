/// The name of an element or attribute. Names are interned by the reader that hands them out: equal
/// names have equal pointers, which are valid as long as the reader.
public struct XMLName: Hashable {
  /// The local part, zero-terminated.
  public let local: UnsafePointer<UInt8>
  /// The namespace's URI, zero-terminated; `nil` for none.
  public let namespace: UnsafePointer<UInt8>?
  /// The prefix that was written, zero-terminated; `nil` for none.
  public let prefix: UnsafePointer<UInt8>?

  /// Prefixes are spelling.
  public static func == (left: XMLName, right: XMLName) -> Bool {
    left.local == right.local && left.namespace == right.namespace
  }

  /// See `==`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(local)
    hasher.combine(namespace)
  }

  /// The local part.
  public var localName: String { String(cString: local) }
  /// The namespace's URI, or nothing.
  public var namespaceURI: String { namespace.map { String(cString: $0) } ?? "" }
  /// The name as written: `itunes:image`.
  public var qualifiedName: String {
    guard let prefix else { return localName }
    return String(cString: prefix) + ":" + localName
  }

  /// Whether the local part is `name`.
  public func isNamed(_ name: StaticString) -> Bool {
    var index = 0
    let count = name.utf8CodeUnitCount
    while index < count {
      if local[index] != name.utf8Start[index] { return false }
      index += 1
    }
    return local[count] == 0
  }
}
